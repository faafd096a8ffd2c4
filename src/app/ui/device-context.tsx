/** How screens reach the device: commands by `useDevice`, facts by live query on its tables. */
import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Registry } from '../../domain/registry/registry.ts';
import type { ContactState, Device, Identity } from '../../sync/client/device.ts';

interface Given {
  device: Device;
  now: () => number;
}

const DeviceContext = createContext<Given | null>(null);

function useGiven(): Given {
  const given = useContext(DeviceContext);
  if (!given) throw new Error('no DeviceProvider around this screen');
  return given;
}

/** @param now ms since 1970; the machine's clock unless a test brings its own. */
export function DeviceProvider({
  device,
  now = Date.now,
  children,
}: {
  device: Device;
  now?: () => number;
  children: ReactNode;
}) {
  const given = useMemo(() => ({ device, now }), [device, now]);
  return <DeviceContext.Provider value={given}>{children}</DeviceContext.Provider>;
}

export const useDevice = (): Device => useGiven().device;

/** ms between two looks at the clock of `useNow`. */
const TICK_MS = 15_000;

/** The time, ms since 1970, renewed while the screen stands. */
export function useNow(every = TICK_MS): number {
  const { now } = useGiven();
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), every);
    return () => clearInterval(timer);
  }, [now, every]);
  return time;
}

function useMeta<Value>(key: string): Value | null | undefined {
  const { db } = useDevice();
  return useLiveQuery(async () => ((await db.meta.get(key))?.value as Value | undefined) ?? null, [db, key]);
}

/** Who this device is; null before enrolment; undefined while the table is being read. */
export const useIdentity = (): Identity | null | undefined => useMeta<Identity>('identity');

/** How the device stands with the township; null before the engine has written a word; undefined while reading. */
export const useContact = (): ContactState | null | undefined => useMeta<ContactState>('contact');

/** The township's registry; null: not here yet; undefined while reading. */
export function useRegistry(): Registry | null | undefined {
  const { db } = useDevice();
  return useLiveQuery(async () => (await db.registry.toCollection().first())?.state ?? null, [db]);
}

/** Items that the township has not taken in yet: waiting or refused. Counted from the table. */
export function useOutboxCount(): number {
  const { db } = useDevice();
  return useLiveQuery(() => db.outbox.where('phase').anyOf('waiting', 'refused').count(), [db]) ?? 0;
}
