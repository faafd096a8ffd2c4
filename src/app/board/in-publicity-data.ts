/** Which notices of a board are in their publicity period, live. */
import type { InPublicity as One } from '../../domain/board/in-publicity.ts';
import { type Board, useBoardTime } from './board-data.ts';
import { useDisplaysRead } from './display-data.ts';
import { useLater } from './kinds-later.ts';

const NONE: One[] = [];

/** What is in its publicity period. Undefined: still being worked out. */
export function useInPublicity(unit: string, board: Board | undefined): One[] | undefined {
  const later = useLater();
  const time = useBoardTime();
  const open = [...(board?.running ?? []), ...(board?.notices ?? [])].filter(
    (one) => one.publicity && !one.publicityClosed && !one.withdrawn,
  );
  const oldest = open.reduce(
    (at, one) => (one.acceptedAt < at ? one.acceptedAt : at),
    '9999-12-31T00:00:00Z',
  );
  const displays = useDisplaysRead(unit, oldest);
  if (!board) return undefined;
  if (open.length === 0) return NONE;
  return later && displays ? later.inPublicity(open, displays, time) : undefined;
}
