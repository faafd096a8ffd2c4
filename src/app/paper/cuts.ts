/** What of the parts stands on a page: whole ones, and paragraphs cut between two of their lines. Pure. */
import type { Part, Table } from './parts.ts';

export interface Cut {
  /** Index of the part. */
  part: number;
  /** Of a paragraph: the lines that stand here; null: all of it. */
  text: string | null;
  /** Whether the paragraph begins here, and ends here. */
  begins: boolean;
  ends: boolean;
}

export const wholeCuts = (parts: Part[]): Cut[] =>
  parts.map((_, part) => ({ part, text: null, begins: true, ends: true }));

export interface Placed<Type extends Part['type'] = Part['type']> {
  index: number;
  part: Extract<Part, { type: Type }>;
}

/** Parts that are set together. */
export type Group =
  | { type: 'facts'; items: Placed<'fact'>[] }
  | { type: 'items'; items: Placed<'item'>[] }
  | { type: 'rows'; table: Table; items: Placed<'row'>[] }
  | { type: 'one'; placed: Placed; cut: Cut };

/** Lines of one paragraph that follow each other are one again: they break where they were measured to break. */
function joined(cuts: Cut[]): Cut[] {
  const found: Cut[] = [];
  for (const cut of cuts) {
    const last = found[found.length - 1];
    if (last && last.part === cut.part && cut.text !== null)
      found[found.length - 1] = { ...last, text: (last.text ?? '') + cut.text, ends: cut.ends };
    else found.push(cut);
  }
  return found;
}

export function groupsOf(parts: Part[], cuts: Cut[]): Group[] {
  const groups: Group[] = [];
  for (const cut of joined(cuts)) {
    const part = parts[cut.part];
    const last = groups[groups.length - 1];
    if (!part) continue;
    const index = cut.part;
    if (part.type === 'fact') {
      if (last?.type === 'facts') last.items.push({ index, part });
      else groups.push({ type: 'facts', items: [{ index, part }] });
    } else if (part.type === 'item') {
      if (last?.type === 'items') last.items.push({ index, part });
      else groups.push({ type: 'items', items: [{ index, part }] });
    } else if (part.type === 'row') {
      if (last?.type === 'rows' && last.table === part.table) last.items.push({ index, part });
      else groups.push({ type: 'rows', table: part.table, items: [{ index, part }] });
    } else groups.push({ type: 'one', placed: { index, part }, cut });
  }
  return groups;
}
