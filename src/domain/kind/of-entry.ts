/** Which kinds of notice a cadre is offered for an entry of the catalogue. */
import type { CatalogueEntry } from '../catalogue/entry.ts';

/** Every entry may also have a plain notice, a letter, a meeting, or 'nothing in this period'. */
export const FITS_EVERYWHERE = ['plain', 'letter', 'meeting', 'nothing'] as const;

/** Ids of the kinds for an entry, the fitting one first. */
export const kindsOfEntry = (entry: Pick<CatalogueEntry, 'kinds'>): string[] => [
  ...new Set([...entry.kinds, ...FITS_EVERYWHERE]),
];
