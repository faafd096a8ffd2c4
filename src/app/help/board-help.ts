/** Help for boards and what residents do there. */
import type { Help } from './help.ts';

export const BOARD_HELP: Help[] = [
  {
    id: 'board',
    at: ['/', '/b/:unit', '/b/:unit/c/:aspect', '/units'],
    zh: {
      title: '公开栏',
      what: '本村公开的事都在这里，新的在前。没有网也能看。',
      jobs: ['点一条，看全文、照片和历史。', '点“找一找”，几个字就能找到。', '看别的村，点“看哪个村的”。'],
      wrong: '觉得不全，看看上面写的“最后一次和乡里联系”是什么时候；有网时会自己补齐。',
    },
    en: {
      title: 'The board',
      what: 'Everything that your village has published, newest first. It works without a network.',
      jobs: [
        'Tap a notice for its text, photos and history.',
        'Tap ‘Find’.',
        'Choose another village’s board.',
      ],
      wrong: 'If something seems to be missing, look when the last contact was: it comes with the network.',
    },
  },
  {
    id: 'notice',
    at: ['/b/:unit/n/:notice', '/b/:unit/n/:notice/f/:hash', '/b/:unit/projects'],
    zh: {
      title: '一条公告',
      what: '全文、负责人、照片、附件，改过几次、为什么改。',
      jobs: [
        '想知道改了什么，看“历史”。',
        '有话说，点“我要说”；公示期里有意见，提异议。',
        '写公告的人在这里更正、撤回、记张贴。',
      ],
      wrong: '照片没出来，是还没到这部手机，有网自动补上。写着“对不上”的，先别信，告诉乡里。',
    },
    en: {
      title: 'A notice',
      what: 'Its text, who answers for it, photos, files, and what was changed.',
      jobs: [
        'The history shows every change.',
        'Say what you think, or object while publicity runs.',
        'Its writers correct, withdraw and record here.',
      ],
      wrong:
        'A missing photo comes with the network. If it ‘does not check out’, do not rely on it, and tell the township.',
    },
  },
  {
    id: 'day',
    at: ['/b/:unit/day', '/b/:unit/n/:notice/day'],
    zh: {
      title: '看那一天的公开栏',
      what: '过去某一天，公开栏和这条公告是什么样子，后来改了什么。没有网也能看。',
      jobs: [
        '选一天，看那天的公开栏。',
        '往前、往后，跳到上一次或下一次变化的那天。',
        '看后来改了哪些地方。',
      ],
      wrong: '这台设备上的记录从哪天开始，上面写着；更早的，连上网等一会儿再看。',
    },
    en: {
      title: 'As it was on a day',
      what: 'How a board or a notice stood on a day in the past, and what has changed since. Works offline.',
      jobs: ['Choose a day.', 'Step to the change before or after it.', 'See what was changed since.'],
      wrong: 'The page says from which day this device holds records; for earlier ones, wait with a network.',
    },
  },
  {
    id: 'find',
    at: ['/b/:unit/find/*', '/b/:unit/n/:notice/me'],
    zh: {
      title: '找一找',
      what: '几个字找公告；也能找自己在名单里的那一行。',
      jobs: ['输入几个字，比如“补贴”“书屋”。', '按类别、年份缩小。', '点“找我的名字”，看自己得了多少。'],
      wrong: '找不到，少打几个字试试。公开栏上真没有，可以“申请公开”。您输入的不会留下。',
    },
    en: {
      title: 'Find',
      what: 'Find a notice by a few characters, or your own row in a list.',
      jobs: ['Type a few characters.', 'Narrow by matter and year.', 'Find your name.'],
      wrong: 'Try fewer characters. What is not on the board can be asked for. What you type is not kept.',
    },
  },
  {
    id: 'say',
    at: ['/b/:unit/n/:notice/say', '/b/:unit/n/:notice/object', '/b/:unit/people'],
    zh: {
      title: '我要说、提异议',
      what: '对一条公告有话说，密封交给该管的人，答复公开。',
      jobs: ['写下来，或者请人代写，交上去。', '把回执号抄好。', '凭回执号看答复。'],
      wrong: '没有网也能交，有网自己送出去。回执号丢了，就只能看公开的答复。',
    },
    en: {
      title: 'Have your say, object',
      what: 'What you say goes sealed to those who answer for it; answers are public.',
      jobs: ['Write it, or have it written.', 'Copy the receipt code.', 'See the answer by the code.'],
      wrong: 'It can be handed in without a network. Without the code only public answers can be seen.',
    },
  },
  {
    id: 'ask',
    at: ['/ask/*'],
    zh: {
      title: '申请公开信息',
      what: '公开栏上没有的，可以向乡政府申请。村干部可以替来人填。',
      jobs: ['一题一题答完，交上去。', '回执号交给申请的人。', '凭回执号看答复。'],
      wrong: '离开就不留底，写到一半别走开。没有网也能交。',
    },
    en: {
      title: 'Ask for information',
      what: 'What is not on the board can be asked of the township. A cadre may write it down for somebody.',
      jobs: [
        'Answer the questions and hand it in.',
        'The code belongs to who asks.',
        'See the answer by the code.',
      ],
      wrong: 'Nothing is kept when you leave. It can be handed in without a network.',
    },
  },
  {
    id: 'box',
    at: ['/box', '/inspect/box/*'],
    zh: {
      title: '举报箱',
      what: '不用写名字，密封交给纪委，村里乡里都打不开。',
      jobs: ['写清时间、地点、谁、什么事。', '可以加照片。', '抄好回执号，凭号看答复。'],
      wrong: '怕人看见，写完马上离开这一屏，机器上不留底。',
    },
    en: {
      title: 'Report box',
      what: 'No name needed; sealed to the inspector, and nobody else can open it.',
      jobs: ['Say when, where, who and what.', 'Add photos.', 'Copy the code to see the answer.'],
      wrong: 'Leave the screen when you are done: the machine keeps nothing.',
    },
  },
  {
    id: 'tablet',
    at: ['/tablet/*'],
    zh: {
      title: '平板怎么用',
      what: '村里公用平板几点亮、多久没人回到首页、念不念出声。',
      jobs: ['设每天几点亮到几点。', '设没人时轮流显示公告。', '设退出用的号码。'],
      wrong: '平板不更新，看它最后一次联系是什么时候；重新插电、连网就好。',
    },
    en: {
      title: 'How the tablet lives',
      what: 'When the shared tablet is bright, when it returns home, whether it reads aloud.',
      jobs: [
        'Set its hours.',
        'Show notices in turn when nobody is there.',
        'Set the code that opens its settings.',
      ],
      wrong: 'If it is behind, see when it last had contact; power and network cure it.',
    },
  },
  {
    id: 'help',
    at: ['/help/*'],
    zh: {
      title: '帮助',
      what: '每一屏是干什么的，常做的三件事，出了错怎么办。没有网也能看。',
      jobs: ['上面是刚才那一屏的帮助。', '输入几个字，找别的。', '把一页纸的图解打印出来，贴在桌边。'],
      wrong: '还是不会，去“练习和课程”做一遍，或者问乡党政办。',
    },
    en: {
      title: 'Help',
      what: 'What each screen is for, three frequent jobs, what to do when it goes wrong. Works offline.',
      jobs: [
        'Help for the screen you came from is at the top.',
        'Type to find other help.',
        'Print a one-page guide.',
      ],
      wrong: 'Do a lesson in practice, or ask the office.',
    },
  },
];
