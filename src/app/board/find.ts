import type { LightNotice } from '../../domain/board/board.ts';

/** Width and case do not matter: ＡＢ１ is found as ab1. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether every word that was typed stands in the title, the subject's name or the officer. */
export function matches(notice: LightNotice, words: string): boolean {
  const text = plain(`${notice.title} ${notice.entryName} ${notice.officer}`);
  return plain(words)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => text.includes(word));
}
