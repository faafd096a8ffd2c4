/** An archive's lists: the index as page and as table, and the tables in the notices. CSV is RFC 4180. */
import { currentRevision } from '../../domain/notice/notice.ts';
import { exactCsv } from '../../export/csv.ts';
import { type Html, html } from '../public/html.ts';
import { WORDS } from '../public/words.ts';
import { blocksOf, documentHtml } from './notice-html.ts';
import { type ArchivedNotice, fileNameOf } from './notices.ts';

export const pageOf = (one: ArchivedNotice): string => `notices/${one.unit}/${fileNameOf(one)}.html`;

function stateOf({ notice, after }: ArchivedNotice): string {
  const changes = notice.revisions.length - 1;
  const states = [
    notice.withdrawal && '已撤回',
    notice.broughtIn && '补录',
    !notice.withdrawal && !notice.broughtIn && changes > 0 && `更改 ${changes} 次`,
    after && WORDS.zh.mark.afterClosing[after.what](after.year),
  ];
  return states.filter(Boolean).join('，');
}

const cellsOf = (one: ArchivedNotice): string[] => {
  const { content } = currentRevision(one.notice);
  return [one.day, one.unitName, content.entry.name, content.title, content.officer, stateOf(one)];
};

/** Columns of the index as a table. */
export const INDEX_HEADINGS = ['日期', '单位', '目录条目', '标题', '责任人', '状态', '网页', '编号'];

export const indexRow = (one: ArchivedNotice): string[] => [...cellsOf(one), pageOf(one), one.notice.id];

export const indexCsv = (notices: ArchivedNotice[]): string =>
  exactCsv([INDEX_HEADINGS, ...notices.map(indexRow)]);

/** The orders in which people look; `column` is a place in `INDEX_HEADINGS`. */
export const ORDERS: { name: string; id: string; column: number }[] = [
  { name: '按日期', id: 'date', column: 0 },
  { name: '按单位', id: 'unit', column: 1 },
  { name: '按目录', id: 'entry', column: 2 },
  { name: '按责任人', id: 'officer', column: 4 },
];

function listBy(notices: ArchivedNotice[], { name, id, column }: (typeof ORDERS)[number]): Html {
  const groups = Map.groupBy(notices, (one) => (cellsOf(one)[column] ?? '').slice(0, column === 0 ? 7 : 99));
  const names = [...groups.keys()].toSorted();
  return html`<h2 id="${id}">${name}</h2>
    ${names.map((group) => {
      const own = groups.get(group) ?? [];
      return html`<details>
        <summary>${group || '（没有写）'}（${own.length}）</summary>
        <ul>
          ${own.map(
            (one) =>
              html`<li>
                ${one.day}
                <a href="${pageOf(one)}">${currentRevision(one.notice).content.title}</a> ${one.unitName}
                ${stateOf(one)}
              </li>`,
          )}
        </ul>
      </details>`;
    })}`;
}

export const indexHtml = (notices: ArchivedNotice[], township: string, year: number): string =>
  documentHtml(
    `${township} ${year} 年公开档案`,
    `${township} ${year} 年公开档案`,
    html`<p>
        共 ${notices.length} 件。同样的目录也在 <a href="index.xlsx">index.xlsx</a> 和
        <a href="index.csv">index.csv</a> 里，可以用表格软件打开。
      </p>
      <p class="links">${ORDERS.map(({ name, id }) => html`<a href="#${id}">${name}</a>`)}</p>
      ${ORDERS.map((order) => listBy(notices, order))}`,
  );

/** The tables in a notice, each as CSV, with its path. */
export function tablesOf(one: ArchivedNotice): [string, string][] {
  if (one.notice.withdrawal) return [];
  const tables = blocksOf(one.notice).flatMap((block) => (block.type === 'table' ? [block] : []));
  return tables.map(({ columns, rows, totals }, at) => [
    `tables/${one.unit}/${fileNameOf(one)}-${at + 1}.csv`,
    exactCsv([columns.map(({ name }) => name), ...rows, ...(totals ? [totals] : [])]),
  ]);
}
