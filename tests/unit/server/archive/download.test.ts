import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeArchive } from '../../../../src/server/archive/archive.ts';
import { ZipSink } from '../../../../src/server/archive/sink.ts';
import { readLogKey } from '../../../../src/server/log-key.ts';
import { openStorage } from '../../../../src/server/storage.ts';
import { member, TestServer } from '../harness.ts';

const work = mkdtempSync(join(tmpdir(), 'gongkailan-download-'));
const test = new TestServer();
/** Files are read when this is open. */
let gate: Promise<void> = Promise.resolve();
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const HASH = createHash('sha256').update(PNG).digest('hex');

const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'base64')]),
  );

const asked = () => test.call('GET', '/api/archive/2026', { signer: test.office });

beforeAll(async () => {
  const storage = await openStorage(test.dataDir);
  const { get } = storage.blobs;
  storage.blobs.get = async (hash) => {
    await gate;
    return get.call(storage.blobs, hash);
  };
  test.options.storage = storage;
  await test.start();
  await test.found();
  const cadre = await test.device('phone', 'phone', 'v1', member('li', 'v1', ['general-affairs']));
  await test.mustAccept(
    await test.publish(cadre, 'v1', '2026 年第一件', [{ hash: HASH, bytes: PNG.length, type: 'image/png' }]),
  );
  await storage.blobs.put(HASH, PNG);
});
afterAll(async () => {
  await test.stop();
  rmSync(work, { recursive: true, force: true });
});

describe('the archive that the office fetches', () => {
  it('has the same files as the public bag that the command makes, and the verifier finds it good', async () => {
    const answer = await asked();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const unzipped = join(work, 'unzipped');
    for (const [path, bytes] of Object.entries(unzipSync(answer.body))) {
      mkdirSync(dirname(join(unzipped, path)), { recursive: true });
      writeFileSync(join(unzipped, path), bytes);
    }
    const storage = await openStorage(test.dataDir);
    const signer = (await readLogKey(test.dataDir))?.signer ?? null;
    const source = { log: storage.log, blobs: storage.blobs, signer, script: null };
    await makeArchive(source, { year: 2026, out: join(work, 'made') }).finally(() => storage.close());
    expect(filesOf(join(unzipped, 'gongkailan-2026'))).toEqual(filesOf(join(work, 'made/public')));
    const bag = join(unzipped, 'gongkailan-2026');
    const verified = spawnSync('python3', ['-B', join(bag, 'verify.py'), bag], { encoding: 'utf8' });
    expect([verified.status, verified.stderr]).toEqual([0, '']);
  });

  it('is the same bytes each time, and one at a time', async () => {
    let open = (): void => {};
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const both = [asked(), asked()];
    // One of them waits for the file, which nobody can read yet.
    expect((await Promise.race(both)).status).toBe(429);
    open();
    const whole = (await Promise.all(both)).find(({ status }) => status === 200)!;
    const again = await asked();
    expect(again.body.equals(whole.body)).toBe(true);
  });
});

describe('a zip that is made while it is read', () => {
  const bytes = new Uint8Array(200_000).fill(7);

  it('waits for a slow reader, and breaks off when he goes', async () => {
    const zip = new ZipSink('bag', new Date('2026-12-31T16:00:00Z'));
    const written: string[] = [];
    const writing = (async () => {
      for (const path of ['data/files/1', 'data/files/2', 'data/files/3']) {
        await zip.write(path, bytes);
        written.push(path);
      }
    })();
    const ended = expect(writing).rejects.toMatchObject({ problem: 'gone' });
    await new Promise((resolve) => void setImmediate(resolve));
    expect(written).toEqual([]);
    zip.stream.destroy();
    await ended;
  });

  it('has no end when it breaks off, so that nobody takes it for whole', async () => {
    const zip = new ZipSink('bag', new Date('2026-12-31T16:00:00Z'));
    const parts: Buffer[] = [];
    zip.stream.on('data', (part: Buffer) => parts.push(part));
    const closed = new Promise((resolve) => {
      zip.stream.on('error', resolve);
    });
    await zip.write('data/files/1', bytes);
    zip.fail(new Error('the disk failed'));
    expect(await closed).toMatchObject({ message: 'the disk failed' });
    expect(() => unzipSync(Buffer.concat(parts))).toThrow();
  });
});
