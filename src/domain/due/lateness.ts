/** How late the notices on a board came: the marks that residents see. */
import { daysBetween } from '../calendar/days.ts';
import { parsePeriod } from '../calendar/periods.ts';
import { type Arrangement, BUILT_IN } from '../calendar/year-plan.ts';
import { inForce } from '../catalogue/entry.ts';
import type { Registry } from '../registry/registry.ts';
import { graceOn } from '../score/rules.ts';
import { localDateOf } from '../time.ts';
import { firstDayOf, inTime, tellsSince, type Told, toldBy, versionsOf } from './judge.ts';
import { dueDay } from './slots.ts';

/**
 * Days late by notice id; what came in time is not there, nor what tells again what was told in time.
 * @param notices of one unit; those that tell the same period must be among them.
 */
export function lateMarks(
  registry: Registry,
  unit: string,
  notices: Told[],
  arrangement: Arrangement = BUILT_IN,
): Map<string, number> {
  const marks = new Map<string, number>();
  const first = firstDayOf(registry, unit);
  if (!first) return marks;
  const versions = versionsOf(registry);
  for (const [key, told] of toldBy(notices)) {
    const at = key.indexOf('/');
    const period = parsePeriod(key.slice(at + 1));
    const entry = period && versions.find((one) => one.id === key.slice(0, at) && inForce(one, period.last));
    if (!period || !entry || entry.due.every !== period.kind || period.last < first) continue;
    const due = dueDay(period, entry.due.within, arrangement);
    const grace = graceOn(registry, due);
    const [earliest] = told;
    if (!earliest || told.some((notice) => inTime(tellsSince(notice), due, grace) !== null)) continue;
    marks.set(earliest.id, daysBetween(due, localDateOf(tellsSince(earliest).acceptedAt)));
  }
  return marks;
}
