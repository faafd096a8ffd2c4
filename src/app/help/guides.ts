/** One-page guides as data: steps, each with a picture that `npm run guides` takes from the running app. */
import type { Words } from '../../domain/lesson/lesson.ts';

export interface Guide {
  id: string;
  title: Words;
  /** Exactly three, one beside another on a sheet. */
  steps: [Words, Words, Words];
}

const w = (zh: string, en: string): Words => ({ zh, en });

export const GUIDES: readonly Guide[] = [
  {
    id: 'post',
    title: w('发一条公告', 'Post a notice'),
    steps: [
      w('点“写公告”，再点“写一条新公告”。', 'Tap ‘Write’, then ‘Write a new notice’.'),
      w('选“公开什么”，写标题、负责人、内容，点“公开”。', 'Choose the matter, write, and tap ‘Publish’.'),
      w('等到“乡里收到”打上勾，才算发出去。', 'It is out when the township has taken it in.'),
    ],
  },
  {
    id: 'correct',
    title: w('写错了，更正', 'Correct a mistake'),
    steps: [
      w('打开写错的那一条，点“更正”。', 'Open the notice and tap ‘Correct’.'),
      w('改对，写上为什么更正。', 'Put it right and say why.'),
      w('点“公开更正”。旧的留在历史里。', 'Publish it. The old text stays in the history.'),
    ],
  },
  {
    id: 'proof',
    title: w('贴上墙，拍照留证', 'Hang it up, with a photo'),
    steps: [
      w('打开公告，点“张贴、广播、走到了哪一步”。', 'Open the notice, tap ‘Walls, broadcast’.'),
      w('点“贴好了，拍张照”，选贴在哪里。', 'Tap ‘It hangs’ and choose the place.'),
      w('拍整面墙，点“记下：贴好了”。', 'Photograph the wall and record it.'),
    ],
  },
  {
    id: 'nothing',
    title: w('这期没有，也要说', 'Nothing to report'),
    steps: [
      w('在首页点“这周该办的”。', 'Tap ‘Yours this week’.'),
      w('没有要公开的，点“本期没有”。', 'Tap ‘Nothing to report’.'),
      w('点“没有，就这样公开”。', 'Confirm.'),
    ],
  },
  {
    id: 'request',
    title: w('有人来申请公开', 'A request at the counter'),
    steps: [
      w('公开栏最下面，点“申请公开信息”。', 'At the end of the board tap ‘Ask for information’.'),
      w('点“开始填写”，他说您写，念给他听。', 'Begin; he speaks, you write and read it to him.'),
      w('来源选“来人口头申请”；最后回执号交给他。', 'Choose how it came; the code is his.'),
    ],
  },
  {
    id: 'search',
    title: w('替群众找一条', 'Find something'),
    steps: [
      w('在公开栏点“找一找”。', 'Tap ‘Find’ on the board.'),
      w('输入几个字。', 'Type a few characters.'),
      w('打开找到的那一条。', 'Open what was found.'),
    ],
  },
];

/** Where a picture stands on the server. Not kept on every device: a guide is printed where there is a network. */
export const pictureOf = (guide: string, step: number): string => `/guides/${guide}-${step + 1}.webp`;
