import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../../../src/server/public/html.ts';
import {
  headingRun,
  pagesOf,
  paragraphRun,
  partHtml,
  piecesOfText,
  type Run,
  runHtml,
} from '../../../../src/server/public/runs.ts';
import { WORDS } from '../../../../src/server/public/words.ts';

const words = WORDS.zh;
const weigh = (text: string): number => Buffer.byteLength(text);

const listRun = (items: string[]): Run => ({
  pieces: items.map((item) => html`<li>${item}</li>`),
  whole: (pieces) =>
    html`<ul>
      ${pieces}
    </ul>`,
});

const text = fc.string({
  unit: fc.constantFrom('字', '。', '"', '*', '＊', '😀', ' ', 'a'),
  maxLength: 4_000,
});
const run: fc.Arbitrary<Run> = fc.oneof(
  text.map((one) => paragraphRun(one, words)),
  fc
    .array(
      text.map((one) => one.slice(0, 200)),
      { minLength: 1, maxLength: 30 },
    )
    .map(listRun),
  fc.constant(headingRun('标题')),
);
/** A piece of text weighs at most this, and a heading less. */
const LARGEST = 3_000;

describe('a long notice over several pages', () => {
  it('loses nothing and says nothing twice, in its order', () => {
    fc.assert(
      fc.property(
        fc.array(run, { maxLength: 12 }),
        fc.integer({ min: LARGEST, max: 20_000 }),
        (runs, room) => {
          const said = pagesOf(runs, room)
            .flat()
            .flatMap((part) => part.run.pieces.slice(part.from, part.to));
          expect(said).toEqual(runs.flatMap(({ pieces }) => pieces));
        },
      ),
    );
  });

  it('never gives a page more than there is room for', () => {
    fc.assert(
      fc.property(
        fc.array(run, { maxLength: 12 }),
        fc.integer({ min: LARGEST, max: 20_000 }),
        (runs, room) => {
          for (const page of pagesOf(runs, room))
            expect(page.reduce((sum, part) => sum + weigh(partHtml(part).text), 0)).toBeLessThanOrEqual(room);
        },
      ),
    );
  });

  it('never ends a page with a heading, but the last', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 12 }), (runs) => {
        for (const page of pagesOf(runs, 4_000).slice(0, -1))
          expect(page.length > 1 && page.at(-1)!.run.isHeading === true && !page.at(-2)!.run.isHeading).toBe(
            false,
          );
      }),
    );
  });

  it('is one page where all of it fits, and one empty page where there is nothing', () => {
    expect(pagesOf([paragraphRun('一句话。', words), listRun(['一', '二'])], 1_000)).toHaveLength(1);
    expect(pagesOf([], 1_000)).toEqual([[]]);
  });
});

describe('a long paragraph', () => {
  it('says the same in pieces, marks what is hidden, and cuts no sign in two', () => {
    fc.assert(
      fc.property(text, (one) => {
        const plain = (markup: string): string => markup.replaceAll(/<[^>]*>/g, '');
        expect(plain(runHtml(paragraphRun(one, words)).text)).toBe(plain(html`${one}`.text));
        for (const piece of piecesOfText(one, words)) expect(piece.text).not.toMatch(/\ufffd/);
      }),
    );
  });

  it('is cut after a sentence', () => {
    const pieces = piecesOfText('说明这件事的来龙去脉。'.repeat(200), words);
    expect(pieces.length).toBeGreaterThan(1);
    for (const { text: own } of pieces) expect(own.endsWith('。')).toBe(true);
  });

  it('keeps hidden figures hidden wherever it is cut', () => {
    const [stars] = [`${'字'.repeat(600)}****${'字'.repeat(600)}`];
    const marked = piecesOfText(stars, words)
      .map(({ text: own }) => own)
      .join('');
    expect(
      marked
        .match(/<span class="masked"[^>]*>[*]{2,}<\/span>/g)
        ?.join('')
        .match(/\*/g),
    ).toHaveLength(4);
  });
});
