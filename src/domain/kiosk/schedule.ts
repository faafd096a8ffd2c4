/** When a tablet's screen is bright: by the day of the week and the hour in Asia/Shanghai. */
import type { TabletSettings } from '../registry/events.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SHANGHAI_OFFSET = 8 * 60 * MINUTE;
/** The last minute that a field for an hour knows: who sets it means the end of the day. */
const LAST_MINUTE = '23:59';
/** 1970-01-01 was a Thursday; Monday is 0. */
const THURSDAY = 3;

type Wakes = TabletSettings['wakes'];

interface Place {
  /** Monday 0 to Sunday 6. */
  weekday: number;
  /** Start of that day in Asia/Shanghai, ms since 1970. */
  midnight: number;
}

function placeOf(time: number): Place {
  const days = Math.floor((time + SHANGHAI_OFFSET) / DAY);
  return { weekday: (((days + THURSDAY) % 7) + 7) % 7, midnight: days * DAY - SHANGHAI_OFFSET };
}

/** `07:30` as ms since midnight. */
function msOf(hour: string): number {
  const [hours, minutes] = hour.split(':').map(Number);
  return ((hours ?? 0) * 60 + (minutes ?? 0)) * MINUTE;
}

/** Day of the week in Asia/Shanghai: Monday 0 to Sunday 6. */
export const weekdayOf = (time: number): number => placeOf(time).weekday;

/** Whether the screen is bright at a moment, ms since 1970. */
export function isAwake(wakes: Wakes, time: number): boolean {
  const { weekday, midnight } = placeOf(time);
  const span = wakes[weekday];
  if (!span) return false;
  const since = time - midnight;
  return since >= msOf(span.from) && (span.to === LAST_MINUTE || since < msOf(span.to));
}

/** The next moment at which it becomes bright, ms since 1970; null: never within a week, nobody set an hour. */
export function nextWaking(wakes: Wakes, time: number): number | null {
  const { weekday, midnight } = placeOf(time);
  for (let ahead = 0; ahead <= 7; ahead++) {
    const span = wakes[(weekday + ahead) % 7];
    const at = span ? midnight + ahead * DAY + msOf(span.from) : null;
    if (at !== null && at > time) return at;
  }
  return null;
}
