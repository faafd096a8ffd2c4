import { describe, expect, it } from 'vitest';
import { overdueNeeds } from '../../../../src/app/office/overdue.ts';
import { day, MONTHLY, QUARTERLY, registry } from '../../domain/due/sample.ts';

const at = (dueFrom: string, catalogue = [MONTHLY]) => {
  const base = registry(catalogue);
  const state = { ...base, units: { v1: { ...base.units['v1']!, dueFrom } } };
  return overdueNeeds(state, new Map([['v1', []]]), day('2026-11-24'));
};

describe('what the office is told of silence', () => {
  it('names the thing where it is one, and counts where there are several, the oldest first', () => {
    expect(at('2026-10-01')).toMatchObject([
      { kind: 'overdue', unit: '示范一村', name: 'accounts', n: 4, tone: 'red', to: '/b/v1' },
    ]);
    expect(at('2026-09-01', [MONTHLY, QUARTERLY])).toMatchObject([
      { kind: 'overdue-several', name: '3', n: 35 },
    ]);
  });

  it('says nothing where nothing is overdue', () => {
    expect(at('2026-11-01')).toEqual([]);
  });
});
