/** Makes an archive: a bag of what everybody may read, and one of what is sealed. Same records, same bytes. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Registry } from '../../domain/registry/registry.ts';
import type { Signer } from '../../log/signature.ts';
import { isPublicKind } from '../../log/stream.ts';
import type { BlobStore, LogStore } from '../../store/log-store.ts';
import { Bag } from './bag.ts';
import { indexXlsx } from './index-workbook.ts';
import { indexCsv, indexHtml, pageOf, tablesOf } from './lists.ts';
import { endOf, filesOf, logAt, type StreamAt } from './log-at.ts';
import { noticeHtml } from './notice-html.ts';
import { type ArchivedNotice, noticesOf, registryAt } from './notices.ts';
import { photosOf } from './photos.ts';
import { ArchiveError } from './problems.ts';
import { readmeOf } from './readme.ts';
import { folderSink, type Sink } from './sink.ts';
import { streamText } from './stream-text.ts';
import { yearPages } from './year/make.ts';

export interface ArchiveSource {
  log: Pick<LogStore, 'heads' | 'read'>;
  blobs: Pick<BlobStore, 'get'>;
  /** The log's key; null: it is not here. */
  signer: Signer | null;
  /** The built script of the years' pages (`readYearScript`); null: there is no build, and no such pages are made. */
  script: string | null;
}
export interface Wanted {
  year: number;
  /** One unit beside the registry; left out: all. */
  unit?: string | undefined;
  /** Folder, empty or not there yet. */
  out: string;
}
/** The log up to the end of a year, read. */
export interface YearLog {
  year: number;
  streams: StreamAt[];
  registry: Registry;
}
export interface Made {
  notices: number;
  events: number;
  files: number;
  /** Attachments that the records name and that are not here. */
  absent: number;
  /** SHA-256 that stands for every byte of the bag, hex: to be written down where the bag is not. */
  fingerprint: string;
}

const VERIFIER = new URL('./verify.py', import.meta.url);
const isOpen = ({ parts }: StreamAt): boolean => isPublicKind(parts.kind);

async function putLog(bag: Bag, streams: StreamAt[]): Promise<void> {
  for (const one of streams) {
    const { stream, leaves, bodies, checkpoint } = streamText(one.stream, one.entries, one.checkpoint);
    await bag.put(`log/${stream}/leaves.txt`, leaves);
    await bag.put(`log/${stream}/bodies.txt`, bodies);
    await bag.put(`log/${stream}/checkpoint.txt`, checkpoint);
  }
}

/** Copies attachments; returns those that are not here. */
async function putFiles(bag: Bag, blobs: ArchiveSource['blobs'], hashes: string[]): Promise<string[]> {
  const absent: string[] = [];
  for (const hash of hashes) {
    const bytes = await blobs.get(hash);
    if (bytes) await bag.put(`files/${hash}`, bytes);
    else absent.push(hash);
  }
  await bag.put('files-absent.txt', absent.map((hash) => `${hash}\n`).join(''));
  return absent;
}

async function putPages(
  bag: Bag,
  blobs: ArchiveSource['blobs'],
  notices: ArchivedNotice[],
  registry: Registry,
  year: number,
): Promise<void> {
  await bag.put('index.html', indexHtml(notices, registry.name, year));
  await bag.put('index.csv', indexCsv(notices));
  await bag.put('index.xlsx', await indexXlsx(notices));
  for (const one of notices) {
    await bag.put(pageOf(one), noticeHtml(one, registry, await photosOf([one], blobs)));
    for (const [path, text] of tablesOf(one)) await bag.put(path, text);
  }
}

/** Each unit's year as one page. */
async function putYears(
  bag: Bag,
  { blobs, script }: ArchiveSource,
  streams: StreamAt[],
  registry: Registry,
  year: number,
): Promise<void> {
  if (script === null) return;
  const wanted = { year, blobs, script, files: '../files/' };
  for await (const { unit, html } of yearPages(streams, registry, wanted))
    await bag.put(`years/${unit}-${year}.html`, html);
}

async function makeBag(
  source: ArchiveSource,
  { year, streams, registry }: YearLog,
  sink: Sink,
  sealed: boolean,
): Promise<Made> {
  const bag = new Bag(sink);
  const hashes = filesOf(streams);
  const notices = sealed ? [] : noticesOf(streams, registry, year);
  await putLog(bag, streams);
  const absent = await putFiles(bag, source.blobs, hashes);
  if (!sealed) {
    await putPages(bag, source.blobs, notices, registry, year);
    await putYears(bag, source, streams, registry, year);
  }
  await bag.tag('README.txt', readmeOf({ township: registry.name, year, sealed, notices: notices.length }));
  await bag.tag('verify.py', await readFile(VERIFIER));
  const fingerprint = await bag.end([
    ['Source-Organization', registry.name],
    ['External-Description', `${year} ${sealed ? 'sealed records' : 'public notices'}`],
    ['External-Identifier', streams[0]?.parts.township ?? ''],
    // Not when it was made: the same records give the same archive.
    ['Bagging-Date', endOf(year).slice(0, 10)],
  ]);
  const events = streams.reduce((sum, { entries }) => sum + entries.length, 0);
  const files = hashes.length - absent.length;
  return { notices: notices.length, events, files, absent: absent.length, fingerprint };
}

/** @throws ArchiveError 'no-log', 'no-key' */
export async function readYear(
  source: Pick<ArchiveSource, 'log' | 'signer'>,
  wanted: Omit<Wanted, 'out'>,
): Promise<YearLog> {
  const streams = await logAt(source.log, wanted, source.signer);
  if (streams[0]?.parts.kind !== 'registry') throw new ArchiveError('no-log', String(wanted.year));
  return { year: wanted.year, streams, registry: registryAt(streams) };
}

/** The bag of what everybody may read. @throws ArchiveError of the sink. */
export const makeOpenBag = (source: ArchiveSource, log: YearLog, sink: Sink): Promise<Made> =>
  makeBag(source, { ...log, streams: log.streams.filter(isOpen) }, sink, false);

/**
 * Makes `out/public`, and `out/sealed` when there is something sealed; both begin with the registry, which has the keys.
 * @throws ArchiveError
 */
export async function makeArchive(
  source: ArchiveSource,
  wanted: Wanted,
): Promise<{ open: Made; sealed: Made | null }> {
  const log = await readYear(source, wanted);
  const closed = log.streams.filter((one) => one.parts.kind === 'registry' || !isOpen(one));
  const open = await makeOpenBag(source, log, await folderSink(join(wanted.out, 'public')));
  if (closed.length <= 1) return { open, sealed: null };
  const sink = await folderSink(join(wanted.out, 'sealed'));
  return { open, sealed: await makeBag(source, { ...log, streams: closed }, sink, true) };
}

/**
 * One unit's year as a page that goes alone.
 * @throws ArchiveError 'no-script' without a build, 'no-log' when the unit has published nothing up to then.
 */
export async function makeYearPage(source: ArchiveSource, year: number, unit: string): Promise<string> {
  const { script, blobs } = source;
  if (script === null) throw new ArchiveError('no-script', unit);
  const streams = await logAt(source.log, { year, unit }, source.signer);
  for await (const { html } of yearPages(streams, registryAt(streams), { year, blobs, script, files: null }))
    return html;
  throw new ArchiveError('no-log', `${unit} ${year}`);
}
