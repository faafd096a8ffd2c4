/** What is looked at, as it stands in the address. Pure. */
import { PARTS, type PartId } from '../../domain/score/events.ts';
import type { LocalDate } from '../../domain/time.ts';

export interface ScoreChoice {
  /** A day of the year: its first. */
  within: LocalDate;
  year: number;
  /** 0 to 11; null: the whole year. */
  month: number | null;
  /** The part whose records are listed; null: what cost points. */
  part: PartId | null;
}

/** The year of today where the address says nothing that can be read. */
export function scoreChoice(search: URLSearchParams, today: LocalDate): ScoreChoice {
  const asked = /^2\d{3}$/.test(search.get('year') ?? '') ? Number(search.get('year')) : null;
  const year = asked ?? Number(today.slice(0, 4));
  const month = /^([1-9]|1[0-2])$/.test(search.get('month') ?? '') ? Number(search.get('month')) - 1 : null;
  return {
    within: `${year}-01-01` as LocalDate,
    year,
    month,
    part: PARTS.find((one) => one === search.get('part')) ?? null,
  };
}

/** The address of a unit's scorecard. */
export function cardPath(
  unit: string,
  { year, month, part }: Partial<Pick<ScoreChoice, 'year' | 'month' | 'part'>>,
): string {
  const search = new URLSearchParams();
  if (year !== undefined) search.set('year', String(year));
  if (month !== undefined && month !== null) search.set('month', String(month + 1));
  if (part) search.set('part', part);
  return `/scores/${unit}?${search.toString()}`;
}
