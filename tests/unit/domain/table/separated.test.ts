import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Separator } from '../../../../src/domain/table/separated.ts';
import { rowsOfText, separatedRows, separatorOf } from '../../../../src/domain/table/separated.ts';

const quoted = (cell: string): string =>
  /[\t\r\n",;，|]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;

describe('text with separators', () => {
  it('comes back as it was written, whatever the cells hold', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '村', ',', '"', '\n', '\t', ';', ' ', '1'),
      maxLength: 6,
    });
    const rows = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom<Separator>('\t', ','),
        fc.constantFrom('\n', '\r\n'),
        (written, separator, end) => {
          const text = written.map((row) => row.map(quoted).join(separator)).join(end) + end;
          expect(rowsOfText(text, separator)).toEqual(written);
        },
      ),
      { seed: 4, numRuns: 500 },
    );
  });

  it('is read without ever failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Array.isArray(separatedRows(text))).toBe(true);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it.each([
    ['a\tb\nc\td', '\t'],
    ['姓名,金额\n李某,"1,281.25"\n王某,3', ','],
    ['a;b;c\n1,5;2;3', ';'],
    ['姓名，金额\n李某，3', '，'],
    ['一行字', '\t'],
  ])('%j is separated by %j', (text, separator) => {
    expect(separatorOf(text)).toBe(separator);
  });

  it('that is badly quoted is read as it stands', () => {
    expect(rowsOfText('"李某,3\n王"某",4', ',')).toEqual([
      ['"李某', '3'],
      ['王"某"', '4'],
    ]);
  });

  it('has rows of the same length', () => {
    expect(separatedRows('a,b,c\n1')).toEqual([
      ['a', 'b', 'c'],
      ['1', null, null],
    ]);
  });
});
