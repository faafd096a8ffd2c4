/** An annual report as one page that needs nothing else and prints on A4. */
import { type Edits, textOf } from '../domain/report/annual.ts';
import {
  type Block,
  groupedColumns,
  headCells,
  type Report,
  type TableBlock,
} from '../domain/report/model.ts';
import { escaped } from './html.ts';

const STYLE = `@page{size:A4;margin:37mm 26mm 35mm 28mm}body{max-width:44em;margin:2em auto;padding:0 1em;font:16px/1.9 FangSong,STFangsong,仿宋,serif;color:#111;background:#fff}h1{font:700 1.7em/1.4 SimSun,宋体,serif;text-align:center;margin:1em 0}h2{font:700 1.1em/1.9 SimHei,黑体,sans-serif}h3{font:700 1em/1.9 KaiTi,楷体,serif;margin:.4em 0}p{margin:0;text-indent:2em}table{width:100%;border-collapse:collapse;font:13px/1.5 SimSun,宋体,serif;margin:.6em 0 1em}caption{text-align:left;font-weight:700}th,td{border:1px solid #333;padding:3px 6px;text-align:center}tbody th{text-align:left;font-weight:400}.l0{font-weight:700}.l2{padding-left:2em}thead{display:table-header-group}tr{break-inside:avoid}.signed{text-align:right}`;

const row = ({ name, level, cells }: TableBlock['rows'][number], columns: number): string =>
  `<tr><th scope="row" class="l${level}">${escaped(name)}</th>${Array.from({ length: columns }, (_, at) => `<td>${escaped(String(cells[at] ?? ''))}</td>`).join('')}</tr>`;

function head(block: TableBlock): string {
  const under = groupedColumns(block);
  const rows = under.length > 0 ? 2 : 1;
  const first = [{ name: '项目', span: 1, down: true }, ...headCells(block)].map(
    ({ name, span, down }) =>
      `<th scope="${down ? 'col' : 'colgroup'}" rowspan="${down ? rows : 1}" colspan="${span}">${escaped(name)}</th>`,
  );
  const second = under.map((name) => `<th scope="col">${escaped(name)}</th>`);
  return `<tr>${first.join('')}</tr>${rows === 2 ? `<tr>${second.join('')}</tr>` : ''}`;
}

const table = (block: TableBlock): string => {
  const { caption, columns, rows } = block;
  const body = rows.map((one) => row(one, columns.length)).join('');
  return `<table>${caption ? `<caption>${escaped(caption)}</caption>` : ''}<thead>${head(block)}</thead><tbody>${body}</tbody></table>`;
};

const block = (one: Block, edits: Edits): string =>
  one.kind === 'table'
    ? table(one)
    : `${one.heading ? `<h3>${escaped(one.heading)}</h3>` : ''}${textOf(one, edits)
        .split('\n')
        .filter(Boolean)
        .map((line) => `<p>${escaped(line)}</p>`)
        .join('')}`;

/** The page. @param signed who releases it, and the day in words. */
export const reportHtml = (report: Report, edits: Edits, signed: { by: string; day: string }): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(report.title)}</title><style>${STYLE}</style></head><body><h1>${escaped(report.title)}</h1>${report.parts
    .map(
      ({ heading, blocks }) =>
        `<section><h2>${escaped(heading)}</h2>${blocks.map((one) => block(one, edits)).join('')}</section>`,
    )
    .join(
      '',
    )}<p class="signed">${escaped(signed.by)}</p><p class="signed">${escaped(signed.day)}</p></body></html>\n`;
