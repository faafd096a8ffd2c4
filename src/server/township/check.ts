/**
 * What can be said of an event by itself, without the log: its bytes, its signature, its schema. Needs no lock, so it is
 * done for many at once. In this order: size and header, signature, stream, body, type and schema, proof of possession.
 */
import { type ContentOf, parseContent } from '../../domain/event-types.ts';
import { enrolmentText } from '../../domain/registry/events.ts';
import type { Place, Refusal } from '../../domain/registry/rights.ts';
import {
  checkSignature,
  type EventFault,
  eventId,
  type EventHeader,
  type EventId,
  parseBody,
  parseHeader,
  type SignedEvent,
} from '../../log/event.ts';
import { fromHex, utf8 } from '../../log/hex.ts';
import { verifySignature } from '../../log/signature.ts';
import { parseStream, type TownshipId } from '../../log/stream.ts';
import type { SERVER_REFUSALS } from '../../sync/protocol.ts';

export type Rejection = EventFault | Refusal | (typeof SERVER_REFUSALS)[number];

/** An event whose bytes, signature and schema are right. Whether its author may is still to be seen. */
export interface CheckedEvent {
  id: EventId;
  event: SignedEvent;
  header: EventHeader;
  place: Place;
  content: unknown;
  /** False: an enrolment whose device did not show that it has its key. */
  proven: boolean;
}

export type Checked = { ok: true; checked: CheckedEvent } | { ok: false; id: EventId; code: Rejection };

/** The header and the signature: who says so. Everything that follows may trust the id. */
export async function checkAuthor(
  event: SignedEvent,
): Promise<{ ok: true; id: EventId; header: EventHeader } | { ok: false; id: EventId; code: EventFault }> {
  const id = eventId(event.header);
  const parsed = parseHeader(event.header);
  if (!parsed.ok) return { ok: false, id, code: parsed.fault };
  if (!(await checkSignature(event))) return { ok: false, id, code: 'bad-signature' };
  return { ok: true, id, header: parsed.header };
}

/** The rest: place, body, schema, proof. */
export async function checkContent(
  township: TownshipId,
  event: SignedEvent,
  { id, header }: { id: EventId; header: EventHeader },
): Promise<Checked> {
  const refused = (code: Rejection): Checked => ({ ok: false, id, code });
  const stream = parseStream(header.stream);
  if (stream?.township !== township) return refused('wrong-stream');
  // An erased body cannot be handed in: nobody could say what was in it.
  if (event.body === null) return refused('bad-body');
  const body = parseBody(event.body, header);
  if (!body.ok) return refused(body.fault);
  const parsed = parseContent(header.type, body.content);
  if (parsed.status === 'unknown-type') return refused('unknown-type');
  if (parsed.status === 'bad-content') return refused('bad-content');
  const { content } = parsed;
  const proven = header.type !== 'device.enrolled' || (await hasKey(township, header.author, content));
  return { ok: true, checked: { id, event, header, place: stream, content, proven } };
}

/** Whether the device to be enrolled signed with the key that the invitation is to enrol. */
const hasKey = (township: TownshipId, invitation: string, content: unknown): Promise<boolean> => {
  const { key, proof } = content as ContentOf<'device.enrolled'>;
  return verifySignature(fromHex(key), utf8(enrolmentText(township, invitation)), fromHex(proof));
};
