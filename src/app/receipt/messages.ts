/** Words around receipt codes. */
export const zh = {
  input: {
    label: '回执号（20 位数字）',
    hint: '就是交上去的时候给您的那一串数字',
    missing: '还差 {{n}} 位',
  },
  code: {
    label: '您的回执号',
    note: '请抄下来、拍下来或者打印出来。凭它查看进度和答复；别人拿到它也能看，请收好。丢了没有办法补。',
    read: '念给我听',
    stop: '停下',
    spoken: '您的回执号是：',
    noVoice: '这台机器没有中文语音，念不了',
    print: '打印小条',
  },
  slip: {
    day: '{{day}} 交',
    how: '凭回执号，在任何一台公开栏或手机上点“凭回执号查询”，就能看到进度和答复。请收好，丢了不能补。',
  },
  keypad: { label: '数字键', back: '退一格', clear: '重打' },
  answer: {
    taken: '乡里 {{day}} 收到（{{time}}）',
    added: '{{day}} 又补充了一份（{{time}}）',
    none: '还没有答复。过几天再来看。',
    by: '{{post}} {{name}}',
    byUnknown: '经办人已不在名册上',
  },
  fault: {
    mistyped: '回执号打错了',
    mistypedText: '一共 20 位数字，最后一位用来查错。请一组一组对一遍，多半是错了一位或者两位换了位置。',
    unknown: '没有找到这个回执号',
    unknownText: '刚交的要等机器连上网、乡里收到以后才查得到。如果早就交了，请再对一遍数字。',
    'no-network': '现在没有网络，查不了',
    'no-networkText': '交上去的东西不会丢。等有了网络再来查，或者换一台机器查。',
    'not-secure': '这个网页打不开密封的答复',
    'not-secureText': '请用 https 开头的地址打开，或者到乡政府查询。',
  },
};

export const en: typeof zh = {
  input: {
    label: 'Receipt code (20 digits)',
    hint: 'The row of digits that you were given when you handed it in',
    missing: '{{n}} digits to go',
  },
  code: {
    label: 'Your receipt code',
    note: 'Write it down, take a photo or print it. It shows how far things are and the answer; whoever has it can see them, so keep it well. A lost code cannot be replaced.',
    read: 'Read it to me',
    stop: 'Stop',
    spoken: '您的回执号是：',
    noVoice: 'This device has no Chinese voice and can’t read aloud',
    print: 'Print a slip',
  },
  slip: {
    day: 'Handed in on {{day}}',
    how: 'With this code, on any board or phone, under “look up a receipt code”, you see how far things are and the answer. Keep it well: a lost code cannot be replaced.',
  },
  keypad: { label: 'Digits', back: 'Back one', clear: 'Start over' },
  answer: {
    taken: 'Taken in by the township on {{day}} ({{time}})',
    added: 'More was added on {{day}} ({{time}})',
    none: 'No answer yet. Come back in a few days.',
    by: '{{post}} {{name}}',
    byUnknown: 'Somebody no longer in the register',
  },
  fault: {
    mistyped: 'The receipt code is mistyped',
    mistypedText:
      'It has 20 digits, and the last one checks the others. Compare group by group: mostly one digit is wrong or two are swapped.',
    unknown: 'There is nothing under this code',
    unknownText:
      'What was just handed in is found once the device has been online and the township has taken it in. If that was long ago, compare the digits again.',
    'no-network': 'No network now, so it can’t be looked up',
    'no-networkText':
      'What was handed in is not lost. Come back when there is a network, or use another device.',
    'not-secure': 'This page can’t open sealed answers',
    'not-secureText': 'Open it by an address that begins with https, or ask at the township office.',
  },
};
