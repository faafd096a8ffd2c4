/** Help for a cadre's own screens. */
import type { Help } from './help.ts';

export const CADRE_HELP: Help[] = [
  {
    id: 'write',
    at: ['/write', '/write/:draft'],
    zh: {
      title: '写公告',
      what: '写一条新公告，或接着写没写完的。写的都存在手机里。',
      jobs: [
        '选“公开什么”，写标题、负责人和内容，点“公开”。',
        '要贴照片就点“拍照”；有文件就加附件。',
        '和上期差不多的，选“接着上次写”，改成这次的。',
      ],
      wrong:
        '没有网照样写、照样公开，有网自己会发。提示还差什么，就从上往下补；手机存满了，先删掉手机里别的东西再点“再存一次”。',
    },
    en: {
      title: 'Write a notice',
      what: 'Begin a notice or go on with a draft. Everything is kept in the phone.',
      jobs: [
        'Choose what it is about, write title, person in charge and text, and tap ‘Publish’.',
        'Tap ‘Camera’ for photos, or add a file.',
        'If it is much like last time, start from that one.',
      ],
      wrong:
        'Without a network write and publish all the same; it goes later. If something is missing, put it right from the top. If the phone is full, make room and keep it again.',
    },
  },
  {
    id: 'saved',
    at: ['/write/saved/:id', '/sent', '/sent/*'],
    zh: {
      title: '看发出去了没有',
      what: '每条公告走到了哪一步：存在手机、乡里收到、平板上有、墙上贴了。',
      jobs: [
        '看到“乡里收到，第几号”，才算真的发出去了。',
        '有网还没发，点“再试一次”。',
        '手机要修要换，先把没发出的“存成文件”。',
      ],
      wrong: '写着“被退回”的，点开看原因，照着改了再发。没有网不用管它，没有丢。',
    },
    en: {
      title: 'Did it get out?',
      what: 'How far each notice got: in the phone, taken in, on the tablet, on the wall.',
      jobs: [
        'It is out when it says ‘taken in, No. …’.',
        'With a network and still waiting: tap ‘Try again’.',
        'Before a repair, save what has not gone to a file.',
      ],
      wrong: 'If one was refused, open it, read why, and mend it. Without a network wait: nothing is lost.',
    },
  },
  {
    id: 'due',
    at: ['/due', '/due/*'],
    zh: {
      title: '这周该办的',
      what: '本村这几天该公开什么，哪些已经晚了。',
      jobs: [
        '点“开始写”，上期的样子已经放好，只填这期的。',
        '这期没有，点“本期没有”，也算公开。',
        '点“月历”看整个月。',
      ],
      wrong: '写完了还显示没办，多半是还没发到乡里，等有网再看。',
    },
    en: {
      title: 'Yours this week',
      what: 'What your village has to publish these days, and what is late.',
      jobs: [
        'Tap ‘Write it’: last time’s form is there, fill in this time’s figures.',
        'If there is nothing, tap ‘Nothing to report’: that is published too.',
        'The calendar shows the month.',
      ],
      wrong: 'If it still stands here after you wrote it, it has not reached the township yet.',
    },
  },
  {
    id: 'out',
    at: ['/b/:unit/n/:notice/out/*', '/b/:unit/places'],
    zh: {
      title: '张贴、广播、短信',
      what: '公告除了平板，还贴在哪里、播了没有，做一样记一样。',
      jobs: [
        '贴好了，点“贴好了，拍张照”，选贴在哪里。',
        '点“用广播播”，照着念，记下播了几遍。',
        '取下来了，也要记一笔。',
      ],
      wrong: '没有要选的公开栏，请乡党政办先登记。记错了，点那一条，写明“记错了”。',
    },
    en: {
      title: 'Walls, broadcast, messages',
      what: 'Where else a notice went out: record each thing when it is done.',
      jobs: [
        'When it hangs, take a photo and choose the place.',
        'Read it over the loudspeaker and note how often.',
        'Record also when it is taken down.',
      ],
      wrong: 'If no board is offered, ask the office to register it. A wrong record is marked as a mistake.',
    },
  },
  {
    id: 'paper',
    at: ['/b/:unit/n/:notice/paper', '/b/:unit/paper', '/b/:unit/poster'],
    zh: {
      title: '打印',
      what: '把公告打印成能上墙的纸，底下有校验码和二维码。',
      jobs: [
        '选纸的大小，点“打印”。',
        '一次打几条，在公开栏的打印页里勾选。',
        '打一张二维码海报，贴在公开栏旁边。',
      ],
      wrong: '打不出来，先“存成 PDF”，拿到能打印的电脑上。更正过的要换新纸。',
    },
    en: {
      title: 'Print',
      what: 'A sheet for the wall, with its fingerprint and code.',
      jobs: [
        'Choose the size and print.',
        'Print several from the board’s page.',
        'Print a poster with the board’s code.',
      ],
      wrong:
        'If it does not print, save it as PDF and print elsewhere. After a correction hang the new sheet.',
    },
  },
  {
    id: 'review',
    at: ['/review/*'],
    zh: {
      title: '先审后公开',
      what: '要先审的公告在这里等。别人写的您来审，自己写的自己不能审。',
      jobs: ['看完没有问题，点“同意公开”。', '有问题，写明意见，退回去改。', '送审的人可以收回来改。'],
      wrong: '没有网也能审，存在手机里，有网自动发。别人先审了，会告诉您。',
    },
    en: {
      title: 'Review before publication',
      what: 'Notices that wait for review. You review what others wrote, never your own.',
      jobs: [
        'If it is right, approve it.',
        'If not, say why and return it.',
        'Who handed it in can take it back.',
      ],
      wrong: 'It works without a network. If somebody else was first, you are told.',
    },
  },
  {
    id: 'talk',
    at: ['/talk/*'],
    zh: {
      title: '大家怎么说',
      what: '群众对公告说的话，在这里看、在这里答。答复会公开。',
      jobs: [
        '一条一条看，写上答复，公开。',
        '骂人的、说别人私事的，可以不公开，要写理由。',
        '公示期的异议，登记、答复。',
      ],
      wrong: '打不开某一条，可能是给别的单位的。有期限，快到的排在最前面。',
    },
    en: {
      title: 'What people say',
      what: 'Read and answer what people say about notices. Answers are public.',
      jobs: [
        'Answer each and publish it.',
        'Abuse or private matters stay unpublished, with a reason.',
        'Take down and answer objections.',
      ],
      wrong: 'One that does not open may be for another unit. Those due soonest stand first.',
    },
  },
  {
    id: 'me',
    at: ['/me'],
    zh: {
      title: '我的',
      what: '这部手机是谁的，字号、颜色、语言怎么设。',
      jobs: ['字看不清，把字号调大。', '想练手，点“练习和课程”。', '看看手机里存了多少照片。'],
      wrong: '手机丢了，马上告诉乡党政办停用它。以前公开的都还在。',
    },
    en: {
      title: 'Me',
      what: 'Whose phone this is, and how it is set.',
      jobs: ['Make the text larger.', 'Practise in made-up surroundings.', 'See what is kept here.'],
      wrong: 'If the phone is lost, tell the office at once: it is stopped, and what was published stays.',
    },
  },
  {
    id: 'lessons',
    at: ['/lessons/*'],
    zh: {
      title: '练习和课程',
      what: '在假的村子里照着做一遍，什么都不会发出去。',
      jobs: [
        '选一课，照上面的提示一步一步做。',
        '找不到在哪里，点“指给我看”。',
        '做完答几道小题，就学完了。',
      ],
      wrong: '乱了就点“清空练习，从头来”。随时点“离开练习”，回到真的公开栏。',
    },
    en: {
      title: 'Practice and lessons',
      what: 'Do it once in a made-up village: nothing is sent.',
      jobs: [
        'Choose a lesson and follow the line at the top.',
        '‘Show me’ points at the control.',
        'A few questions end the lesson.',
      ],
      wrong:
        'Clear practice and begin anew when it is in a mess. ‘Leave practice’ brings you back at any time.',
    },
  },
  {
    id: 'join',
    at: ['/join'],
    zh: {
      title: '加入',
      what: '用乡里给的邀请，把这部手机登记成您的。',
      jobs: [
        '扫乡里给的二维码，或点开链接。',
        '看清名字和单位，点“这是我，加入”。',
        '加入一次就行，以后不用密码。',
      ],
      wrong: '邀请过期或用过了，请乡党政办再发一张。在微信里打不开，换手机自带的浏览器。',
    },
    en: {
      title: 'Join',
      what: 'Makes this phone yours, by the township’s invitation.',
      jobs: [
        'Scan the code or open the link.',
        'See that name and unit are yours, and join.',
        'Once is enough: there is no password.',
      ],
      wrong:
        'If it has expired or was used, ask for another. If it does not open inside a chat app, use the phone’s own browser.',
    },
  },
  {
    id: 'carry',
    at: ['/carry/*'],
    zh: {
      title: '没有网，当面交接',
      what: '没有网的时候，把公告和没发出去的，从一部手机带到另一部手机或平板。',
      jobs: [
        '一边给，一边收，照着屏幕上的提示做。',
        '用动的二维码扫，或者存成文件传过去。',
        '收的一边会先核对，核对不上的不收。',
      ],
      wrong: '扫不全就再对准一会儿，扫过的不用重来。谁先有网，谁就带到乡里，交两遍也不要紧。',
    },
    en: {
      title: 'Hand over without a network',
      what: 'Carries notices and what waits from one device to another.',
      jobs: [
        'One gives and one takes: follow the screen.',
        'Scan the moving code, or pass a file.',
        'The taker checks everything first.',
      ],
      wrong: 'Hold still a little longer: what was scanned stays. Arriving twice does no harm.',
    },
  },
];
