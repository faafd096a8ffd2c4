/** Keeping one record at a time: busy while it is signed and stored, and why it was not. */
import { useState } from 'react';
import type { Outcome, PhotoFault, SaveFault } from '../../sync/client/device.ts';

export interface Keeping {
  busy: boolean;
  fault: SaveFault | PhotoFault | null;
  /** What was made; null: it was not kept, and `fault` says why. */
  keep<Value>(work: () => Promise<Outcome<Value, SaveFault | PhotoFault>>): Promise<Value | null>;
}

export function useKeeping(): Keeping {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<SaveFault | PhotoFault | null>(null);
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
