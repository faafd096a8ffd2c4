/** One decision at a time: busy while it is kept, and why it was not. */
import { useState } from 'react';
import type { Outcome, SaveFault } from '../../sync/client/device.ts';

export type DecisionFault = SaveFault | 'own';

export interface Deciding {
  busy: boolean;
  fault: DecisionFault | null;
  /** True: it is kept. */
  decide<Value>(work: () => Promise<Outcome<Value, DecisionFault>>): Promise<boolean>;
}

export function useDeciding(): Deciding {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<DecisionFault | null>(null);
  return {
    busy,
    fault,
    decide: async (work) => {
      setBusy(true);
      setFault(null);
      const outcome = await work();
      setBusy(false);
      if (!outcome.ok) setFault(outcome.code);
      return outcome.ok;
    },
  };
}
