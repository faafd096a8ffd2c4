/** Keeping one thing at a time: busy while it is signed and stored, and why it was not. */
import { useState } from 'react';
import type { Outcome, PhotoFault, SaveFault } from '../../sync/client/device.ts';

export interface Keeping<Fault extends string = SaveFault | PhotoFault> {
  busy: boolean;
  fault: Fault | null;
  /** What was made; null: it was not kept, and `fault` says why. */
  keep<Value>(work: () => Promise<Outcome<Value, Fault>>): Promise<Value | null>;
}

export function useKeeping<Fault extends string = SaveFault | PhotoFault>(): Keeping<Fault> {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  return {
    busy,
    fault,
    keep: async (work) => {
      setBusy(true);
      setFault(null);
      const outcome = await work();
      setBusy(false);
      if (outcome.ok) return outcome.value;
      setFault(outcome.code);
      return null;
    },
  };
}
