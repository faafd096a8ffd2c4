/** Lessons about notices: write one, mend one, fill in a list. */
import { either, hasText, opened, signed, step, words } from './checks.ts';
import type { Lesson } from './lesson.ts';

const published = signed('notice.published', (content) => hasText(content['title']));
const corrected = signed('notice.corrected', (content) => hasText(content['reason']));

export const POST: Lesson = {
  id: 'post',
  version: 1,
  minutes: 5,
  start: '/',
  title: words('发一条公告', 'Post a notice'),
  aim: words('会写一条公告，会看它到了没有。', 'You can write a notice and see whether it arrived.'),
  steps: [
    step(
      words('点下面的“写公告”。', 'Tap ‘Write’ at the bottom.'),
      words('写公告', 'Write'),
      either(opened(/^\/write/), published),
    ),
    step(
      words('点“写一条新公告”。', 'Tap ‘Write a new notice’.'),
      words('写一条新公告', 'Write a new notice'),
      either(({ drafts }) => drafts.some((draft) => !draft.changes), published),
    ),
    step(
      words(
        '选“公开什么”，写标题、负责人和内容，再点“公开”。内容随便写，这里是练习。',
        'Choose what it is about, write title, person in charge and text, then tap ‘Publish’. Write what you like: this is practice.',
      ),
      words('公开', 'Publish'),
      published,
    ),
    step(
      words(
        '看它走到哪一步：等到“乡里收到”打上勾。',
        'See how far it got: wait until ‘taken in by the township’ is ticked.',
      ),
      null,
      signed('notice.published', (_, event) => event.arrived),
    ),
  ],
  questions: [
    {
      ask: words('写到一半，没有网了，怎么办？', 'Halfway through, the network goes. What now?'),
      answers: [
        words('接着写，照样点“公开”，有网自己会发', 'Write on and publish; it goes by itself later'),
        words('赶快关掉，等有网再写', 'Close it and write later'),
        words('抄到纸上', 'Copy it to paper'),
      ],
      why: words(
        '写的东西存在手机里，不会丢；有网就自动发到乡里。',
        'It is kept in the phone and goes when there is a network.',
      ),
    },
    {
      ask: words('怎么算“发出去了”？', 'When has it got out?'),
      answers: [
        words('看到“乡里收到，第几号”', 'When it says ‘taken in, No. …’'),
        words('点了“公开”就算', 'When I tapped ‘Publish’'),
        words('手机没有报错就算', 'When no error is shown'),
      ],
      why: words(
        '有了号，才是乡里真的收到了，谁也改不掉。',
        'Only the number proves that the township has it.',
      ),
    },
    {
      ask: words('“负责人”写谁？', 'Who is the person in charge?'),
      answers: [
        words('这件事谁负责就写谁，群众好找他', 'Whoever answers for the matter'),
        words('谁发的写谁', 'Whoever typed it'),
        words('可以不写', 'It can be left out'),
      ],
      why: words('每条公告都要有负责人，群众有事找得到人。', 'Every notice names who answers for it.'),
    },
  ],
};

export const CORRECT: Lesson = {
  id: 'correct',
  version: 1,
  minutes: 5,
  start: '/b/v1',
  title: words('写错了，更正', 'Correct a mistake'),
  aim: words('会更正公告，知道旧的为什么还在。', 'You can correct a notice, and know why the old one stays.'),
  steps: [
    step(
      words('打开“冬季值班安排”。里面的钟点写错了。', 'Open ‘冬季值班安排’. Its hours are wrong.'),
      words('冬季值班安排', '冬季值班安排'),
      either(opened(/^\/b\/[^/]+\/n\/[0-9a-f]+$/), corrected),
    ),
    step(
      words('点“更正”。', 'Tap ‘Correct’.'),
      words('更正', 'Correct'),
      either(({ drafts }) => drafts.some((draft) => draft.changes), corrected),
    ),
    step(
      words(
        '把上午“8 点”改成“8 点半”，写上为什么更正，点“公开更正”。',
        'Change the morning’s ‘8 点’ to ‘8 点半’, say why, and publish the correction.',
      ),
      words('公开更正', 'Publish correction'),
      corrected,
    ),
  ],
  questions: [
    {
      ask: words('更正以后，原来的公告还在吗？', 'Is the first text still there?'),
      answers: [
        words('在，历史里谁都能看到改了什么', 'Yes, anybody sees what was changed'),
        words('不在了，换成了新的', 'No, it was replaced'),
        words('只有乡里看得到', 'Only the office sees it'),
      ],
      why: words(
        '公开过的不能悄悄改。改了什么、为什么改，都留着。',
        'What was public is never changed in silence.',
      ),
    },
    {
      ask: words('墙上贴的那张怎么办？', 'What of the sheet on the wall?'),
      answers: [
        words('打印新的换上，再拍张照', 'Print the new one, hang it, take a photo'),
        words('不用管', 'Leave it'),
        words('用笔在上面改', 'Mend it with a pen'),
      ],
      why: words('墙上和平板上要一样。', 'Wall and tablet must say the same.'),
    },
    {
      ask: words('更正的原因给谁看？', 'Who reads the reason?'),
      answers: [
        words('所有人，会一起公开', 'Everybody: it is public'),
        words('只有自己', 'Only me'),
        words('只有监委会', 'Only the committee'),
      ],
      why: words('原因写清楚，群众就放心。', 'A plain reason keeps trust.'),
    },
  ],
};

const isList = (content: Record<string, unknown>): boolean => content['kind'] === 'benefit-list';
const listed = signed('notice.published', isList);

export const TABLE: Lesson = {
  id: 'table',
  version: 1,
  minutes: 5,
  start: '/write',
  title: words('填补贴发放表', 'Fill in a benefit list'),
  aim: words('会填一张发放表，合计让手机算。', 'You can fill in a list and let the phone add it up.'),
  steps: [
    step(
      words(
        '写一条新公告，“公开什么”选“耕地地力保护补贴”，写法选“补贴发放公示”。',
        'Begin a notice about ‘耕地地力保护补贴’, written as a benefit list.',
      ),
      words('写一条新公告', 'Write a new notice'),
      either(({ drafts }) => drafts.some(({ kind }) => kind === 'benefit-list'), listed),
    ),
    step(
      words('打开表，填两户以上：姓名、数量、金额。', 'Open the table and fill in two households or more.'),
      words('填表', 'Fill in'),
      either(({ drafts }) => drafts.some(({ kind, rows }) => kind === 'benefit-list' && rows >= 2), listed),
    ),
    step(
      words(
        '看看合计对不对，其他必填的填好，点“公开”。',
        'Look at the total, fill in the rest, and publish.',
      ),
      words('公开', 'Publish'),
      listed,
    ),
  ],
  questions: [
    {
      ask: words('身份证号、银行卡号要不要写上？', 'Do identity and card numbers belong in it?'),
      answers: [
        words('不写；写了也会先遮住', 'No; they would be hidden anyway'),
        words('要写全，好核对', 'Yes, in full'),
        words('只写银行卡号', 'Only the card number'),
      ],
      why: words('公开的是谁得了多少，不是人家的号码。', 'Who got how much is public; numbers are not.'),
    },
    {
      ask: words(
        '名单很长，已经在电脑的表格里，怎么填最快？',
        'The list is in a spreadsheet. What is quickest?',
      ),
      answers: [
        words('点“粘贴或导入表格”', 'Tap ‘paste or import’'),
        words('一户一户打字', 'Type each household'),
        words('拍张照片发上去', 'Post a photo of it'),
      ],
      why: words(
        '导进来的表，群众能搜到自己的名字，照片搜不到。',
        'People can find their name in a table, not in a photo.',
      ),
    },
    {
      ask: words('公示期里有人说面积不对，怎么办？', 'Somebody says that an area is wrong. What now?'),
      answers: [
        words('登记下来，查清楚，答复他', 'Take it down, look into it, answer'),
        words('等公示期过了再说', 'Wait until the period is over'),
        words('悄悄改掉', 'Change it in silence'),
      ],
      why: words(
        '公示就是为了让人提意见，每条都要有答复。',
        'The period is there for objections; each gets an answer.',
      ),
    },
  ],
};
