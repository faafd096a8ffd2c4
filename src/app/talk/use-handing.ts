/** Handing in something about a notice to the unit's desk: at a fair pace, sealed, and answered by a receipt code. */
import { useState } from 'react';
import { type SaidFault, saidFault } from '../receipt/seal-faults.ts';
import { useDevice, useNow } from '../ui/index.ts';
import { handedIn, type Pace, paceAt } from './pace.ts';
import { useWaitingEnvelopes } from './talk-data.ts';

export interface Handing {
  busy: boolean;
  /** `minutes`: how long to wait, where that helps; else 0. */
  fault: { code: SaidFault | (Pace & { ok: false })['code']; minutes: number } | null;
  /** The receipt code; null: nothing handed in yet. */
  code: string | null;
  /** @param matter what is sealed (domain/desk/matter.ts). */
  hand(matter: object): Promise<void>;
}

export function useHanding(unit: string): Handing {
  const device = useDevice();
  const now = useNow(1000);
  const waiting = useWaitingEnvelopes();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Handing['fault']>(null);
  const [code, setCode] = useState<string | null>(null);
  const hand = async (matter: object): Promise<void> => {
    const pace = paceAt(now, waiting);
    if (!pace.ok) return setFault({ code: pace.code, minutes: pace.code === 'full' ? 0 : pace.minutes });
    setBusy(true);
    setFault(null);
    const sealed = await device.sealTo(unit, matter);
    setBusy(false);
    if (!sealed.ok) return setFault({ code: saidFault(sealed.code), minutes: 0 });
    handedIn(now);
    setCode(sealed.value.code);
  };
  return { busy, fault, code, hand };
}
