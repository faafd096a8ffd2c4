/** An attachment as it comes: how much of it is here, then the file, or why not. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import type { Attachment } from '../../domain/notice/events.ts';
import type { FileFault } from '../../sync/client/device.ts';
import { fetchedSoFar } from '../../sync/client/files.ts';
import { useDevice } from '../ui/device-context.tsx';

export type FileState =
  { state: 'coming'; done: number } | { state: 'here'; blob: Blob } | { state: 'fault'; code: FileFault };

type Got = { hash: string; blob: Blob } | { hash: string; code: FileFault };

export function useFile({ hash, bytes }: Attachment): { file: FileState; again: () => void } {
  const device = useDevice();
  const [got, setGot] = useState<Got | null>(null);
  const [tries, setTries] = useState(0);
  const done = useLiveQuery(() => fetchedSoFar(device.db, hash), [device, hash]) ?? 0;
  useEffect(() => {
    let gone = false;
    const fetch = async (): Promise<void> => {
      const outcome = await device.file(hash, bytes);
      if (gone) return;
      setGot(outcome.ok ? { hash, blob: outcome.value } : { hash, code: outcome.code });
    };
    void fetch();
    return () => {
      gone = true;
    };
  }, [device, hash, bytes, tries]);
  const again = useCallback(() => {
    setGot(null);
    setTries((before) => before + 1);
  }, []);
  if (got?.hash !== hash) return { file: { state: 'coming', done: Math.min(done, bytes) }, again };
  return {
    file: 'blob' in got ? { state: 'here', blob: got.blob } : { state: 'fault', code: got.code },
    again,
  };
}
