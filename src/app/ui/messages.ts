/** Words of the shared parts. */
export const zh = {
  appName: '村务公开栏',
  splash: '正在打开…',
  back: '返回',
  network: { gone: '现在没有网。', stillWorks: '照样写，照样存' },
  tabs: {
    label: '主要页面',
    board: '公开栏',
    write: '写公告',
    review: '先审',
    sent: '发送',
    sentCount: '发送 {{n}}',
    me: '我的',
    office: '党政办',
  },
  box: {
    link: '举报箱（不用写名字）',
    figures: '收到 {{received}} 件，答复 {{answered}} 件，过期没答复 {{overdue}} 件（到 {{day}}）',
  },
  field: { tooLong: '最多 {{max}} 字，多了 {{over}} 字。没有删，请自己缩短。', left: '还能写 {{left}} 字' },
  ladder: { done: '，已完成', now: '，正在这一步', todo: '，还没到' },
  photo: { label: '照片', missing: '照片还没到这里，有网时自动补上' },
  age: { now: '刚刚', minute: '{{n}} 分钟', hour: '{{n}} 小时', day: '{{n}} 天' },
  broken: {
    title: '这一页没有打开',
    text: '写的东西都还在这部手机里，没有丢。再打开一次就好。',
    again: '再打开一次',
    chunkTitle: '程序有了新版本，这一页要重新打开',
    chunkText: '草稿和没发出的都存着，没有丢。有网时点下面的按钮。',
    reload: '重新打开',
    home: '回首页',
    details: '告诉乡里时，请念这一行：',
  },
  notStarted: {
    title: '这个浏览器现在打不开公开栏',
    text: '可能是无痕窗口，或者手机存满了。请用普通窗口打开，或先清理一点空间再试。已经存下的没有丢。',
  },
  outdated: {
    title: '另一个窗口已经换上新版本',
    text: '这个窗口要重新打开才能接着用。存下的草稿和没发出的都在，没有丢。',
  },
  update: { ready: '公开栏有了新版本，写到一半的会留着。', now: '现在换上', later: '以后再说' },
};

export const en: typeof zh = {
  appName: 'Village notice board',
  splash: 'Opening…',
  back: 'Back',
  network: { gone: 'No network now.', stillWorks: 'Write on, it is kept' },
  tabs: {
    label: 'Main pages',
    board: 'Board',
    write: 'Write',
    review: 'Review',
    sent: 'Outbox',
    sentCount: 'Outbox {{n}}',
    me: 'Me',
    office: 'Office',
  },
  box: {
    link: 'Report box (no name needed)',
    figures: '{{received}} received, {{answered}} answered, {{overdue}} overdue (up to {{day}})',
  },
  field: {
    tooLong: 'At most {{max}} characters; {{over}} too many. Nothing was cut: please shorten it.',
    left: '{{left}} characters left',
  },
  ladder: { done: ', done', now: ', now', todo: ', not yet' },
  photo: { label: 'Photo', missing: 'The photo is not here yet; it comes with the network' },
  age: { now: 'just now', minute: '{{n}} min', hour: '{{n}} h', day: '{{n}} d' },
  broken: {
    title: 'This page did not open',
    text: 'All that was written is still on this phone; nothing is lost. Open it once more.',
    again: 'Open it again',
    chunkTitle: 'There is a new version: this page must be opened anew',
    chunkText:
      'Drafts and what has not gone yet are kept; nothing is lost. Press the button when there is a network.',
    reload: 'Open anew',
    home: 'Home',
    details: 'When you tell the township, read out this line:',
  },
  notStarted: {
    title: 'This browser can’t open the board now',
    text: 'Perhaps it is a private window, or the storage is full. Use an ordinary window, or make some room, and try again. What was kept is not lost.',
  },
  outdated: {
    title: 'Another window has the new version',
    text: 'Open this one anew to go on. Drafts and what has not gone yet are kept; nothing is lost.',
  },
  update: { ready: 'A new version is ready; what you are writing stays.', now: 'Use it now', later: 'Later' },
};
