/**
 * What the discipline commission looks into: lists of what went wrong, from the boards and from what units wrote down of personal
 * data shown in the clear. Pure; RULES 5 to 7.
 */
import { type LightNotice, type LightOuting, publishedHere } from '../board/board.ts';
import { addDays, daysBetween } from '../calendar/days.ts';
import { calendarYearOf } from '../calendar/periods.ts';
import type { DueItem } from '../due/judge.ts';
import type { LiftedMask } from '../inspection/records.ts';
import type { Registry } from '../registry/registry.ts';
import { burstsOf } from '../score/burst.ts';
import { type LocalDate, localDateOf } from '../time.ts';

export const SIGHTS = [
  'missing',
  'late',
  'changed',
  'moved',
  'often',
  'withdrawn',
  'upheld',
  'unproved',
  'odd',
  'unmasked',
  'burst',
] as const;
export type SightId = (typeof SIGHTS)[number];

/** Corrections of one notice from which on it is among those corrected often. */
export const OFTEN = 3;
/** Photos of one place that are farther from each other than this, beyond what the phone says of its accuracy, metres. */
export const PLACE_METRES = 1_000;
type Odd = 'late' | 'early' | 'elsewhere';
type Position = NonNullable<LightOuting['position']>;

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
  /**
   * Days late, times corrected, objections upheld, data shown in the clear; for a burst how many came in the last week; for a sheet
   * days between record and receipt, or metres from where the other photos of that place were taken.
   */
  n: number;
  /** For a burst: how many came in all; else 0. */
  of: number;
  /** The reason that was given, or the id of the period; of a sheet what is odd: ODD; empty: none. */
  words: string;
  /** Key of who did it, where that is told. */
  by?: string;
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

/** Metres between two places on the Earth. */
function metres([la, lo]: Position, [lb, lob]: Position): number {
  const rad = Math.PI / 180;
  const north = (la - lb) * rad;
  const east = (lo - lob) * rad * Math.cos(((la + lb) / 2) * rad);
  return Math.hypot(north, east) * 6_371_000;
}

const middle = (all: number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

/** Where each board and wall is, by the middle of all photos taken there; only where three or more say it. */
function placesBy(notices: readonly LightNotice[]): Map<string, Position> {
  const found = new Map<string, Position[]>();
  for (const { outings } of notices)
    for (const { place, position } of outings)
      if (place && position) found.set(place, [...(found.get(place) ?? []), position]);
  return new Map(
    [...found]
      .filter(([, all]) => all.length >= 3)
      .map(([place, all]) => [
        place,
        [middle(all.map(([lat]) => lat)), middle(all.map(([, lon]) => lon)), 0],
      ]),
  );
}

/** What is odd about the record of a sheet: it came long after the day that it names, or names a later one; or it was made elsewhere. */
function oddOf(outing: LightOuting, usual: Position | undefined): { words: Odd; n: number } | null {
  const { at, acceptedAt, position } = outing;
  const days = acceptedAt ? daysBetween(localDateOf(at), localDateOf(acceptedAt)) : 0;
  if (days < 0) return { words: 'early', n: -days };
  if (days > PROOF_DAYS) return { words: 'late', n: days };
  const away = position && usual ? Math.round(metres(position, usual) - position[2]) : 0;
  return away > PLACE_METRES ? { words: 'elsewhere', n: away } : null;
}

/** Records of sheets in the stretch of which something is odd. */
function oddSights(unit: string, notices: readonly LightNotice[], stretch: Stretch): Sight[] {
  const places = placesBy(notices);
  return notices.flatMap((notice) =>
    notice.outings.flatMap((outing) => {
      const day = localDateOf(outing.at);
      const odd = outing.form === 'paper' ? oddOf(outing, places.get(outing.place ?? '')) : null;
      return odd && within(day, stretch) ? [about(unit, notice, { day, ...odd })] : [];
    }),
  );
}

/** Each time that somebody showed personal data in the clear, with the reasons that he gave. */
const unmaskedSights = (
  unit: string,
  notices: readonly LightNotice[],
  lifted: readonly LiftedMask[],
  stretch: Stretch,
): Sight[] =>
  lifted.flatMap((one): Sight[] => {
    const day = localDateOf(one.acceptedAt);
    if (!within(day, stretch)) return [];
    const notice = notices.find(({ id, latest }) => id === one.about || latest === one.about);
    const masked = one.lifted.map(({ masked: shown }) => shown).join('、');
    const words = [...new Set(one.lifted.map(({ reason }) => reason))].join('；');
    const n = one.lifted.length;
    return [
      {
        unit,
        day,
        title: notice?.title ?? masked,
        notice: notice?.id ?? null,
        n,
        of: 0,
        words,
        by: one.author,
      },
    ];
  });

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
 * @param lifted what is written down of personal data shown in the clear.
 */
export function sightsOf(
  registry: Registry,
  unit: string,
  notices: readonly LightNotice[],
  due: readonly DueItem[],
  stretch: Stretch,
  today: LocalDate,
  lifted: readonly LiftedMask[] = [],
): Sights {
  const published = publishedHere(notices).filter(({ acceptedAt }) =>
    within(localDateOf(acceptedAt), stretch),
  );
  const sights: Sights = {
    ...dutySights(unit, due),
    changed: notices.flatMap((notice) => changesOf(unit, notice, stretch)),
    moved: notices.flatMap((notice) => {
      const day = notice.moved && localDateOf(notice.moved.acceptedAt);
      return day && within(day, stretch)
        ? [about(unit, notice, { day, words: notice.moved?.from.period ?? '' })]
        : [];
    }),
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
    odd: oddSights(unit, notices, stretch),
    unmasked: unmaskedSights(unit, notices, lifted, stretch),
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
