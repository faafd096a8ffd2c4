/** What a year's page found out about itself, in plain words: what was proved, what does not fit, and what nobody proved. */
import type { Audit } from '../../audit/audit.ts';
import { FINDINGS, type Finding } from '../../audit/findings.ts';
import { type Html, html } from '../../public/html.ts';

/** Where what is shown is not what was signed. `title` as signed, or as shown where nothing was signed. */
export type Difference =
  | { what: 'changed' | 'left-out' | 'added'; title: string }
  /** Head, list or raw log. */
  | { what: 'frame' }
  /** Something that the page was not made with. */
  | { what: 'stranger' }
  /** The records are so damaged that nothing can be compared. */
  | { what: 'unreadable' };

export interface Checked {
  audit: Audit;
  differences: Difference[];
  year: number;
  notices: number;
  photos: number;
  /** Files that the records name and that are not in the page. */
  elsewhere: number;
  /** Titles by stream and number of the record. */
  titles: Map<string, string>;
}

/** A sentence in Chinese and in English. */
type Line = readonly [string, string];

/** Findings and differences shown one by one; the rest is counted. */
const SHOWN = 20;

function differenceLine(one: Difference): Line {
  switch (one.what) {
    case 'changed':
      return [`《${one.title}》：显示的和签过名的不一样`, 'what is shown is not what was signed'];
    case 'left-out':
      return [`《${one.title}》：签过名，这一页却没有显示`, 'it was signed, and is not shown'];
    case 'added':
      return [`《${one.title}》：显示出来了，签过名的记录里却没有`, 'it is shown, and was never signed'];
    case 'frame':
      return [
        '抬头、目录或原始记录那一栏被改过',
        'the head of the page, its list or its raw records were changed',
      ];
    case 'stranger':
      return [
        '页面里多了别的东西（也可能是浏览器的插件放的）',
        'something was added to the page, perhaps by an extension of the browser',
      ];
    case 'unreadable':
      return [
        '原始记录坏了，没法和显示的文字对照',
        'the records are too damaged to compare what is shown with them',
      ];
  }
}

/** The place of a record is counted from 1, as people do. */
function findingLine({ code, stream, number, to }: Finding, titles: Map<string, string>): Line {
  const [zh, en] = FINDINGS[code];
  const title = number === undefined ? undefined : titles.get(`${stream}#${number}`);
  const log = stream.endsWith('/registry') ? '登记簿' : '公开簿';
  const range = to === undefined || to === (number ?? 0) + 1 ? '' : `到第 ${to} 条`;
  const place = number === undefined ? log : `${log}第 ${number + 1} 条${range}`;
  return [`${place}${title !== undefined && range === '' ? `《${title}》` : ''}：${zh}`, en];
}

const provedLines = ({ audit, notices, photos, year }: Checked): Line[] => [
  [
    `原始记录 ${audit.events} 条，从建簿到 ${year} 年年底一条不多、一条不少，次序没有动：和${audit.name}签过的簿头对得上。`,
    `All ${audit.events} records up to the end of ${year} are here, in their order: they fit the heads that the township signed.`,
  ],
  [
    '每一条都由当时登记过的设备签名，正文一个字也没有改。',
    'Each record was signed by a device that was enrolled then, and its text is the one that was signed.',
  ],
  [
    `下面显示的 ${notices} 件事${photos > 0 ? `、${photos} 张照片` : ''}，就是签过名的那些。`,
    `The ${notices} notices and ${photos} photos shown are the ones that were signed.`,
  ],
];

const elsewhereLine = (count: number): Line => [
  `不在这一页里的 ${count} 个照片和附件：在档案包的 data/files 里，文件名就是内容的指纹。`,
  `${count} photos and attachments that are not in this page: they lie in data/files of the archive.`,
];
const erasedLine = (count: number): Line => [
  `${count} 条记录的正文：依法删除了，只留下它存在过的凭据。`,
  `The texts of ${count} records: they were erased by law; what is left proves that they were there.`,
];

const openLines = ({ audit, elsewhere, year }: Checked): Line[] => [
  [
    '写的是不是事实：能证明的只是谁在什么时候公开了什么，后来没有改过。',
    'Whether what it says is true: only who published what, when, and that it was not changed since.',
  ],
  [
    `是不是真的${audit.name || '那个乡镇'}：请把编号 ${groups(audit.township ?? '')} 和乡镇恢复纸上的、或别处留的档案对一对。`,
    'Whether it is the real township: compare this number with its recovery sheet or another copy.',
  ],
  [
    `${year} 年年底以后的更正和撤回不在这一页。`,
    `What was corrected or withdrawn after ${year} is not in this page.`,
  ],
  [
    '核对程序自己：它也在这个文件里。不放心的，请用档案包里的 verify.py，或和别处的一份比。',
    'The checking program itself: it is part of this file. Use verify.py of the archive, or compare with another copy.',
  ],
  ...(elsewhere > 0 ? [elsewhereLine(elsewhere)] : []),
  ...(audit.erased > 0 ? [erasedLine(audit.erased)] : []),
];

/** An id in groups of four, as people compare it. */
const groups = (id: string): string => id.replace(/(.{4})(?=.)/g, '$1 ');

const lines = (all: Line[]): Html =>
  html`<ul>
    ${all.map(
      ([zh, en]) =>
        html`<li>
          ${zh}
          <div class="second" lang="en">${en}</div>
        </li>`,
    )}
  </ul>`;

export const isWhole = ({ audit, differences }: Pick<Checked, 'audit' | 'differences'>): boolean =>
  audit.findings.length === 0 && differences.length === 0;

/** The box at the head of the page, filled. */
export function verdictHtml(checked: Checked): Html {
  const open = html`<details>
    <summary>没有证明的 · What is not proved</summary>
    ${lines(openLines(checked))}
  </details>`;
  if (isWhole(checked))
    return html`<h2>✓ 刚刚核对过，没有改动</h2>
      <p>记录、签名和下面显示的文字，都对得上。</p>
      <p class="second" lang="en">Checked by this page itself just now: nothing was changed.</p>
      <details>
        <summary>证明了什么 · What was proved</summary>
        ${lines(provedLines(checked))}
      </details>
      ${open}`;
  const wrong = [
    ...checked.differences.map(differenceLine),
    ...checked.audit.findings.map((finding) => findingLine(finding, checked.titles)),
  ];
  return html`<h2>✗ 这个文件被改过，不能当凭据</h2>
    <p class="second" lang="en">This file was changed, and is no evidence.</p>
    ${lines(wrong.slice(0, SHOWN))}
    ${wrong.length > SHOWN && html`<p>还有 ${wrong.length - SHOWN} 处 · more</p>`}
    <p>请向乡镇或别处要一份没有改过的。</p>
    ${open}`;
}
