/** What falls due for units in a stretch of days, live from this device's tables. */
import { useMemo } from 'react';
import type { LightNotice } from '../../domain/board/board.ts';
import { answerDeadlines, resultDeadlines } from '../../domain/due/deadlines.ts';
import { dueItems } from '../../domain/due/judge.ts';
import type { Agenda } from '../../domain/due/month.ts';
import type { Window } from '../../domain/due/slots.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { LocalDate } from '../../domain/time.ts';
import { useHeldUnits } from '../scores/use-scores.ts';
import { useInPublicity } from './use-mine.ts';

export interface Held {
  boards: Map<string, readonly LightNotice[]>;
  agenda: Agenda;
}

/** @param window must keep its days while they are the same. Undefined: being read. */
export function useAgenda(
  registry: Registry,
  units: string[],
  { first, last }: Window,
  today: LocalDate,
): Held | undefined {
  const held = useHeldUnits(registry, units);
  const boards = useMemo(
    () => held && new Map([...held].map(([unit, { records }]) => [unit, records.notices] as const)),
    [held],
  );
  const periods = useInPublicity(units, boards);
  return useMemo(() => {
    if (!held || !boards || !periods || !units.every((unit) => held.has(unit))) return undefined;
    const window = { first, last };
    const deadlines = [...held].flatMap(([unit, { records }]) => [
      ...resultDeadlines(unit, periods.get(unit) ?? []),
      ...answerDeadlines(unit, records.answers, today),
    ]);
    return {
      boards,
      agenda: {
        items: [...dueItems(registry, boards, { window, today }).values()].flat(),
        deadlines: deadlines.filter(({ day }) => first <= day && day <= last),
      },
    };
  }, [held, boards, periods, registry, units, first, last, today]);
}
