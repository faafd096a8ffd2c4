/**
 * One contact with the township: send what is new, take what is missing, until there is neither. Each round is one
 * `POST /api/sync`. Nothing that the server says is believed without proof: an item is received when it stands in the
 * verified log held here, and at no other moment.
 */
import { desksOf } from '../../domain/desk/rights.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { inspectionsOf, officesOf } from '../../domain/registry/rights.ts';
import type { SignedEvent } from '../../log/event.ts';
import type { Signer } from '../../log/signature.ts';
import {
  inspectionStream,
  officeStream,
  parseStream,
  publicStream,
  registryOf,
  type TownshipId,
} from '../../log/stream.ts';
import { keepProblem, reportOf, waitingItems } from '../../store/device/outbox.ts';
import type { OutboxRow } from '../../store/device/db.ts';
import { followedUnits, pinnedTownship, putMeta } from '../../store/device/meta.ts';
import {
  type EventResult,
  MAX_SYNC_STREAMS,
  PROTOCOL_VERSION,
  type SyncRequest,
  type SyncResponse,
  syncResponse,
  townshipResponse,
} from '../protocol.ts';
import type { ContactState, Identity } from './device.ts';
import { ENVELOPE, streamOfDesk } from './envelope-outbox.ts';
import { handInEnvelopes } from './hand-in.ts';
import type { CallFault, Called, Http } from './http.ts';
import type { Ports } from './ports.ts';
import { type PullEnd, pullStream } from './pull.ts';
import { causeForAll, findAccepted, keepRefusals, nextItems, signedEvent } from './sending.ts';
import { identityOf, setContact } from './status.ts';

export interface ContactOptions {
  /** An event that is in no outbox: an enrolment. */
  event?: SignedEvent;
  /** The township that it must be; by default the pinned one, or else the server's. */
  township?: TownshipId;
}

/** How a contact ended. */
export interface ContactEnd {
  state: ContactState['state'];
  /** The server's clock at its last proved answer, ISO UTC; null: none was proved. */
  serverTime: string | null;
  /** That time less this device's, ms; null: none was proved. */
  clockOff: number | null;
  results: EventResult[];
  /** Streams that grew here. */
  grown: Set<string>;
}

interface Session {
  ports: Ports;
  http: Http;
  /** Null: reads only. */
  signer: Signer | null;
  identity: Identity | null;
  township: TownshipId;
  options: ContactOptions;
  /** Ids that went with a request of this contact. */
  tried: Set<string>;
  /** Those of them of which no answer has said anything: they may not have arrived. */
  silent: Set<string>;
  /** Which of its streams a request names: those of a large township are more than one request may name. */
  page: number;
  /** Sizes that the server knows this device to hold, as JSON. */
  told: string;
  suspects: Set<string>;
  /** The registry as last read: it is large, and asked for in each round. */
  registry: Registry | null;
  end: ContactEnd;
}

/** More rounds than any honest log needs. */
const MAX_ROUNDS = 2000;

/** The server's empty state is known to the page for the setup. */
const NOT_SET_UP = 'not-set-up';

async function townshipFor({ db }: Ports, http: Http, options: ContactOptions): Promise<Called<TownshipId>> {
  const pinned = await pinnedTownship(db);
  if (pinned) return { ok: true, value: pinned.id as TownshipId };
  if (options.township) return { ok: true, value: options.township };
  const answer = await http.json(townshipResponse, { method: 'GET', path: '/api/township', fresh: true });
  await putMeta(db, NOT_SET_UP, !answer.ok && answer.fault === 'not-set-up');
  return answer.ok ? { ok: true, value: answer.value.id as TownshipId } : answer;
}

/** The registry held here, read again only when it has grown. */
async function registryHeld(session: Session): Promise<Registry | null> {
  const { ports, township } = session;
  const size = (await ports.db.heads.get(registryOf(township)))?.size ?? 0;
  if (session.registry?.size !== size)
    session.registry = (await ports.db.registry.get(township))?.state ?? null;
  return session.registry;
}

/** Boards on which something stands that waits here: without them, nothing would show that it has arrived. */
async function awaitedBoards({ db }: Ports): Promise<string[]> {
  const streams = (await waitingItems(db)).map(({ stream }) => stream);
  return streams.filter((stream) => parseStream(stream)?.kind === 'public');
}

/**
 * Streams that this device holds: the registry, its own unit's, those it follows or carries something for, and, when its
 * own signature is taken, the office streams and the desks that its person may read.
 */
async function streamsOf(session: Session): Promise<string[]> {
  const { ports, identity, signer, township } = session;
  const units = [...(identity ? [identity.unit] : []), ...(await followedUnits(ports.db))];
  const own = units.map((unit) => publicStream(township, unit));
  const streams = new Set([...own, ...(await awaitedBoards(ports))]);
  const registry = identity && signer ? await registryHeld(session) : null;
  const offices = registry ? officesOf(registry, identity!.key) : [];
  const inspections = registry ? inspectionsOf(registry, identity!.key) : [];
  const desks = registry ? desksOf(registry, identity!.key) : [];
  return [
    registryOf(township),
    ...streams,
    ...offices.map((unit) => officeStream(township, unit)),
    ...inspections.map((unit) => inspectionStream(township, unit)),
    ...desks.map((desk) => streamOfDesk(township, desk)),
  ];
}

/** Sizes held of the streams that the session's page has. */
async function heldSizes(session: Session): Promise<Record<string, number>> {
  const from = session.page * MAX_SYNC_STREAMS;
  const streams = (await streamsOf(session)).slice(from, from + MAX_SYNC_STREAMS);
  const heads = await session.ports.db.heads.bulkGet(streams);
  return Object.fromEntries(streams.map((stream, i) => [stream, heads[i]?.size ?? 0]));
}

/**
 * What goes next, in the order of making; nothing while it is not known what became of an item before it: a correction would
 * stand before its notice. Who may not speak for himself still brings what he carries: it is signed by its author.
 */
async function itemsToSend({ ports, signer, tried, silent }: Session): Promise<OutboxRow[]> {
  const all = await waitingItems(ports.db);
  if (all.some(({ id }) => silent.has(id))) return [];
  const waiting = all.filter((row) => !tried.has(row.id));
  // Envelopes go by themselves (hand-in.ts).
  return nextItems(waiting.filter(({ type, carried }) => type !== ENVELOPE && (signer || carried)));
}

/** A fault of a whole call, as the device's state, and as the reason that each waiting item has not gone. */
const stateOf = (fault: CallFault): ContactState['state'] =>
  fault === 'update-needed' ? fault : 'no-network';
/** Refusals of the caller itself: it can still read as anybody. */
const OF_CALLER = new Map<CallFault, string>([
  ['unauthorised', 'revoked'],
  ['not-allowed', 'revoked'],
  ['wrong-clock', 'wrong-clock'],
]);

async function blameAll({ ports }: Session, code: string): Promise<void> {
  const ids = (await waitingItems(ports.db)).map((row) => row.id);
  await keepProblem(ports.db, ids, { code, at: new Date(ports.now()).toISOString() });
}

/** Calls once; a device whose own signature is refused keeps its items, says why, and reads as anybody. */
async function call(session: Session, request: SyncRequest): Promise<Called<SyncResponse>> {
  const { http, signer } = session;
  const post = (body: SyncRequest, by: Signer | null): Promise<Called<SyncResponse>> =>
    http.json(syncResponse, {
      method: 'POST',
      path: '/api/sync',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
      signer: by,
    });
  const answer = await post(request, signer);
  const cause = answer.ok || !signer ? undefined : OF_CALLER.get(answer.fault);
  if (!cause) return answer;
  session.signer = null;
  await blameAll(session, cause);
  return post({ ...request, events: [], report: null }, null);
}

/** One stream after another, the registry first: it has the key by which the others are verified. */
async function pullAll(session: Session, answer: SyncResponse, asked: string[]): Promise<PullEnd[]> {
  const { ports, http, signer, township, suspects, end } = session;
  const ends: PullEnd[] = [];
  for (const stream of asked) {
    const part = answer.streams[stream];
    if (!part || 'denied' in part) continue;
    const again = suspects.has(stream);
    const one = await pullStream({ ports, http, signer, township, again }, stream, part);
    if (one === 'suspect') suspects.add(stream);
    else suspects.delete(stream);
    if (one === 'grown') end.grown.add(stream);
    ends.push(one);
  }
  return ends;
}

/** Whether another round can bring anything. */
async function goesOn(session: Session, answer: SyncResponse, ends: PullEnd[]): Promise<boolean> {
  if (ends.some((end) => end === 'suspect' || end === 'stale')) return true;
  if ((await itemsToSend(session)).length > 0) return true;
  const held = await heldSizes(session);
  const missing = Object.entries(held).some(([stream, size]) => {
    const part = answer.streams[stream];
    return part && !('denied' in part) && part.size > size;
  });
  if (missing && ends.includes('grown')) return true;
  // Only who is enrolled says once more what it holds now: that is how others learn that it has arrived here.
  return session.signer !== null && session.identity !== null && JSON.stringify(held) !== session.told;
}

/** One request and all that follows from its answer. True: there is more to do. */
async function round(session: Session, first: boolean): Promise<boolean> {
  const { ports, end, options, identity } = session;
  const items = await itemsToSend(session);
  const held = await heldSizes(session);
  session.told = JSON.stringify(held);
  for (const { id } of items) {
    session.tried.add(id);
    session.silent.add(id);
  }
  const since = new Date(ports.now()).toISOString();
  if (items.length > 0) await setContact(ports.db, { sending: { ids: items.map(({ id }) => id), since } });
  const answer = await call(session, {
    v: PROTOCOL_VERSION,
    held,
    events: [...(first && options.event ? [options.event] : []), ...items.map(signedEvent)],
    report: identity && session.signer ? await reportOf(ports.db, ports.app, await ports.storage()) : null,
  });
  if (!answer.ok) {
    end.state = stateOf(answer.fault);
    if (session.signer || !identity) await blameAll(session, answer.fault);
    return false;
  }
  if (answer.value.township !== session.township) {
    end.state = 'wrong-township';
    await blameAll(session, 'wrong-township');
    return false;
  }
  return takeAnswer(session, answer.value, items, Object.keys(held));
}

async function takeAnswer(
  session: Session,
  answer: SyncResponse,
  items: OutboxRow[],
  asked: string[],
): Promise<boolean> {
  const { ports, end } = session;
  const ends = await pullAll(session, answer, asked);
  if (ends.includes('contradiction')) end.state = 'contradiction';
  else if (ends.includes('unproved')) end.state = 'no-network';
  else {
    end.serverTime = answer.now;
    end.clockOff = Date.parse(answer.now) - ports.now();
  }
  // What an unproved answer says of our items is as good as nothing.
  if (end.state !== 'no-network') {
    end.results.push(...answer.results);
    for (const { id } of answer.results) session.silent.delete(id);
    await keepRefusals(ports, items, answer.results);
    await findAccepted(ports, answer.results);
    await ports.db.contacts.bulkPut(answer.contacts);
  } else await blameAll(session, 'no-network');
  const cause = causeForAll(answer.results, items);
  if (cause) {
    session.signer = null;
    await blameAll(session, cause);
  }
  return end.state === 'connected' && goesOn(session, answer, ends);
}

/** Page after page; the first has the registry, which says what further streams there are. */
async function rounds(session: Session): Promise<void> {
  for (let count = 0; count < MAX_ROUNDS; count++) {
    if (await round(session, count === 0)) continue;
    if (session.end.state !== 'connected') return;
    session.page += 1;
    if (session.page * MAX_SYNC_STREAMS >= (await streamsOf(session)).length) return;
  }
}

/** Whose signature goes with the requests. */
export interface Caller {
  signer: Signer | null;
}

/**
 * Makes contact. To be run by one engine at a time.
 * @throws StorageError when this device cannot store what came; what was stored before stays.
 */
export async function makeContact(
  ports: Ports,
  http: Http,
  { signer }: Caller,
  options: ContactOptions = {},
): Promise<ContactEnd> {
  const end: ContactEnd = {
    state: 'connected',
    serverTime: null,
    clockOff: null,
    results: [],
    grown: new Set(),
  };
  const identity = await identityOf(ports.db);
  const township = await townshipFor(ports, http, options);
  if (!township.ok) return { ...end, state: stateOf(township.fault) };
  const session: Session = {
    ports,
    http,
    signer: identity ? signer : null,
    identity,
    township: township.value,
    options,
    tried: new Set(),
    silent: new Set(),
    page: 0,
    told: '',
    suspects: new Set(),
    registry: null,
    end,
  };
  end.results.push(...(await handInEnvelopes(ports, http, township.value)));
  await rounds(session);
  return end;
}
