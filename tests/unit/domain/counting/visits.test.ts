import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VISIT_KINDS, type VisitMonth, visitYear } from '../../../../src/domain/counting/visits.ts';

const UNITS = ['v1', 'v2', 'township'];

const visit: fc.Arbitrary<VisitMonth> = fc.record({
  month: fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}`),
  unit: fc.constantFrom(...UNITS),
  kind: fc.constantFrom(...VISIT_KINDS),
  count: fc.integer({ min: 1, max: 5000 }),
});

describe('how often public pages were opened', () => {
  it('falls into its months', () => {
    const visits: VisitMonth[] = [
      { month: '2026-01', unit: 'v1', kind: 'scan', count: 2 },
      { month: '2026-12', unit: 'v1', kind: 'scan', count: 5 },
      { month: '2026-12', unit: 'v1', kind: 'board', count: 9 },
      { month: '2026-12', unit: 'v2', kind: 'scan', count: 1 },
    ];
    expect(visitYear(visits, 'scan', 'v1')).toEqual({
      months: [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5],
      total: 7,
    });
    expect(visitYear(visits, 'notice', 'v1').total).toBe(0);
  });

  it('adds up: units to all, months to the year, nothing twice', () => {
    fc.assert(
      fc.property(fc.array(visit), fc.constantFrom(...VISIT_KINDS), (visits, kind) => {
        const all = visitYear(visits, kind, null);
        const own = UNITS.map((unit) => visitYear(visits, kind, unit));
        expect(own.reduce((sum, { total }) => sum + total, 0)).toBe(all.total);
        all.months.forEach((count, month) =>
          expect(own.reduce((sum, { months }) => sum + months[month]!, 0)).toBe(count),
        );
      }),
    );
  });
});
