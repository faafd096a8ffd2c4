import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DeviceDb } from '../../../../src/store/device/db.ts';
import { fullDisk } from '../../store/device/full-disk.ts';
import { board, openVillage, phases, publish, type Village } from './village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
});
afterAll(() => village.end());

it('a full storage is said before anything is called saved, and the draft stays', async () => {
  const db = new DeviceDb('full-at-publish');
  const disk = fullDisk(db);
  const { device } = await village.phone('v1', { db });
  const draft = await device.newDraft('v1');
  if (!draft.ok) throw new Error(draft.code);
  const content = { ...draft.value.content, title: '满了', officer: '李某', entry: { id: 'a', name: 'a' } };
  await device.saveDraft({ ...draft.value, content });
  disk.tables = new Set(['outbox', 'drafts', 'blobs']);
  const full = { ok: false, code: 'storage-full' };
  expect(await device.publish(draft.value.id)).toEqual(full);
  expect(await device.newDraft('v1')).toEqual(full);
  expect(await device.addPhoto(draft.value.id, new Blob(['no room']))).toEqual(full);
  expect(await device.saveDraft({ ...draft.value, content: { ...content, title: '新' } })).toEqual(full);
  expect(await device.db.outbox.count()).toBe(0);
  expect((await device.db.drafts.get(draft.value.id))?.content.title).toBe('满了');
  disk.tables.clear();
  expect((await device.publish(draft.value.id)).ok).toBe(true);
  await device.contactNow();
  expect(await phases(device)).toEqual(['complete']);
});

it('a pull that finds no room makes some, or leaves all as it was', async () => {
  const db = new DeviceDb('full-at-pull');
  const disk = fullDisk(db);
  const { device } = await village.reader('v1', { db });
  await device.contactNow();
  const phone = await village.phone();
  await publish(phone.device, 'v1', '装不下的');
  await phone.device.contactNow();
  const before = await device.db.heads.toArray();
  disk.tables = new Set(['chunks']);
  expect((await device.contactNow()).state).toBe('no-network');
  expect(await device.db.heads.toArray()).toEqual(before);
  expect((await device.db.meta.get('storage-fault'))?.value).toMatchObject({ fault: 'full' });

  const photo = {
    hash: 'ab'.repeat(32),
    bytes: new Blob(['x']),
    type: 'image/jpeg',
    pinned: 0 as const,
    usedAt: '',
  };
  await device.db.blobs.put(photo);
  disk.failures = 1;
  expect((await device.contactNow()).state).toBe('connected');
  expect(await device.db.blobs.count()).toBe(0);
  expect(await board(device)).toContain('装不下的');
  expect((await device.db.meta.get('storage-fault'))?.value).toBeNull();
});
