/** Words about text messages that the township's server sends. */
export const sendingZh = {
  groups: '发给谁',
  groupsHint: '号码在乡里，手机上没有。一个人在几个组里，也只收到一次。',
  group: '{{name}}（{{n}} 人）',
  allUnits: '全乡',
  total: '最多 {{people}} 人 × {{n}} 条 = {{all}} 条',
  none: '请选发给谁',
  noGroups: '乡里还没有给这个单位登记收短信的人。请告诉乡党政办。',
  save: '让乡里发出去',
  off: '乡里的服务器还没有开通短信。请复制到手机的短信里发，发完再来记下。',
  unknown: '还不知道乡里能不能发短信：这部手机联网后就知道。可以先用自己的手机发，再来记下。',
  dry: '现在是试运行：走一遍，但不会真的发出去。',
  asOf: '{{time}} 的名单',
  byHand: '我用自己的手机发，只来记一笔',
  byTownship: '让乡里发',
};

export const orderZh = {
  title: '短信：请乡里发给 {{n}} 人',
  off: '乡里还没有开通短信。开通以后 48 小时内的会自己发',
  queued: '乡里收到了，正在排队',
  reached: '送到 {{n}} 人，共 {{all}} 人',
  waiting: '还在排队 {{n}} 人',
  sent: '发出去了，还没有回执 {{n}} 人',
  failed: '没送到 {{n}} 人',
  unsure: '不知道送没送到 {{n}} 人，不会自己重发',
  expired: '没有发 {{n}} 人：等得太久，或者说是记错了',
  dry: '试运行，没有真发 {{n}} 人',
  repeated: '以前收到过这条，没有重发 {{n}} 人',
  problem: {
    'no-group': '没有发：选的组不在了。请重新选一次',
    nobody: '没有发：选的组里没有人',
    'bad-text': '没有发：短信的条数不对。请更新程序，再发一次',
    'too-old': '没有发：等得太久，已经不是新消息',
  },
};

export const sendingEn: typeof sendingZh = {
  groups: 'To whom',
  groupsHint: 'The numbers are at the township, not on this phone. Who is in several groups gets it once.',
  group: '{{name}} ({{n}} people)',
  allUnits: 'all units',
  total: 'At most {{people}} people × {{n}} segments = {{all}}',
  none: 'Please choose to whom',
  noGroups: 'The township has no receivers for this unit yet. Please tell the office.',
  save: 'Have the township send it',
  off: 'The township’s server sends no text messages yet. Copy it into your phone’s messages, then record it.',
  unknown:
    'Whether the township can send messages is known once this phone has a network. You can send it yourself and record it.',
  dry: 'This is a dry run: everything is done, and nothing really sent.',
  asOf: 'List of {{time}}',
  byHand: 'I send it myself and only record it',
  byTownship: 'Have the township send it',
};

export const orderEn: typeof orderZh = {
  title: 'Text message: the township is asked to send to {{n}} people',
  off: 'The township sends no text messages yet. What is younger than 48 hours goes when it does',
  queued: 'The township has it; it is queued',
  reached: 'Delivered to {{n}} of {{all}} people',
  waiting: '{{n}} still queued',
  sent: '{{n}} sent, no report yet',
  failed: '{{n}} not delivered',
  unsure: '{{n}} unsure; not sent again by itself',
  expired: '{{n}} not sent: they waited too long, or it was a mistake',
  dry: '{{n}} in a dry run, not really sent',
  repeated: '{{n}} had it before; not sent again',
  problem: {
    'no-group': 'Not sent: a chosen group is gone. Please choose again',
    nobody: 'Not sent: nobody is in the chosen groups',
    'bad-text': 'Not sent: the number of segments is wrong. Update the app and send again',
    'too-old': 'Not sent: it waited too long to be news',
  },
};
