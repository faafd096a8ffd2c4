/** Words of practice mode: the frame around every screen, and the ways in and out. */
export const zh = {
  word: '练习',
  line: '这里是练习，什么都不会发出去',
  leave: '离开练习',
  lessons: '课程',
  starting: '正在准备练习…',
  failed: {
    title: '练习没有打开',
    text: '浏览器没能给练习腾出地方，可能是手机存满了，或者是无痕窗口。真的公告和草稿都在，没有动。',
    again: '再试一次',
  },
  coach: {
    label: '正在学的课',
    step: '第 {{n}} 步，共 {{of}} 步',
    show: '指给我看',
    shown: '用虚线框起来的就是',
    notHere: '这一屏上没有，先回到上一步',
    start: '回开头',
    stop: '不学了',
    done: '都做好了！再答 {{n}} 道小题就学完。',
    test: '答题',
    ticked: '做好了：{{words}}',
  },
  reset: {
    button: '清空练习，从头来',
    title: '把练习里写的都清掉？',
    text: '只清练习里写的。真的公告、草稿和学完的课都不动。',
    yes: '清空',
    no: '不清',
  },
};

export const en: typeof zh = {
  word: 'Practice',
  line: 'This is practice: nothing is sent',
  leave: 'Leave practice',
  lessons: 'Lessons',
  starting: 'Making practice ready…',
  failed: {
    title: 'Practice did not open',
    text: 'The browser had no room for it: the phone may be full, or this is a private window. Your real notices and drafts are untouched.',
    again: 'Try again',
  },
  coach: {
    label: 'The lesson under way',
    step: 'Step {{n}} of {{of}}',
    show: 'Show me',
    shown: 'It has a dashed line around it',
    notHere: 'It is not on this screen: go back a step',
    start: 'To the beginning',
    stop: 'Stop for now',
    done: 'All done! {{n}} small questions, and the lesson is finished.',
    test: 'Answer them',
    ticked: 'Done: {{words}}',
  },
  reset: {
    button: 'Clear practice and begin anew',
    title: 'Clear everything written in practice?',
    text: 'Only what was written in practice. Real notices, drafts and finished lessons stay.',
    yes: 'Clear',
    no: 'Keep',
  },
};
