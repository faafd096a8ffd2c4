/** Text with the words that were asked for marked. */
import type { Word } from '../../domain/search/query.ts';
import { marksOf } from '../../domain/search/query.ts';

/** @param sounds words may be marked by how they sound. */
export function Marked({ text, words, sounds = false }: { text: string; words: Word[]; sounds?: boolean }) {
  const marks = marksOf(text, words, sounds);
  if (marks.length === 0) return text;
  return (
    <>
      {marks.map(({ from, to }, at) => (
        <span key={from}>
          {text.slice(marks[at - 1]?.to ?? 0, from)}
          <mark className="found-word">{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(marks[marks.length - 1]!.to)}
    </>
  );
}
