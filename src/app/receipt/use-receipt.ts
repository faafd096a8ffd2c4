/** Looks up what a receipt code leads to. What was found is on this screen alone, and goes with it. */
import { useCallback, useRef, useState } from 'react';
import type { ReadReceipt } from '../../sync/client/envelopes.ts';
import { useDevice } from '../ui/index.ts';

export type ReceiptFault = 'mistyped' | 'unknown' | 'no-network' | 'not-secure';
export type Looked =
  | { state: 'idle' }
  | { state: 'looking' }
  | { state: 'found'; code: string; receipts: ReadReceipt[] }
  | { state: 'failed'; fault: ReceiptFault };

export interface ReceiptLook {
  looked: Looked;
  look(code: string): Promise<void>;
  forget(): void;
}

export function useReceipt(): ReceiptLook {
  const device = useDevice();
  const [looked, setLooked] = useState<Looked>({ state: 'idle' });
  /** Counts up: what an older question still brings is not shown. */
  const turn = useRef(0);
  const look = useCallback(
    async (code: string) => {
      const own = (turn.current += 1);
      setLooked({ state: 'looking' });
      const read = await device.readReceipt(code);
      if (own !== turn.current) return;
      setLooked(
        read.ok ? { state: 'found', code, receipts: read.value } : { state: 'failed', fault: read.code },
      );
    },
    [device],
  );
  const forget = useCallback(() => {
    turn.current += 1;
    setLooked({ state: 'idle' });
  }, []);
  return { looked, look, forget };
}
