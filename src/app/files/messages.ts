/** Words of reading an attachment. */
export const zh = {
  title: '附件',
  back: '回公告',
  fetching: '正在取“{{name}}”：{{done}} / {{size}}',
  fetchingText: '取过一次，就存在这台机器上了，没网也能看。',
  looking: '正在打开…',
  none: { title: '没有这个附件', text: '公告可能已经更正或撤回。请回公告看看。' },
  fault: {
    'no-network': {
      title: '这份附件还没到这台机器上',
      text: '现在没有网。连上网再打开一次，已经取到的不会白取。',
    },
    'not-yet': {
      title: '这份附件还在路上',
      text: '公告先到了，文件还没从写公告的手机发到乡里。过一会儿再看。',
    },
    damaged: {
      title: '取来的文件不对',
      text: '和公告上登记的不一样，没有打开。再试一次；还不行就告诉乡党政办。',
    },
  },
  again: '再试一次',
  save: '存到这台设备',
  saved: '已存到“下载”里',
  tablet: '这种文件要用手机或电脑打开：用手机扫公告上的码，在手机上存下来看。',
  pdf: {
    label: '《{{name}}》的各页',
    page: '第 {{n}} 页',
    pageOf: '第 {{n}} 页，共 {{all}} 页',
    larger: '放大',
    smaller: '缩小',
    fit: '整页宽',
    zoom: '{{n}}%',
    tools: '看文件',
    next: '下一页',
    previous: '上一页',
    noText: '这一页是图片，没有可以念的字。',
    failedPage: '这一页打不开。',
    broken: {
      title: '这个 PDF 坏了，打不开',
      text: '可能是扫描或传送时出了错。请找公告上的负责人要一份好的。',
    },
    locked: { title: '这个 PDF 加了密码', text: '这里打不开。请找公告上的负责人。' },
    huge: '这份文件有 {{n}} 页，翻得慢一些是正常的。',
  },
};

export const en: typeof zh = {
  title: 'Attachment',
  back: 'To the notice',
  fetching: 'Fetching ‘{{name}}’: {{done}} of {{size}}',
  fetchingText: 'Once fetched it stays on this device, and can be read without a network.',
  looking: 'Opening…',
  none: {
    title: 'No such attachment',
    text: 'The notice may have been corrected or withdrawn. Go back to it.',
  },
  fault: {
    'no-network': {
      title: 'This file has not reached this device yet',
      text: 'There is no network now. Open it again later; what has come already is kept.',
    },
    'not-yet': {
      title: 'This file is still on its way',
      text: 'The notice came first; its file has not left the phone it was written on. Look again later.',
    },
    damaged: {
      title: 'What came is not the right file',
      text: 'It differs from what the notice says and was not opened. Try again, or tell the township office.',
    },
  },
  again: 'Try again',
  save: 'Save to this device',
  saved: 'Saved among the downloads',
  tablet: 'This kind of file opens on a phone or a computer: scan the code on the notice and save it there.',
  pdf: {
    label: 'Pages of ‘{{name}}’',
    page: 'Page {{n}}',
    pageOf: 'Page {{n}} of {{all}}',
    larger: 'Larger',
    smaller: 'Smaller',
    fit: 'Full width',
    zoom: '{{n}}%',
    tools: 'Reading',
    next: 'Next page',
    previous: 'Previous page',
    noText: 'This page is a picture; it has no text to be read out.',
    failedPage: 'This page cannot be opened.',
    broken: {
      title: 'This PDF is damaged and cannot be opened',
      text: 'Something went wrong when it was scanned or sent. Ask whoever answers for the notice.',
    },
    locked: {
      title: 'This PDF has a password',
      text: 'It cannot be opened here. Ask whoever answers for it.',
    },
    huge: 'This file has {{n}} pages; turning them takes a moment.',
  },
};
