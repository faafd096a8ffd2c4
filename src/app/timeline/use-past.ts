import { useEffect, useState } from 'react';

/**
 * What the log told of a day. Undefined: being read; what was shown stays until the next is there, so that nothing jumps.
 * @param read keeps its identity while it reads the same. @param seen read again when this changes: there is more to read.
 */
export function usePast<Past>(
  read: () => Promise<Past | null>,
  seen: number | undefined,
): Past | null | undefined {
  const [found, setFound] = useState<{ seen: number | undefined; past: Past | null } | null>(null);
  useEffect(() => {
    let gone = false;
    void read().then((past) => gone || setFound({ seen, past }));
    return () => {
      gone = true;
    };
  }, [read, seen]);
  return found?.past;
}
