/** The counts of the report (S7), each with the records behind it. Pure; see RULES 5. */
import type { LightNotice, LightOuting } from '../board/board.ts';
import { type Form, FORMS } from '../catalogue/entry.ts';
import type { Place } from '../registry/events.ts';
import type { Registry } from '../registry/registry.ts';
import { type LocalDate, localDateOf } from '../time.ts';

/** A stretch of days, both included. */
export interface Stretch {
  first: LocalDate;
  last: LocalDate;
}

export const FIGURES = ['platform', 'other', 'catalogue', 'boards', 'walls'] as const;
export type FigureId = (typeof FIGURES)[number];

/** A notice that counts. */
export interface NoticeRecord {
  unit: string;
  notice: LightNotice;
  /** The day on which it counts. */
  day: LocalDate;
}

/** A notice that went out by a form. */
export interface PairRecord extends NoticeRecord {
  form: Form;
  /** Every record of it, the first one first. */
  outings: LightOuting[];
}

export interface PlaceRecord {
  unit: string;
  place: Place;
}

/** The lists behind the figures of one unit; a figure is the length of its list. */
export interface Counted {
  unit: string;
  platform: NoticeRecord[];
  other: PairRecord[];
  catalogue: NoticeRecord[];
  boards: PlaceRecord[];
  walls: PlaceRecord[];
  /** Old records brought in within the stretch: counted apart, and in no other figure. */
  broughtIn: NoticeRecord[];
}

const CATALOGUE_KINDS = new Set(['disclosure-guide', 'disclosure-catalogue']);
const CATALOGUE_ENTRIES = new Set(['gov-guide']);

const within = (day: LocalDate, { first, last }: Stretch): boolean => first <= day && day <= last;

const isOfCatalogue = ({ kind, entry }: LightNotice): boolean =>
  CATALOGUE_KINDS.has(kind) || CATALOGUE_ENTRIES.has(entry);

/** A notice by each form that has a record of having been done. */
function pairsOf(unit: string, notice: LightNotice): PairRecord[] {
  if (notice.outings.length === 0) return [];
  return FORMS.flatMap((form) => {
    const outings = notice.outings
      .filter((one) => one.form === form)
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    const [first] = outings;
    return first ? [{ unit, notice, form, outings, day: localDateOf(first.at) }] : [];
  });
}

function placesOf(registry: Registry, unit: string, kind: Place['kind'], stretch: Stretch): PlaceRecord[] {
  return Object.values(registry.places)
    .filter((place) => place.unit === unit && place.kind === kind)
    .filter(({ id }) => {
      const days = registry.placeDays[id];
      if (!days || localDateOf(days.from) > stretch.last) return false;
      return days.closed === null || localDateOf(days.closed) >= stretch.first;
    })
    .map((place) => ({ unit, place }));
}

/** The lists of one unit. Linear in its notices. */
export function countUnit(
  registry: Registry,
  unit: string,
  notices: LightNotice[],
  stretch: Stretch,
): Counted {
  const platform: NoticeRecord[] = [];
  const other: PairRecord[] = [];
  const broughtIn: NoticeRecord[] = [];
  for (const notice of notices) {
    const day = localDateOf(notice.acceptedAt);
    if (notice.broughtIn) {
      if (within(day, stretch)) broughtIn.push({ unit, notice, day });
      continue;
    }
    if (within(day, stretch)) platform.push({ unit, notice, day });
    for (const pair of pairsOf(unit, notice)) if (within(pair.day, stretch)) other.push(pair);
  }
  return {
    unit,
    platform,
    other,
    catalogue: platform.filter(({ notice }) => isOfCatalogue(notice)),
    boards: placesOf(registry, unit, 'board', stretch),
    walls: placesOf(registry, unit, 'wall', stretch),
    broughtIn,
  };
}

/** Several units together. */
export const together = (units: Counted[]): Omit<Counted, 'unit'> => ({
  platform: units.flatMap((one) => one.platform),
  other: units.flatMap((one) => one.other),
  catalogue: units.flatMap((one) => one.catalogue),
  boards: units.flatMap((one) => one.boards),
  walls: units.flatMap((one) => one.walls),
  broughtIn: units.flatMap((one) => one.broughtIn),
});

/** Of the notices that count: those withdrawn since, and those that say that there was nothing. Shown apart. */
export const apart = (records: NoticeRecord[]): { withdrawn: number; nothing: number } => ({
  withdrawn: records.filter(({ notice }) => notice.withdrawn !== null).length,
  nothing: records.filter(({ notice }) => notice.kind === 'nothing').length,
});

/** Pairs by form. */
export const byForm = (pairs: PairRecord[]): Record<Form, PairRecord[]> =>
  Object.fromEntries(FORMS.map((form) => [form, pairs.filter((pair) => pair.form === form)])) as Record<
    Form,
    PairRecord[]
  >;
