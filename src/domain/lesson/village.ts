/** Lessons beside the phone's form: the wall, the counter, nothing to report, finding again. */
import { either, opened, signed, step, words } from './checks.ts';
import type { Lesson } from './lesson.ts';

const hung = signed('outing.made', ({ form, photo }) => form === 'paper' && photo !== null);

export const PROOF: Lesson = {
  id: 'proof',
  version: 1,
  minutes: 5,
  start: '/b/v1',
  title: words('贴上墙，拍照留证', 'Hang it up, with a photo'),
  aim: words('会把贴好的公告拍下来，记在哪面墙。', 'You can record what hangs where, with its proof.'),
  steps: [
    step(
      words('打开一条公告，比如“农家书屋开放时间”。', 'Open a notice, e.g. ‘农家书屋开放时间’.'),
      words('农家书屋开放时间', '农家书屋开放时间'),
      either(opened(/^\/b\/[^/]+\/n\/[0-9a-f]+$/), hung),
    ),
    step(
      words('点“张贴、广播、走到了哪一步”。', 'Tap ‘Walls, broadcast, how far it got’.'),
      words('张贴、广播', 'Walls, broadcast'),
      either(opened(/\/out(\/|$)/), hung),
    ),
    step(
      words(
        '点“贴好了，拍张照”，选贴在哪里，拍一张（练习时拍什么都行），点“记下”。',
        'Tap ‘It hangs: take a photo’, choose where, take any photo, and record it.',
      ),
      words('贴好了', 'It hangs'),
      hung,
    ),
  ],
  questions: [
    {
      ask: words('照片要拍成什么样？', 'What should the photo show?'),
      answers: [
        words('站远一点，整面墙和纸都在里面', 'The sheet and the wall around it'),
        words('只拍字', 'Only the text'),
        words('拍张自拍', 'Myself'),
      ],
      why: words(
        '一看就知道贴在哪面墙上，才算证明。',
        'It proves something only when one sees which wall it is.',
      ),
    },
    {
      ask: words('贴好的时间要自己填吗？', 'Do I type the time?'),
      answers: [
        words('不用，手机自动记', 'No, the phone notes it'),
        words('要填', 'Yes'),
        words('填公告上的日子', 'The notice’s day'),
      ],
      why: words(
        '时间自动记，补拍的一看就知道，所以贴好就拍。',
        'It is noted by itself: take the photo when you hang it.',
      ),
    },
    {
      ask: words(
        '公示要贴 7 天，第 3 天被雨淋掉了，怎么办？',
        'A sheet must hang 7 days and is lost on day 3. What now?',
      ),
      answers: [
        words('重新贴上、拍照，少了的日子补足', 'Hang it again, photo, and make up the days'),
        words('算了，平板上有', 'Leave it, the tablet has it'),
        words('等到期再说', 'Wait for the end'),
      ],
      why: words('墙上没有的日子不算数。', 'Days on which it did not hang do not count.'),
    },
  ],
};

const handedIn = ({ requests }: { requests: number }): boolean => requests > 0;

export const REQUEST: Lesson = {
  id: 'request',
  version: 1,
  minutes: 5,
  start: '/b/v1',
  title: words('有人来申请公开', 'A request at the counter'),
  aim: words(
    '会替来人填申请，把回执号交给他。',
    'You can write a request down and hand over its receipt code.',
  ),
  steps: [
    step(
      words('在公开栏最下面点“申请公开信息”。', 'At the end of the board tap ‘Ask for information’.'),
      words('申请公开信息', 'Ask for information'),
      either(opened(/^\/ask/), handedIn),
    ),
    step(
      words(
        '点“开始填写”，来源选“来人口头申请”，一题一题替他填（人和号码都编一个，别用真的），最后交上去。',
        'Begin, choose ‘spoken at the counter’, answer the questions with made-up data, and hand it in.',
      ),
      words('开始填写', 'Begin'),
      handedIn,
    ),
  ],
  questions: [
    {
      ask: words('回执号交给谁？', 'Who gets the receipt code?'),
      answers: [
        words('交给申请的人', 'The person who asks'),
        words('我替他留着', 'I keep it'),
        words('贴在公开栏上', 'It goes on the board'),
      ],
      why: words(
        '凭这个号才能看答复，手机里不留底。',
        'Only the code opens the answer; the phone keeps nothing.',
      ),
    },
    {
      ask: words('乡里多少天内要答复？', 'How soon must the township answer?'),
      answers: [
        words('20 个工作日内', 'Within 20 working days'),
        words('当天', 'The same day'),
        words('没有规定', 'There is no term'),
      ],
      why: words(
        '政府信息公开条例第三十三条：不能当场答复的，20 个工作日内答复。',
        'Regulation on open government information, art. 33: 20 working days.',
      ),
    },
    {
      ask: words('他不会写字，行不行？', 'He cannot write. May he ask?'),
      answers: [
        words('行，他说我写，念给他听', 'Yes: he speaks, I write and read it to him'),
        words('不行，要书面的', 'No, it must be in writing'),
        words('让他找人写好再来', 'He must bring a writer'),
      ],
      why: words(
        '条例第二十九条：书面有困难的可以口头提出，由受理的代填。',
        'Art. 29: it may be spoken, and is written down for him.',
      ),
    },
  ],
};

const toldNothing = signed('notice.published', ({ kind }) => kind === 'nothing');

export const NOTHING: Lesson = {
  id: 'nothing',
  version: 1,
  minutes: 3,
  start: '/',
  title: words('这期没有，也要说', 'Nothing to report'),
  aim: words('会看这周该办什么，没有的一点就公开。', 'You see what is due, and say ‘nothing’ with one tap.'),
  steps: [
    step(
      words('点“这周该办的”。', 'Tap ‘Yours this week’.'),
      words('这周该办的', 'Yours this week'),
      either(opened(/^\/due/), toldNothing),
    ),
    step(
      words(
        '挑一件，点“本期没有”，再点“没有，就这样公开”。',
        'Take one, tap ‘nothing to report’, and confirm.',
      ),
      words('本期没有', 'Nothing to report'),
      toldNothing,
    ),
  ],
  questions: [
    {
      ask: words(
        '这个月没有救灾款，要不要公开？',
        'No relief money this month. Is there anything to publish?',
      ),
      answers: [
        words('要，点“本期没有”', 'Yes: ‘nothing to report’'),
        words('不用管', 'No'),
        words('等下个月一起', 'Together with next month'),
      ],
      why: words(
        '不说，公开栏上就写着“该公开还没公开”。',
        'Silence stands on the board as ‘due and not published’.',
      ),
    },
    {
      ask: words('点了“本期没有”，后来发现有，怎么办？', 'It turns out that there was something. What now?'),
      answers: [
        words('再写一条就行', 'Write another notice'),
        words('不能再改了', 'It is too late'),
        words('把前一条删掉', 'Delete the first one'),
      ],
      why: words('前面说的留着，后面补上，都看得见。', 'Both stay, and both are seen.'),
    },
    {
      ask: words('“本期没有”签的是谁的名？', 'Whose name is under it?'),
      answers: [
        words('我的，也写着负责人', 'Mine, with the person in charge'),
        words('没有人的', 'Nobody’s'),
        words('乡里的', 'The township’s'),
      ],
      why: words('没有也是公开，也要有人负责。', 'Nothing is also published, and somebody answers for it.'),
    },
  ],
};

const searched = opened(/\/find\/?\?.*q=[^&]+/);

export const SEARCH: Lesson = {
  id: 'search',
  version: 1,
  minutes: 3,
  start: '/b/v1',
  title: words('替群众找一条', 'Find something for somebody'),
  aim: words('几个字就能找到以前的公告。', 'A few characters find any notice.'),
  steps: [
    step(words('点“找一找”。', 'Tap ‘Find’.'), words('找一找', 'Find'), opened(/\/find/)),
    step(words('输入“书屋”两个字。', 'Type ‘书屋’.'), null, searched),
    step(
      words('打开找到的那一条。', 'Open what was found.'),
      words('农家书屋开放时间', '农家书屋开放时间'),
      ({ places }) => {
        const asked = places.findIndex((place) => /\/find\/?\?.*q=[^&]+/.test(place));
        return asked !== -1 && places.slice(asked).some((place) => /^\/b\/[^/]+\/n\/[0-9a-f]+$/.test(place));
      },
    ),
  ],
  questions: [
    {
      ask: words('没有网，能找吗？', 'Can one search without a network?'),
      answers: [
        words('能，公告都在手机里', 'Yes, the notices are in the phone'),
        words('不能', 'No'),
        words('只能找今天的', 'Only today’s'),
      ],
      why: words('看过的、收到过的都存在手机里。', 'What has come is kept in the phone.'),
    },
    {
      ask: words(
        '有人想看自己领了多少，最快怎么找？',
        'Somebody wants to see what he got. What is quickest?',
      ),
      answers: [
        words('点“找我的名字”', 'Tap ‘Find my name’'),
        words('一条一条翻', 'Look through all'),
        words('打电话问乡里', 'Ring the township'),
      ],
      why: words(
        '名字只在手机里比对，不会留下，也不会发出去。',
        'The name is compared here and is not kept.',
      ),
    },
    {
      ask: words('要找的公开栏上没有，怎么办？', 'It is not on the board. What now?'),
      answers: [
        words('帮他“申请公开信息”', 'Help him ask for it'),
        words('告诉他没有', 'Tell him that there is none'),
        words('让他去县里', 'Send him to the county'),
      ],
      why: words('没公开的可以申请，乡里要答复。', 'What is not published can be asked for.'),
    },
  ],
};
