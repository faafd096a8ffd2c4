/** All that a board shows, brought together before it is drawn: what comes later would move what is there (hold.ts). */
import type { InPublicity } from '../../domain/board/in-publicity.ts';
import { pinned } from '../../domain/board/standing.ts';
import { byLevel } from '../../domain/kiosk/levels.ts';
import type { BoxFigures } from '../../sync/client/box-figures.ts';
import { useIdentity } from '../ui/device-context.tsx';
import { type Board, useBoard, useBoardTime } from './board-data.ts';
import { useBoxFigures } from './box-link.tsx';
import { type LateMarks, NONE_LATE, useLateMarksRead, useSilence } from './due-data.ts';
import { useHold } from './hold.ts';
import { type Brought, useBrought } from './brought.tsx';
import { useInPublicity } from './in-publicity-data.ts';
import type { Silence } from './silence.ts';

export interface BoardParts {
  board: Board;
  silence: Silence | null;
  late: LateMarks;
  inPublicity: InPublicity[];
  figures: BoxFigures | null;
  brought: Brought[];
}

/** Undefined while the board is held back. @param pages see `useBoard`. */
export function useBoardParts(unit: string, pages: number): BoardParts | undefined {
  const shared = useIdentity()?.kind === 'tablet';
  const held = useBoard(unit, pages);
  const time = useBoardTime();
  const silence = useSilence(unit);
  const late = useLateMarksRead(unit);
  const inPublicity = useInPublicity(unit, held);
  const figures = useBoxFigures();
  const brought = useBrought(unit);
  const settled = useHold([silence, late, inPublicity, figures, brought].every((part) => part !== undefined));
  if (!held || !settled) return undefined;
  const notices = pinned(held.notices, time, held.running);
  return {
    // A shared tablet stands for the wall: what still can be objected to hangs before the rest.
    board: { ...held, notices: shared ? byLevel(notices, time) : notices },
    silence: silence ?? null,
    late: late ?? NONE_LATE,
    inPublicity: inPublicity ?? [],
    figures: figures ?? null,
    brought: brought ?? [],
  };
}
