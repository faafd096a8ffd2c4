/** Keeping one record: busy while it is signed and stored, then back to the ladder, or the reason why not. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { OutingDraft, PhotoFault, SaveFault } from '../../sync/client/device.ts';
import { useDevice } from '../ui/index.ts';

export type RecordFault = SaveFault | PhotoFault;

export interface Recording {
  busy: boolean;
  fault: RecordFault | null;
  record(outing: OutingDraft): Promise<void>;
}

export function useRecord(unit: string, notice: string): Recording {
  const device = useDevice();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<RecordFault | null>(null);
  return {
    busy,
    fault,
    record: async (outing) => {
      setBusy(true);
      setFault(null);
      const outcome = await device.makeOuting(unit, notice, outing);
      setBusy(false);
      if (!outcome.ok) return setFault(outcome.code);
      void navigate(`/b/${unit}/n/${notice}/out`, { replace: true, state: { kept: true } });
    },
  };
}

/** A typed number: whole, from `least` up. Null: none. */
export function countOf(text: string, least = 1, most = 1_000_000): number | null {
  const digits = text.trim().normalize('NFKC');
  if (!/^\d{1,7}$/.test(digits)) return null;
  const count = Number(digits);
  return count >= least && count <= most ? count : null;
}
