import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casesOf } from '../../../../src/domain/box/cases.ts';
import { boxCounts, countedUntil } from '../../../../src/domain/box/counts.ts';
import { answerDue } from '../../../../src/domain/box/term.ts';
import type { Envelope } from '../../../../src/domain/desk/inbox.ts';

const at = (day: string, hour = '10:00'): string => new Date(`${day}T${hour}:00+08:00`).toISOString();

/** `answers`: number in the log, day, whether it closes. */
const envelope = (
  number: number,
  author: string,
  day: string,
  answers: [number: number, day: string, closes?: boolean][] = [],
): Envelope => ({
  id: `${number}`.padStart(64, '0'),
  number,
  author,
  acceptedAt: at(day),
  adds: null,
  answers: answers.map(([n, on, closes = false]) => ({
    number: n,
    author: 'i',
    acceptedAt: at(on),
    closes,
  })),
});

describe('a report in the box', () => {
  it('is to be answered within 15 working days', () => {
    expect(answerDue(at('2026-11-02'))).toBe('2026-11-23');
  });

  it('has what was added under its code, and waits again after an addition', () => {
    const [one, ...others] = casesOf(
      [envelope(2, 'a', '2026-11-20'), envelope(0, 'a', '2026-11-02', [[1, '2026-11-10', true]])],
      at('2026-11-24'),
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      answers: 1,
      closed: false,
      waitsSince: at('2026-11-20'),
      overdue: false,
    });
    expect(one?.envelopes.map(({ number }) => number)).toEqual([0, 2]);
  });

  it('is closed when the last word was an answer that closes', () => {
    const [one] = casesOf([envelope(0, 'a', '2026-11-02', [[1, '2026-11-10', true]])], at('2026-11-24'));
    expect(one).toMatchObject({ closed: true, waitsSince: null });
  });

  it('is overdue on the day after the term, and not before', () => {
    const one = [envelope(0, 'a', '2026-11-02')];
    expect(casesOf(one, at('2026-11-23', '23:59'))[0]?.overdue).toBe(false);
    expect(casesOf(one, at('2026-11-24', '00:00'))[0]?.overdue).toBe(true);
  });

  it('stands before others when it has waited longer, and answered ones stand last', () => {
    const cases = casesOf(
      [
        envelope(0, 'answered', '2026-11-02', [[1, '2026-11-03']]),
        envelope(3, 'later', '2026-11-12'),
        envelope(2, 'earlier', '2026-11-10'),
      ],
      at('2026-11-24'),
    );
    expect(cases.map(({ author }) => author)).toEqual(['earlier', 'later', 'answered']);
  });
});

describe('the public figures of the box', () => {
  it('stand still from Monday to Sunday, so that nobody sees a report come in', () => {
    expect(countedUntil(at('2026-11-23', '00:00'))).toBe(at('2026-11-23', '00:00'));
    expect(countedUntil(at('2026-11-29', '23:59'))).toBe(at('2026-11-23', '00:00'));
    expect(countedUntil(at('2026-11-30', '00:00'))).toBe(at('2026-11-30', '00:00'));
  });

  it('count reports and not envelopes, and only what was there by then', () => {
    const all = [
      envelope(0, 'a', '2026-11-02', [[3, '2026-11-25']]),
      envelope(1, 'a', '2026-11-03'),
      envelope(2, 'b', '2026-11-10', [[4, '2026-11-20']]),
      envelope(5, 'c', '2026-11-24'),
    ];
    expect(boxCounts(all, at('2026-11-23', '00:00'))).toEqual({ received: 2, answered: 1, overdue: 0 });
    expect(boxCounts(all, at('2026-11-30', '00:00'))).toEqual({ received: 3, answered: 2, overdue: 0 });
  });

  it('are never more answered and overdue than received, in whatever order the envelopes come', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-10-${`${n}`.padStart(2, '0')}`);
    const one = fc.record({ author: fc.constantFrom('a', 'b', 'c', 'd'), day, answered: fc.boolean() });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), day, (all, until) => {
        const envelopes = all.map(({ author, day, answered }, number) =>
          envelope(number, author, day, answered ? [[number + 100, day]] : []),
        );
        const counts = boxCounts(envelopes, at(until));
        expect(counts.answered + counts.overdue).toBeLessThanOrEqual(counts.received);
        expect(boxCounts([...envelopes].reverse(), at(until))).toEqual(counts);
      }),
    );
  });
});
