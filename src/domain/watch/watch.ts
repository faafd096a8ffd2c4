/** What the discipline commission looks into: lists of what went wrong, from public records alone. Pure; RULES 5 and 6. */
import { type LightNotice, publishedHere } from '../board/board.ts';
import { addDays } from '../calendar/days.ts';
import { calendarYearOf } from '../calendar/periods.ts';
import type { DueItem } from '../due/judge.ts';
import type { Registry } from '../registry/registry.ts';
import { burstsOf } from '../score/burst.ts';
import { type LocalDate, localDateOf } from '../time.ts';

export const SIGHTS = [
  'missing',
  'late',
  'changed',
  'often',
  'withdrawn',
  'upheld',
  'unproved',
  'burst',
] as const;
export type SightId = (typeof SIGHTS)[number];

/** Corrections of one notice from which on it is among those corrected often. */
export const OFTEN = 3;
/** Days after publication within which a sheet should hang. */
export const PROOF_DAYS = 7;

export interface Sight {
  unit: string;
  /** The day on which it counts. */
  day: LocalDate;
  /** What it is about: a notice's title, or an entry's name. */
  title: string;
  /** Null: there is none, for nothing was published. */
  notice: string | null;
  /** Days late, times corrected, objections upheld; for a burst how many came in the last week. */
  n: number;
  /** For a burst: how many came in all; else 0. */
  of: number;
  /** The reason that was given, or the id of the period; empty: none. */
  words: string;
}

export type Sights = Record<SightId, Sight[]>;

export interface Stretch {
  first: LocalDate;
  last: LocalDate;
}

const within = (day: LocalDate, { first, last }: Stretch): boolean => first <= day && day <= last;

function dutySights(unit: string, due: readonly DueItem[]): Pick<Sights, 'missing' | 'late'> {
  const sight = (item: DueItem): Sight => ({
    unit,
    day: item.due,
    title: item.entry.name,
    notice: item.notices[0] ?? null,
    n: item.daysLate,
    of: 0,
    words: item.period.id,
  });
  return {
    missing: due.filter(({ state }) => state === 'overdue').map(sight),
    late: due.filter(({ state }) => state === 'fulfilled-late').map(sight),
  };
}

const about = (unit: string, notice: LightNotice, part: Partial<Sight> = {}): Sight => ({
  unit,
  day: localDateOf(notice.acceptedAt),
  title: notice.title,
  notice: notice.id,
  n: 0,
  of: 0,
  words: '',
  ...part,
});

/** Each change in the stretch, whenever the notice was published. */
const changesOf = (unit: string, notice: LightNotice, stretch: Stretch): Sight[] =>
  (notice.changes ?? [])
    .map(({ acceptedAt, reason }, at) =>
      about(unit, notice, { day: localDateOf(acceptedAt), words: reason, n: at + 1 }),
    )
    .filter(({ day }) => within(day, stretch));

/** Whether a sheet of it should hang and no record says that one ever did. */
function isUnproved(registry: Registry, notice: LightNotice, today: LocalDate): boolean {
  if (notice.withdrawn || notice.firstUp !== null) return false;
  const forms = registry.catalogue.find(({ id }) => id === notice.entry)?.forms ?? [];
  return forms.includes('paper') && addDays(localDateOf(notice.acceptedAt), PROOF_DAYS) < today;
}

function burstSights(
  unit: string,
  notices: readonly LightNotice[],
  stretch: Stretch,
  today: LocalDate,
): Sight[] {
  const first = calendarYearOf(stretch.first);
  const last = calendarYearOf(stretch.last);
  const years = first.id === last.id ? [first] : [first, last];
  return years
    .flatMap((year) => burstsOf(notices, year, today))
    .filter(({ isBurst, over, quarter }) => isBurst && over && within(quarter.last, stretch))
    .map(({ quarter, all, last: lastWeek }) => ({
      unit,
      day: quarter.last,
      title: quarter.name,
      notice: null,
      n: lastWeek.length,
      of: all.length,
      words: quarter.id,
    }));
}

/**
 * The lists of one unit, the newest first.
 * @param due what fell due in the stretch (domain/due).
 */
export function sightsOf(
  registry: Registry,
  unit: string,
  notices: readonly LightNotice[],
  due: readonly DueItem[],
  stretch: Stretch,
  today: LocalDate,
): Sights {
  const published = publishedHere(notices).filter(({ acceptedAt }) =>
    within(localDateOf(acceptedAt), stretch),
  );
  const sights: Sights = {
    ...dutySights(unit, due),
    changed: notices.flatMap((notice) => changesOf(unit, notice, stretch)),
    often: published
      .filter(({ corrections }) => corrections >= OFTEN)
      .map((notice) => about(unit, notice, { n: notice.corrections })),
    withdrawn: notices.flatMap((notice) => {
      const { withdrawn } = notice;
      const day = withdrawn && localDateOf(withdrawn.acceptedAt);
      return day && within(day, stretch) ? [about(unit, notice, { day, words: withdrawn.reason })] : [];
    }),
    upheld: published
      .filter(({ upheld }) => (upheld ?? 0) > 0)
      .map((notice) => about(unit, notice, { n: notice.upheld ?? 0 })),
    unproved: published
      .filter((notice) => isUnproved(registry, notice, today))
      .map((notice) => about(unit, notice)),
    burst: burstSights(unit, notices, stretch, today),
  };
  for (const id of SIGHTS) sights[id].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  return sights;
}

/** Several units together, the newest first. */
export const allSights = (units: readonly Sights[]): Sights =>
  Object.fromEntries(
    SIGHTS.map((id) => [
      id,
      units.flatMap((one) => one[id]).sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)),
    ]),
  ) as Sights;
