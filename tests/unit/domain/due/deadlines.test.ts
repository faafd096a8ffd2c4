import { describe, expect, it } from 'vitest';
import { parsePeriod, type Period } from '../../../../src/domain/calendar/periods.ts';
import { answerDeadlines, occasionsOf } from '../../../../src/domain/due/deadlines.ts';
import { agendaDays, yearMonths } from '../../../../src/domain/due/month.ts';
import type { Answerable } from '../../../../src/domain/score/items.ts';
import { light } from '../score/sample.ts';
import { day, MONTHLY, OCCASION } from './sample.ts';

const TODAY = day('2026-11-25');
const answer = (due: string, answered: string | null): Answerable => ({
  kind: 'request',
  id: due,
  notice: null,
  title: '',
  due: day(due),
  answered: answered === null ? null : day(answered),
});
const deadlines = answerDeadlines(
  'v1',
  [
    answer('2026-10-09', '2026-10-09'),
    answer('2026-10-20', '2026-10-21'),
    answer('2026-11-24', null),
    answer('2026-11-25', null),
  ],
  TODAY,
);

describe('an answer that is due', () => {
  it('is done, late, missing or still to come; on its last day it is not missing yet', () => {
    expect(deadlines.map(({ state }) => state)).toEqual(['done', 'late', 'overdue', 'open']);
  });

  it('stands on its day in the list, and in its month of the year', () => {
    const agenda = { items: [], deadlines };
    expect(agendaDays(agenda).map((one) => one.day)).toEqual([
      '2026-10-09',
      '2026-10-20',
      '2026-11-24',
      '2026-11-25',
    ]);
    const months = yearMonths(parsePeriod('2026') as Period, agenda);
    expect(months[9]).toMatchObject({ all: 2, done: 2, missing: 0 });
    expect(months[10]).toMatchObject({ all: 2, done: 0, missing: 1 });
    expect(months[10]?.units.get('v1')).toEqual({ all: 2, done: 0, missing: 1 });
    expect(months[0]).toMatchObject({ all: 0 });
  });
});

describe('what waits for an occasion', () => {
  it('is named with the day on which it was published last, whoever published it', () => {
    const boards = new Map([
      ['v1', [light(OCCASION, '', '2026-03-01'), light(MONTHLY, '2026-03', '2026-04-01')]],
      ['v2', [light(OCCASION, '', '2026-05-01', { id: 'newest' })]],
    ]);
    expect(occasionsOf([MONTHLY, OCCASION], new Set(['village']), boards, TODAY)).toEqual([
      { entry: OCCASION, last: { unit: 'v2', id: 'newest', day: '2026-05-01' } },
    ]);
    expect(occasionsOf([OCCASION], new Set(['institution']), boards, TODAY)).toEqual([]);
  });
});
