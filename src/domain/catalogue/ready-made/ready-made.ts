/**
 * The catalogue that a new township starts with. Terms and articles are as known when this was written; the office
 * confirms and changes them. (村民委员会组织法 was revised in 2025: article numbers here are those before.)
 */
import type { CatalogueEntry } from '../entry.ts';
import { SEVEN_ASPECTS } from './seven-aspects.ts';
import { TEN_CONTENTS } from './ten-contents.ts';
import { VILLAGE_AFFAIRS } from './village-affairs.ts';

export const READY_MADE: CatalogueEntry[] = [...TEN_CONTENTS, ...SEVEN_ASPECTS, ...VILLAGE_AFFAIRS];
