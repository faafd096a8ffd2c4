/** An attachment as it comes: how much of it is here, then the file, or why not. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
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
  const current = useRef(hash);
  const done = useLiveQuery(() => fetchedSoFar(device.db, hash), [device, hash]) ?? 0;
  const fetch = useCallback(async (): Promise<void> => {
    const outcome = await device.file(hash, bytes);
    if (current.current !== hash) return;
    setGot(outcome.ok ? { hash, blob: outcome.value } : { hash, code: outcome.code });
  }, [device, hash, bytes]);
  useEffect(() => {
    current.current = hash;
    void fetch();
    return () => {
      current.current = '';
    };
  }, [fetch, hash]);
  const again = (): void => {
    setGot(null);
    void fetch();
  };
  if (got?.hash !== hash) return { file: { state: 'coming', done: Math.min(done, bytes) }, again };
  return {
    file: 'blob' in got ? { state: 'here', blob: got.blob } : { state: 'fault', code: got.code },
    again,
  };
}
