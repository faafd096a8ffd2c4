/**
 * Sealed envelopes on a device: sealed before they touch the storage, sent by themselves, and gone from the device once
 * the proof has come that they stand in the log. The answers are read with the receipt code, from any device. How the
 * desk opens and answers them: desk-work.ts.
 */
import { type DeskAnswer, deskAnswer } from '../../domain/desk/matter.ts';
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
import { envelopesResponse } from '../protocol.ts';
import type { Core } from './core.ts';
import { ENVELOPE, streamOfDesk } from './envelope-outbox.ts';
import type { Outcome, SaveFault } from './device.ts';
import { done, failed, saved } from './outcome.ts';
import { outboxRow } from './publishing.ts';

/** `no-desk`: nobody is there yet who could open it. `not-secure`: the page did not come by https. */
export type SealFault = 'no-desk' | 'not-secure' | 'too-large' | SaveFault;

/** What an answer says, and when it was taken in. */
export interface ReadAnswer extends DeskAnswer {
  acceptedAt: string;
  /** Who answered: name and post; null: not in the register. */
  by: { name: string; post: string } | null;
  /** The matter is closed with it. */
  closes: boolean;
}

export interface ReadReceipt {
  /** Event id: the hash of what was handed in. */
  id: string;
  /** When it was taken in. */
  acceptedAt: string;
  stream: string;
  answers: ReadAnswer[];
}

export const sealPurpose = (stream: string): string => `gongkailan/v1/envelope ${stream}`;
export const answerPurpose = (envelope: string): string => `gongkailan/v1/answer ${envelope}`;
export const bytesOf = (value: unknown): Uint8Array => utf8(JSON.stringify(value));

export function jsonOf(bytes: Uint8Array | null): unknown {
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
    receipts.push({ id, stream, acceptedAt: own.acceptedAt, answers: read.flatMap((one) => one ?? []) });
  }
  return receipts.length > 0 ? done(receipts) : failed('unknown');

  async function openAnswer(answer: { leaf: string; body: string | null }, envelope: string) {
    const parts = parseLeaf(answer.leaf);
    const header = parts && parseHeader(parts.header);
    if (!parts || !header?.ok || answer.body === null || !(await checkSignature(parts))) return null;
    const body = parseBody(answer.body, header.header);
    const parsed = body.ok ? parseContent(header.header.type, body.content) : null;
    if (parsed?.status !== 'known') return null;
    const { sealed, closes } = parsed.content as ContentOf<'envelope.answered'>;
    const said = deskAnswer.safeParse(jsonOf(await unseal(reply, sealed, answerPurpose(envelope))));
    const by = memberOf(registry!, header.header.author);
    if (!said.success) return null;
    const { acceptedAt } = parts;
    return { ...said.data, acceptedAt, closes, by: by && { name: by.name, post: by.post } };
  }
}
