/**
 * Two versions of a text, as parts that stayed, went and came. First by sentences, then within a sentence that was
 * changed: by figures and words as wholes, by single characters in Chinese; never within a character that people see.
 */
import { shortestEdit } from './myers.ts';
import type { Edit } from './myers.ts';

export interface TextPart {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

const SENTENCE = /[^。！？；!?;\n]*(?:[。！？；!?;\n]+["”』」）)]*|$)/g;
/** A figure with its separators, a word, or one character with all that is joined to it (marks, emoji sequences). */
const TOKEN =
  /\d+(?:[.,:\u202f]\d+)*|[A-Za-z]+|\r\n|[\u{1f1e6}-\u{1f1ff}]{2}|[^](?:\p{M}|[\u{1f3fb}-\u{1f3ff}]|\u200d[^])*/gu;

/** Cost: more edits than these, and the rest counts as written anew. */
const MAX_SENTENCE_EDITS = 1_000;
const MAX_TOKEN_EDITS = 1_200;
/** Share of a changed passage that must have stayed to be compared inside; below it is shown as replaced. */
const ALIKE = 0.35;
/** A stay of fewer characters between two changes is noise, and is taken into them. */
const SHORT_STAY = 2;

export const sentencesOf = (text: string): string[] =>
  (text.match(SENTENCE) ?? []).filter((one) => one !== '');
export const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

/** Neighbours of one kind joined, and of each change first what went. */
function joined(parts: TextPart[]): TextPart[] {
  const result: TextPart[] = [];
  let gone = '';
  let added = '';
  const flush = (): void => {
    if (gone !== '') result.push({ kind: 'gone', text: gone });
    if (added !== '') result.push({ kind: 'new', text: added });
    gone = '';
    added = '';
  };
  for (const { kind, text } of parts) {
    if (text === '') continue;
    if (kind === 'gone') gone += text;
    else if (kind === 'new') added += text;
    else {
      flush();
      const last = result[result.length - 1];
      if (last?.kind === 'same') last.text += text;
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}

/** A stay of one or two characters in the middle of changes says nothing; figures and line ends do. */
function withoutNoise(parts: TextPart[]): TextPart[] {
  const noise = (part: TextPart, index: number): boolean =>
    part.kind === 'same' &&
    index > 0 &&
    index < parts.length - 1 &&
    part.text.length <= SHORT_STAY &&
    !/[\d\n，。；：、,;:]/.test(part.text);
  return joined(
    parts.flatMap((part, index): TextPart[] =>
      noise(part, index)
        ? [
            { kind: 'gone', text: part.text },
            { kind: 'new', text: part.text },
          ]
        : [part],
    ),
  );
}

const partsOf = (edits: Edit[], before: string[], after: string[]): TextPart[] =>
  joined(edits.map(({ kind, index }) => ({ kind, text: (kind === 'new' ? after : before)[index] ?? '' })));

const replaced = (before: string, after: string): TextPart[] =>
  joined([
    { kind: 'gone', text: before },
    { kind: 'new', text: after },
  ]);

/** Inside a passage that was changed. */
function compareInside(before: string, after: string): TextPart[] {
  if (before === '' || after === '') return replaced(before, after);
  const [from, to] = [tokensOf(before), tokensOf(after)];
  const edits = shortestEdit(from, to, MAX_TOKEN_EDITS);
  if (!edits) return replaced(before, after);
  const parts = withoutNoise(partsOf(edits, from, to));
  const stayed = parts.reduce(
    (sum, { kind, text }) => sum + (kind === 'same' ? tokensOf(text).length : 0),
    0,
  );
  return stayed >= ALIKE * Math.max(from.length, to.length) ? parts : replaced(before, after);
}

/** The parts of both versions, in order: same and gone joined are the text before, same and new the text after. */
export function compareTexts(before: string, after: string): TextPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const [from, to] = [sentencesOf(before), sentencesOf(after)];
  const edits = shortestEdit(from, to, MAX_SENTENCE_EDITS);
  if (!edits) return compareInside(before, after);
  const coarse = partsOf(edits, from, to);
  return joined(
    coarse.flatMap((part, index) => {
      const next = coarse[index + 1];
      if (part.kind === 'gone' && next?.kind === 'new') return compareInside(part.text, next.text);
      return part.kind === 'new' && coarse[index - 1]?.kind === 'gone' ? [] : [part];
    }),
  );
}
