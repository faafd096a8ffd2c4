import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LightNotice, LightOuting } from '../../../../src/domain/board/board.ts';
import { applyToBoard } from '../../../../src/domain/board/board.ts';
import { FORMS } from '../../../../src/domain/catalogue/entry.ts';
import { apart, byForm, countUnit, FIGURES, together } from '../../../../src/domain/counting/figures.ts';
import { hangingOf } from '../../../../src/domain/counting/hanging.ts';
import { EMPTY_REGISTRY, type Registry } from '../../../../src/domain/registry/registry.ts';
import { day, written } from '../due/sample.ts';
import { published } from '../samples.ts';

const YEAR = { first: day('2026-01-01'), last: day('2026-12-31') };

/** A light notice as the board folds it. */
const light = (n: number, part: Partial<LightNotice> = {}): LightNotice => {
  const { changed } = applyToBoard(new Map(), [published(n)], () => undefined);
  return { ...[...changed.values()][0]!.notices[0]!, ...part };
};
const outing = (
  id: string,
  form: LightOuting['form'],
  at: string,
  place: string | null = null,
): LightOuting => ({
  id,
  form,
  place,
  at,
  ended: null,
});

const place = (id: string, kind: 'board' | 'wall' | 'loudspeaker', closed = false) => ({
  id,
  unit: 'v1',
  kind,
  name: id,
  where: '',
  photo: null,
  closed,
});
const registry: Registry = {
  ...EMPTY_REGISTRY,
  catalogue: [written('general-affairs', { forms: ['paper'] })],
  places: {
    b: place('b', 'board'),
    w1: place('w1', 'wall'),
    w2: place('w2', 'wall', true),
    s: place('s', 'loudspeaker'),
  },
  placeDays: {
    b: { from: '2025-01-01T00:00:00.000Z', closed: null },
    w1: { from: '2026-06-30T16:00:00.000Z', closed: null },
    w2: { from: '2025-01-01T00:00:00.000Z', closed: '2025-12-31T15:59:59.000Z' },
    s: { from: '2025-01-01T00:00:00.000Z', closed: null },
  },
};
const count = (notices: LightNotice[], stretch = YEAR) => countUnit(registry, 'v1', notices, stretch);

describe('the counts of the report', () => {
  it('count a notice once, in the year of its first publication by the day in Shanghai, corrected or not', () => {
    const lastDay = light(1, { acceptedAt: '2026-12-31T15:59:59.999Z', corrections: 3 });
    const nextYear = light(2, { acceptedAt: '2026-12-31T16:00:00.000Z' });
    expect(count([lastDay, nextYear]).platform.map(({ notice }) => notice.id)).toEqual([lastDay.id]);
  });

  it('keep what was withdrawn, and show it apart, as what says that there was nothing', () => {
    const withdrawn = { acceptedAt: '2026-11-25T02:00:00.000Z', reason: '发重了' };
    const { platform } = count([light(1), light(2, { withdrawn }), light(3, { kind: 'nothing' })]);
    expect(platform).toHaveLength(3);
    expect(apart(platform)).toEqual({ withdrawn: 1, nothing: 1 });
  });

  it('count each pair of notice and form once, by the day of its first record', () => {
    const outings = [
      outing('2', 'broadcast', '2026-11-03T08:00:00.000+08:00'),
      outing('1', 'broadcast', '2026-10-31T08:00:00.000+08:00'),
      outing('3', 'paper', '2026-11-03T08:00:00.000+08:00', 'b'),
    ];
    const november = { first: day('2026-11-01'), last: day('2026-11-30') };
    expect(count([light(1, { outings })]).other.map(({ form, day: on }) => [form, on])).toEqual([
      ['paper', '2026-11-03'],
      ['broadcast', '2026-10-31'],
    ]);
    expect(count([light(1, { outings })], november).other.map(({ form }) => form)).toEqual(['paper']);
  });

  it('count guide and catalogue with the platform and by themselves', () => {
    const guide = light(1, { kind: 'disclosure-guide' });
    const supplement = light(2, { entry: 'gov-guide' });
    const found = count([guide, supplement, light(3)]);
    expect([found.platform.length, found.catalogue.length]).toEqual([3, 2]);
  });

  it('count boards and walls that were in use on a day of the stretch', () => {
    const spring = { first: day('2026-01-01'), last: day('2026-06-30') };
    expect(count([]).walls.map((one) => one.place.id)).toEqual(['w1']);
    expect(count([], spring).walls).toEqual([]);
    expect(
      count([], { first: day('2025-01-01'), last: day('2025-12-31') }).walls.map((one) => one.place.id),
    ).toEqual(['w2']);
    expect(count([]).boards).toHaveLength(1);
  });

  it('are the same whatever the order, add up over units, months and forms, and count nothing twice', () => {
    const notice = fc
      .record({
        n: fc.integer({ min: 0, max: 5_000 }),
        accepted: fc.integer({ min: 0, max: 364 }),
        made: fc.array(fc.record({ form: fc.constantFrom(...FORMS), on: fc.integer({ min: 0, max: 364 }) }), {
          maxLength: 5,
        }),
      })
      .map(({ n, accepted, made }) => {
        const at = (days: number): string => new Date(Date.UTC(2026, 0, 1 + days, 2)).toISOString();
        const outings = made.map(({ form, on }, index) => outing(`${n}-${index}`, form, at(on)));
        return light(n, { acceptedAt: at(accepted), outings });
      });
    const months = Array.from({ length: 12 }, (_, month) => ({
      first: new Date(Date.UTC(2026, month, 1)).toISOString().slice(0, 10) as never,
      last: new Date(Date.UTC(2026, month + 1, 0)).toISOString().slice(0, 10) as never,
    }));
    fc.assert(
      fc.property(fc.uniqueArray(notice, { selector: ({ id }) => id, maxLength: 20 }), (notices) => {
        const whole = count(notices);
        const ids = (records: { notice: LightNotice }[]) => records.map((one) => one.notice.id).sort();
        expect(ids(count([...notices].reverse()).platform)).toEqual(ids(whole.platform));
        expect(new Set(ids(whole.platform)).size).toBe(whole.platform.length);
        for (const figure of ['platform', 'other', 'catalogue'] as const) {
          const sum = months.reduce((total, month) => total + count(notices, month)[figure].length, 0);
          expect(sum).toBe(whole[figure].length);
        }
        const forms = Object.values(byForm(whole.other)).flat();
        expect(forms).toHaveLength(whole.other.length);
        const twice = together([whole, { ...whole, unit: 'v2' }]);
        for (const figure of FIGURES) expect(twice[figure].length).toBe(2 * whole[figure].length);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe('the board of boards', () => {
  const today = day('2026-11-24');
  const up = outing('1', 'paper', '2026-11-20T08:00:00.000+08:00', 'b');

  it('shows what hangs where, the longest first, and nothing that was taken down', () => {
    const later = light(2, { outings: [{ ...up, at: '2026-11-22T08:00:00.000+08:00' }] });
    const gone = light(3, { outings: [{ ...up, ended: '2026-11-21T08:00:00.000+08:00' }] });
    const { places } = hangingOf(registry, 'v1', [later, gone, light(1, { outings: [up] })], today);
    expect(places.map((one) => [one.place.id, one.sheets.map(({ notice }) => notice.title)])).toEqual([
      ['b', ['公告 1', '公告 2']],
      ['w1', []],
    ]);
  });

  it('names what should hang and does not, and what hangs though it was withdrawn or is over', () => {
    const withdrawn = { acceptedAt: '2026-11-25T02:00:00.000Z', reason: '发重了' };
    const notices = [
      light(1),
      light(2, { entry: 'other' }),
      light(3, { withdrawn, outings: [up] }),
      light(4, { urgentUntil: '2026-11-22T00:00:00.000Z', outings: [up] }),
      light(5, { acceptedAt: '2026-09-01T00:00:00.000Z' }),
      light(6, { acceptedAt: '2026-09-01T00:00:00.000Z', publicity: { days: 7, unit: 'working' } }),
    ];
    const { places, missing } = hangingOf(registry, 'v1', notices, today);
    expect(missing.map(({ title }) => title)).toEqual(['公告 1', '公告 6']);
    expect(places[0]?.sheets.map(({ wrong }) => wrong)).toEqual(['withdrawn', 'expired']);
  });
});
