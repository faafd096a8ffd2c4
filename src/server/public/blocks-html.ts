/** A notice's blocks as runs of HTML: tables as tables, steps as steps. What they say comes from domain/kind/blocks. */
import type { Block, Fact } from '../../domain/kind/blocks.ts';
import { type Html, html } from './html.ts';
import { masked } from './masked.ts';
import { headingRun, paragraphRun, piecesOfText, plainRun, type Run } from './runs.ts';
import type { Words } from './words.ts';

type TableBlock = Extract<Block, { type: 'table' }>;
type SumBlock = Extract<Block, { type: 'sum' }>;

/** Dates and numbers of vouchers stay in one line. */
const ONE_LINE = /^[\d.,:/\-\s]{1,16}$/;
/** Hidden places in one cell that are marked. */
const MASKS = 3;

/** Rows on a page stand under the table's head; its totals under the last. */
function tableRun(block: TableBlock, words: Words): Run {
  const all = block.rows.length;
  const align = (column: number): string => (block.columns[column]?.align === 'end' ? 'n' : 't');
  const row = (texts: string[]): Html =>
    html`<tr>
      ${texts.map(
        (text, column) =>
          html`<td class="${align(column)}${ONE_LINE.test(text) && ' d'}">${masked(text, words, MASKS)}</td>`,
      )}
    </tr>`;
  const { totals } = block;
  const whole = (rows: Html[], from: number): Html => {
    const to = from + rows.length;
    // Weighed without rows, it is as heavy as it can be.
    const isPart = rows.length < all;
    return html`<div class="wide" tabindex="0" role="group" aria-label="${block.name}">
        <table>
          <thead>
            <tr>
              ${block.columns.map((one, column) => html`<th scope="col" class="${align(column)}">${one.name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
          ${
            totals &&
            (to >= all || rows.length === 0) &&
            html`<tfoot>
              ${row(totals)}
            </tfoot>`
          }
        </table>
      </div>
      ${isPart && html`<p class="pager">${words.rowsShown(from + 1, to, all)}</p>`}`;
  };
  return { pieces: block.rows.map(row), whole };
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

/** A long value goes on under its label said again. */
const factPieces = ({ label, value }: Fact, words: Words): Html[] =>
  piecesOfText(value, words).map(
    (piece, at) =>
      html`<div>
        <dt>${at === 0 ? label : words.continued(label)}</dt>
        <dd>${piece}</dd>
      </div>`,
  );

function runOf(block: Block, words: Words): Run {
  const items = (all: string[]): Html[] => all.map((item) => html`<li>${masked(item, words)}</li>`);
  switch (block.type) {
    case 'heading':
      return headingRun(block.text);
    case 'paragraph':
    case 'note':
      return paragraphRun(block.text, words);
    case 'facts':
      return {
        pieces: block.facts.flatMap((fact) => factPieces(fact, words)),
        whole: (pieces) => html`<dl class="facts">${pieces}</dl>`,
      };
    case 'steps':
      return {
        pieces: items(block.items),
        whole: (pieces, from) =>
          from === 0
            ? html`<ol>
                ${pieces}
              </ol>`
            : html`<ol start="${from + 1}">
                ${pieces}
              </ol>`,
      };
    case 'list':
      return {
        pieces: items(block.items),
        whole: (pieces) =>
          html`<ul>
            ${pieces}
          </ul>`,
      };
    case 'sum':
      return plainRun([sum(block, words)]);
    case 'table':
      return tableRun(block, words);
  }
}

export const blockRuns = (blocks: Block[], words: Words): Run[] => blocks.map((block) => runOf(block, words));
