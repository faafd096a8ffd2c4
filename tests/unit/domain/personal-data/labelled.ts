/** Reads the labelled set: lines with `{id|…}`, `{mob|…}`, `{card|…}`, `{addr|…}` around what must be found. */
import { readFileSync } from 'node:fs';
import type { PersonalDataKind } from '../../../../src/domain/personal-data/kinds.ts';

export interface LabelledLine {
  number: number;
  text: string;
  expected: { kind: PersonalDataKind; from: number; to: number }[];
}

const KINDS: Record<string, PersonalDataKind> = {
  id: 'resident-id',
  mob: 'mobile',
  card: 'bank-card',
  addr: 'address',
};

function parseLine(line: string, number: number): LabelledLine {
  const expected: LabelledLine['expected'] = [];
  let text = '';
  let done = 0;
  for (const match of line.matchAll(/\{(id|mob|card|addr)\|([^}]*)\}/g)) {
    const [whole, mark = '', inside = ''] = match;
    text += line.slice(done, match.index);
    const kind = KINDS[mark];
    if (kind) expected.push({ kind, from: text.length, to: text.length + inside.length });
    text += inside;
    done = match.index + whole.length;
  }
  return { number, text: text + line.slice(done), expected };
}

export const labelledLines = (): LabelledLine[] =>
  readFileSync(new URL('labelled.txt', import.meta.url), 'utf8')
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '' && !line.startsWith('#'))
    .map(({ line, number }) => parseLine(line, number));
