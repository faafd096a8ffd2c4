import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { DeviceBlobStore, imageType } from '../../../../src/store/device/device-blob-store.ts';
import { DeviceDb } from '../../../../src/store/device/db.ts';
import { storageErrorOf } from '../../../../src/store/device/storage-faults.ts';
import { StorageError } from '../../../../src/store/log-store.ts';
import { fullDisk } from './full-disk.ts';

const file = (text: string): [hash: string, bytes: Uint8Array] => {
  const bytes = new Uint8Array(Buffer.from(text));
  return [createHash('sha256').update(bytes).digest('hex'), bytes];
};

describe('a failure of the browser’s storage', () => {
  const quota = new DOMException('full', 'QuotaExceededError');
  const wrapped: [string, unknown][] = [
    ['the error of a request', quota],
    ['the reason of an abort', new Dexie.AbortError('aborted', quota)],
    ['Dexie’s own error', new Dexie.QuotaExceededError('full')],
    ['one of several failures', Object.assign(new Error('bulk'), { name: 'BulkError', failures: [quota] })],
    ['a cause inside a cause', new Error('outer', { cause: new Error('inner', { cause: quota }) })],
  ];
  for (const [name, error] of wrapped)
    it(`is 'full' as ${name}`, () => expect(storageErrorOf(error).fault).toBe('full'));

  it('is told by its kind, and otherwise failed', () => {
    expect(storageErrorOf(new Dexie.DatabaseClosedError()).fault).toBe('closed');
    expect(storageErrorOf(new Error('x')).fault).toBe('failed');
    expect(storageErrorOf('odd').fault).toBe('failed');
    const own = new StorageError('hash-mismatch');
    expect(storageErrorOf(own)).toBe(own);
  });
});

describe('files, when the disk is full', () => {
  it('make room by dropping what can be fetched again, never what is nowhere else', async () => {
    const db = new DeviceDb('room');
    const disk = fullDisk(db);
    let now = 0;
    const blobs = new DeviceBlobStore(db, () => (now += 1000));
    const [photo, photoBytes] = file('fetched');
    const [mine, mineBytes] = file('mine');
    await blobs.put(photo, photoBytes);
    await blobs.keep(mine, mineBytes, 1);
    disk.tables.add('blobs');
    disk.failures = 1;
    const [another, anotherBytes] = file('another');
    await blobs.put(another, anotherBytes);
    expect([await blobs.has(photo), await blobs.has(mine), await blobs.has(another)]).toEqual([
      false,
      true,
      true,
    ]);
    db.close();
  });

  it('say so when there is nothing to drop', async () => {
    const db = new DeviceDb('no-room');
    const disk = fullDisk(db);
    const blobs = new DeviceBlobStore(db, Date.now);
    await blobs.keep(...file('mine'), 1);
    disk.tables.add('blobs');
    await expect(blobs.put(...file('other'))).rejects.toMatchObject({ fault: 'full' });
    expect(await blobs.has(file('mine')[0])).toBe(true);
    db.close();
  });

  it('stay pinned when they are fetched once more', async () => {
    const db = new DeviceDb('pinned');
    const blobs = new DeviceBlobStore(db, Date.now);
    const [hash, bytes] = file('pinned');
    await blobs.keep(hash, bytes, 1);
    await blobs.put(hash, bytes);
    expect((await blobs.row(hash))?.pinned).toBe(1);
    db.close();
  });
});

describe('the type of an image', () => {
  it('is known by its first bytes', () => {
    const of = (text: string): string | null => imageType(new Uint8Array(Buffer.from(text, 'latin1')));
    expect(of('\xff\xd8\xff\xe0')).toBe('image/jpeg');
    expect(of('\x89PNG\r\n\x1a\n')).toBe('image/png');
    expect(of('RIFF1234WEBPVP8 ')).toBe('image/webp');
    expect(of('<svg onload=alert(1)>')).toBeNull();
    expect(of('')).toBeNull();
  });
});
