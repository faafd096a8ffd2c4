/** How good a score is, in four steps: each has a word, a tone and a pattern of its own, so that it reads without colour. */
export type Level = 'good' | 'fair' | 'poor' | 'none';

const GOOD = 85;
const FAIR = 60;

export const levelOf = (total: number | null): Level =>
  total === null ? 'none' : total >= GOOD ? 'good' : total >= FAIR ? 'fair' : 'poor';

/** A score as it is shown: at most one place. */
export const shown = (total: number | null): string => (total === null ? '—' : String(total));
