/** The rules of what is due, with the working calendar: loaded beside the list, which is shown without them. */
import { useEffect, useState } from 'react';
import type { dueItems } from '../../domain/due/judge.ts';
import type { DueBlock } from './due-block.tsx';
import type { lateMarks } from '../../domain/due/lateness.ts';

export interface DueRules {
  /** Draws what they find: not needed without them. */
  DueBlock: typeof DueBlock;
  dueItems: typeof dueItems;
  lateMarks: typeof lateMarks;
}

let held: DueRules | null = null;

export async function loadDueRules(): Promise<DueRules> {
  if (held) return held;
  const [judge, lateness, block] = await Promise.all([
    import('../../domain/due/judge.ts'),
    import('../../domain/due/lateness.ts'),
    import('./due-block.tsx'),
  ]);
  held = { dueItems: judge.dueItems, lateMarks: lateness.lateMarks, DueBlock: block.DueBlock };
  return held;
}

/** Undefined until they are here; null: they can't be had now. */
export function useDueRules(): DueRules | null | undefined {
  const [rules, setRules] = useState<DueRules | null | undefined>(held ?? undefined);
  useEffect(() => {
    let gone = false;
    loadDueRules().then(
      (loaded) => gone || setRules(loaded),
      () => gone || setRules(null),
    );
    return () => {
      gone = true;
    };
  }, []);
  return rules;
}
