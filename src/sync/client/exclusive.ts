/** One engine at a time on a device: Web Locks where there are some, else a lease in the database. */
import type { DeviceDb } from '../../store/device/db.ts';
import { getMeta, putMeta } from '../../store/device/meta.ts';
import type { Exclusive, Timers } from './ports.ts';

/** A lease that is not renewed for this long belongs to nobody, ms: its page was closed or killed. */
export const LEASE_MS = 15_000;
const RENEW_MS = 5_000;
/** Time between two looks at somebody else's lease, ms. */
const LOOK_MS = 500;
const LEASE = 'engine-lease';
const LOCK = 'gongkailan-engine';

interface Lease {
  owner: string;
  until: number;
}

/** By Web Locks: the browser frees the lock of a page that is gone. */
export const exclusiveByLocks =
  (locks: LockManager, name: string): Exclusive =>
  (wait, work) =>
    locks.request(`${LOCK}-${name}`, { ifAvailable: !wait }, async (lock) => (lock ? work() : null));

export interface LeasePorts {
  db: DeviceDb;
  now: () => number;
  timers: Timers;
  owner: string;
}

const take = ({ db, now, owner }: LeasePorts): PromiseLike<boolean> =>
  db.transaction('rw', db.meta, async () => {
    const lease = await getMeta<Lease>(db, LEASE);
    // A lease far in the future is left from a clock that was wrong.
    const held = lease && lease.owner !== owner && lease.until > now() && lease.until <= now() + LEASE_MS;
    if (!held) await putMeta(db, LEASE, { owner, until: now() + LEASE_MS });
    return !held;
  });

const free = ({ db, owner }: LeasePorts): PromiseLike<void> =>
  db.transaction('rw', db.meta, async () => {
    if ((await getMeta<Lease>(db, LEASE))?.owner === owner) await db.meta.delete(LEASE);
  });

/**
 * By a lease, where the browser has no locks. A page that sleeps longer than its lease may find another at work; the
 * head's compare-and-swap keeps the log whole even then.
 */
export function exclusiveByLease(ports: LeasePorts): Exclusive {
  const sleep = (ms: number): Promise<void> => new Promise((resolve) => void ports.timers.after(ms, resolve));
  let queue: Promise<unknown> = Promise.resolve();
  let busy = false;
  const run = async <Value>(wait: boolean, work: () => Promise<Value>): Promise<Value | null> => {
    while (!(await take(ports))) {
      if (!wait) return null;
      await sleep(LOOK_MS);
    }
    let cancel = (): void => {};
    const renew = (): void => {
      cancel = ports.timers.after(RENEW_MS, () => {
        void Promise.resolve(take(ports)).catch(() => {});
        renew();
      });
    };
    renew();
    busy = true;
    try {
      return await work();
    } finally {
      busy = false;
      cancel();
      await free(ports);
    }
  };
  return (wait, work) => {
    if (busy && !wait) return Promise.resolve(null);
    const turn = queue.then(() => run(wait, work));
    queue = turn.catch(() => {});
    return turn;
  };
}
