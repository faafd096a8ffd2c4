import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Signer } from '../../../src/log/signature.ts';
import { openStorage, type Storage } from '../../../src/server/storage.ts';
import { StorageError } from '../../../src/store/log-store.ts';
import { codeOf, member, TestServer } from './harness.ts';
import { readVerified } from './verified.ts';

/** What writes, of each part of the storage. */
const WRITES = new Set(['append', 'putRows', 'put']);

/** A storage whose disk is full while `isFull` says so. */
function onDisk(storage: Storage, isFull: () => boolean): Storage {
  const watched = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get: (target, name) => {
        const own = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
        return async (...given: unknown[]) => {
          if (isFull() && WRITES.has(String(name))) throw new StorageError('full');
          return own.apply(target, given);
        };
      },
    });
  return {
    ...storage,
    log: watched(storage.log),
    contacts: watched(storage.contacts),
    blobs: watched(storage.blobs),
  };
}

describe('a server whose disk is full', () => {
  let village: TestServer;
  let cadre: Signer;
  let full = false;
  beforeEach(async () => {
    full = false;
    village = new TestServer({ logger: pino({ level: 'silent' }) });
    // Nothing can be kept where segments and assets would be.
    writeFileSync(join(village.dataDir, 'segments'), '');
    writeFileSync(join(village.dataDir, 'assets'), '');
    mkdirSync(join(village.dataDir, 'dist', 'assets'), { recursive: true });
    writeFileSync(join(village.dataDir, 'dist', 'assets', 'app.js'), '// app');
    village.options.storage = onDisk(await openStorage(village.dataDir), () => full);
    await (await village.start()).found();
    cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
  });
  afterEach(() => village.stop());

  it('says so, goes on being read, and takes the same again when there is room', async () => {
    const before = await village.publish(cadre, 'v1', '以前');
    await village.mustAccept(before);
    full = true;
    const event = await village.publish(cadre, 'v1', '现在');
    const body = { v: 1, held: {}, events: [event], report: null };
    const answer = await village.post('/api/sync', body, { signer: cadre });
    expect([answer.status, codeOf(answer)]).toEqual([507, 'storage-full']);
    // Reading goes on, for a device too, whose contact cannot be kept; and what is in the log is known.
    expect(await readVerified(village, village.public('v1'), cadre)).toHaveLength(1);
    expect((await village.sync({ events: [before] }, cadre)).results).toMatchObject([
      { status: 'accepted', number: 0 },
    ]);
    full = false;
    expect((await village.sync({ events: [event] }, cadre)).results).toMatchObject([
      { status: 'accepted', number: 1 },
    ]);
  });

  it('gives segments that it cannot keep, and the app', async () => {
    const events = [];
    for (let i = 0; i < 1_030; i++) events.push(await village.publish(cadre, 'v1', `公告 ${i}`));
    await village.mustAccept(...events);
    full = true;
    expect(await readVerified(village, village.public('v1'))).toHaveLength(1_030);
    expect((await village.call('GET', '/assets/app.js')).body.toString()).toBe('// app');
  }, 60_000);
});
