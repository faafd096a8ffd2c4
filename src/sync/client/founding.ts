/** Founds a township on an empty server, from the office's first device. */
import { READY_MADE } from '../../domain/catalogue/ready-made/ready-made.ts';
import { parseContent } from '../../domain/event-types.ts';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import { shanghaiTime } from '../../domain/time.ts';
import { eventId, makeEvent, parseHeader, type SignedEvent } from '../../log/event.ts';
import type { Signer } from '../../log/signature.ts';
import { FOUNDING_STREAM, registryOf, townshipIdOf } from '../../log/stream.ts';
import { getMeta, pinnedTownship, putMeta } from '../../store/device/meta.ts';
import { setupBeginResponse, setupFoundResponse } from '../protocol.ts';
import type { Core } from './core.ts';
import type { Device, Outcome } from './device.ts';
import type { CallFault } from './http.ts';
import { makeKey } from './keys.ts';
import { done, failed, saved } from './outcome.ts';
import { putIdentity } from './status.ts';

type Setup = Parameters<Device['found']>[0];
type Founded = Awaited<ReturnType<Device['found']>>;
type FoundFault = (Founded & { ok: false })['code'];

/** Events that were sent, until the answer has come: made once for a log key, so that sending them again is harmless. */
interface Pending {
  logKey: string;
  setup: string;
  events: SignedEvent[];
}
const PENDING = 'founding';

const FAULTS: Partial<Record<CallFault, 'wrong-code' | 'already-set-up' | 'not-valid'>> = {
  'wrong-code': 'wrong-code',
  'already-set-up': 'already-set-up',
  'bad-request': 'not-valid',
};

const codeOf = (fault: CallFault) => FAULTS[fault] ?? 'no-network';

/** What the registry holds from the first day: who founds it, the township's own unit, the ready-made catalogue. */
function firstContents(setup: Setup, logKey: string): [type: string, content: Record<string, unknown>][] {
  const person = { name: setup.person.name.trim(), post: setup.person.post.trim() };
  const founder = { ...person, device: setup.deviceName.trim() };
  const name = setup.township.trim();
  const leadingGroup = { leader: null, deputies: [], members: [] };
  const office = setup.office.trim();
  return [
    ['township.founded', { name, region: setup.region.trim(), logKey, founder }],
    ['unit.set', { id: TOWNSHIP_UNIT, kind: 'township', name, leadingGroup, office, phone: '' }],
    ['catalogue.set', { entries: READY_MADE }],
  ];
}

async function firstEvents(
  core: Core,
  key: Signer,
  setup: Setup,
  logKey: string,
): Promise<SignedEvent[] | null> {
  const contents = firstContents(setup, logKey);
  if (contents.some(([type, content]) => parseContent(type, content).status !== 'known')) return null;
  const events: SignedEvent[] = [];
  for (const [type, content] of contents) {
    const first = events[0];
    const stream = first ? registryOf(townshipIdOf(eventId(first.header))) : FOUNDING_STREAM;
    const at = shanghaiTime(core.ports.now());
    const draft = { stream, type, at, registry: events.length, seen: events.length, content };
    events.push(await makeEvent(key, draft, core.ports.random));
  }
  return events;
}

const post = (path: string, body: unknown) =>
  ({
    method: 'POST',
    path,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  }) as const;

/** The events of this very setup, when they were sent before. */
async function sentBefore(core: Core, setup: Setup): Promise<Pending | null> {
  const kept = await getMeta<Pending>(core.ports.db, PENDING);
  return kept?.setup === JSON.stringify(setup) ? kept : null;
}

const sendFounding = (core: Core, { code }: Setup, { events }: Pending) =>
  core.http.json(setupFoundResponse, post('/api/setup', { code, events }));

/** Makes the first events for the server's new log key, and keeps them before they go. */
async function begin(core: Core, key: Signer, setup: Setup): Promise<Outcome<Pending, FoundFault>> {
  const { code } = setup;
  const begun = await core.http.json(setupBeginResponse, post('/api/setup', { code }));
  if (!begun.ok) return failed(codeOf(begun.fault));
  const { logKey } = begun.value;
  const events = await firstEvents(core, key, setup, logKey);
  if (!events) return failed('not-valid');
  const pending = { logKey, setup: JSON.stringify(setup), events };
  await putMeta(core.ports.db, PENDING, pending);
  return done(pending);
}

async function foundNow(core: Core, setup: Setup): Promise<Founded> {
  const { db, subtle, random } = core.ports;
  if (!subtle) return failed('not-secure');
  const kept = await sentBefore(core, setup);
  // The server may have founded it already, and its answer was lost.
  const repeated = kept && (await sendFounding(core, setup, kept));
  if (kept && repeated?.ok) return settle(core, kept, repeated.value);
  if (repeated && !repeated.ok && repeated.fault === 'no-network') return failed('no-network');
  if (await pinnedTownship(db)) return failed('already-set-up');
  const key = await makeKey(db, subtle, random);
  core.forgetSigner();
  if (!key) return failed('storage-failed');
  const begun = await begin(core, key, setup);
  if (!begun.ok) return begun;
  const founded = await sendFounding(core, setup, begun.value);
  return founded.ok ? settle(core, begun.value, founded.value) : failed(codeOf(founded.fault));
}

async function settle(
  core: Core,
  { events }: Pending,
  answer: { township: string; recovery: string },
): Promise<Founded> {
  const { db, persist } = core.ports;
  const first = events[0]!;
  const township = townshipIdOf(eventId(first.header));
  const parsed = parseHeader(first.header);
  // A server that founds another township than the one signed here is not the one we talk to.
  if (answer.township !== township || !parsed.ok) return failed('no-network');
  const { author: key } = parsed.header;
  const persistent = await persist();
  await db.transaction('rw', db.meta, async () => {
    await putIdentity(db, { township, key, unit: TOWNSHIP_UNIT, kind: 'office', persistent });
    await db.meta.delete(PENDING);
  });
  await core.contact({ township }).catch(() => null); // The engine tries again.
  core.wake();
  return done({ township, recovery: answer.recovery });
}

/** Founds a township; this device is its office's first. */
export async function found(core: Core, setup: Setup): Promise<Founded> {
  const outcome = await saved(() => foundNow(core, setup));
  return outcome.ok || outcome.code !== 'storage-full' ? (outcome as Founded) : failed('storage-failed');
}
