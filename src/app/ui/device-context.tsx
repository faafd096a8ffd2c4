/** How screens reach the device: commands by `useDevice`, facts by live query on its tables. */
import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { clockFault, type Proved, provedTime } from '../../domain/kiosk/clock.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { ContactState, Device, Identity } from '../../sync/client/device.ts';

interface Given {
  device: Device;
  /** The time for words and rules, ms since 1970. */
  now: () => number;
  /** How far this device's own clock is wrong. */
  fault: () => ReturnType<typeof clockFault>;
}

const DeviceContext = createContext<Given | null>(null);

function useGiven(): Given {
  const given = useContext(DeviceContext);
  if (!given) throw new Error('no DeviceProvider around this screen');
  return given;
}

/**
 * What the township's answers prove of the time. A shared tablet goes by it, for nobody looks after its clock; what a
 * person writes on his own phone is dated by the phone, and its words must agree with that.
 */
async function provedOf({ db }: Device): Promise<Proved | null> {
  const identity = (await db.meta.get('identity'))?.value as Identity | null | undefined;
  if (identity?.kind !== 'tablet') return null;
  return ((await db.meta.get('contact'))?.value as ContactState | undefined) ?? null;
}

/** Undefined: the table is being read. */
const IdentityContext = createContext<Identity | null | undefined>(undefined);
const ContactStateContext = createContext<ContactState | null | undefined>(undefined);
const RegistryContext = createContext<Registry | null | undefined>(undefined);

function useMeta<Value>({ db }: Device, key: string): Value | null | undefined {
  return useLiveQuery(async () => ((await db.meta.get(key))?.value as Value | undefined) ?? null, [db, key]);
}

/** The time by what the township's answers prove of it. @param now ms since 1970, of the machine. */
function useTime(device: Device, now: () => number): { given: Given; isKnown: boolean } {
  // In a place of its own: a contact must not draw every screen anew.
  const held = useRef<Proved | null>(null);
  const isKnown = useLiveQuery(async () => {
    held.current = await provedOf(device);
    return true;
  }, [device]);
  const given = useMemo(
    () => ({
      device,
      now: () => provedTime(now(), held.current),
      fault: () => clockFault(now(), held.current),
    }),
    [device, now],
  );
  return { given, isKnown: isKnown ?? false };
}

/**
 * Reads what every screen asks for once, here: a screen that read it for itself would first be drawn without it, in
 * another frame, and move under the hand that is about to touch it.
 * @param now ms since 1970; the machine's clock unless a test brings its own.
 */
export function DeviceProvider({
  device,
  now = Date.now,
  children,
}: {
  device: Device;
  now?: () => number;
  children: ReactNode;
}) {
  const { db } = device;
  const { given, isKnown } = useTime(device, now);
  const identity = useMeta<Identity>(device, 'identity');
  const contact = useMeta<ContactState>(device, 'contact');
  const registry = useLiveQuery(async () => (await db.registry.toCollection().first())?.state ?? null, [db]);
  return (
    <DeviceContext.Provider value={given}>
      <IdentityContext.Provider value={isKnown ? identity : undefined}>
        <ContactStateContext.Provider value={contact}>
          <RegistryContext.Provider value={registry}>{children}</RegistryContext.Provider>
        </ContactStateContext.Provider>
      </IdentityContext.Provider>
    </DeviceContext.Provider>
  );
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

/** How this tablet's clock is wrong; null: it is right, or this is a person's own device. */
export function useClockFault(): ReturnType<typeof clockFault> {
  const { fault } = useGiven();
  useNow();
  return fault();
}

/** Who this device is; null before enrolment; undefined while the table is being read. */
export const useIdentity = (): Identity | null | undefined => useContext(IdentityContext);

/** How the device stands with the township; null before the engine has written a word; undefined while reading. */
export const useContact = (): ContactState | null | undefined => useContext(ContactStateContext);

/** The township's registry; null: not here yet; undefined while reading. */
export const useRegistry = (): Registry | null | undefined => useContext(RegistryContext);

/** Items that the township has not taken in yet: waiting or refused, without what is sealed. Counted from the table. */
export function useOutboxCount(): number {
  const { db } = useDevice();
  const count = useLiveQuery(
    () =>
      db.outbox
        .where('phase')
        .anyOf('waiting', 'refused')
        .filter(({ type }) => type !== 'envelope.sealed')
        .count(),
    [db],
  );
  return count ?? 0;
}
