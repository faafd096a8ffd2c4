import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { DeviceDb } from '../../../../src/store/device/db.ts';
import { exclusiveByLease, exclusiveByLocks, LEASE_MS } from '../../../../src/sync/client/exclusive.ts';
import type { Exclusive } from '../../../../src/sync/client/ports.ts';
import { TestTimers, until } from './village.ts';

let count = 0;

/** Two windows of one browser, by leases. */
function twoWindows() {
  const db = new DeviceDb(`lease-${(count += 1)}`);
  const clock = { ms: 1_000_000 };
  const timers = new TestTimers();
  const window = (owner: string): Exclusive => exclusiveByLease({ db, now: () => clock.ms, timers, owner });
  return { db, clock, timers, one: window('one'), two: window('two') };
}

const gate = (): { opened: Promise<void>; open: () => void } => {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
};

describe('one engine at a time, without locks', () => {
  it('one window works, the other is turned away or waits', async () => {
    const { db, timers, one, two } = twoWindows();
    const { opened, open } = gate();
    let running = 0;
    const work = async (): Promise<string> => {
      expect((running += 1)).toBe(1);
      await opened;
      running -= 1;
      return 'done';
    };
    const first = one(true, work);
    await until(() => running === 1);
    expect(await two(false, work)).toBeNull();
    expect(await one(false, work)).toBeNull();
    const second = two(true, work);
    open();
    expect(await first).toBe('done');
    await until(() => {
      timers.runOut(500);
      return running === 0 && timers.waiting.every(({ ms }) => ms !== 500);
    });
    expect(await second).toBe('done');
    db.close();
  });

  it('the lease of a window that was killed runs out', async () => {
    const { db, clock, one, two } = twoWindows();
    void one(true, () => new Promise(() => {}));
    await until(async () => (await db.meta.get('engine-lease')) !== undefined);
    expect(await two(false, async () => 'too early')).toBeNull();
    clock.ms += LEASE_MS + 1;
    expect(await two(false, async () => 'mine')).toBe('mine');
    db.close();
  });

  it('a lease from a clock that was wrong holds nobody up', async () => {
    const { db, clock, two } = twoWindows();
    await db.meta.put({ key: 'engine-lease', value: { owner: 'one', until: clock.ms + 365 * 86_400_000 } });
    expect(await two(false, async () => 'mine')).toBe('mine');
    db.close();
  });

  it('is free again after work that failed', async () => {
    const { db, one, two } = twoWindows();
    await expect(one(true, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await two(false, async () => 'mine')).toBe('mine');
    expect(await one(false, async () => 'mine too')).toBe('mine too');
    db.close();
  });
});

describe('one engine at a time, by locks', () => {
  it('one window works, the other is turned away or waits', async () => {
    const window = (): Exclusive => exclusiveByLocks(navigator.locks, 'test');
    const { opened, open } = gate();
    const first = window()(true, () => opened.then(() => 'first'));
    expect(await window()(false, async () => 'no')).toBeNull();
    const second = window()(true, async () => 'second');
    open();
    expect([await first, await second]).toEqual(['first', 'second']);
  });
});
