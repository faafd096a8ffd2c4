/** Rows that events before it have changed, while a plan is made and nothing is stored yet. */
import type { Row } from '../../store/log-store.ts';

/** The row as changed last; undefined: not changed. (Written out: browsers that practise may lack `findLast`.) */
export function knownRow(known: readonly Row[], stream: string, key: string): Row | undefined {
  for (let at = known.length - 1; at >= 0; at--) {
    const row = known[at]!;
    if (row.stream === stream && row.key === key) return row;
  }
  return undefined;
}
