/**
 * When a tablet's screen really showed the board. The tablet keeps the spans of its own days (`noted`), and hands each day
 * in once it is over; from the reports everybody knows when a notice could be read on a tablet (`DisplayedDay`).
 */
import { localDateOf, type LocalDate } from '../time.ts';
import type { DisplayReported } from './events.ts';

export type DisplaySpan = DisplayReported['spans'][number];

/** A day as a tablet reported it, or as it knows it itself. */
export interface DisplayedDay {
  /** The tablet's key. */
  tablet: string;
  day: string;
  spans: DisplaySpan[];
  /** Not reported yet: the tablet's own knowledge, up to this moment. */
  own: boolean;
}

/** Spans by day, as a tablet keeps them until they are handed in. */
export type DisplayLog = Record<string, DisplaySpan[]>;

/** The time between two notes while the screen shows the board, ms: few writes, and a power cut loses no more than this. */
export const NOTE_EVERY_MS = 3 * 60_000;
/** Two notes further apart than this are two spans: the tablet was off, or its page asleep, ms. */
export const LONGEST_SILENCE_MS = 2 * NOTE_EVERY_MS + 60_000;
/** Spans of one day that a report holds. */
export const MOST_SPANS = 96;

const ms = (moment: string): number => Date.parse(moment);
const moment = (at: number): string => new Date(at).toISOString();

/** The two neighbours with the shortest time between them become one, as long as there are too many. */
function joined(spans: DisplaySpan[]): DisplaySpan[] {
  const left = [...spans];
  while (left.length > MOST_SPANS) {
    const between = left.slice(1).map((span, at) => ms(span.from) - ms(left[at]!.to));
    const touching = between.indexOf(Math.min(...between));
    const [one, other] = [left[touching]!, left[touching + 1]!];
    // Where they do not touch, what was not shown is not claimed: the shorter one is given up.
    const isGap = between[touching]! > 0;
    const shorter = ms(one.to) - ms(one.from) < ms(other.to) - ms(other.from) ? other : one;
    const both = { from: one.from, to: other.to, held: Math.min(one.held, other.held) };
    left.splice(touching, 2, isGap ? shorter : both);
  }
  return left;
}

/** A day's spans after one more note at a moment of that day. */
function extended(spans: DisplaySpan[], at: number, held: number, begins: boolean): DisplaySpan[] {
  const last = spans[spans.length - 1];
  // A clock that was put back says nothing new.
  if (last && at < ms(last.to)) return spans;
  if (!last || begins || at - ms(last.to) > LONGEST_SILENCE_MS)
    return [...spans, { from: moment(at), to: moment(at), held }];
  const grown = [...spans.slice(0, -1), { ...last, to: moment(at) }];
  return joined(last.held === held ? grown : [...grown, { from: moment(at), to: moment(at), held }]);
}

/**
 * The log after a note: the board is on the screen at this moment. A span that goes on over midnight is two.
 * @param at ms since 1970.
 * @param held how many events of the unit's stream the tablet holds.
 * @param begins the screen was dark or hidden until now: a new span, however short that was.
 */
export function noted(log: DisplayLog, at: number, held: number, begins = false): DisplayLog {
  const day = localDateOf(moment(at));
  const midnight = ms(`${day}T00:00:00.000+08:00`);
  const before = localDateOf(moment(midnight - 1));
  const last = log[before]?.[log[before].length - 1];
  const goesOn = !begins && log[day] === undefined && last && at - ms(last.to) <= LONGEST_SILENCE_MS;
  if (!goesOn) return { ...log, [day]: extended(log[day] ?? [], at, held, begins) };
  const evening = [...log[before]!.slice(0, -1), { ...last, to: moment(midnight - 1) }];
  const morning = [{ from: moment(midnight), to: moment(midnight), held: last.held }];
  return { ...log, [before]: evening, [day]: extended(morning, at, held, false) };
}

/** The days that are over, as they are handed in: spans that lasted. */
export const finished = (log: DisplayLog, today: LocalDate): DisplayReported[] =>
  Object.entries(log)
    .filter(([day]) => day < today)
    .map(([day, spans]) => ({ day, spans: spans.filter(({ from, to }) => from < to) }))
    .filter(({ spans }) => spans.length > 0)
    .sort((one, other) => (one.day < other.day ? -1 : 1));

/** What is kept after the days before today were handed in. */
export const unfinished = (log: DisplayLog, today: LocalDate): DisplayLog =>
  Object.fromEntries(Object.entries(log).filter(([day]) => day >= today));
