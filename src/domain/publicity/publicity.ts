/**
 * The publicity period of one notice: first day, last day, days left, and each day with the reason why it counts or not.
 *
 * A day counts when the rule's unit counts it (every day, or working days) and the notice was up for at least half of
 * the hours in which people come by. The day on which it went up is not counted unless the rule says so
 * (民法典 art. 201: the day of the start is not counted). Days to come are taken as days on which it will be up, so
 * the last day of a running period is a forecast: a gap moves it.
 */
import * as z from 'zod/mini';
import { addDays } from '../calendar/days.ts';
import { dayKind } from '../calendar/working-days.ts';
import type { DayKind, DayReason } from '../calendar/working-days.ts';
import { BUILT_IN } from '../calendar/year-plan.ts';
import type { Arrangement } from '../calendar/year-plan.ts';
import { instantOf, localDateOf } from '../time.ts';
import type { Instant, LocalDate } from '../time.ts';

/** Kept with the catalogue entry, so that an old notice keeps the rule of its day. */
export const publicityRule = z.strictObject({
  /** How many days. */
  length: z.int().check(z.minimum(1), z.maximum(365)),
  unit: z.enum(['day', 'working-day']),
  /** Whether the day on which the notice went up is the first that counts. */
  startDayCounts: z.boolean(),
  /** `extend`: a day on which it was not up does not count. `show`: it counts, and the gap is only shown. */
  gaps: z.enum(['extend', 'show']),
});
export type PublicityRule = z.infer<typeof publicityRule>;

/** The defaults for a number of working days. */
export const workingDaysRule = (length: number): PublicityRule => ({
  length,
  unit: 'working-day',
  startDayCounts: false,
  gaps: 'extend',
});

/** What ended before a gap: a sheet was taken down, or a tablet was off. */
export type GapReason = { what: 'sheet'; reason: string } | { what: 'tablet' };

/** A time in which the notice could be read nowhere. */
export interface Gap {
  from: Instant;
  /** Null: still not up. */
  to: Instant | null;
  why?: GapReason;
}

/** What the records say. */
export interface PublicityRecord {
  /** First proof that the notice is up; null while there is none. */
  upSince: Instant | null;
  gaps: Gap[];
  resultPublishedAt: Instant | null;
}

/** `not-up`: no proof yet; `ended`: over, the result is due. */
export type PublicityState = 'not-up' | 'running' | 'ended' | 'result-published';

export interface PublicityDay extends Omit<DayKind, 'reason'> {
  /** Position in the period from 1; null for a day that does not count. */
  number: number | null;
  /** `start-day`: it went up on this day; `not-up`: a gap took more than half of the day. */
  reason: DayReason | 'start-day' | 'not-up';
  /** Minutes between 8 and 18 o'clock in which it was not up, as far as known. */
  minutesDown: number;
  /** The gaps themselves within those hours. */
  gaps: Gap[];
}

export interface Publicity {
  state: PublicityState;
  /** Day of the first proof. */
  startedOn: LocalDate | null;
  /** First and last day that count; forecasts while they lie ahead. */
  firstDay: LocalDate | null;
  lastDay: LocalDate | null;
  /** Days that count and are not over, today included; 0 when ended. The whole length while not up. */
  daysLeft: number;
  /** From the day of the start to the last day. */
  days: PublicityDay[];
  /** Gaps within the period, in order, overlaps joined. */
  gaps: Gap[];
  /** It is not up at this moment, though the period runs. */
  down: boolean;
  /** The result came out before the period was over: a fault that inspectors look for. */
  resultEarly: boolean;
  /** A day was counted whose year's holidays are not announced yet. */
  provisional: boolean;
}

/** Hours of the day in which people come by; half of them without the notice, and the day is lost. */
const OPEN = { from: '08:00', to: '18:00', minutes: 600 } as const;
const MINUTE_MS = 60_000;

interface Span {
  from: number;
  /** Infinity: still open. */
  to: number;
  why?: GapReason;
}

/** Gaps as numbers, in order, those that touch joined, nothing before the start. */
function joined(gaps: Gap[], start: number): Span[] {
  const spans = gaps
    .map(({ from, to, why }) => ({
      from: Math.max(start, Date.parse(from)),
      to: to === null ? Infinity : Date.parse(to),
      ...(why && { why }),
    }))
    .filter((span) => span.to > span.from)
    .sort((one, other) => one.from - other.from);
  const result: Span[] = [];
  for (const span of spans) {
    const last = result[result.length - 1];
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

/** What gaps took of a day's open hours, up to the moment until which anything is known. */
function within(date: LocalDate, spans: Span[], until: number): Span[] {
  const opens = Date.parse(`${date}T${OPEN.from}:00.000+08:00`);
  const closes = Math.min(until, Date.parse(`${date}T${OPEN.to}:00.000+08:00`));
  return spans
    .map((span) => ({ ...span, from: Math.max(span.from, opens), to: Math.min(span.to, closes) }))
    .filter(({ from, to }) => to > from);
}

const minutesOf = (spans: Span[]): number =>
  Math.floor(spans.reduce((sum, { from, to }) => sum + to - from, 0) / MINUTE_MS);

const gapOf = ({ from, to, why }: Span): Gap => ({
  from: instantOf(from),
  to: to === Infinity ? null : instantOf(to),
  ...(why && { why }),
});

/** Why a day does not count; null when it counts. */
function skipped(
  rule: PublicityRule,
  kind: DayKind,
  isStart: boolean,
  down: number,
): PublicityDay['reason'] | null {
  if (rule.unit === 'working-day' && !kind.working) return kind.reason;
  if (isStart && !rule.startDayCounts) return 'start-day';
  return rule.gaps === 'extend' && down * 2 > OPEN.minutes ? 'not-up' : null;
}

function count(
  rule: PublicityRule,
  start: LocalDate,
  spans: Span[],
  until: number,
  arrangement: Arrangement,
) {
  const days: PublicityDay[] = [];
  let number = 0;
  for (let date = start; number < rule.length; date = addDays(date, 1)) {
    const kind = dayKind(date, arrangement);
    const gaps = within(date, spans, until);
    const down = minutesOf(gaps);
    const why = skipped(rule, kind, date === start, down);
    if (why === null) number += 1;
    days.push({
      ...kind,
      reason: why ?? kind.reason,
      number: why === null ? number : null,
      minutesDown: down,
      gaps: gaps.map(gapOf),
    });
  }
  return days;
}

const NOT_UP: Omit<Publicity, 'daysLeft' | 'state'> = {
  startedOn: null,
  firstDay: null,
  lastDay: null,
  days: [],
  gaps: [],
  down: false,
  resultEarly: false,
  provisional: false,
};

/** The period as it stands at a moment. What is recorded later than `now` is taken as not known yet. */
export function publicityAt(
  rule: PublicityRule,
  record: PublicityRecord,
  now: Instant,
  arrangement: Arrangement = BUILT_IN,
): Publicity {
  const nowMs = Date.parse(now);
  const known = (moment: Instant | null): number | null =>
    moment !== null && Date.parse(moment) <= nowMs ? Date.parse(moment) : null;
  const start = known(record.upSince);
  const result = known(record.resultPublishedAt);
  if (record.upSince === null || start === null) {
    const state = result === null ? 'not-up' : 'result-published';
    return { ...NOT_UP, state, daysLeft: rule.length, resultEarly: result !== null };
  }
  const until = result ?? nowMs;
  const spans = joined(record.gaps, start).filter((span) => span.from < until);
  const startedOn = localDateOf(record.upSince);
  const days = count(rule, startedOn, spans, until, arrangement);
  const counted = days.filter((day) => day.number !== null);
  const lastDay = days[days.length - 1]?.date ?? startedOn;
  const today = localDateOf(now);
  const over = today > lastDay;
  const resultDay = result === null ? null : localDateOf(new Date(result).toISOString());
  const inPeriod = spans.filter((span) => localDateOf(new Date(span.from).toISOString()) <= lastDay);
  return {
    state: resultDay !== null ? 'result-published' : over ? 'ended' : 'running',
    startedOn,
    firstDay: counted[0]?.date ?? null,
    lastDay,
    daysLeft: resultDay !== null || over ? 0 : counted.filter((day) => day.date >= today).length,
    days,
    gaps: inPeriod.map(gapOf),
    down: resultDay === null && !over && spans.some((span) => span.from <= nowMs && span.to > nowMs),
    resultEarly: resultDay !== null && resultDay <= lastDay,
    provisional: counted.some((day) => day.provisional),
  };
}
