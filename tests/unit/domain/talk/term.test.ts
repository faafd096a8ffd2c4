import { describe, expect, it } from 'vitest';
import { answerDue, isOverdue, type TalkTerm } from '../../../../src/domain/talk/term.ts';
import type { LocalDate } from '../../../../src/domain/time.ts';

describe('the term for an answer', () => {
  it('is fifteen working days, with the days that are none left out', () => {
    expect(answerDue('2026-11-24T02:00:00.000Z')).toBe('2026-12-15');
    // National Day: a week without working days.
    expect(answerDue('2026-09-25T02:00:00.000Z') > '2026-10-20').toBe(true);
  });

  it('is over on the day after, by the clock of Shanghai', () => {
    expect(isOverdue('2026-11-24T02:00:00.000Z', '2026-12-15T15:59:00.000Z')).toBe(false);
    expect(isOverdue('2026-11-24T02:00:00.000Z', '2026-12-15T16:01:00.000Z')).toBe(true);
  });

  it('is data: a later term holds for what comes in from its day on', () => {
    const terms: TalkTerm[] = [
      { from: '2000-01-01' as LocalDate, count: 15, unit: 'working-day' },
      { from: '2027-01-01' as LocalDate, count: 7, unit: 'day' },
    ];
    expect(answerDue('2026-11-24T02:00:00.000Z', terms)).toBe('2026-12-15');
    expect(answerDue('2027-03-01T02:00:00.000Z', terms)).toBe('2027-03-08');
  });
});
