import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../../src/domain/calendar/days.ts';
import { clockOf } from '../../../../src/domain/request/clock.ts';
import type { ClockInput } from '../../../../src/domain/request/clock-input.ts';
import type { LocalDate } from '../../../../src/domain/time.ts';

const day = (text: string): LocalDate => text as LocalDate;
const received = (on: string, more: Partial<ClockInput> = {}): ClockInput => ({
  received: day(on),
  unclear: null,
  pauses: [],
  extended: null,
  ended: null,
  ...more,
});
const dueOf = (input: ClockInput, today: string = input.received): string | null =>
  clockOf(input, day(today)).due;

describe('the clock of a request', () => {
  it.each([
    ['in plain weeks', '2026-11-02', '2026-11-30'],
    ['across Spring Festival 2026, with its make-up days', '2026-02-02', '2026-03-06'],
    ['from the last working day before Spring Festival', '2026-02-14', '2026-03-20'],
    ['across National Day 2026 and its make-up days', '2026-09-14', '2026-10-16'],
    ['received on a day off', '2026-10-01', '2026-11-03'],
    ['received on a make-up day', '2026-09-20', '2026-10-23'],
  ])('counts 20 working days %s', (_, from, due) => {
    expect(dueOf(received(from))).toBe(due);
  });

  it('names each day of National Day as it is counted or skipped', () => {
    const { days } = clockOf(received('2026-09-30'), day('2026-10-10'));
    const shown = days
      .slice(0, 10)
      .map(({ date, state, number, name }) => [date.slice(5), state, number, name]);
    expect(shown).toEqual([
      ['10-01', 'free', null, '国庆节'],
      ['10-02', 'free', null, '国庆节'],
      ['10-03', 'free', null, '国庆节'],
      ['10-04', 'free', null, '国庆节'],
      ['10-05', 'free', null, '国庆节'],
      ['10-06', 'free', null, '国庆节'],
      ['10-07', 'free', null, '国庆节'],
      ['10-08', 'counted', 1, '星期四'],
      ['10-09', 'counted', 2, '星期五'],
      ['10-10', 'counted', 3, '国庆节调休上班'],
    ]);
  });

  it('stands still while a third party is asked, and goes on when it has answered', () => {
    const open = received('2026-11-02', {
      pauses: [{ why: 'third-party', from: day('2026-11-04'), to: null }],
    });
    const waiting = clockOf(open, day('2026-11-11'));
    expect(waiting).toMatchObject({
      due: null,
      used: 2,
      left: 18,
      stopped: { why: 'third-party', since: '2026-11-04' },
    });
    const answered = received('2026-11-02', {
      pauses: [{ why: 'third-party', from: day('2026-11-04'), to: day('2026-11-11') }],
    });
    const after = clockOf(answered, day('2026-11-12'));
    expect(after).toMatchObject({ due: '2026-12-07', used: 3, stopped: null });
    expect(after.days.filter(({ pause }) => pause === 1)).toHaveLength(7);
  });

  it('counts a day once that two papers stop', () => {
    const pauses = [
      { why: 'third-party' as const, from: day('2026-11-04'), to: day('2026-11-11') },
      { why: 'agency' as const, from: day('2026-11-09'), to: day('2026-11-13') },
    ];
    expect(dueOf(received('2026-11-02', { pauses }), '2026-11-20')).toBe('2026-12-09');
  });

  it('starts anew when the completed request has come', () => {
    const asked = { on: day('2026-11-05'), until: day('2026-11-20'), completed: null };
    const waiting = clockOf(received('2026-11-02', { unclear: asked }), day('2026-11-10'));
    expect(waiting).toMatchObject({ due: null, stopped: { why: 'unclear', since: '2026-11-05' } });
    const unclear = { ...asked, completed: day('2026-11-16') };
    const going = clockOf(received('2026-11-02', { unclear }), day('2026-11-17'));
    expect(going).toMatchObject({ starts: '2026-11-16', due: '2026-12-14', used: 1, left: 19 });
  });

  it('is lengthened once by what was approved, if that came in time', () => {
    const extended = { on: day('2026-11-30'), days: 20, by: '王主任' };
    expect(clockOf(received('2026-11-02', { extended }), day('2026-12-01'))).toMatchObject({
      term: 40,
      due: '2026-12-28',
      extendedLate: false,
    });
    const late = { ...extended, on: day('2026-12-01') };
    expect(clockOf(received('2026-11-02', { extended: late }), day('2026-12-02'))).toMatchObject({
      term: 20,
      due: '2026-11-30',
      left: -2,
      extendedLate: true,
    });
  });

  it('stops for good with the answer, and keeps by how much it was late', () => {
    const input = received('2026-11-02', { ended: { on: day('2026-12-02'), how: 'answered' } });
    expect(clockOf(input, day('2026-12-31'))).toMatchObject({ left: -2, due: '2026-11-30', stopped: null });
  });

  it('says that a day is provisional where the year’s holidays are not announced', () => {
    expect(clockOf(received('2026-11-02'), day('2026-11-03')).provisional).toBe(false);
    expect(clockOf(received('2098-11-02'), day('2098-11-03')).provisional).toBe(true);
  });
});

const START = day('2026-01-05');
const dayAfter = fc.integer({ min: 0, max: 120 }).map((count) => addDays(START, count));
const pause = fc
  .tuple(
    fc.constantFrom('third-party' as const, 'agency' as const),
    dayAfter,
    fc.integer({ min: 0, max: 25 }),
  )
  .map(([why, from, length]) => ({ why, from, to: addDays(from, length) }));
const inputs = fc
  .record({
    pauses: fc.array(pause, { maxLength: 4 }),
    extra: fc.option(fc.tuple(dayAfter, fc.integer({ min: 1, max: 20 }))),
  })
  .map(({ pauses, extra }) =>
    received(START, { pauses, extended: extra && { on: extra[0], days: extra[1], by: '王' } }),
  );

/** Others are asked on the day of receipt. */
const STILL = { why: 'third-party' as const, from: START, to: addDays(START, 1) };

describe('laws of the clock', () => {
  it('what is used never grows less, and what is left never grows but by lengthening', () => {
    fc.assert(
      fc.property(inputs, dayAfter, (input, today) => {
        const now = clockOf(input, today);
        const next = clockOf(input, addDays(today, 1));
        expect(next.used).toBeGreaterThanOrEqual(now.used);
        expect(next.used - now.used).toBeLessThanOrEqual(1);
        expect(next.left).toBeLessThanOrEqual(now.left + (next.term - now.term));
      }),
    );
  });

  it('a pause never makes the term shorter', () => {
    fc.assert(
      fc.property(inputs, pause, (input, more) => {
        const end = addDays(START, 300);
        const before = clockOf({ ...input, extended: null }, end).due;
        const after = clockOf({ ...input, extended: null, pauses: [...input.pauses, more] }, end).due;
        expect(after! >= before!).toBe(true);
      }),
    );
  });

  it('every day from the first to the last is there once, and the counted ones are numbered without a gap', () => {
    fc.assert(
      fc.property(inputs, dayAfter, (input, today) => {
        const { days, term, due } = clockOf(input, today);
        // While it stands still on the day of receipt, there is no day yet.
        const last = days[days.length - 1]?.date ?? input.received;
        expect(days).toHaveLength(daysBetween(input.received, last));
        const numbers = days.flatMap(({ number }) => number ?? []);
        expect(numbers).toEqual(numbers.map((_, at) => at + 1));
        if (due !== null) expect(numbers.length).toBeGreaterThanOrEqual(term);
      }),
      { examples: [[received(START, { pauses: [STILL] }), START]] },
    );
  });
});
