import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisplayedDay } from '../../../../src/domain/display/display.ts';
import { publicityAt, workingDaysRule } from '../../../../src/domain/publicity/publicity.ts';
import { recordFrom, type Sheet } from '../../../../src/domain/publicity/record.ts';
import { type Instant, instantOf } from '../../../../src/domain/time.ts';

const NUMBER = 10;
const at = (dayAndTime: string): Instant => instantOf(Date.parse(`${dayAndTime.replace(' ', 'T')}:00+08:00`));
const ms = (dayAndTime: string): number => Date.parse(at(dayAndTime));
const sheet = (from: string, to: string | null = null, reason = ''): Sheet => ({
  from: at(from),
  to: to === null ? null : at(to),
  reason,
});
/** A day on which a tablet was on from one clock to another. */
const shown = (
  day: string,
  from: string,
  to: string,
  { held = 11, own = false, tablet = 't1' } = {},
): DisplayedDay => ({
  tablet,
  day,
  spans: [{ from: at(`${day} ${from}`), to: at(`${day} ${to}`), held }],
  own,
});
const record = (sheets: Sheet[], displays: DisplayedDay[], now: string) =>
  recordFrom(sheets, { number: NUMBER, displays, now: ms(now) }, null);

describe('the proofs of a publicity period', () => {
  it('begin on the tablet that showed it, and not on one that had not got it yet', () => {
    const early = shown('2026-11-23', '08:00', '18:00', { held: 10 });
    const late = shown('2026-11-24', '09:30', '18:00');
    expect(record([], [early], '2026-11-25 09:00').upSince).toBeNull();
    expect(record([], [early, late], '2026-11-25 09:00').upSince).toBe(at('2026-11-24 09:30'));
  });

  it('begin with a sheet or a tablet, whichever came first', () => {
    const displays = [shown('2026-11-24', '09:30', '18:00')];
    expect(record([sheet('2026-11-24 08:10')], displays, '2026-11-25 09:00').upSince).toBe(
      at('2026-11-24 08:10'),
    );
    expect(record([sheet('2026-11-24 16:00')], displays, '2026-11-25 09:00').upSince).toBe(
      at('2026-11-24 09:30'),
    );
  });

  it('have no gap while a sheet hangs, tablet or not', () => {
    const { gaps } = record(
      [sheet('2026-11-24 08:10')],
      [shown('2026-11-24', '09:30', '11:00')],
      '2026-12-01 09:00',
    );
    expect(gaps).toEqual([]);
  });

  it('say what ended before a gap', () => {
    const displays = [shown('2026-11-24', '08:00', '12:00'), shown('2026-11-25', '08:00', '18:00')];
    const { gaps } = record(
      [sheet('2026-11-24 09:00', '2026-11-24 15:00', '下雨淋湿了')],
      displays,
      '2026-11-26 09:00',
    );
    expect(gaps).toEqual([
      {
        from: at('2026-11-24 15:00'),
        to: at('2026-11-25 08:00'),
        why: { what: 'sheet', reason: '下雨淋湿了' },
      },
      { from: at('2026-11-25 18:00'), to: at('2026-11-26 00:00'), why: { what: 'tablet' } },
    ]);
  });

  it('take a tablet that has not reported yet as on for two days, and as off when its word does not come', () => {
    const displays = [shown('2026-11-24', '08:00', '18:00')];
    const night = { from: at('2026-11-24 18:00'), why: { what: 'tablet' } };
    expect(record([], displays, '2026-11-25 12:00').gaps).toEqual([{ ...night, to: at('2026-11-25 00:00') }]);
    expect(record([], displays, '2026-11-28 12:00').gaps).toEqual([{ ...night, to: null }]);
  });

  it('know today on the tablet itself, before it is reported', () => {
    const own = shown('2026-11-25', '08:00', '10:00', { own: true });
    expect(record([], [own], '2026-11-25 10:02')).toMatchObject({
      upSince: at('2026-11-25 08:00'),
      gaps: [],
    });
    expect(record([], [own], '2026-11-25 11:00').gaps).toEqual([
      { from: at('2026-11-25 10:00'), to: null, why: { what: 'tablet' } },
    ]);
  });

  it('make a day without them not count, and say so for that day alone', () => {
    const days = ['2026-11-23', '2026-11-24', '2026-11-26'].map((day) => shown(day, '07:50', '18:10'));
    const period = publicityAt(
      workingDaysRule(3),
      record([], days, '2026-11-27 09:00'),
      at('2026-11-27 09:00'),
    );
    const wednesday = period.days.find(({ date }) => date === '2026-11-25');
    expect(wednesday).toMatchObject({ number: null, reason: 'not-up', minutesDown: 600 });
    expect(wednesday?.gaps).toEqual([
      { from: at('2026-11-25 08:00'), to: at('2026-11-25 18:00'), why: { what: 'tablet' } },
    ]);
    expect(period.days.filter(({ gaps }) => gaps.length > 0).map(({ date }) => date)).toEqual(['2026-11-25']);
    expect(period.lastDay).toBe('2026-11-27');
  });
});

describe('a law of the proofs: whatever is recorded', () => {
  const START = ms('2026-11-01 00:00');
  const span = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 3_000 }));
  const sheets = fc.array(fc.tuple(span, fc.boolean()), { maxLength: 8 }).map((list) =>
    list.map(([[from, minutes], hangs]): Sheet => ({
      from: instantOf(START + from * 60_000),
      to: hangs ? null : instantOf(START + (from + minutes) * 60_000),
      reason: '',
    })),
  );
  const NOW = START + 40 * 86_400_000;
  const of = (list: Sheet[], displays: DisplayedDay[] = []) =>
    recordFrom(list, { number: NUMBER, displays, now: NOW }, null);

  it('gaps come in order, never overlap, and begin after the first proof', () => {
    fc.assert(
      fc.property(sheets, (list) => {
        const { upSince, gaps } = of(list);
        expect(upSince === null).toBe(list.length === 0);
        for (const [n, gap] of gaps.entries()) {
          expect(gap.from >= (gaps[n - 1]?.to ?? upSince!)).toBe(true);
          expect(gap.to === null ? n === gaps.length - 1 : gap.to > gap.from).toBe(true);
        }
      }),
    );
  });

  it('at no moment is it both up and in a gap, and at each it is one of them once it began', () => {
    fc.assert(
      fc.property(sheets, fc.integer({ min: 0, max: 25_000 }), (list, minute) => {
        const moment = instantOf(START + minute * 60_000 + 30_000);
        const { upSince, gaps } = of(list);
        if (upSince === null || moment < upSince) return;
        const isUp = list.some(({ from, to }) => from <= moment && (to === null || moment < to));
        const isDown = gaps.some(({ from, to }) => from <= moment && (to === null || moment < to));
        expect(isDown).toBe(!isUp);
      }),
    );
  });

  it('another proof never makes the period begin later or end later', () => {
    const extra = shown('2026-11-05', '08:00', '18:00');
    fc.assert(
      fc.property(sheets, (list) => {
        const rule = workingDaysRule(5);
        const now = instantOf(NOW);
        const [without, with_] = [
          publicityAt(rule, of(list), now),
          publicityAt(rule, of(list, [extra]), now),
        ];
        if (without.startedOn === null) return;
        expect(with_.startedOn! <= without.startedOn).toBe(true);
        expect(with_.lastDay! <= without.lastDay!).toBe(true);
      }),
    );
  });
});
