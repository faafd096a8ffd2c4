/**
 * Sealed envelopes on a device: sealed before they touch the storage, sent by themselves, and gone from the device once
 * the proof has come that they stand in the log. The answers are read with the receipt code, from any device.
 */
import { type DeskAnswer, deskAnswer, envelopeContent } from '../../domain/desk/matter.ts';
import { type Envelope } from '../../domain/desk/inbox.ts';
import { type ContentOf, parseContent } from '../../domain/event-types.ts';
import { memberOf } from '../../domain/registry/registry.ts';
import { shanghaiTime } from '../../domain/time.ts';
import { MAX_SEALED_BYTES, seal, unseal } from '../../log/envelope.ts';
import { checkSignature, eventId, makeEvent, parseBody, parseHeader } from '../../log/event.ts';
import { fromHex, toHex, utf8 } from '../../log/hex.ts';
import { parseLeaf } from '../../log/leaf.ts';
import { formatReceiptCode, makeReceiptCode, parseReceiptCode, receiptKeys } from '../../log/receipt-code.ts';
import type { TownshipId } from '../../log/stream.ts';
import { pinnedTownship } from '../../store/device/meta.ts';
import { Dexie } from 'dexie';
import { envelopesResponse } from '../protocol.ts';
import type { Core } from './core.ts';
import { ENVELOPE, streamOfDesk } from './envelope-outbox.ts';
import { deskKeys } from './desk-keys.ts';
import type { Outcome, SaveFault } from './device.ts';
import { done, failed, saved } from './outcome.ts';
import { outboxRow, put } from './publishing.ts';

/** `no-desk`: nobody is there yet who could open it. `not-secure`: the page did not come by https. */
export type SealFault = 'no-desk' | 'not-secure' | 'too-large' | SaveFault;

/** What an answer says, and when it was taken in. */
export interface ReadAnswer extends DeskAnswer {
  acceptedAt: string;
  /** Who answered: name and post; null: not in the register. */
  by: { name: string; post: string } | null;
}

export interface ReadReceipt {
  /** When it was taken in. */
  acceptedAt: string;
  stream: string;
  answers: ReadAnswer[];
}

const sealPurpose = (stream: string): string => `gongkailan/v1/envelope ${stream}`;
const answerPurpose = (envelope: string): string => `gongkailan/v1/answer ${envelope}`;
const bytesOf = (value: unknown): Uint8Array => utf8(JSON.stringify(value));

function jsonOf(bytes: Uint8Array | null): unknown {
  try {
    return bytes === null ? null : JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/**
 * Seals something to a desk and puts it in the outbox. Nothing of it is stored unsealed.
 * @param matter what it says (domain/desk/matter.ts).
 * @param code of something handed in before, to which this adds; null: a new one.
 * @returns the receipt code, in groups, and the event's id.
 */
export function sealTo(
  core: Core,
  desk: string,
  matter: object,
  code: string | null = null,
): Promise<Outcome<{ code: string; id: string }, SealFault>> {
  return saved(async (): Promise<Outcome<{ code: string; id: string }, SealFault>> => {
    const { db, now, random, subtle, blobs } = core.ports;
    if (!subtle) return failed('not-secure');
    const pinned = await pinnedTownship(db);
    const registry = pinned && (await db.registry.get(pinned.id))?.state;
    const open = registry?.desks[desk];
    if (!pinned || !open) return failed('no-desk');
    const township = pinned.id as TownshipId;
    const own = code === null ? makeReceiptCode(random) : parseReceiptCode(code);
    if (own === null) return failed('not-valid');
    const { signer, reply } = await receiptKeys(own, township);
    const bytes = bytesOf({ v: 1, reply: toHex(reply.publicKey), matter });
    if (bytes.length > MAX_SEALED_BYTES) return failed('too-large');
    const stream = streamOfDesk(township, desk);
    const sealed = await seal(fromHex(open.key), bytes, sealPurpose(stream));
    const content = { key: open.key, sealed, adds: null };
    const draft = {
      stream,
      type: ENVELOPE,
      at: shanghaiTime(now()),
      registry: registry.size,
      seen: 0,
      content,
    };
    const event = await makeEvent(signer, draft, random);
    const row = outboxRow(event, { type: ENVELOPE, title: '', notice: null, toSend: [] }, stream, now());
    await blobs.withRoom(() => db.transaction('rw', db.outbox, () => db.outbox.add(row)));
    core.wake();
    return done({ code: formatReceiptCode(own), id: row.id });
  });
}

/** Reads what was handed in under a code, and its answers. Nothing of it is kept on this device. */
export async function readReceipt(
  core: Core,
  typed: string,
): Promise<Outcome<ReadReceipt[], 'mistyped' | 'unknown' | 'no-network' | 'not-secure'>> {
  const { db, subtle } = core.ports;
  const code = parseReceiptCode(typed);
  if (code === null) return failed('mistyped');
  if (!subtle) return failed('not-secure');
  const pinned = await pinnedTownship(db);
  const registry = pinned && (await db.registry.get(pinned.id))?.state;
  if (!pinned || !registry) return failed('no-network');
  const { signer, reply } = await receiptKeys(code, pinned.id);
  const asked = await core.http.json(envelopesResponse, { method: 'GET', path: '/api/envelopes', signer });
  if (!asked.ok) return failed('no-network');
  const receipts: ReadReceipt[] = [];
  for (const { stream, leaf, answers } of asked.value.envelopes) {
    const own = parseLeaf(leaf);
    const header = own && parseHeader(own.header);
    if (!own || !header?.ok || header.header.author !== signer.publicKey) continue;
    const id = eventId(own.header);
    const read = await Promise.all(answers.map((answer) => openAnswer(answer, id)));
    receipts.push({ stream, acceptedAt: own.acceptedAt, answers: read.flatMap((one) => one ?? []) });
  }
  return receipts.length > 0 ? done(receipts) : failed('unknown');

  async function openAnswer(answer: { leaf: string; body: string | null }, envelope: string) {
    const parts = parseLeaf(answer.leaf);
    const header = parts && parseHeader(parts.header);
    if (!parts || !header?.ok || answer.body === null || !(await checkSignature(parts))) return null;
    const body = parseBody(answer.body, header.header);
    const parsed = body.ok ? parseContent(header.header.type, body.content) : null;
    if (parsed?.status !== 'known') return null;
    const { sealed } = parsed.content as ContentOf<'envelope.answered'>;
    const said = deskAnswer.safeParse(jsonOf(await unseal(reply, sealed, answerPurpose(envelope))));
    const by = memberOf(registry!, header.header.author);
    if (!said.success) return null;
    return { ...said.data, acceptedAt: parts.acceptedAt, by: by && { name: by.name, post: by.post } };
  }
}

const townshipOf = async (core: Core): Promise<TownshipId | null> =>
  ((await pinnedTownship(core.ports.db))?.id as TownshipId | undefined) ?? null;

/** What arrived at a desk, newest first; empty for who may not read it. */
export async function deskInbox(core: Core, desk: string): Promise<Envelope[]> {
  const township = await townshipOf(core);
  if (!township) return [];
  const stream = streamOfDesk(township, desk);
  const range = [
    [stream, Dexie.minKey],
    [stream, Dexie.maxKey],
  ] as const;
  const rows = await core.ports.db.rows
    .where('[stream+key]')
    .between(...range)
    .toArray();
  return rows
    .flatMap(({ key, value }) => (key.startsWith('envelope:') ? [value as Envelope] : []))
    .sort((one, other) => other.number - one.number);
}

/** An envelope, opened: what it says, still to be parsed, and where the answer goes. Null: it cannot be opened here. */
export async function openEnvelope(
  core: Core,
  desk: string,
  { number }: Pick<Envelope, 'number'>,
): Promise<{ matter: unknown; reply: string } | null> {
  const { db, log } = core.ports;
  const township = await townshipOf(core);
  const registry = township && (await db.registry.get(township))?.state;
  if (!township || !registry) return null;
  const stream = streamOfDesk(township, desk);
  const { leaves, bodies } = await log.readRun(stream, number, number + 1);
  const leaf = parseLeaf(leaves[0] ?? '');
  const header = leaf && parseHeader(leaf.header);
  const body = header?.ok && bodies[0] ? parseBody(bodies[0], header.header) : null;
  if (!body?.ok) return null;
  const { key, sealed } = body.content as ContentOf<'envelope.sealed'>;
  const keys = await deskKeys(core, registry, desk, key);
  if (!keys) return null;
  const opened = envelopeContent.safeParse(jsonOf(await unseal(keys, sealed, sealPurpose(stream))));
  return opened.success ? { matter: opened.data.matter, reply: opened.data.reply } : null;
}

/** Answers an envelope, sealed to who handed it in. 'gone': it cannot be opened here. */
export function answerEnvelope(
  core: Core,
  desk: string,
  envelope: Pick<Envelope, 'id' | 'number'>,
  { text, closes }: { text: string; closes: boolean },
): Promise<Outcome<{ id: string }, SaveFault>> {
  return saved(async () => {
    const opened = await openEnvelope(core, desk, envelope);
    if (!opened) return failed('gone');
    const answer: DeskAnswer = { v: 1, text: text.trim() };
    const sealed = await seal(fromHex(opened.reply), bytesOf(answer), answerPurpose(envelope.id));
    const row = await put(core, {
      stream: (township) => streamOfDesk(township, desk),
      type: 'envelope.answered',
      content: { envelope: envelope.id, sealed, closes },
      files: [],
      toSend: [],
      title: '',
      notice: null,
    });
    return row.ok ? done({ id: row.value.id }) : row;
  });
}
