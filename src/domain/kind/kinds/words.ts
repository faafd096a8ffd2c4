/** Short forms for writing a kind down. */
import type { Words } from '../kind.ts';

/** The same words in both languages. */
export const w = (zh: string, en: string): Words => ({ zh, en });

/** Words of which only the Chinese is ever stored; the English is for the form. */
export const options = (...pairs: [zh: string, en: string][]): Words[] => pairs.map(([zh, en]) => w(zh, en));
