/** Founds the practice township: the same events that a real office signs, taken in by the same rules. */
import { ORDINARY } from '../domain/notice/events.ts';
import { TOWNSHIP_UNIT } from '../domain/registry/events.ts';
import { instantOf, localDateOf, shanghaiTime } from '../domain/time.ts';
import { makeSealingKeys, privateBytes, seal } from '../log/envelope.ts';
import { eventId, makeEvent, type SignedEvent } from '../log/event.ts';
import { fromHex, toHex } from '../log/hex.ts';
import { type Signer, softwareSigner } from '../log/signature.ts';
import { FOUNDING_STREAM, publicStream, registryOf, townshipIdOf, type TownshipId } from '../log/stream.ts';
import { foundTownship } from '../server/township/founding.ts';
import { Township } from '../server/township/township.ts';
import type { LogStore } from '../store/log-store.ts';
import { makeInvitationLink } from '../sync/client/invitation.ts';
import {
  FOUNDER,
  PRACTICE_CATALOGUE,
  PRACTICE_MEMBERS,
  PRACTICE_PLACES,
  PRACTICE_TOWNSHIP,
  PRACTICE_VILLAGE,
  practiceNotices,
  practiceUnits,
  TRAINEE,
} from './sample.ts';

const DAY_MS = 86_400_000;
/** The notices were published one every so many days, the last one yesterday. */
const EVERY_DAYS = 5;

/** What a practice township is made of, and opened with again. Secret only in name: nothing real is signed by it. */
export interface PracticeKeys {
  /** Seeds, hex. */
  log: string;
  office: string;
}

export interface Founding {
  store: LogStore;
  keys: PracticeKeys;
  /** Ms since 1970. */
  now: () => number;
  random: (bytes: number) => Uint8Array;
  subtle: SubtleCrypto;
}

type Sign = (stream: string, type: string, content: object, at: number) => Promise<SignedEvent>;

const signWith =
  (signer: Signer, random: Founding['random']): Sign =>
  (stream, type, content, at) =>
    makeEvent(
      signer,
      { stream, type, at: shanghaiTime(at), registry: 0, seen: 0, content: { ...content } },
      random,
    );

/** The office's desk, so that requests have where to go. */
async function desk({ subtle }: Founding, office: Signer): Promise<[string, object][]> {
  const own = await makeSealingKeys(subtle, false);
  const keys = await makeSealingKeys(subtle, false);
  const purpose = `gongkailan/v1/desk ${TOWNSHIP_UNIT}`;
  const sealed = await seal(own.publicKey, await privateBytes(keys.privateKey), purpose);
  const holders = [{ device: office.publicKey, sealed }];
  return [
    ['device.sealing-key-set', { key: toHex(own.publicKey) }],
    ['desk.opened', { desk: TOWNSHIP_UNIT, key: toHex(keys.publicKey), holders }],
  ];
}

const registryContents = (today: ReturnType<typeof localDateOf>): [string, object][] => [
  ...practiceUnits(today).map((unit): [string, object] => ['unit.set', unit]),
  ['catalogue.set', { entries: PRACTICE_CATALOGUE }],
  ...PRACTICE_MEMBERS.map((one): [string, object] => ['member.set', one]),
  ...PRACTICE_PLACES.map((one): [string, object] => ['place.set', one]),
];

async function mustAccept(township: Township, events: SignedEvent[]): Promise<void> {
  const refused = (await township.accept(events)).find(({ status }) => status === 'rejected');
  if (refused?.status === 'rejected') throw new Error(`practice: ${refused.code}`);
}

/** Makes the township in an empty store. @returns its id. */
export async function foundPractice(founding: Founding): Promise<TownshipId> {
  const { store, keys, now, random } = founding;
  const [signer, office] = await Promise.all([
    softwareSigner(fromHex(keys.log)),
    softwareSigner(fromHex(keys.office)),
  ]);
  const sign = signWith(office, random);
  const notices = practiceNotices();
  const start = now() - (notices.length * EVERY_DAYS + 1) * DAY_MS;
  let clock = start;
  const content = { ...PRACTICE_TOWNSHIP, logKey: signer.publicKey, founder: FOUNDER };
  const first = await sign(FOUNDING_STREAM, 'township.founded', content, clock);
  const id = townshipIdOf(eventId(first.header));
  const stream = registryOf(id);
  const contents = [...registryContents(localDateOf(instantOf(now()))), ...(await desk(founding, office))];
  const registry: SignedEvent[] = [];
  for (const [type, one] of contents) registry.push(await sign(stream, type, one, clock));
  const founded = await foundTownship({ store, signer, now: () => clock }, [first, ...registry]);
  if (!founded.ok) throw new Error(`practice: ${founded.code}`);
  const township = new Township(
    { id, store, signer, now: () => clock },
    { grown: () => {}, fault: () => {} },
  );
  const village = publicStream(id, PRACTICE_VILLAGE);
  for (const notice of notices) {
    clock += EVERY_DAYS * DAY_MS;
    await mustAccept(township, [await sign(village, 'notice.published', { ...notice, ...ORDINARY }, clock)]);
  }
  return id;
}

/** An invitation for whoever practises, taken in; the link that it opens. */
export async function inviteTrainee(
  { keys, now, random }: Pick<Founding, 'keys' | 'now' | 'random'>,
  township: Township,
  origin: string,
): Promise<string> {
  const seed = random(32);
  const sign = signWith(await softwareSigner(fromHex(keys.office)), random);
  const made = {
    key: (await softwareSigner(seed)).publicKey,
    device: 'phone',
    unit: PRACTICE_VILLAGE,
    member: TRAINEE,
    expires: new Date(now() + DAY_MS).toISOString(),
  };
  await mustAccept(township, [await sign(registryOf(township.id), 'invitation.made', made, now())]);
  return makeInvitationLink(origin, township.id, toHex(seed));
}
