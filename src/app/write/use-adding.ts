/** Adds chosen files to a draft, one after another; those that can't be added are named with the reason. */
import { useState } from 'react';
import type { Outcome } from '../../sync/client/device.ts';

export interface Adding<Code> {
  /** Which of how many is being added; null: none. */
  adding: { n: number; all: number } | null;
  failed: { name: string; code: Code }[];
  add(files: File[]): Promise<void>;
  /** The failures were seen. */
  seen(): void;
}

/**
 * @param put adds one file to the draft on the device.
 * @param onChange changes the list in the form.
 * @param keep writes down what was typed.
 */
export function useAdding<One extends { hash: string }, Code extends string>(
  put: (file: File) => Promise<Outcome<One, Code>>,
  onChange: (change: (all: One[]) => One[]) => void,
  keep: () => Promise<unknown>,
): Adding<Code> {
  const [adding, setAdding] = useState<Adding<Code>['adding']>(null);
  const [failed, setFailed] = useState<Adding<Code>['failed']>([]);
  const add = async (files: File[]): Promise<void> => {
    setFailed([]);
    // What was typed goes into the table first: the device adds the file to the draft that is there.
    await keep();
    for (const [index, file] of files.entries()) {
      setAdding({ n: index + 1, all: files.length });
      const outcome = await put(file);
      if (!outcome.ok) {
        const { code } = outcome;
        setFailed((before) => [...before, { name: file.name, code }]);
        continue;
      }
      const { value } = outcome;
      onChange((all) => (all.some((one) => one.hash === value.hash) ? all : [...all, value]));
    }
    setAdding(null);
  };
  return { adding, failed, add, seen: () => setFailed([]) };
}
