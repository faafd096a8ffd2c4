/** What must hold at the end of every schedule. Each broken promise is one text that says which, and of whom. */
import { EMPTY_REGISTRY, type Registry } from '../../../src/domain/registry/registry.ts';
import { mayRead } from '../../../src/domain/registry/rights.ts';
import { eventId, parseHeader } from '../../../src/log/event.ts';
import { parseLeaf } from '../../../src/log/leaf.ts';
import { isPublicKind, parseStream } from '../../../src/log/stream.ts';
import { DeviceLogStore } from '../../../src/store/device/device-log-store.ts';
import type { Entry } from '../../../src/store/log-store.ts';
import { domainEvent, foldBoard, foldRegistry } from '../../../src/sync/client/fold.ts';
import { identityOf } from '../../../src/sync/client/status.ts';
import type { DomainEvent } from '../../../src/domain/event.ts';
import type { Page } from '../../../src/domain/board/board.ts';
import type { Browser } from './browser.ts';
import { isRefusedRightly, type Log, logIsWhole, outOfOrder, revokedIsSilent } from './judge.ts';
import { drive } from './tasks.ts';
import type { World } from './world.ts';

const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export async function readLog(world: World): Promise<Log> {
  const { store } = world.server.run.host.site!.township.context;
  const log: Log = new Map();
  for (const { stream, size } of await store.heads()) log.set(stream, await store.read(stream, 0, size));
  return log;
}

function eventOf({ leaf, body }: Entry, number: number): DomainEvent {
  const { acceptedAt, header: headerText } = parseLeaf(leaf)!;
  const parsed = parseHeader(headerText);
  const header = parsed.ok ? parsed.header : null;
  return domainEvent({ id: eventId(headerText), acceptedAt, headerText, header, body }, number);
}

/** Events that were read once: each browser's views are compared with the same log. */
const known = new WeakMap<Entry, DomainEvent>();

const eventsOf = (entries: Entry[]): DomainEvent[] =>
  entries.map((entry, number) => {
    const event = known.get(entry) ?? eventOf(entry, number);
    known.set(entry, event);
    return event;
  });

/**
 * Every item that was called saved is in the log once, unless what kept it is gone, may not speak any longer, or says that it
 * was refused rightly.
 */
async function savedIsThere(world: World, log: Log): Promise<string[]> {
  const ids = new Set([...log.values()].flat().map(({ id }) => id));
  const problems: string[] = [];
  for (const one of world.saved) {
    const browser = world.browser(one.browser);
    if (ids.has(one.id) || browser.isWiped || world.revoked.has(one.browser)) continue;
    const row = await browser.device.db.outbox.where('id').equals(one.id).first();
    if (row && isRefusedRightly(row, world.moved.has(one.browser))) continue;
    const code = row?.problem?.code;
    problems.push(
      `${one.what} ${one.id} of ${one.browser} was saved, and is not in the log (${row?.phase ?? 'gone'}${code ? `, ${code}` : ''})`,
    );
  }
  return problems;
}

/** A draft that was kept is there, or has become an item. */
async function draftsAreThere(world: World): Promise<string[]> {
  const problems: string[] = [];
  for (const [id, { browser: name, title }] of world.drafts) {
    const browser = world.browser(name);
    if (browser.isWiped) continue;
    const { drafts, outbox } = browser.device.db;
    const isDraft = (await drafts.get(id))?.content.title === title;
    const items = await outbox.filter((row) => row.title === title && !row.carried).count();
    if (Number(isDraft) + items !== 1)
      problems.push(`draft ${id} of ${name} was kept, and is ${items ? 'there twice' : 'gone'}`);
  }
  return problems;
}

/** What a browser says of its outbox is true of the log. */
async function outboxIsTrue(world: World, browser: Browser, log: Log): Promise<string[]> {
  const { blobs } = world.server.run.storage;
  const problems: string[] = [];
  for (const row of await browser.device.db.outbox.toArray()) {
    const says = `${browser.name} says of ${row.type} ${row.id.slice(0, 12)} '${row.phase}'`;
    if ((row.phase === 'waiting' || row.phase === 'received') && !world.revoked.has(browser.dbName))
      problems.push(`${says} (${row.problem?.code ?? 'no problem'}) with everything mended`);
    if (row.phase !== 'received' && row.phase !== 'complete') continue;
    const entry = log.get(row.stream)?.[row.receipt?.number ?? -1];
    if (entry?.id !== row.id) problems.push(`${says}, and it is not there in the log`);
    // Whoever only carried it leaves its files to its author.
    if (row.phase !== 'complete' || row.carried) continue;
    for (const { hash } of row.files)
      if (!(await blobs.has(hash))) problems.push(`${says}, and its file is not there`);
  }
  return problems;
}

/** The board as it is when the first `size` events of a stream are folded at once. */
async function boardAt(entries: Entry[], size: number): Promise<Page[]> {
  const held = entries.slice(0, size);
  const places = new Map(held.map(({ id }, number) => [id, number]));
  const folded = await foldBoard(eventsOf(held), {
    page: async () => null,
    find: async (id) => places.get(id) ?? null,
    running: async () => [],
  });
  return folded.pages;
}

const byPage = (pages: Page[]): Page[] =>
  [...pages].sort((a, b) => a.page - b.page).map((page) => ({ ...page }));
const withoutStream = (pages: Page[]): unknown[] =>
  byPage(pages).map((page) => Object.fromEntries(Object.entries(page).filter(([key]) => key !== 'stream')));

/** Whoever holds a log shows the same as everybody. */
async function viewsAgree(world: World, browser: Browser, log: Log): Promise<string[]> {
  const { db } = browser.device;
  const problems: string[] = [];
  for (const { stream, size } of await db.heads.toArray()) {
    const entries = log.get(stream) ?? [];
    const kind = parseStream(stream)?.kind;
    if (kind === 'registry') {
      const held = (await db.registry.get(world.township))?.state;
      if (!sameJson(held, foldRegistry(EMPTY_REGISTRY, eventsOf(entries.slice(0, size)))))
        problems.push(`${browser.name} folds another registry than the log gives`);
    }
    if (kind !== 'public') continue;
    const held = await db.pages.filter((page) => page.stream === stream).toArray();
    if (!sameJson(withoutStream(held), withoutStream(await boardAt(entries, size))))
      problems.push(`${browser.name} shows another board of ${stream.slice(33)} than the log gives`);
  }
  return problems;
}

/** Trees are the server's, and nobody holds what he may not. */
async function holdsWhatItMay(world: World, browser: Browser, registry: Registry): Promise<string[]> {
  const { db } = browser.device;
  const log = new DeviceLogStore(db);
  const { store } = world.server.run.host.site!.township.context;
  const key = (await identityOf(db))?.key ?? null;
  const isRevoked = world.revoked.has(browser.dbName);
  const problems: string[] = [];
  for (const head of await db.heads.toArray()) {
    const place = parseStream(head.stream);
    const may = isPublicKind(place?.kind) || (place && mayRead(registry, place, key));
    if (!may && !isRevoked) problems.push(`${browser.name} holds ${head.stream.slice(33)}, and may not`);
    const entries = (await store.read(head.stream, 0, head.size)) as Entry[];
    const { leaves, bodies } = await log.readRun(head.stream, 0, head.size);
    const isSame = sameJson(
      entries.map(({ leaf, body }) => [leaf, body]),
      leaves.map((leaf, i) => [leaf, bodies[i]]),
    );
    if (!isSame)
      problems.push(`${browser.name} holds other events of ${head.stream.slice(33)} than the server`);
    const server = await store.head(head.stream);
    if (server?.size === head.size && !sameJson(server.frontier, head.frontier))
      problems.push(`${browser.name} holds another tree of ${head.stream.slice(33)} than the server`);
  }
  return problems;
}

/** An honest township never forks: nobody may say so. */
async function noFalseAlarm({ device: { db }, name }: Browser): Promise<string[]> {
  const forks = (await db.evidence.toArray()).filter(({ kind }) => kind === 'fork');
  return forks.map(({ stream }) => `${name} took an honest log for a fork of ${stream.slice(33)}`);
}

/** Every promise that does not hold in a world that was mended. */
export async function brokenPromises(world: World): Promise<string[]> {
  const find = async (): Promise<string[]> => {
    const log = await readLog(world);
    const registry = foldRegistry(EMPTY_REGISTRY, eventsOf(log.get(world.registry) ?? []));
    const problems = [
      ...logIsWhole(log),
      ...(await savedIsThere(world, log)),
      ...(await draftsAreThere(world)),
    ];
    if (!world.serverClockMoved) problems.push(...revokedIsSilent(log, registry));
    for (const browser of world.browsers.values()) {
      problems.push(...(await outboxIsTrue(world, browser, log)));
      problems.push(...outOfOrder(browser.name, await browser.device.db.outbox.orderBy('seq').toArray()));
      problems.push(...(await viewsAgree(world, browser, log)));
      problems.push(...(await holdsWhatItMay(world, browser, registry)));
      problems.push(...(await noFalseAlarm(browser)));
    }
    return [...world.broken, ...problems];
  };
  return drive(find());
}
