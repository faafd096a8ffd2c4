/** What has become of a board, a unit and the catalogue since a day in the past. Pure. */
import type { LightNotice } from '../board/board.ts';
import { type CatalogueEntry, inForce } from '../catalogue/entry.ts';
import { differingColumns } from '../catalogue/sheet-columns.ts';
import type { Person, Unit } from '../registry/events.ts';
import type { LocalDate } from '../time.ts';

export interface BoardSince {
  /** Published since. */
  added: LightNotice[];
  /** Corrected since, as they stand now. */
  corrected: LightNotice[];
  withdrawn: LightNotice[];
  /** Stand as they did. */
  same: number;
}

export function boardSince(then: readonly LightNotice[], now: readonly LightNotice[]): BoardSince {
  const before = new Map(then.map((one) => [one.id, one]));
  const since: BoardSince = { added: [], corrected: [], withdrawn: [], same: 0 };
  for (const notice of now) {
    const old = before.get(notice.id);
    if (!old) since.added.push(notice);
    else if (notice.withdrawn && !old.withdrawn) since.withdrawn.push(notice);
    else if (notice.corrections > old.corrections) since.corrected.push(notice);
    else since.same += 1;
  }
  return since;
}

export const UNIT_PARTS = ['name', 'leader', 'deputies', 'members', 'office', 'phone'] as const;
export type UnitPart = (typeof UNIT_PARTS)[number];

const words = (people: readonly (Person | null)[]): string =>
  people.flatMap((one) => (one ? [`${one.name}（${one.post}）`] : [])).join('、');

/** A unit as lines of words, for showing and for comparing. */
export const unitLines = ({ name, leadingGroup, office, phone }: Unit): Record<UnitPart, string> => ({
  name,
  leader: words([leadingGroup.leader]),
  deputies: words(leadingGroup.deputies),
  members: words(leadingGroup.members),
  office,
  phone,
});

/** Parts of a unit that are different now. */
export function unitSince(then: Unit, now: Unit): { part: UnitPart; before: string; after: string }[] {
  const [old, own] = [unitLines(then), unitLines(now)];
  return UNIT_PARTS.filter((part) => old[part] !== own[part]).map((part) => {
    return { part, before: old[part], after: own[part] };
  });
}

export interface CatalogueSince {
  added: CatalogueEntry[];
  /** With the names of the columns that differ. */
  changed: { entry: CatalogueEntry; columns: string[] }[];
  /** In force then, and no longer. */
  retired: CatalogueEntry[];
}

/** Entries in force on a day. */
export const entriesOn = (catalogue: readonly CatalogueEntry[], day: LocalDate): CatalogueEntry[] =>
  catalogue.filter((entry) => inForce(entry, day));

export function catalogueSince(
  then: readonly CatalogueEntry[],
  day: LocalDate,
  now: readonly CatalogueEntry[],
  today: LocalDate,
): CatalogueSince {
  const before = new Map(entriesOn(then, day).map((entry) => [entry.id, entry]));
  const after = entriesOn(now, today);
  const current = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !before.has(id)),
    changed: after.flatMap((entry) => {
      const old = before.get(entry.id);
      const columns = old ? differingColumns(old, entry) : [];
      return columns.length > 0 ? [{ entry, columns }] : [];
    }),
    retired: [...before.values()].filter(({ id }) => !current.has(id)),
  };
}
