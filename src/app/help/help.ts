/** What help there is: for each screen what it is for, the three most frequent jobs, and what to do when it goes wrong. Data. */
import { BOARD_HELP } from './board-help.ts';
import { CADRE_HELP } from './cadre-help.ts';
import { OFFICE_HELP } from './office-help.ts';

export interface HelpWords {
  title: string;
  /** What this screen is for, in one sentence. */
  what: string;
  /** The most frequent jobs: exactly three. */
  jobs: [string, string, string];
  /** What to do when it goes wrong. */
  wrong: string;
}

export interface Help {
  id: string;
  /** Addresses of screens, as the routes write them; the one that fits best counts. */
  at: string[];
  zh: HelpWords;
  en: HelpWords;
}

export const HELP: readonly Help[] = [...CADRE_HELP, ...BOARD_HELP, ...OFFICE_HELP];

/** `:name` stands for one part of an address, `*` at the end for any number of them. */
const asPattern = (at: string): RegExp =>
  new RegExp(`^${at.replace(/\/\*$/, '(?:/.*)?').replace(/:[a-z]+/g, '[^/]+')}/?$`);

/** Each address with its help: those without `*` first, then the longest. */
const patterns = HELP.flatMap((help) => help.at.map((at) => ({ at, help, fits: asPattern(at) }))).sort(
  (one, other) =>
    Number(one.at.endsWith('*')) - Number(other.at.endsWith('*')) || other.at.length - one.at.length,
);

/** Help for an address; null: none was written for it. */
export const helpAt = (path: string): Help | null =>
  patterns.find(({ fits }) => fits.test(path))?.help ?? null;

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, '');

/** Help with all of these words in it, titles first. An empty question finds everything. */
export function searchHelp(typed: string, language: 'zh' | 'en'): Help[] {
  const wanted = typed.trim().split(/\s+/).filter(Boolean).map(plain);
  const fits = (text: string): boolean => wanted.every((word) => plain(text).includes(word));
  const all = HELP.filter((help) => {
    const { title, what, jobs, wrong } = help[language];
    return fits([title, what, ...jobs, wrong].join(' '));
  });
  return [
    ...all.filter((one) => fits(one[language].title)),
    ...all.filter((one) => !fits(one[language].title)),
  ];
}
