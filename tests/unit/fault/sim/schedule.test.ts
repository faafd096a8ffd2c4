import { describe, expect, it } from 'vitest';
import { keptSchedules, seedsOfPlants } from '../../../fault/sim/kept.ts';
import { PLANTS } from '../../../fault/sim/plants.ts';
import { seeded } from '../../../fault/sim/random.ts';
import { scheduleOf } from '../../../fault/sim/schedule.ts';

const SEEDS = Array.from({ length: 300 }, (_, i) => i + 1);

describe('a schedule', () => {
  it('is the same for the same seed, and another for another', () => {
    for (const seed of SEEDS) expect(scheduleOf(seed)).toEqual(scheduleOf(seed));
    expect(new Set(SEEDS.map((seed) => JSON.stringify(scheduleOf(seed).steps))).size).toBe(SEEDS.length);
  });

  it('has the rare kinds of step sooner or later, and parcels that mostly arrive', () => {
    const all = SEEDS.map(scheduleOf);
    const kinds = new Set(all.flatMap(({ steps }) => steps.map(({ kind }) => kind)));
    for (const kind of ['carry', 'flow', 'wipe', 'future', 'serverClock', 'transfer', 'secondWindow'])
      expect(kinds).toContain(kind);
    for (const { arrive, steps } of all) {
      expect(arrive).toBeGreaterThanOrEqual(0.5);
      expect(arrive).toBeLessThan(0.95);
      expect(steps.length).toBeGreaterThanOrEqual(20);
    }
  });

  it('is kept with its steps when it failed once, and where each plant was found is kept too', () => {
    for (const { what, steps } of keptSchedules) {
      expect(what).not.toBe('');
      expect(steps.length).toBeGreaterThan(0);
    }
    expect(Object.keys(seedsOfPlants).sort()).toEqual(Object.keys(PLANTS).sort());
  });
});

describe('chance from a seed', () => {
  it('stays within its bounds, and reaches them', () => {
    const random = seeded(7);
    const drawn = Array.from({ length: 2_000 }, () => random.below(5));
    expect(new Set(drawn)).toEqual(new Set([0, 1, 2, 3, 4]));
    const bytes = random.bytes(2_000);
    expect(Math.min(...bytes)).toBe(0);
    expect(Math.max(...bytes)).toBe(255);
    expect(seeded(7).bytes(16)).toEqual(seeded(7).bytes(16));
  });
});
