/** Short forms for writing catalogue entries down. What is left out takes the usual value. */
import type { CatalogueEntry, DayCount } from '../entry.ts';

type Units = CatalogueEntry['units'];

export const TOWNSHIP: Units = ['township', 'institution'];
export const VILLAGE: Units = ['village'];
export const BOTH: Units = ['township', 'village'];

export const working = (days: number): DayCount => ({ days, unit: 'working' });
export const calendar = (days: number): DayCount => ({ days, unit: 'calendar' });

/** Due each period, within so many days after its end. */
export const each = (every: CatalogueEntry['due']['every'], within: DayCount): CatalogueEntry['due'] => ({
  every,
  occasion: '',
  within,
});

/** Due when something came about; the general term is 20 working days (政府信息公开条例 art. 26). */
export const when = (occasion: string, within = working(20)): CatalogueEntry['due'] => ({
  every: 'occasion',
  occasion,
  within,
});

/** Village affairs: at least each quarter (村民委员会组织法 art. 30), by the 20th of the next quarter's first month. */
export const QUARTERLY = each('quarter', calendar(20));
/** Where the collective's money moves often: each month (the same article). */
export const MONTHLY = each('month', calendar(20));

/** Marks a basis that the office has to look up: a local rule, or an article that was renumbered since. */
export const TO_CONFIRM = '由办公室确认';
/** 村民委员会组织法 was revised on 2025-10-28, in force since 2026-01-01; article numbers here are those before. */
export const villageLaw = (article: string): string =>
  `村民委员会组织法${article}（2025年修订前条号，${TO_CONFIRM}）`;
/** Seen in other counties' catalogues. */
export const LOCAL = `外地目录的做法，本地规定${TO_CONFIRM}`;

type Needed = 'id' | 'name' | 'aspect' | 'units' | 'kinds' | 'hint' | 'post' | 'due';
export type Written = Pick<CatalogueEntry, Needed> & Partial<CatalogueEntry>;

/** Fills in what is usual. */
export const entry = (part: CatalogueEntry['part'], written: Written): CatalogueEntry => ({
  part,
  publicity: null,
  forms: [],
  review: 'none',
  basis: '',
  from: '2018-01-01',
  until: null,
  ...written,
});
