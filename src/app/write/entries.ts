/** The catalogue as a cadre picks from it: what his kind of unit publishes, what was used lately, and a search. Pure. */
import type { LightNotice } from '../../domain/board/board.ts';
import { ASPECTS, type Aspect, type CatalogueEntry } from '../../domain/catalogue/entry.ts';
import type { Unit } from '../../domain/registry/events.ts';

export const RECENT = 4;

export const entriesFor = (catalogue: CatalogueEntry[], kind: Unit['kind']): CatalogueEntry[] =>
  catalogue.filter((entry) => entry.units.includes(kind));

/** Groups in the order of the board; empty ones are left out. */
export const byAspect = (entries: CatalogueEntry[]): [Aspect, CatalogueEntry[]][] =>
  ASPECTS.map((aspect): [Aspect, CatalogueEntry[]] => [
    aspect,
    entries.filter((entry) => entry.aspect === aspect),
  ]).filter(([, own]) => own.length > 0);

/** Those used last on this board by this device, the latest first. */
export function recentEntries(
  entries: CatalogueEntry[],
  board: LightNotice[],
  author: string,
): CatalogueEntry[] {
  const used = [...board].reverse().filter((notice) => notice.author === author);
  const ids = [...new Set(used.map((notice) => notice.entry))];
  return ids.flatMap((id) => entries.find((entry) => entry.id === id) ?? []).slice(0, RECENT);
}

/** Entries whose name or hint has all the letters of the words that were typed. */
export function search(entries: CatalogueEntry[], typed: string): CatalogueEntry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const text = `${entry.name} ${entry.hint}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The newest notice about an entry that still hangs, or null. */
export const lastAbout = (board: LightNotice[], entry: string): LightNotice | null =>
  [...board].reverse().find((notice) => notice.entry === entry && !notice.withdrawn) ?? null;
