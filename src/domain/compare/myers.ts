/**
 * The shortest way from one list to another by taking out and putting in (E. Myers, An O(ND) Difference Algorithm,
 * 1986), with a bound on its cost.
 */

export interface Edit {
  kind: 'same' | 'gone' | 'new';
  /** `gone` and `same`: index in the list before; `new`: index in the list after. */
  index: number;
}

interface Bounds {
  from: number;
  beforeEnd: number;
  afterEnd: number;
}

/** What both begin and end with needs no search. */
function trimmed<T>(before: readonly T[], after: readonly T[]): Bounds {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1;
  let beforeEnd = before.length;
  let afterEnd = after.length;
  while (beforeEnd > from && afterEnd > from && before[beforeEnd - 1] === after[afterEnd - 1]) {
    beforeEnd -= 1;
    afterEnd -= 1;
  }
  return { from, beforeEnd, afterEnd };
}

/** The furthest-reaching paths of each number of edits; null when more than `maxEdits` are needed. */
function search<T>(
  before: readonly T[],
  after: readonly T[],
  { from, beforeEnd, afterEnd }: Bounds,
  maxEdits: number,
): Int32Array[] | null {
  const [rows, columns] = [beforeEnd - from, afterEnd - from];
  const limit = Math.min(maxEdits, rows + columns);
  const furthest = new Int32Array(2 * limit + 3);
  const middle = limit + 1;
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= limit; edits += 1) {
    trace.push(furthest.slice(middle - edits - 1, middle + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const [left, right] = [furthest[middle + diagonal - 1] ?? 0, furthest[middle + diagonal + 1] ?? 0];
      const down = diagonal === -edits || (diagonal !== edits && left < right);
      let x = down ? right : left + 1;
      while (x < rows && x - diagonal < columns && before[from + x] === after[from + x - diagonal]) x += 1;
      furthest[middle + diagonal] = x;
      if (x >= rows && x - diagonal >= columns) return trace;
    }
  }
  return null;
}

/** Walks the trace back from the end. */
function walk(trace: Int32Array[], { from, beforeEnd, afterEnd }: Bounds): Edit[] {
  const edits: Edit[] = [];
  let x = beforeEnd - from;
  let y = afterEnd - from;
  for (let count = trace.length - 1; count >= 0; count -= 1) {
    const row = trace[count] as Int32Array;
    const at = (diagonal: number): number => row[diagonal + count + 1] ?? 0;
    const diagonal = x - y;
    const down = diagonal === -count || (diagonal !== count && at(diagonal - 1) < at(diagonal + 1));
    const previous = count === 0 ? 0 : down ? diagonal + 1 : diagonal - 1;
    const startX = count === 0 ? 0 : at(previous);
    const startY = count === 0 ? 0 : startX - previous;
    while (x > startX && y > startY) {
      x -= 1;
      y -= 1;
      edits.push({ kind: 'same', index: from + x });
    }
    if (count === 0) break;
    if (down) edits.push({ kind: 'new', index: from + startY });
    else edits.push({ kind: 'gone', index: from + startX });
    x = startX;
    y = startY;
  }
  return edits.reverse();
}

/** Every item of both lists, in order; null when they differ by more than `maxEdits` items. */
export function shortestEdit<T>(before: readonly T[], after: readonly T[], maxEdits: number): Edit[] | null {
  const bounds = trimmed(before, after);
  const trace = search(before, after, bounds, maxEdits);
  if (!trace) return null;
  const same = (from: number, to: number): Edit[] =>
    Array.from({ length: to - from }, (_, index) => ({ kind: 'same', index: from + index }));
  return [...same(0, bounds.from), ...walk(trace, bounds), ...same(bounds.beforeEnd, before.length)];
}
