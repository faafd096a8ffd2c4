/** What a shared tablet puts over its board by itself. */

/** 'asleep': dark, outside the hours. 'urgent': notices that take the screen. 'show': one notice after another. */
export type Over = 'asleep' | 'urgent' | 'show' | null;

export interface Surroundings {
  /** Within the unit's hours. */
  awake: boolean;
  /** Nobody has touched it for the unit's time. */
  idle: boolean;
  /** The unit wants the slow show. */
  show: boolean;
  /** Urgent notices that whoever is here has not put away. */
  urgent: number;
  /** Tablet mode was left with the code. */
  away: boolean;
}

/** Outside the hours it stays dark until somebody touches it; urgent notices go before everything else. */
export function overBoard({ awake, idle, show, urgent, away }: Surroundings): Over {
  if (away) return null;
  if (!awake && idle) return 'asleep';
  if (urgent > 0) return 'urgent';
  return idle && show ? 'show' : null;
}
