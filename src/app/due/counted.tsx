import type { ReactNode } from 'react';
import { useBadgePart } from '../ui/app-badge.ts';
import { useDueNotice } from './notify.ts';
import { toWrite } from './mine.ts';
import { useMine } from './use-mine.ts';

/** Draws its child with how many items are late and how many fall due within a week; nothing when there are none. */
export function Counted({ children }: { children: (counts: { late: number; soon: number }) => ReactNode }) {
  const mine = useMine();
  const items = toWrite(mine?.items ?? []);
  const results = (mine?.results.length ?? 0) + (mine?.findings.length ?? 0);
  const count = mine === undefined ? undefined : items.length + results;
  useBadgePart('due', count);
  const late = items.filter(({ state }) => state === 'overdue').length;
  useDueNotice(count, late);
  if (items.length + results === 0) return null;
  return <>{children({ late, soon: items.length - late + results })}</>;
}
