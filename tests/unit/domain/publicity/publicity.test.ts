import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTerm } from '../../../../src/domain/calendar/working-days.ts';
import { publicityAt, publicityRule, workingDaysRule } from '../../../../src/domain/publicity/publicity.ts';
import type { Gap, PublicityRecord } from '../../../../src/domain/publicity/publicity.ts';
import { instantOf, localDateOf } from '../../../../src/domain/time.ts';

import type { Instant } from '../../../../src/domain/time.ts';

/** A moment from Shanghai's day and hour. */
const at = (dayAndTime: string): Instant => instantOf(Date.parse(`${dayAndTime.replace(' ', 'T')}:00+08:00`));
const gap = (from: string, to: string | null): Gap => ({ from: at(from), to: to === null ? null : at(to) });
const record = (change: Partial<PublicityRecord> = {}): PublicityRecord => ({
  upSince: at('2026-09-28 16:30'),
  gaps: [],
  resultPublishedAt: null,
  ...change,
});
const seven = workingDaysRule(7);

describe('a publicity period', () => {
  it('has not begun while there is no proof that the notice is up', () => {
    expect(publicityAt(seven, record({ upSince: null }), at('2026-10-01 09:00'))).toMatchObject({
      state: 'not-up',
      firstDay: null,
      daysLeft: 7,
      days: [],
    });
    expect(publicityAt(seven, record(), at('2026-09-28 16:00')).state).toBe('not-up');
  });

  it('counts working days across National Day, the make-up Saturday among them', () => {
    const period = publicityAt(seven, record(), at('2026-09-28 18:00'));
    expect(period).toMatchObject({
      state: 'running',
      startedOn: '2026-09-28',
      firstDay: '2026-09-29',
      lastDay: '2026-10-13',
      daysLeft: 7,
      provisional: false,
    });
    const counted = period.days.filter((day) => day.number !== null);
    expect(counted.map((day) => `${day.number} ${day.date.slice(5)} ${day.name}`)).toEqual([
      '1 09-29 星期二',
      '2 09-30 星期三',
      '3 10-08 星期四',
      '4 10-09 星期五',
      '5 10-10 国庆节调休上班',
      '6 10-12 星期一',
      '7 10-13 星期二',
    ]);
    expect(period.days[0]).toMatchObject({ date: '2026-09-28', number: null, reason: 'start-day' });
    expect(period.days[3]).toMatchObject({
      date: '2026-10-01',
      number: null,
      reason: 'holiday',
      name: '国庆节',
    });
  });

  it('has one day left on its last day, and is over the day after', () => {
    expect(publicityAt(seven, record(), at('2026-10-13 23:59'))).toMatchObject({
      state: 'running',
      daysLeft: 1,
    });
    expect(publicityAt(seven, record(), at('2026-10-14 00:00'))).toMatchObject({
      state: 'ended',
      daysLeft: 0,
    });
  });

  it('counts every day where the rule says days, and the first one where it says so', () => {
    const rule = { ...seven, unit: 'day' as const, startDayCounts: true };
    const period = publicityAt(rule, record(), at('2026-09-28 18:00'));
    expect(period).toMatchObject({ firstDay: '2026-09-28', lastDay: '2026-10-04' });
  });

  it('begins on the next working day when it goes up on a holiday', () => {
    const rule = { ...seven, startDayCounts: true };
    const period = publicityAt(rule, record({ upSince: at('2026-10-05 10:00') }), at('2026-10-06 10:00'));
    expect(period).toMatchObject({ startedOn: '2026-10-05', firstDay: '2026-10-08' });
    expect(period.days[0]?.reason).toBe('holiday');
  });

  it('says that it is provisional when the year to come is not announced', () => {
    const period = publicityAt(seven, record({ upSince: at('2050-09-28 09:00') }), at('2050-09-28 10:00'));
    expect(period.provisional).toBe(true);
  });

  it('tells that the result is out, and that it came too early', () => {
    const late = record({ resultPublishedAt: at('2026-10-14 08:00') });
    expect(publicityAt(seven, late, at('2026-10-20 08:00'))).toMatchObject({
      state: 'result-published',
      daysLeft: 0,
      resultEarly: false,
    });
    const early = record({ resultPublishedAt: at('2026-10-13 17:00') });
    expect(publicityAt(seven, early, at('2026-10-20 08:00')).resultEarly).toBe(true);
    expect(publicityAt(seven, early, at('2026-10-12 08:00')).state).toBe('running');
  });
});

describe('a gap', () => {
  const torn = record({ gaps: [gap('2026-10-08 09:00', '2026-10-09 09:30')] });

  it('of most of a day moves the end by that day, and is shown', () => {
    const period = publicityAt(seven, torn, at('2026-10-09 12:00'));
    expect(period.lastDay).toBe('2026-10-14');
    expect(period.days.find((day) => day.date === '2026-10-08')).toMatchObject({
      number: null,
      reason: 'not-up',
      minutesDown: 540,
    });
    expect(period.days.find((day) => day.date === '2026-10-09')).toMatchObject({
      number: 3,
      minutesDown: 90,
    });
    expect(period.gaps).toEqual(torn.gaps);
    expect(period.down).toBe(false);
  });

  it('is only shown where the rule says so', () => {
    const period = publicityAt({ ...seven, gaps: 'show' }, torn, at('2026-10-09 12:00'));
    expect(period.lastDay).toBe('2026-10-13');
    expect(period.gaps).toHaveLength(1);
  });

  it('at night takes nothing: tablets may sleep', () => {
    const gaps = [gap('2026-10-08 18:00', '2026-10-09 08:00'), gap('2026-10-09 18:00', '2026-10-10 08:00')];
    expect(publicityAt(seven, record({ gaps }), at('2026-10-12 12:00')).lastDay).toBe('2026-10-13');
  });

  it('that is still open holds the period up day by day', () => {
    const down = record({ gaps: [gap('2026-10-09 08:00', null)] });
    expect(publicityAt(seven, down, at('2026-10-09 12:00'))).toMatchObject({
      lastDay: '2026-10-13',
      down: true,
    });
    expect(publicityAt(seven, down, at('2026-10-09 18:00')).lastDay).toBe('2026-10-14');
    expect(publicityAt(seven, down, at('2026-10-30 18:00'))).toMatchObject({
      state: 'running',
      down: true,
      daysLeft: 4,
    });
  });

  it('after the end, or before the start, is none of its business', () => {
    const gaps = [gap('2026-09-01 08:00', '2026-09-20 08:00'), gap('2026-10-15 08:00', null)];
    const period = publicityAt(seven, record({ gaps }), at('2026-11-20 08:00'));
    expect(period).toMatchObject({ state: 'ended', lastDay: '2026-10-13', gaps: [], down: false });
  });

  it('is joined with another that overlaps it', () => {
    const gaps = [gap('2026-10-08 10:00', '2026-10-08 12:00'), gap('2026-10-08 11:00', '2026-10-08 12:30')];
    const period = publicityAt(seven, record({ gaps }), at('2026-10-12 12:00'));
    expect(period.gaps).toEqual([gap('2026-10-08 10:00', '2026-10-08 12:30')]);
    expect(period.days.find((day) => day.date === '2026-10-08')).toMatchObject({
      number: 3,
      minutesDown: 150,
    });
  });
});

describe('the law of publicity periods', () => {
  const START = Date.parse('2024-01-01T00:00:00Z');
  const hour = fc.integer({ min: 0, max: 24 * 700 });
  const moment = hour.map((hours) => instantOf(START + hours * 3_600_000));
  const rule = fc.record({
    length: fc.integer({ min: 1, max: 30 }),
    unit: fc.constantFrom('day' as const, 'working-day' as const),
    startDayCounts: fc.boolean(),
    gaps: fc.constantFrom('extend' as const, 'show' as const),
  });
  const gaps = fc.array(
    fc.tuple(hour, fc.integer({ min: 1, max: 200 })).map(([from, length]) => ({
      from: instantOf(START + from * 3_600_000),
      to: instantOf(START + (from + length) * 3_600_000),
    })),
    { maxLength: 8 },
  );

  it('has exactly as many counted days as the rule says, numbered in order, the last one last', () => {
    fc.assert(
      fc.property(rule, moment, gaps, moment, (rule, upSince, gaps, now) => {
        publicityRule.parse(rule);
        const period = publicityAt(rule, { upSince, gaps, resultPublishedAt: null }, now);
        if (period.state === 'not-up') return;
        const numbers = period.days.flatMap((day) => (day.number === null ? [] : [day.number]));
        expect(numbers).toEqual([...Array(rule.length).keys()].map((index) => index + 1));
        expect(period.days[period.days.length - 1]).toMatchObject({
          date: period.lastDay,
          number: rule.length,
        });
        expect(period.daysLeft === 0).toBe(period.state === 'ended');
      }),
    );
  });

  it('without gaps ends with the term, and a gap never shortens it', () => {
    fc.assert(
      fc.property(rule, moment, gaps, (rule, upSince, gaps) => {
        const now = instantOf(Date.parse(upSince) + 400 * 86_400_000);
        const plain = publicityAt(rule, { upSince, gaps: [], resultPublishedAt: null }, now);
        const torn = publicityAt(rule, { upSince, gaps, resultPublishedAt: null }, now);
        if (!rule.startDayCounts)
          expect(plain.lastDay).toBe(addTerm(localDateOf(upSince), rule.length, rule.unit));
        expect(torn.lastDay! >= plain.lastDay!).toBe(true);
        if (rule.gaps === 'show') expect(torn.lastDay).toBe(plain.lastDay);
      }),
    );
  });
});
