import 'fake-indexeddb/auto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeviceDb } from '../../../../src/store/device/db.ts';
import { board, openVillage, phases, publish, type Village } from './village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
});
afterAll(() => village.end());

interface Kill {
  /** Writes until the browser is killed, in the middle of one. */
  left: number;
}

/** A database whose browser is killed at one of its writes. */
function mortal(): { db: DeviceDb; kill: Kill } {
  const db = new DeviceDb(`mortal-${(count += 1)}`);
  const kill: Kill = { left: Infinity };
  db.use({
    stack: 'dbcore',
    name: 'mortal',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        const mutate: typeof table.mutate = (request) => {
          if ((kill.left -= 1) === 0) db.close();
          return table.mutate(request);
        };
        return { ...table, mutate };
      },
    }),
  });
  return { db, kill };
}
let count = 0;

describe('a browser that is killed', () => {
  it('at any write of a contact loses nothing and doubles nothing', async () => {
    for (let at = 1, wasWhole = false; !wasWhole; at++) {
      const { db, kill } = mortal();
      const phone = await village.phone('v1', { db });
      phone.network.connected = false;
      const titles = [`${at} 甲`, `${at} 乙`];
      await publish(phone.device, 'v1', titles[0]!, [new Blob([`killed ${at}`])]);
      await publish(phone.device, 'v1', titles[1]!);
      phone.network.heal();
      kill.left = at;
      await phone.device.contactNow().catch(() => null);
      wasWhole = kill.left > 0;
      const again = phone.reopen({ db: new DeviceDb(db.name) });
      expect((await again.device.contactNow()).state).toBe('connected');
      expect(await phases(again.device)).toEqual(['complete', 'complete']);
      const held = await board(again.device);
      for (const title of titles) expect(held.filter((one) => one === title)).toHaveLength(1);
      expect(await again.device.db.blobs.filter((row) => row.pinned === 1).count()).toBe(0);
      again.device.db.close();
      expect(at).toBeLessThan(100);
    }
  });

  it('at any write of an enrolment can enrol by the same invitation', async () => {
    for (let at = 1, wasWhole = false; !wasWhole; at++) {
      const { db, kill } = mortal();
      const browser = village.browser({ db });
      const link = await village.invitation('tablet', 'v1', null);
      kill.left = at;
      await browser.device.enrol(link, '平板').catch(() => null);
      wasWhole = kill.left > 0;
      const again = browser.reopen({ db: new DeviceDb(db.name) });
      const end = await again.device.enrol(link, '平板');
      expect(end.ok ? 'enrolled' : end.code).toMatch(wasWhole ? /^already-enrolled$/ : /enrolled$/);
      again.device.db.close();
      expect(at).toBeLessThan(100);
    }
  });

  it('at any write of a publication has the draft or the item, never neither and never both', async () => {
    for (let at = 1, wasWhole = false; !wasWhole; at++) {
      const { db, kill } = mortal();
      const phone = await village.phone('v1', { db });
      const draft = await phone.device.newDraft('v1');
      if (!draft.ok) throw new Error(draft.code);
      const entry = { id: 'a', name: 'a' };
      const content = { ...draft.value.content, title: '在发', officer: '李某', entry };
      await phone.device.saveDraft({ ...draft.value, content });
      kill.left = at;
      const end = await phone.device.publish(draft.value.id);
      wasWhole = kill.left > 0;
      const { device } = phone.reopen({ db: new DeviceDb(db.name) });
      const kept = [await device.db.drafts.count(), await device.db.outbox.count()];
      expect(kept[0]! + kept[1]!).toBe(1);
      if (end.ok) expect(kept).toEqual([0, 1]);
      device.db.close();
    }
  });
});

describe('an update of the app', () => {
  it('folds the views again from what is held, and they are the same', async () => {
    const reader = await village.reader();
    await reader.device.contactNow();
    const { db } = reader.device;
    const before = { pages: await db.pages.toArray(), registry: await db.registry.toArray() };
    expect(before.pages.length).toBeGreaterThan(0);
    await db.pages.clear();
    await db.registry.clear();
    await db.meta.put({ key: 'fold-version', value: -1 });
    const again = reader.reopen();
    again.network.connected = false;
    again.device.start();
    await again.device.contactNow();
    expect(await again.device.db.pages.toArray()).toEqual(before.pages);
    expect(await again.device.db.registry.toArray()).toEqual(before.registry);
    await again.device.stop();
  });

  it('that changes the database is not held up by an old window, which says that it must be loaded again', async () => {
    const told: string[] = [];
    const old = village.browser({ onUpgrade: (state) => told.push(state) });
    await old.device.contactNow();
    const newer = new DeviceDb(old.device.db.name);
    newer.version(2).stores({ more: 'id' });
    await newer.open();
    expect(told).toEqual(['closed']);
    expect(newer.verno).toBe(2);
    newer.close();
  });
});
