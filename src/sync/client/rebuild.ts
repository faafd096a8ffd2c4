/** Views made again from the raw events, when the code that folds them has changed. */
import { EMPTY_REGISTRY } from '../../domain/registry/registry.ts';
import type { Page } from '../../domain/board/board.ts';
import { RUNNING, type Running } from '../../domain/board/running.ts';
import { eventId, parseHeader } from '../../log/event.ts';
import { parseLeaf } from '../../log/leaf.ts';
import { SEGMENT_SIZE } from '../../log/segment.ts';
import { parseStream } from '../../log/stream.ts';
import { Dexie } from 'dexie';
import { domainEvent, foldBoard, foldRegistry } from './fold.ts';
import { foldTalk, publications, RECORD_FOLDS, type RecordFold, SET_ASIDE } from './record-fold.ts';
import type { Ports } from './ports.ts';
import type { Row } from '../../store/log-store.ts';
import type { DomainEvent } from '../../domain/event.ts';

/** A segment's worth of held events. */
async function eventsFrom({ log, pause }: Ports, stream: string, from: number): Promise<DomainEvent[]> {
  const { leaves, bodies } = await log.readRun(stream, from, from + SEGMENT_SIZE);
  await pause();
  return leaves.map((line, i) => {
    const leaf = parseLeaf(line)!;
    const parsed = parseHeader(leaf.header);
    const { acceptedAt, header: headerText } = leaf;
    const header = parsed.ok ? parsed.header : null;
    const pulled = { id: eventId(headerText), acceptedAt, headerText, header, body: bodies[i] ?? null };
    return domainEvent(pulled, from + i);
  });
}

async function rebuildRegistry(ports: Ports, stream: string, size: number, township: string): Promise<void> {
  let state = EMPTY_REGISTRY;
  for (let from = 0; from < size; from += SEGMENT_SIZE)
    state = foldRegistry(state, await eventsFrom(ports, stream, from));
  await ports.db.registry.put({ township, state });
}

const heldIn =
  (rows: ReadonlyMap<string, Row>) =>
  async <Value>(key: string): Promise<Value | null> =>
    (rows.get(key)?.value as Value | undefined) ?? null;

async function rebuildBoard(ports: Ports, stream: string, size: number): Promise<void> {
  const { db, log } = ports;
  const pages = new Map<number, Page>();
  let setAside = 0;
  let running: Running[] = [];
  const published: Row[] = [];
  const talk = new Map<string, Row>();
  for (let from = 0; from < size; from += SEGMENT_SIZE) {
    const events = await eventsFrom(ports, stream, from);
    published.push(...publications(stream, events));
    const said = await foldTalk(stream, events, heldIn(talk));
    for (const row of said.rows) talk.set(row.key, row);
    const folded = await foldBoard(events, {
      page: async (page) => pages.get(page) ?? null,
      find: (id) => log.findIn(stream, id),
      running: async () => running,
    });
    running = folded.running;
    for (const page of folded.pages) pages.set(page.page, page);
    setAside += folded.setAside + said.setAside;
  }
  await db.transaction('rw', [db.pages, db.rows], async () => {
    await db.pages.where('[stream+page]').between([stream, Dexie.minKey], [stream, Dexie.maxKey]).delete();
    await db.pages.bulkPut([...pages.values()].map((page) => ({ ...page, stream })));
    await db.rows.bulkPut([
      { stream, key: SET_ASIDE, value: setAside },
      { stream, key: RUNNING, value: running },
      ...published,
      ...talk.values(),
    ]);
  });
}

async function rebuildRecords(ports: Ports, stream: string, size: number, fold: RecordFold): Promise<void> {
  const { db } = ports;
  const rows = new Map<string, Row>();
  let aside = 0;
  for (let from = 0; from < size; from += SEGMENT_SIZE) {
    const folded = await fold(stream, await eventsFrom(ports, stream, from), heldIn(rows));
    for (const row of folded.rows) rows.set(row.key, row);
    aside += folded.setAside;
  }
  rows.set(SET_ASIDE, { stream, key: SET_ASIDE, value: aside });
  await db.transaction('rw', db.rows, async () => {
    await db.rows.where('[stream+key]').between([stream, Dexie.minKey], [stream, Dexie.maxKey]).delete();
    await db.rows.bulkPut([...rows.values()]);
  });
}

/** Folds everything held again. Safe to break off at any moment. */
export async function rebuildViews(ports: Ports): Promise<void> {
  for (const { stream, size } of await ports.log.heads()) {
    const parts = parseStream(stream);
    if (!parts) continue;
    if (parts.kind === 'registry') await rebuildRegistry(ports, stream, size, parts.township);
    else if (parts.kind === 'public') await rebuildBoard(ports, stream, size);
    else await rebuildRecords(ports, stream, size, RECORD_FOLDS[parts.kind]);
  }
}
