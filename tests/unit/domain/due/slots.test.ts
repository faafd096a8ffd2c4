import { describe, expect, it } from 'vitest';
import { dueSlots, lastEnded } from '../../../../src/domain/due/slots.ts';
import { day, HALF, MONTHLY, OCCASION, QUARTERLY, written, YEARLY } from './sample.ts';

const YEAR = { first: day('2026-01-01'), last: day('2026-12-31') };
const days = (entries: Parameters<typeof dueSlots>[0], window = YEAR) =>
  dueSlots(entries, 'village', window).map(({ period, opens, due }) => [period.id, opens, due]);

describe('what falls due', () => {
  it('counts days from the day after the month ended, whatever holidays lie between', () => {
    expect(days([MONTHLY], { first: day('2026-01-01'), last: day('2026-03-31') })).toEqual([
      ['2025-12', '2026-01-01', '2026-01-20'],
      ['2026-01', '2026-02-01', '2026-02-20'],
      ['2026-02', '2026-03-01', '2026-03-20'],
    ]);
  });

  it('skips weekends and holidays, and counts make-up days, where the term is in working days', () => {
    // 2026: New Year 1-3 January (4 January worked), Qingming 4-6 April, Labour Day 1-5 May (9 May worked), Dragon Boat
    // 19-21 June, National Day 1-7 October (20 September and 10 October worked).
    expect(days([QUARTERLY])).toEqual([
      ['2025-Q4', '2026-01-01', '2026-01-29'],
      ['2026-Q1', '2026-04-01', '2026-04-29'],
      ['2026-Q2', '2026-07-01', '2026-07-28'],
      ['2026-Q3', '2026-10-01', '2026-11-03'],
    ]);
  });

  it('knows half-years and years, and has no day for what is due on an occasion', () => {
    expect(days([HALF, YEARLY, OCCASION])).toEqual([
      ['2025-H2', '2026-01-01', '2026-01-15'],
      ['2025', '2026-01-01', '2026-01-31'],
      ['2026-H1', '2026-07-01', '2026-07-14'],
    ]);
  });

  it('asks only for entries that were in force on the last day of the period, as they were then', () => {
    const before = written('accounts', { until: '2026-03-31', name: 'before' });
    const after = written('accounts', { from: '2026-04-01', name: 'after', until: '2026-05-15' });
    const window = { first: day('2026-04-01'), last: day('2026-07-31') };
    const found = dueSlots([after, before], 'village', window).map(({ entry, period }) => [
      entry.name,
      period.id,
    ]);
    expect(found).toEqual([
      ['before', '2026-03'],
      ['after', '2026-04'],
    ]);
  });

  it('asks a village only for what villages publish', () => {
    expect(days([written('gov', { units: ['township'] })])).toEqual([]);
  });

  it('says provisional where the holidays of the days counted are not announced yet', () => {
    const window = { first: day('2031-01-01'), last: day('2031-03-01') };
    expect(dueSlots([QUARTERLY, MONTHLY], 'village', window).map(({ provisional }) => provisional)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('names the period that ended last', () => {
    expect(lastEnded(QUARTERLY, day('2026-11-24'))?.id).toBe('2026-Q3');
    expect(lastEnded(OCCASION, day('2026-11-24'))).toBeNull();
  });
});
