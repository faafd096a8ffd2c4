/** What is counted, as it stands in the address: days, unit, and which figure's list is open. Pure. */
import { parseLocalDate } from '../../domain/calendar/days.ts';
import { calendarYearOf, type Period, parsePeriod } from '../../domain/calendar/periods.ts';
import { FIGURES, type FigureId, type Stretch } from '../../domain/counting/figures.ts';
import type { LocalDate } from '../../domain/time.ts';

export interface Choice {
  stretch: Stretch;
  /** The named period; null: free days. */
  period: Period | null;
  /** Null: all units. */
  unit: string | null;
  /** The figure whose records are listed; null: none. */
  list: FigureId | null;
}

/** The year of today where the address says nothing that can be read. */
export function choiceOf(search: URLSearchParams, today: LocalDate): Choice {
  const from = parseLocalDate(search.get('from') ?? '');
  const to = parseLocalDate(search.get('to') ?? '');
  const free = from && to && from <= to ? { first: from, last: to } : null;
  const period = free ? null : (parsePeriod(search.get('of') ?? '') ?? calendarYearOf(today));
  return {
    stretch: free ?? { first: period?.first ?? today, last: period?.last ?? today },
    period,
    unit: search.get('unit'),
    list: FIGURES.find((one) => one === search.get('list')) ?? null,
  };
}

/** The address with some of it changed; null takes a part out. */
export function changed(search: URLSearchParams, parts: Record<string, string | null>): string {
  const next = new URLSearchParams(search);
  for (const [key, value] of Object.entries(parts)) {
    if (value === null) next.delete(key);
    else next.set(key, value);
  }
  return `?${next.toString()}`;
}
