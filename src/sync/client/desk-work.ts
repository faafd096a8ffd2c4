/** The desk's side of sealed envelopes: what arrived, opened on this device alone, and answered. */
import type { ContentOf } from '../../domain/event-types.ts';
import { type DeskAnswer, deskAnswer, envelopeContent } from '../../domain/desk/matter.ts';
import type { Envelope } from '../../domain/desk/inbox.ts';
import { memberOf, type Registry } from '../../domain/registry/registry.ts';
import { seal, type SealingKeys, unseal } from '../../log/envelope.ts';
import { fromHex } from '../../log/hex.ts';
import type { TownshipId } from '../../log/stream.ts';
import { pinnedTownship } from '../../store/device/meta.ts';
import type { Core } from './core.ts';
import { deskKeys } from './desk-keys.ts';
import type { Outcome, SaveFault } from './device.ts';
import { streamOfDesk } from './envelope-outbox.ts';
import { answerPurpose, bytesOf, jsonOf, type ReadAnswer, sealPurpose } from './envelopes.ts';
import { eventAt, rowsOf } from './held.ts';
import { done, failed, saved } from './outcome.ts';
import { type Item, put } from './publishing.ts';

const ownPurpose = (envelope: string): string => `gongkailan/v1/own-answer ${envelope}`;

export const townshipOf = async (core: Core): Promise<TownshipId | null> =>
  ((await pinnedTownship(core.ports.db))?.id as TownshipId | undefined) ?? null;

/** What arrived at a desk, newest first; empty for who may not read it. */
export async function deskInbox(core: Core, desk: string): Promise<Envelope[]> {
  const township = await townshipOf(core);
  if (!township) return [];
  const stream = streamOfDesk(township, desk);
  const rows = await rowsOf(core.ports.db, stream);
  return rows
    .flatMap(({ key, value }) => (key.startsWith('envelope:') ? [value as Envelope] : []))
    .sort((one, other) => other.number - one.number);
}

interface Found {
  stream: string;
  registry: Registry;
  content: ContentOf<'envelope.sealed'>;
  /** Those that open it. */
  keys: SealingKeys;
}

async function find(core: Core, desk: string, number: number): Promise<Found | null> {
  const township = await townshipOf(core);
  const registry = township && (await core.ports.db.registry.get(township))?.state;
  if (!township || !registry) return null;
  const stream = streamOfDesk(township, desk);
  const event = await eventAt(core.ports, stream, number);
  const content = (event?.content ?? null) as Found['content'] | null;
  const keys = content && (await deskKeys(core, registry, desk, content.key));
  return content && keys ? { stream, registry, content, keys } : null;
}

interface Opened {
  matter: unknown;
  reply: string;
}

async function opened({ keys, content, stream }: Found): Promise<Opened | null> {
  const read = envelopeContent.safeParse(jsonOf(await unseal(keys, content.sealed, sealPurpose(stream))));
  return read.success ? { matter: read.data.matter, reply: read.data.reply } : null;
}

/** An envelope, opened: what it says, still to be parsed, and where the answer goes. Null: it cannot be opened here. */
export async function openEnvelope(
  core: Core,
  desk: string,
  { number }: Pick<Envelope, 'number'>,
): Promise<Opened | null> {
  const found = await find(core, desk, number);
  return found && opened(found);
}

/** What the desk answered to an envelope, oldest first. What cannot be opened here is left out. */
export async function deskAnswers(
  core: Core,
  desk: string,
  { id, number, answers }: Pick<Envelope, 'id' | 'number' | 'answers'>,
): Promise<ReadAnswer[]> {
  const found = await find(core, desk, number);
  if (!found) return [];
  const read: ReadAnswer[] = [];
  for (const { number: at, author, acceptedAt, closes } of answers) {
    const event = await eventAt(core.ports, found.stream, at);
    const content = (event?.content ?? null) as ContentOf<'envelope.answered'> | null;
    const bytes = content && (await unseal(found.keys, content.own, ownPurpose(id)));
    const said = deskAnswer.safeParse(jsonOf(bytes));
    const by = memberOf(found.registry, author);
    if (said.success)
      read.push({ ...said.data, acceptedAt, closes, by: by && { name: by.name, post: by.post } });
  }
  return read;
}

/** What is said in an answer. */
export interface Answering extends Omit<DeskAnswer, 'v'> {
  closes: boolean;
}

/** An answer, sealed to who handed the envelope in, and to the key with which the desk reads it. Null: it cannot be opened here. */
export async function answerItem(
  core: Core,
  desk: string,
  envelope: Pick<Envelope, 'id' | 'number'>,
  { closes, text, ...more }: Answering,
): Promise<Item | null> {
  const found = await find(core, desk, envelope.number);
  const read = found && (await opened(found));
  if (!found || !read) return null;
  const answer: DeskAnswer = { v: 1, text: text.trim(), ...more };
  const bytes = bytesOf(answer);
  const sealed = await seal(fromHex(read.reply), bytes, answerPurpose(envelope.id));
  const own = await seal(fromHex(found.content.key), bytes, ownPurpose(envelope.id));
  return {
    stream: (township) => streamOfDesk(township, desk),
    type: 'envelope.answered',
    content: { envelope: envelope.id, sealed, own, closes },
    files: [],
    toSend: [],
    title: '',
    notice: null,
  };
}

/** Answers an envelope. 'gone': it cannot be opened here. */
export function answerEnvelope(
  core: Core,
  desk: string,
  envelope: Pick<Envelope, 'id' | 'number'>,
  answer: Answering,
): Promise<Outcome<{ id: string }, SaveFault>> {
  return saved(async () => {
    const item = await answerItem(core, desk, envelope, answer);
    if (!item) return failed('gone');
    const row = await put(core, item);
    return row.ok ? done({ id: row.value.id }) : row;
  });
}
