/** Runs a schedule. */
import { createHash } from 'node:crypto';
import { heal } from './heal.ts';
import { brokenPromises, readLog } from './promises.ts';
import type { Schedule, Step } from './schedule.ts';
import { doStep, type Faults } from './steps.ts';
import { watch } from './watch.ts';
import { drive } from './tasks.ts';
import { newWorld, type World } from './world.ts';

export interface Outcome {
  problems: string[];
  faults: Faults;
  /** What people were told is kept, by its kind. */
  saved: Faults;
  /** Hash of the log at the end, and of the world's chance: the same seed gives the same. */
  digest: string;
}

async function digestOf(world: World): Promise<string> {
  const log = await drive(readLog(world));
  return createHash('sha256')
    .update(JSON.stringify([...log, world.random.next()]))
    .digest('hex');
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
    const saved = countOf(world.saved.map(({ what }) => what));
    return { problems, faults, saved, digest: await digestOf(world) };
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { problems: [`the world broke: ${what}`], faults, saved: new Map(), digest: '' };
  } finally {
    await world.end();
  }
}
