/** A notice's blocks as HTML: tables as tables, steps as steps. What they say comes from domain/kind/blocks. */
import type { Block } from '../../domain/kind/blocks.ts';
import { type Html, html } from './html.ts';
import type { Words } from './words.ts';

const STARS = /([*＊]{2,})/;

/** Figures that were hidden before publication look hidden, and are said to be. */
export const masked = (text: string, words: Words): Html => {
  if (!STARS.test(text)) return html`${text}`;
  const pieces = text.split(STARS);
  return html`${pieces.map((piece, at) =>
    at % 2 === 1 ? html`<span class="masked" title="${words.masked}">${piece}</span>` : piece,
  )}`;
};

type TableBlock = Extract<Block, { type: 'table' }>;
type SumBlock = Extract<Block, { type: 'sum' }>;

/** Dates and numbers of vouchers stay in one line. */
const ONE_LINE = /^[\d.,:/\-\s]{1,16}$/;

/** Which rows of a table stand on this page. */
export interface Rows {
  from: number;
  to: number;
}

export interface BlockOptions {
  words: Words;
  /** Rows of the table at this place among the blocks. */
  rowsOf: (at: number, table: TableBlock) => Rows;
  /** Address of the page on which a table's rows begin at `from`. */
  addressOf: (at: number, from: number) => string;
}

/** The links above and below that lead to the other rows. */
function pager(at: number, table: TableBlock, { from, to }: Rows, options: BlockOptions): Html | null {
  const all = table.rows.length;
  if (from === 0 && to >= all) return null;
  const { words, addressOf } = options;
  const size = to - from;
  const before = Math.max(0, from - size);
  return html`<p class="pager">
    ${words.rowsShown(from + 1, to, all)}
    ${from > 0 && html`<a class="button" href="${addressOf(at, before)}">${words.rowsBefore}</a>`}
    ${to < all && html`<a class="button" href="${addressOf(at, to)}">${words.rowsNext}</a>`}
  </p>`;
}

function table(block: TableBlock, at: number, options: BlockOptions): Html {
  const rows = options.rowsOf(at, block);
  const align = (column: number): string => (block.columns[column]?.align === 'end' ? 'n' : 't');
  const cells = (texts: string[]): Html[] =>
    texts.map(
      (text, column) =>
        html`<td class="${align(column)}${ONE_LINE.test(text) && ' d'}">${masked(text, options.words)}</td>`,
    );
  const isLast = rows.to >= block.rows.length;
  return html`<div class="wide" tabindex="0" role="group" aria-label="${block.name}">
      <table>
        <thead>
          <tr>
            ${block.columns.map((one, column) => html`<th scope="col" class="${align(column)}">${one.name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${block.rows.slice(rows.from, rows.to).map(
            (row) =>
              html`<tr>
                ${cells(row)}
              </tr>`,
          )}
        </tbody>
        ${
          isLast &&
          block.totals &&
          html`<tfoot>
            <tr>
              ${cells(block.totals)}
            </tr>
          </tfoot>`
        }
      </table>
    </div>
    ${pager(at, block, rows, options)}`;
}

const sum = (block: SumBlock, words: Words): Html =>
  html`<dl class="sum">
    ${[...block.parts, { ...block.result, sign: '=' }].map(
      ({ label, value, sign }) =>
        html`<div>
          <dt><span class="sign">${sign}</span>${label}</dt>
          <dd>${masked(value, words)}</dd>
        </div>`,
    )}
  </dl>`;

function one(block: Block, at: number, options: BlockOptions): Html {
  const { words } = options;
  switch (block.type) {
    case 'heading':
      return html`<h2>${block.text}</h2>`;
    case 'paragraph':
    case 'note':
      return html`<p>${masked(block.text, words)}</p>`;
    case 'facts':
      return html`<dl class="facts">
        ${block.facts.map(
          ({ label, value }) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${masked(value, words)}</dd>
            </div>`,
        )}
      </dl>`;
    case 'steps':
      return html`<ol>
        ${block.items.map((item) => html`<li>${masked(item, words)}</li>`)}
      </ol>`;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${masked(item, words)}</li>`)}
      </ul>`;
    case 'sum':
      return sum(block, words);
    case 'table':
      return table(block, at, options);
  }
}

export const blocksHtml = (blocks: Block[], options: BlockOptions): Html[] =>
  blocks.map((block, at) => one(block, at, options));
