/**
 * Kinds of notice and the working calendar, loaded beside the list: lists themselves need neither. Until they are
 * here a notice is shown by the labels that it carries itself.
 */
import { useEffect, useState } from 'react';
import type { afterClosing, changedOf } from '../../domain/closing/after.ts';
import type { NoticeKind } from '../../domain/kind/kind.ts';
import type { inPublicity } from '../../domain/board/in-publicity.ts';
import type { InPublicity } from './in-publicity.tsx';
import type { publicityAt } from '../../domain/publicity/publicity.ts';

export interface Later {
  kindOf: (id: string) => NoticeKind | null;
  publicityAt: typeof publicityAt;
  inPublicity: typeof inPublicity;
  afterClosing: typeof afterClosing;
  changedOf: typeof changedOf;
  /** Draws what they find: not needed without them. */
  InPublicity: typeof InPublicity;
}

let held: Later | null = null;

/** Loads them ahead, or again: what is here already is given at once. */
export async function loadLater(): Promise<Later> {
  if (held) return held;
  const [kinds, publicity, open, closing, block] = await Promise.all([
    import('../../domain/kind/kinds.ts'),
    import('../../domain/publicity/publicity.ts'),
    import('../../domain/board/in-publicity.ts'),
    import('../../domain/closing/after.ts'),
    import('./in-publicity.tsx'),
  ]);
  const { publicityAt } = publicity;
  held = {
    kindOf: kinds.kindOf,
    publicityAt,
    inPublicity: open.inPublicity,
    InPublicity: block.InPublicity,
    afterClosing: closing.afterClosing,
    changedOf: closing.changedOf,
  };
  return held;
}

/** Null until they are here. */
export function useLater(): Later | null {
  const [later, setLater] = useState(held);
  useEffect(() => {
    let gone = false;
    loadLater().then(
      (loaded) => gone || setLater(loaded),
      // Without them everything is still shown, more plainly.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  return later;
}
