/** Reads an archive back into an empty data folder: the same log, byte for byte. A damaged one is refused whole. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openCheckpoint } from '../../log/checkpoint.ts';
import { eventId } from '../../log/event.ts';
import { sha256Hex } from '../../log/hash.ts';
import { toHex, utf8 } from '../../log/hex.ts';
import { parseLeaf } from '../../log/leaf.ts';
import { appendLeaves, EMPTY_FRONTIER, frontierToText, leafHash, rootOf } from '../../log/merkle.ts';
import { parseStream, type StreamKind } from '../../log/stream.ts';
import type { Append, BlobStore, Entry, LogStore, Row } from '../../store/log-store.ts';
import { frontierOf } from '../township/border.ts';
import { checkAuthor, checkContent } from '../township/check.ts';
import { derivedRows } from '../township/derived-rows.ts';
import { domainEvent } from '../township/registry-row.ts';
import { bagProblems, bagsIn, filesBelow } from './bag-check.ts';
import { registryAt } from './notices.ts';
import { ArchiveError } from './problems.ts';

/** Derived rows that are stored together. */
const ROWS_AT_ONCE = 512;

async function checkBag(bag: string): Promise<void> {
  const [first] = await bagProblems(bag);
  if (first) throw new ArchiveError('damaged', first.path);
}

function entryOf(leaf: string, body: string): Entry | null {
  const header = parseLeaf(leaf)?.header;
  if (header === undefined) return null;
  const entry = { id: eventId(header), leaf, body: body === '' ? null : body };
  const { body: named } = JSON.parse(header) as { body?: unknown };
  return body === '' || sha256Hex(body) === named ? entry : null;
}

const linesOf = async (path: string): Promise<string[]> =>
  (await readFile(path, 'utf8')).split('\n').slice(0, -1);

async function readStream(bag: string, stream: string): Promise<Append> {
  const folder = join(bag, 'data', 'log', stream);
  const leaves = await linesOf(join(folder, 'leaves.txt'));
  const bodies = await linesOf(join(folder, 'bodies.txt'));
  const entries = leaves.flatMap((leaf, at) => entryOf(leaf, bodies[at] ?? '') ?? []);
  if (entries.length !== leaves.length || bodies.length !== leaves.length)
    throw new ArchiveError('damaged', stream);
  const frontier = frontierToText(
    appendLeaves(
      EMPTY_FRONTIER,
      leaves.map((leaf) => leafHash(utf8(leaf))),
    ),
  );
  const checkpoint = await readFile(join(folder, 'checkpoint.txt'), 'utf8');
  const head = { stream, size: entries.length, frontier: frontier.hashes, checkpoint };
  return { stream, from: 0, entries, head };
}

/** Whether the township's key signed exactly these entries. */
async function isSigned({ stream, head }: Append, logKey: string): Promise<boolean> {
  const opened = await openCheckpoint(head.checkpoint, stream, logKey);
  const root = toHex(rootOf(frontierOf({ size: head.size, hashes: head.frontier })));
  return opened?.size === head.size && opened.root === root;
}

async function readBag(bag: string): Promise<Append[]> {
  await checkBag(bag);
  const paths = await filesBelow(join(bag, 'data', 'log'));
  const names = paths.filter((path) => path.endsWith('/leaves.txt')).map((path) => path.slice(0, -11));
  const appends = await Promise.all(names.toSorted().map((name) => readStream(bag, name)));
  const registry = appends.find(({ stream }) => parseStream(stream)?.kind === 'registry');
  const first = registry?.entries[0];
  const parts = registry && parseStream(registry.stream);
  if (!registry || !first || !parts || !first.id.startsWith(parts.township))
    throw new ArchiveError('damaged', bag);
  const { logKey } = registryAt([{ ...registry, parts, checkpoint: registry.head.checkpoint }]);
  for (const append of appends) {
    append.entries.forEach(domainEvent);
    if (!(await isSigned(append, logKey))) throw new ArchiveError('damaged', append.stream);
  }
  return appends;
}

/** The registry and what was submitted come first: publications lean on both. */
const FIRST: (StreamKind | undefined)[] = ['registry', 'office'];
const rank = ({ stream }: Append): number => {
  const at = FIRST.indexOf(parseStream(stream)?.kind);
  return at < 0 ? FIRST.length : at;
};
const inOrder = (one: Append, other: Append): number => rank(one) - rank(other);

/** What a server keeps beside the log to go on with it; an event that this version does not know has nothing of it. */
async function putDerivedRows(log: LogStore, { stream, entries }: Append): Promise<void> {
  const township = parseStream(stream)?.township;
  let rows: Row[] = [];
  for (const [number, { leaf, body }] of entries.entries()) {
    const { header, sig } = parseLeaf(leaf)!;
    const event = { header, sig, body };
    const author = await checkAuthor(event);
    const content = township && author.ok ? await checkContent(township, event, author) : null;
    if (!township || !content?.ok) continue;
    const derived = await derivedRows(log, township, content.checked, number, rows);
    if (derived.ok) rows.push(...derived.rows);
    if (rows.length < ROWS_AT_ONCE) continue;
    await log.putRows(rows);
    rows = [];
  }
  await log.putRows(rows);
}

export interface ReadBack {
  events: number;
  files: number;
}

/** The logs of all bags in a folder, each once, checked. @throws ArchiveError */
export async function readArchive(folder: string): Promise<Append[]> {
  const read: Append[] = [];
  for (const bag of await bagsIn(folder)) read.push(...(await readBag(bag)));
  return [...new Map(read.map((one) => [one.stream, one])).values()].toSorted(inOrder);
}

/** An archive's logs to be read as a store's are. @throws ArchiveError */
export async function archivedLog(folder: string): Promise<Pick<LogStore, 'heads' | 'read'>> {
  const logs = new Map((await readArchive(folder)).map((one) => [one.stream, one]));
  return {
    heads: async () => [...logs.values()].map(({ head }) => head),
    read: async (stream, from, to) => logs.get(stream)?.entries.slice(from, to) ?? [],
  };
}

/**
 * Reads `public` and, where it is there, `sealed` (or one bag alone). All is checked before anything is written.
 * @throws ArchiveError
 */
export async function readBack(
  folder: string,
  target: { log: LogStore; blobs: BlobStore },
): Promise<ReadBack> {
  if ((await target.log.heads()).length > 0) throw new ArchiveError('not-empty', folder);
  const appends = await readArchive(folder);
  let files = 0;
  for (const bag of await bagsIn(folder))
    for (const hash of await readdir(join(bag, 'data', 'files')).catch(() => [])) {
      await target.blobs.put(hash, await readFile(join(bag, 'data', 'files', hash)));
      files += 1;
    }
  for (const append of appends) {
    if ((await target.log.append(append)) === 'stale') throw new ArchiveError('not-empty', append.stream);
    await putDerivedRows(target.log, append);
  }
  return { events: appends.reduce((sum, { entries }) => sum + entries.length, 0), files };
}
