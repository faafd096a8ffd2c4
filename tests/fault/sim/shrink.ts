/** Cuts a schedule that fails down to what makes it fail. */
import type { Schedule } from './schedule.ts';

/** Tries of other schedules while one is cut down. */
const MAX_TRIES = 150;

/**
 * A schedule of fewer steps that fails too: parts are left out, half of it first, then ever less, as long as it still fails
 * (delta debugging, Zeller 2002).
 * @param fails whether a schedule fails; the given one does.
 */
export async function shrink(
  schedule: Schedule,
  fails: (schedule: Schedule) => Promise<boolean>,
): Promise<Schedule> {
  let best = schedule;
  let tries = 0;
  for (let size = Math.ceil(best.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < best.steps.length && tries < MAX_TRIES;) {
      const less = { ...best, steps: best.steps.filter((_, i) => i < from || i >= from + size) };
      tries += 1;
      if (await fails(less)) best = less;
      else from += size;
    }
  }
  return best;
}
