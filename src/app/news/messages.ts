/** Words about what is new in the villages that a person follows. */
export const zh = {
  mark_one: '新 {{count}} 条',
  mark_other: '新 {{count}} 条',
  told: {
    one_one: '{{name}}有 {{count}} 条新公告',
    one_other: '{{name}}有 {{count}} 条新公告',
    several_one: '{{units}} 个村有 {{count}} 条新公告',
    several_other: '{{units}} 个村有 {{count}} 条新公告',
  },
  ask: {
    text: '有新公告的时候，要不要在手机上提醒您？公开栏开着的时候才提醒，晚上不响。',
    yes: '提醒我',
    no: '不用提醒',
  },
  setting: {
    title: '有新公告时',
    on: '常看的村有新公告，这部手机会提醒您（公开栏开着的时候，晚上不响）。',
    off: '常看的村有新公告，这部手机不提醒，只在图标上写几条。',
    blocked: '这部手机不让公开栏弹提醒。要改，到手机的设置里改。',
    stop: '不提醒',
  },
};

export const en: typeof zh = {
  mark_one: '{{count}} new',
  mark_other: '{{count}} new',
  told: {
    one_one: '{{name}}: {{count}} new notice',
    one_other: '{{name}}: {{count}} new notices',
    several_one: '{{count}} new notice in {{units}} villages',
    several_other: '{{count}} new notices in {{units}} villages',
  },
  ask: {
    text: 'Shall this phone tell you when there is a new notice? Only while the board is open; not at night.',
    yes: 'Tell me',
    no: 'No, thanks',
  },
  setting: {
    title: 'When there is a new notice',
    on: 'This phone tells you of new notices in the villages you follow (while the board is open; not at night).',
    off: 'This phone does not tell you of new notices; only the icon carries their number.',
    blocked: 'This phone does not let the board tell you. Change it in the phone’s settings.',
    stop: 'Do not tell me',
  },
};
