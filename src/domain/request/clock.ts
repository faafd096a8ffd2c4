/**
 * The clock of a request, with its working: each day counted or skipped, with its name.
 * 政府信息公开条例 art. 30 (unclear: it starts anew when the completed request comes), 31, 33 (20 working days; lengthened
 * once; asking others does not count). The day on which a term starts is not counted (民法典 art. 201).
 */
import { addDays } from '../calendar/days.ts';
import { type DayKind, dayKind } from '../calendar/working-days.ts';
import { type Arrangement, BUILT_IN } from '../calendar/year-plan.ts';
import type { LocalDate } from '../time.ts';
import { type ClockInput, TERM } from './clock-input.ts';

export type StopReason = 'unclear' | ClockInput['pauses'][number]['why'];

export interface ClockDay extends DayKind {
  /** `free`: no working day. `paused`: others are being asked. `unclear`: before the completed request came. */
  state: 'counted' | 'free' | 'paused' | 'unclear';
  /** Position in the term from 1; null for a day that does not count. */
  number: number | null;
  /** Which pause, from 1; null: none. */
  pause: number | null;
}

export interface Clock {
  /** Counted from the day after this one. */
  starts: LocalDate;
  /** Working days in all. */
  term: number;
  /** The last day in time; null while the clock stands still. */
  due: LocalDate | null;
  stopped: { why: StopReason; since: LocalDate } | null;
  /** Working days counted up to today, or up to the end. */
  used: number;
  /** Working days left; below zero: late by so many. */
  left: number;
  /** It was lengthened after it had run out: that does not count. */
  extendedLate: boolean;
  /** From the day after receipt to the last day, or to today when that is later or the clock stands still. */
  days: ClockDay[];
  /** Some of these days may be moved by a calendar that is not announced yet. */
  provisional: boolean;
}

/** The longest that is looked at, in days; more is a mistake in the dates. */
const MAX_DAYS = 8_000;

/** What was known on a day: later papers are left out, and what was still open then is open. */
function asOf(input: ClockInput, today: LocalDate): ClockInput {
  const { received, unclear, pauses, extended, ended } = input;
  const passed = (date: LocalDate | null): LocalDate | null => (date !== null && date <= today ? date : null);
  return {
    received,
    unclear: unclear && unclear.on <= today ? { ...unclear, completed: passed(unclear.completed) } : null,
    pauses: pauses
      .filter(({ from }) => from <= today)
      .map(({ why, from, to }) => ({ why, from, to: passed(to) })),
    extended: extended && extended.on <= today ? extended : null,
    ended: ended && ended.on <= today ? ended : null,
  };
}

function stopOf({ unclear, pauses, ended }: ClockInput): Clock['stopped'] {
  if (ended) return null;
  if (unclear && unclear.completed === null) return { why: 'unclear', since: unclear.on };
  const open = pauses.filter(({ to }) => to === null);
  const first = open.sort((one, other) => (one.from < other.from ? -1 : 1))[0];
  return first ? { why: first.why, since: first.from } : null;
}

/** What a day is in this clock, before it is numbered. */
function stateOf(input: ClockInput, kind: DayKind): Pick<ClockDay, 'state' | 'pause'> {
  const { unclear, pauses, ended } = input;
  const { date } = kind;
  const waits = unclear && (unclear.completed === null ? date > unclear.on : date <= unclear.completed);
  if (waits && !(ended && date > ended.on)) return { state: 'unclear', pause: null };
  // Whoever answers without waiting ends the pause with it.
  const until = (to: LocalDate | null): LocalDate | null => to ?? ended?.on ?? null;
  const pause = pauses.findIndex(({ from, to }) => {
    const last = until(to);
    return date > from && (last === null || date <= last);
  });
  if (pause >= 0) return { state: 'paused', pause: pause + 1 };
  return { state: kind.working ? 'counted' : 'free', pause: null };
}

function walk(input: ClockInput, term: number, today: LocalDate, stopped: boolean, arrangement: Arrangement) {
  const horizon = input.ended?.on ?? today;
  const days: ClockDay[] = [];
  let used = 0;
  let number = 0;
  let due: LocalDate | null = null;
  for (let date = addDays(input.received, 1); days.length < MAX_DAYS; date = addDays(date, 1)) {
    const reached = stopped || due !== null;
    if (reached && date > horizon) break;
    const kind = dayKind(date, arrangement);
    const { state, pause } = stateOf(input, kind);
    const counts = state === 'counted';
    if (counts) number += 1;
    if (counts && date <= horizon) used = number;
    if (counts && number === term) due = date;
    days.push({ ...kind, state, pause, number: counts ? number : null });
  }
  return { days, used, due: stopped ? null : due };
}

/** Whether lengthening came in time: not later than the last day without it. */
function isInTime(input: ClockInput, arrangement: Arrangement): boolean {
  const { extended } = input;
  if (!extended) return false;
  const { due, left } = clockOf({ ...input, extended: null }, extended.on, arrangement);
  return due === null ? left >= 0 : extended.on <= due;
}

/** The clock as it stands on a day. */
export function clockOf(whole: ClockInput, today: LocalDate, arrangement: Arrangement = BUILT_IN): Clock {
  const input = asOf(whole, today);
  const counts = isInTime(input, arrangement);
  const term = TERM + (counts ? input.extended!.days : 0);
  const stopped = stopOf(input);
  const { days, used, due } = walk(input, term, today, stopped !== null, arrangement);
  return {
    starts: input.unclear?.completed ?? input.received,
    term,
    due,
    stopped,
    used,
    left: term - used,
    extendedLate: input.extended !== null && !counts,
    days,
    provisional: days.some(({ provisional }) => provisional),
  };
}
