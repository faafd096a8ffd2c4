/** Runs schedules, and cuts one that fails down to what makes it fail. */
import { heal } from './heal.ts';
import { brokenPromises } from './promises.ts';
import type { Schedule, Step } from './schedule.ts';
import { doStep, type Faults } from './steps.ts';
import { watch } from './watch.ts';
import { newWorld } from './world.ts';

export interface Outcome {
  problems: string[];
  faults: Faults;
  /** What people were told is kept, by its kind. */
  saved: Faults;
}

const countOf = (kinds: string[]): Faults =>
  kinds.reduce((sum: Faults, kind) => sum.set(kind, (sum.get(kind) ?? 0) + 1), new Map());

/**
 * Runs one schedule from the beginning to the mended end.
 * @param seen told of each step before it is done.
 */
export async function runSchedule(
  schedule: Schedule,
  seen: (step: Step) => void = () => {},
): Promise<Outcome> {
  const faults: Faults = new Map();
  const world = await newWorld(schedule.seed);
  try {
    for (const browser of world.browsers.values()) browser.open();
    const { judge } = watch(world);
    for (const step of schedule.steps) {
      seen(step);
      await doStep(world, schedule, step, faults);
      await judge();
    }
    const ended = await heal(world);
    const problems = await brokenPromises(world);
    if (!ended && problems.length === 0) problems.push('somebody was not in order in the time given');
    return { problems, faults, saved: countOf(world.saved.map(({ what }) => what)) };
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { problems: [`the world broke: ${what}`], faults, saved: new Map() };
  } finally {
    await world.end();
  }
}

/** Tries of other schedules while one is cut down. */
const MAX_TRIES = 150;

/**
 * A schedule of fewer steps that fails too: parts are left out, half of it first, then ever less, as long as it still fails
 * (delta debugging, Zeller 2002).
 */
export async function shrink(schedule: Schedule): Promise<Schedule> {
  let best = schedule;
  let tries = 0;
  for (let size = Math.ceil(best.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < best.steps.length && tries < MAX_TRIES;) {
      const steps = best.steps.filter((_, i) => i < from || i >= from + size);
      tries += 1;
      const { problems } = await runSchedule({ ...best, steps });
      if (problems.length > 0) best = { ...best, steps };
      else from += size;
    }
  }
  return best;
}
