/** A draft while it is being written: held in the form, kept in the table at each pause in typing. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Device, SaveFault } from '../../sync/client/device.ts';
import type { DraftRow } from '../../store/device/db.ts';
import { makeSaver, type Saver } from './saver.ts';

export type DraftChange = Partial<
  Pick<DraftRow, 'unit' | 'content' | 'outward' | 'reason' | 'aside' | 'typed' | 'lifted' | 'signed'>
>;

export interface OpenDraft {
  /** Undefined while it is read; null: not in the table. */
  draft: DraftRow | null | undefined;
  /** Changes the form at once and keeps it soon. */
  change(part: DraftChange | ((draft: DraftRow) => DraftChange)): void;
  /** Keeps everything now; resolves with the fault of the last write, or null. */
  keep(): Promise<SaveFault | null>;
  /** Stops keeping: the draft was published or deleted. */
  close(): void;
  /** Something typed is not in the table yet. */
  dirty: boolean;
  /** Why the last write failed; null: it did not. */
  fault: SaveFault | null;
}

interface Parts {
  saver: Saver<DraftRow>;
  fault: () => SaveFault | null;
}

/** Writes to the table before the page is hidden, closed, or left. */
function useKeepBeforeLeaving(parts: { current: Parts | null }): void {
  useEffect(() => {
    const keep = (): void => void parts.current?.saver.flush();
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') keep();
    };
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', keep);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [parts]);
}

export function useDraft(device: Device, id: string): OpenDraft {
  const [draft, setDraft] = useState<DraftRow | null | undefined>(undefined);
  const [dirty, setDirty] = useState(false);
  const [fault, setFault] = useState<SaveFault | null>(null);
  const current = useRef<DraftRow | null>(null);
  const parts = useRef<Parts | null>(null);

  useEffect(() => {
    let last: SaveFault | null = null;
    let left = false;
    const saver = makeSaver<DraftRow>(async (value) => {
      const outcome = await device.saveDraft(value);
      last = outcome.ok ? null : outcome.code;
      if (left) return;
      setFault(last);
      setDirty(current.current !== value);
    });
    parts.current = { saver, fault: () => last };
    const read = async (): Promise<void> => {
      const row = (await device.db.drafts.get(id)) ?? null;
      if (left) return;
      current.current = row;
      setDraft(row);
    };
    void read();
    return () => {
      left = true;
    };
  }, [device, id]);
  useKeepBeforeLeaving(parts);

  const change = useCallback<OpenDraft['change']>((part) => {
    const before = current.current;
    if (!before) return;
    const next = { ...before, ...(typeof part === 'function' ? part(before) : part) };
    current.current = next;
    setDraft(next);
    setDirty(true);
    parts.current?.saver.changed(next);
  }, []);
  const keep = useCallback(async () => {
    if (current.current && parts.current?.fault()) parts.current.saver.changed(current.current);
    await parts.current?.saver.flush();
    return parts.current?.fault() ?? null;
  }, []);
  const close = useCallback(() => parts.current?.saver.stop(), []);
  return { draft, change, keep, close, dirty, fault };
}
