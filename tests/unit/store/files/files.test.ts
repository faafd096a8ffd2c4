import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileBlobStore } from '../../../../src/store/files/blob-store.ts';
import { fileError, writeDurably } from '../../../../src/store/files/durable.ts';
import { PartialFiles } from '../../../../src/store/files/partial-files.ts';
import { blobStoreContract } from '../contract.ts';
import { newFolder } from '../folders.ts';

blobStoreContract('a folder', async () => {
  const { folder, remove } = newFolder();
  const path = join(folder, 'files');
  return {
    store: new FileBlobStore(path),
    reopen: async () => new FileBlobStore(path),
    remove: async () => remove(),
  };
});

describe('a folder of files', () => {
  let made: ReturnType<typeof newFolder>;
  beforeEach(() => (made = newFolder()));
  afterEach(() => made.remove());
  const bytes = Buffer.from('一张照片');
  const hash = createHash('sha256').update(bytes).digest('hex');

  it('takes no name that is not a hash', async () => {
    const blobs = new FileBlobStore(made.folder);
    const partial = new PartialFiles(made.folder);
    for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`]) {
      await expect(blobs.get(name)).rejects.toThrow(RangeError);
      await expect(partial.received(name)).rejects.toThrow(RangeError);
    }
  });

  it('leaves nothing half written behind', async () => {
    const blobs = new FileBlobStore(made.folder);
    await Promise.all([1, 2, 3, 4].map(() => blobs.put(hash, bytes)));
    expect(readdirSync(join(made.folder, hash.slice(0, 2)))).toEqual([hash]);
  });

  it('writes secrets for their owner alone', async () => {
    const path = join(made.folder, 'key');
    await writeDurably(path, Buffer.from('secret'), `${path}.new`, 0o600);
    expect(statSync(path).mode % 0o1000).toBe(0o600);
    expect(readFileSync(path, 'utf8')).toBe('secret');
  });

  it('tells a full disk from other failures', () => {
    const failure = (code: string) => fileError(Object.assign(new Error(code), { code }));
    expect(failure('ENOSPC')).toMatchObject({ fault: 'full' });
    expect(failure('EDQUOT')).toMatchObject({ fault: 'full' });
    expect(failure('EROFS')).toMatchObject({ fault: 'failed' });
    expect(fileError(new TypeError('a bug'))).toBeInstanceOf(TypeError);
  });

  it('keeps what has arrived of a file, piece by piece', async () => {
    const first = new PartialFiles(join(made.folder, 'uploads'));
    expect(await first.received(hash)).toBe(0);
    await first.append(hash, 0, bytes.subarray(0, 5));
    const again = new PartialFiles(join(made.folder, 'uploads'));
    expect(await again.received(hash)).toBe(5);
    await again.append(hash, 5, bytes.subarray(5));
    expect(Buffer.from(await again.read(hash))).toEqual(bytes);
    await again.drop(hash);
    expect(await again.received(hash)).toBe(0);
    expect(await again.read(hash)).toHaveLength(0);
  });

  it('drops what nobody goes on with, and nothing else', async () => {
    const folder = join(made.folder, 'uploads');
    const partial = new PartialFiles(folder);
    await partial.dropOlder(1_000);
    const other = 'b'.repeat(64);
    await partial.append(hash, 0, bytes);
    await partial.append(other, 0, bytes);
    utimesSync(join(folder, hash), 1, 1);
    await partial.dropOlder(2_000_000);
    expect([existsSync(join(folder, hash)), existsSync(join(folder, other))]).toEqual([false, true]);
  });

  it('says when it may not write', async () => {
    chmodSync(made.folder, 0o500);
    // Who runs as root may write anyway; then there is nothing to be seen here.
    const mayWrite = process.getuid?.() === 0;
    const outcome = new FileBlobStore(join(made.folder, 'x')).put(hash, bytes);
    await (mayWrite
      ? expect(outcome).resolves.toBeUndefined()
      : expect(outcome).rejects.toMatchObject({ fault: 'failed' }));
    chmodSync(made.folder, 0o700);
  });
});
