/** A township on a real server, from whose stored things all others are made: its logs, files, keys, folder and archive. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { originOf, signCheckpoint } from '../../../src/log/checkpoint.ts';
import type { FileRef } from '../../../src/log/event.ts';
import { toHex, utf8 } from '../../../src/log/hex.ts';
import { appendLeaves, EMPTY_FRONTIER, type Frontier, leafHash, rootOf } from '../../../src/log/merkle.ts';
import type { Signer } from '../../../src/log/signature.ts';
import { makeArchive } from '../../../src/server/archive/archive.ts';
import type { RawEntry } from '../../../src/server/audit/source.ts';
import { readLogKey } from '../../../src/server/log-key.ts';
import { openStorage } from '../../../src/server/storage.ts';
import { member, TestServer } from '../../unit/server/harness.ts';

const NOTICES = 8;

/** One log, whole. */
export interface SampleLog {
  stream: string;
  entries: RawEntry[];
}

export interface Sample {
  township: string;
  /** The log's key. */
  signer: Signer;
  /** The registry, and the boards. */
  registry: SampleLog;
  boards: SampleLog[];
  files: Map<string, Uint8Array>;
  /** Signed by people of the township, and not taken in yet. */
  waiting: { event: { header: string; sig: string; body: string | null }; files: FileRef[] }[];
  /** A data folder, no server on it; and an archive's open bag. */
  folder: string;
  bag: string;
  /** Honest heads of other logs, and of older days. */
  otherNotes: string[];
  /** The log's signed head at so many events. */
  noteAt(log: SampleLog, size: number): Promise<string>;
  end(): void;
}

/** The tree of the first `size` events. */
export const treeOf = ({ entries }: SampleLog, size: number): Frontier =>
  appendLeaves(
    EMPTY_FRONTIER,
    entries.slice(0, size).map(({ leaf }) => leafHash(utf8(leaf))),
  );

const files = new Map<string, Uint8Array>(
  ['a photo', 'another photo', 'a list'].map((text) => [
    createHash('sha256').update(text).digest('hex'),
    utf8(text),
  ]),
);
const refs = [...files].map(([hash, { length }]): FileRef => ({ hash, bytes: length, type: 'image/jpeg' }));

/** Two villages with notices, some with files. */
async function fill(test: TestServer): Promise<Sample['waiting']> {
  const waiting: Sample['waiting'] = [];
  for (const unit of ['v1', 'v2']) {
    const cadre = await test.device(`cadre of ${unit}`, 'phone', unit, member(`clerk-${unit}`, unit));
    for (let i = 0; i < NOTICES; i++) {
      test.clock.ms += 60_000;
      await test.mustAccept(
        await test.publish(cadre, unit, `${unit} 公告 ${i}`, i % 3 === 0 ? [refs[i % 2]!] : []),
      );
    }
    waiting.push({
      event: await test.publish(cadre, unit, `${unit} 还没送到`, refs.slice(2)),
      files: refs.slice(2),
    });
    waiting.push({ event: await test.publish(cadre, unit, `${unit} 也没送到`), files: [] });
  }
  return waiting;
}

/** Makes the sample. @returns what holds temporary folders until `end`. */
export async function makeSample(): Promise<Sample> {
  const work = mkdtempSync(join(tmpdir(), 'gongkailan-tamper-'));
  const test = new TestServer();
  await (await test.start()).found();
  const waiting = await fill(test);
  await test.server.close();
  const storage = await openStorage(test.dataDir);
  for (const [hash, bytes] of files) await storage.blobs.put(hash, bytes);
  const signer = (await readLogKey(test.dataDir))!.signer;
  const logOf = async (stream: string): Promise<SampleLog> => {
    const entries = await storage.log.read(stream, 0, 1_000);
    return { stream, entries: entries.map(({ leaf, body }) => ({ leaf, body })) };
  };
  const registry = await logOf(test.registry);
  const boards = [await logOf(test.public('v1')), await logOf(test.public('v2'))];
  const source = { log: storage.log, blobs: storage.blobs, signer, script: 'void 0;' };
  await makeArchive(source, { year: 2026, out: join(work, 'archive') });
  await storage.close();
  cpSync(test.dataDir, join(work, 'data'), { recursive: true });
  rmSync(test.dataDir, { recursive: true, force: true });
  const noteAt = (log: SampleLog, size: number): Promise<string> =>
    signCheckpoint({ origin: originOf(log.stream), size, root: toHex(rootOf(treeOf(log, size))) }, signer);
  return {
    township: test.township,
    signer,
    registry,
    boards,
    files,
    waiting,
    folder: join(work, 'data'),
    bag: join(work, 'archive', 'public'),
    otherNotes: await Promise.all([registry, ...boards].flatMap((log) => [noteAt(log, 1), noteAt(log, 2)])),
    noteAt,
    end: () => rmSync(work, { recursive: true, force: true }),
  };
}
