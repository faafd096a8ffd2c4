/** What the clerk writes instead of a proposed text: kept on this device until the report is released. */
import { useState } from 'react';
import * as z from 'zod/mini';
import type { Edits } from '../../domain/report/annual.ts';
import type { ReportFormId } from '../../domain/report/forms.ts';

const held = z.record(z.string(), z.string());
const keyOf = (year: number, form: ReportFormId): string => `annual-report:${year}:${form}`;

function read(key: string): Edits {
  try {
    return held.parse(JSON.parse(localStorage.getItem(key) ?? '{}'));
  } catch {
    // Storage is closed, or holds something else: the texts are as proposed.
    return {};
  }
}

export interface Editing {
  edits: Edits;
  /** Null: the proposal again. */
  edit: (block: string, text: string | null) => void;
  /** Whether the last edit is kept through a reload. */
  kept: boolean;
}

/** Edits of one report. The caller makes it anew for another year or form. */
export function useEdits(year: number, form: ReportFormId): Editing {
  const key = keyOf(year, form);
  const [edits, setEdits] = useState<Edits>(() => read(key));
  const [kept, setKept] = useState(true);
  return {
    edits,
    kept,
    edit: (block, text) => {
      const { [block]: _before, ...others } = edits;
      const next = text === null ? others : { ...others, [block]: text };
      setEdits(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
        setKept(true);
      } catch {
        setKept(false);
      }
    },
  };
}
