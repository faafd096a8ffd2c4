/** Measures parts as the browser sets them. The only place that looks at boxes on the screen. */
import type { Cut } from './cuts.ts';
import type { Piece } from './paginate.ts';
import type { Part } from './parts.ts';

export interface Measured {
  cuts: Cut[];
  /** One for each cut. */
  pieces: Piece[];
}

/** Lines that a paragraph of so many lines at most is not cut for. */
const SHORT = 3;

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** The text of each line, as it was broken. */
export function linesOf(element: Element): string[] {
  const text = element.firstChild;
  if (!text) return [];
  const words = text.nodeValue ?? '';
  const range = document.createRange();
  const starts: number[] = [];
  let below = -Infinity;
  for (let at = 0; at < words.length; at++) {
    if (isLowSurrogate(words.charCodeAt(at))) continue;
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const box = range.getBoundingClientRect();
    // Spaces at a line's end have no box of their own.
    if (box.width === 0 || box.top < below) continue;
    starts.push(at);
    below = box.top + box.height / 2;
  }
  return starts.map((start, line) => words.slice(line === 0 ? 0 : start, starts[line + 1] ?? words.length));
}

const whole = (part: number): Cut => ({ part, text: null, begins: true, ends: true });

function paragraph(part: number, element: Element, piece: Piece): Measured {
  const lines = piece.height > 0 ? linesOf(element) : [];
  if (lines.length <= SHORT) return { cuts: [whole(part)], pieces: [piece] };
  const last = lines.length - 1;
  return {
    cuts: lines.map((text, line) => ({ part, text, begins: line === 0, ends: line === last })),
    // Two lines stay together at both ends.
    pieces: lines.map((_, line) => ({
      height: piece.height / lines.length,
      before: line === 0 ? piece.before : 0,
      keep: line === 0 || line === last - 1 || (line === last && piece.keep),
      head: null,
    })),
  };
}

const KEPT: ReadonlySet<Part['type']> = new Set(['title', 'line', 'heading', 'stamp'] as const);

/** Whether a part must have the next one below it. */
function keepsNext(parts: Part[], at: number): boolean {
  const part = parts[at];
  const next = parts[at + 1];
  if (!part || !next) return false;
  // Nobody signs a page on which nothing else stands.
  if (next.type === 'signatures') return true;
  if (part.type !== 'row')
    return KEPT.has(part.type) || (next.type === 'paragraph' && next.look === 'signed');
  const before = parts[at - 1];
  const isFirst = before?.type !== 'row' || before.table !== part.table;
  return next.type === 'row' && next.table === part.table && (isFirst || next.isTotal);
}

/** @param root in which all parts stand, one below the other. */
export function measure(root: Element, parts: Part[]): Measured {
  const found: Measured = { cuts: [], pieces: [] };
  const tables = new Map<Element, string>();
  let bottom = root.getBoundingClientRect().top;
  for (const element of root.querySelectorAll('[data-part]')) {
    const index = Number(element.getAttribute('data-part'));
    const box = element.getBoundingClientRect();
    const table = element.closest('table');
    const header = table?.tHead?.getBoundingClientRect().height ?? 0;
    const isFirst = table !== null && !tables.has(table);
    if (table && isFirst) tables.set(table, String(tables.size));
    const top = table && isFirst ? table.getBoundingClientRect().top : box.top;
    const piece: Piece = {
      height: box.height,
      before: Math.max(0, top - bottom),
      keep: keepsNext(parts, index),
      head: table && { key: tables.get(table) ?? '', height: header },
    };
    bottom = box.bottom;
    const isText = parts[index]?.type === 'paragraph';
    const { cuts, pieces } = isText
      ? paragraph(index, element, piece)
      : { cuts: [whole(index)], pieces: [piece] };
    found.cuts.push(...cuts);
    found.pieces.push(...pieces);
  }
  return found;
}
