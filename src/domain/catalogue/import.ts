/** What a sheet would change in the catalogue, told before anything is signed. */
import type { LocalDate } from '../time.ts';
import { type CatalogueEntry, inForce } from './entry.ts';
import type { CatalogueSheet } from './sheet.ts';
import { differingColumns } from './sheet-columns.ts';

export interface CataloguePlan {
  added: CatalogueEntry[];
  changed: { entry: CatalogueEntry; columns: string[] }[];
  /** In force today, and with a last day in the sheet. */
  retired: CatalogueEntry[];
  same: number;
  /** In force and not in the sheet: they stay unless the office retires them. */
  absent: CatalogueEntry[];
}

export function catalogueImportPlan(
  before: CatalogueEntry[],
  { entries, ids }: Pick<CatalogueSheet, 'entries' | 'ids'>,
  today: LocalDate,
): CataloguePlan {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  const inSheet = new Set([...ids, ...entries.map(({ id }) => id)]);
  const plan: CataloguePlan = {
    added: [],
    changed: [],
    retired: [],
    same: 0,
    absent: before.filter((entry) => !inSheet.has(entry.id) && (entry.until ?? today) >= today),
  };
  for (const entry of entries) {
    const old = known.get(entry.id);
    const columns = old ? differingColumns(old, entry) : [];
    if (!old) plan.added.push(entry);
    else if (columns.length === 0) plan.same += 1;
    else if (old.until === null && entry.until !== null && inForce(old, today)) plan.retired.push(entry);
    else plan.changed.push({ entry, columns });
  }
  return plan;
}

/** The whole catalogue after the sheet. @param absentUntil last day of what the sheet does not have; null: it stays. */
export function catalogueAfter(
  before: CatalogueEntry[],
  sheet: CatalogueEntry[],
  absentUntil: LocalDate | null,
  absent: CatalogueEntry[],
): CatalogueEntry[] {
  const from = new Map(sheet.map((entry) => [entry.id, entry]));
  const gone = new Set(absentUntil ? absent.map(({ id }) => id) : []);
  const kept = before.map((entry) => {
    const own = from.get(entry.id);
    if (own) return own;
    if (!absentUntil || !gone.has(entry.id)) return entry;
    return { ...entry, until: entry.from > absentUntil ? entry.from : absentUntil };
  });
  const known = new Set(before.map(({ id }) => id));
  return [...kept, ...sheet.filter(({ id }) => !known.has(id))];
}
