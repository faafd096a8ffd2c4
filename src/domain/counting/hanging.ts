/** The board of boards: what hangs where, what should and does not, and what should not any more. Pure. */
import { type LightNotice, publishedHere } from '../board/board.ts';
import { type CatalogueEntry } from '../catalogue/entry.ts';
import type { Place } from '../registry/events.ts';
import type { Registry } from '../registry/registry.ts';
import { type LocalDate, localDateOf } from '../time.ts';

export interface HangingSheet {
  notice: LightNotice;
  /** Of the record. */
  outing: string;
  /** When it was put up, by the author's clock. */
  since: string;
  /** Why it should come down: the notice was withdrawn, or was urgent until a moment that has passed. Null: it hangs rightly. */
  wrong: 'withdrawn' | 'expired' | null;
}

export interface PlaceHanging {
  place: Place;
  /** The longest first. */
  sheets: HangingSheet[];
}

export interface UnitHanging {
  unit: string;
  places: PlaceHanging[];
  /** Notices whose entry goes out on paper and of which no sheet hangs, the newest first. */
  missing: LightNotice[];
}

/** A notice that is not in its publicity period is missed on the walls for so long after publication, days. */
export const PAPER_DAYS = 30;

function wrongOf({ withdrawn, urgentUntil }: LightNotice, today: LocalDate): HangingSheet['wrong'] {
  if (withdrawn) return 'withdrawn';
  return urgentUntil !== null && localDateOf(urgentUntil) < today ? 'expired' : null;
}

/** What hangs now at each place in use. */
function placesOf(
  registry: Registry,
  unit: string,
  notices: LightNotice[],
  today: LocalDate,
): PlaceHanging[] {
  const byPlace = new Map<string, HangingSheet[]>();
  for (const notice of notices) {
    for (const { id, form, place, at, ended } of notice.outings) {
      if (form !== 'paper' || place === null || ended !== null) continue;
      const sheet = { notice, outing: id, since: at, wrong: wrongOf(notice, today) };
      const before = byPlace.get(place);
      if (before) before.push(sheet);
      else byPlace.set(place, [sheet]);
    }
  }
  return Object.values(registry.places)
    .filter((place) => place.unit === unit && place.kind !== 'loudspeaker')
    .map((place) => ({
      place,
      sheets: (byPlace.get(place.id) ?? []).sort((a, b) => Date.parse(a.since) - Date.parse(b.since)),
    }))
    .filter(({ place, sheets }) => !place.closed || sheets.length > 0);
}

const asksForPaper = (catalogue: CatalogueEntry[], entry: string): boolean =>
  catalogue.find(({ id }) => id === entry)?.forms.includes('paper') ?? false;

const DAY_MS = 86_400_000;

/** Whether a sheet of it should hang today: while its publicity period runs, or in the first days after publication. */
function shouldHang(notice: LightNotice, today: LocalDate): boolean {
  if (wrongOf(notice, today) !== null) return false;
  if (notice.publicity !== null && !notice.publicityClosed) return true;
  return Date.parse(`${today}T00:00:00+08:00`) - Date.parse(notice.acceptedAt) < PAPER_DAYS * DAY_MS;
}

const hangs = ({ outings }: LightNotice): boolean =>
  outings.some(({ form, ended }) => form === 'paper' && ended === null);

/** How the boards and walls of a unit stand on a day. */
export function hangingOf(
  registry: Registry,
  unit: string,
  notices: LightNotice[],
  today: LocalDate,
): UnitHanging {
  const missing = publishedHere(notices)
    .filter((notice) => localDateOf(notice.acceptedAt) <= today && shouldHang(notice, today))
    .filter((notice) => asksForPaper(registry.catalogue, notice.entry) && !hangs(notice))
    .sort((a, b) => (a.acceptedAt < b.acceptedAt ? 1 : -1));
  return { unit, places: placesOf(registry, unit, notices, today), missing };
}
