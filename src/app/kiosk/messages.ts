/** Words of the shared tablet. */
export const zh = {
  bar: '主要按钮',
  home: '首页',
  find: '找一找',
  villages: '各村公开栏',
  read: {
    start: '读给我听',
    pause: '停一下',
    goOn: '接着读',
    slower: '慢一点',
    usual: '快一点',
    noVoice: '这台机器没有装朗读的声音',
    noVoiceText: '可以点“字更大”看，或请值班的人念给您听。',
    noVoicePhone: '可以在“字号和语言”里把字放大，或请人念。',
    understood: '知道了',
  },
  size: {
    letter: '大',
    larger: '字更大',
    normal: '字变回',
    now: { normal: '现在是普通字号', larger: '现在是大字', largest: '现在是最大的字' },
  },
};

export const en: typeof zh = {
  bar: 'Main buttons',
  home: 'Home',
  find: 'Find',
  villages: 'Villages',
  read: {
    start: 'Read to me',
    pause: 'Pause',
    goOn: 'Go on',
    slower: 'Slower',
    usual: 'Faster',
    noVoice: 'This machine has no Chinese voice',
    noVoiceText: 'Press ‘Larger’ to read, or ask whoever is on duty to read it to you.',
    noVoicePhone: 'You can make the type larger under ‘Text size and language’, or ask somebody to read it.',
    understood: 'All right',
  },
  size: {
    letter: 'A',
    larger: 'Larger',
    normal: 'Smaller',
    now: { normal: 'Usual size', larger: 'Large type', largest: 'Largest type' },
  },
};
