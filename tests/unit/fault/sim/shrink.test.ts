import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Schedule, scheduleOf, type Step } from '../../../fault/sim/schedule.ts';
import { shrink } from '../../../fault/sim/shrink.ts';

describe('cutting a schedule down', () => {
  it('leaves exactly the steps that make it fail, in their order', async () => {
    const guilty = fc.uniqueArray(fc.nat({ max: 19 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), guilty, async (seed, places) => {
        const schedule = scheduleOf(seed);
        const needed = [...places].sort((a, b) => a - b).map((place) => schedule.steps[place]!);
        const fails = async ({ steps }: Schedule): Promise<boolean> =>
          needed.every((step) => steps.includes(step));
        const few = await shrink(schedule, fails);
        expect(few.steps).toEqual(needed);
        expect(few).toMatchObject({ seed: schedule.seed, arrive: schedule.arrive });
      }),
    );
  });

  it('keeps all of it when each step is needed, and ends', async () => {
    const schedule = scheduleOf(3);
    let tries = 0;
    const fails = async ({ steps }: { steps: Step[] }): Promise<boolean> => {
      tries += 1;
      return steps.length === schedule.steps.length;
    };
    expect(await shrink(schedule, fails)).toEqual(schedule);
    expect(tries).toBeLessThanOrEqual(150);
  });
});
