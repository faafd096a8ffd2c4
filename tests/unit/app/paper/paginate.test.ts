import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paginate, type Piece } from '../../../../src/app/paper/paginate.ts';

const piece = (height: number, part: Partial<Piece> = {}): Piece => ({
  height,
  before: 0,
  keep: false,
  head: null,
  ...part,
});
const row = (keep = false): Piece => piece(10, { keep, head: { key: 'list', height: 20 } });
const on = (room: number) => () => room;

describe('the pages of a sheet', () => {
  it('is one page when all of it fits', () => {
    expect(paginate([piece(40), piece(60)], on(100))).toEqual([0]);
    expect(paginate([], on(100))).toEqual([0]);
  });

  it('begins a new page before what does not fit, and drops the space above it', () => {
    expect(paginate([piece(60), piece(90, { before: 20 }), piece(10)], on(100))).toEqual([0, 1]);
  });

  it('leaves room for the header of a table on every page', () => {
    // 20 for the header and eight rows of 10.
    expect(
      paginate(
        Array.from({ length: 20 }, () => row()),
        on(100),
      ),
    ).toEqual([0, 8, 16]);
  });

  it('never leaves a heading, or a row above its total, alone', () => {
    expect(paginate([piece(80), piece(10, { keep: true }), piece(30)], on(100))).toEqual([0, 1]);
    const rows = [...Array.from({ length: 7 }, () => row()), row(true), row()];
    expect(paginate(rows, on(100))).toEqual([0, 7]);
  });

  it('gives the first page the room that its larger foot leaves', () => {
    expect(paginate([piece(50), piece(50), piece(50)], (page) => (page === 0 ? 50 : 100))).toEqual([0, 1]);
  });

  it('places a piece that is higher than a page on one of its own', () => {
    expect(paginate([piece(10), piece(500), piece(10)], on(100))).toEqual([0, 1, 2]);
  });

  it('loses nothing, repeats nothing, and overfills no page that could be cut', () => {
    const pieces = fc.array(
      fc.record({
        height: fc.nat({ max: 60 }),
        before: fc.nat({ max: 15 }),
        keep: fc.boolean(),
        head: fc.option(fc.record({ key: fc.constantFrom('a', 'b'), height: fc.nat({ max: 20 }) })),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(pieces, fc.integer({ min: 90, max: 300 }), (all, room) => {
        const starts = paginate(all, on(room));
        expect(starts[0]).toBe(0);
        for (const [page, start] of starts.entries()) {
          const end = starts[page + 1] ?? all.length;
          if (page > 0) expect(start).toBeGreaterThan(starts[page - 1]!);
          const shown = all.slice(start, end);
          let key: string | null = null;
          let used = 0;
          for (const [at, one] of shown.entries()) {
            used += (at === 0 ? 0 : one.before) + one.height;
            if (one.head && one.head.key !== key) used += one.head.height;
            key = one.head?.key ?? null;
          }
          if (shown.length > 1) expect(used).toBeLessThanOrEqual(room);
        }
      }),
    );
  });
});
