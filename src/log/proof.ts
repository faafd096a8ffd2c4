/**
 * Proofs as files, which anybody checks with nothing else at hand: that an event stands in a township's log, and that a
 * log was shown in two ways. Both carry the founding event, whose hash is the township's id and whose body names the log
 * key; who knows the id of his township (it is on every printed sheet) needs to trust nobody.
 */
import * as z from 'zod/mini';
import { openCheckpoint } from './checkpoint.ts';
import { checkSignature, eventId, parseBody, parseHeader } from './event.ts';
import { fromHex, utf8 } from './hex.ts';
import { parseLeaf } from './leaf.ts';
import { leafHash, verifyConsistency, verifyInclusion } from './merkle.ts';
import { FOUNDING_STREAM, parseStream, townshipIdOf } from './stream.ts';

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const note = z.string().check(z.maxLength(4096));
const entry = z.strictObject({
  leaf: z.string().check(z.maxLength(10_000)),
  /** Null: erased. */
  body: z.nullable(z.string().check(z.maxLength(655_360))),
});
const place = { v: z.literal(1), founding: entry, stream: z.string().check(z.maxLength(80)) };

/** That an event stands in the log. */
export const inclusionFile = z.strictObject({
  kind: z.literal('gongkailan-proof'),
  ...place,
  /** The event's place, from 0. */
  number: z.int().check(z.minimum(0)),
  entry,
  /** The checkpoint of a tree that has it. */
  note,
  proof: z.array(hash).check(z.maxLength(64)),
});
export type InclusionFile = z.infer<typeof inclusionFile>;

/** That the log signed two heads that cannot both be true. */
export const forkFile = z.strictObject({
  kind: z.literal('gongkailan-fork'),
  ...place,
  /** Two checkpoints by the log's key; the first not the larger. */
  notes: z.tuple([note, note]),
  /** The root that the second tree has at the first one's size, proved by `proof`; the first one's own when they are equal. */
  root: hash,
  /** RFC 6962 consistency proof from (first size, root) to the second head; empty when both have one size. */
  proof: z.array(hash).check(z.maxLength(64)),
});
export type ForkFile = z.infer<typeof forkFile>;

export const proofFile = z.discriminatedUnion('kind', [inclusionFile, forkFile]);
export type ProofFile = z.infer<typeof proofFile>;

/** Why a file proves nothing. */
export type ProofFault =
  | 'bad-founding'
  | 'wrong-stream'
  | 'bad-event'
  | 'bad-signature'
  | 'foreign-body'
  | 'bad-checkpoint'
  | 'no-proof';

export type Checked<Value> = { ok: true; value: Value } | { ok: false; fault: ProofFault };

const fail = (fault: ProofFault): { ok: false; fault: ProofFault } => ({ ok: false, fault });

/** Whose log it is: the id that the founding event gives, and the log key that it names. Null: not a founding event. */
export async function foundedBy(
  founding: InclusionFile['founding'],
): Promise<{ township: string; name: string; logKey: string } | null> {
  const leaf = parseLeaf(founding.leaf);
  const parsed = leaf && parseHeader(leaf.header);
  if (!leaf || !parsed?.ok || parsed.header.type !== 'township.founded' || founding.body === null)
    return null;
  const body = parseBody(founding.body, parsed.header);
  if (!body.ok || !(await checkSignature({ header: leaf.header, sig: leaf.sig }))) return null;
  const { logKey, name } = body.content;
  if (typeof logKey !== 'string' || typeof name !== 'string' || !hash.safeParse(logKey).success) return null;
  return { township: townshipIdOf(eventId(leaf.header)), name, logKey };
}

/** What an inclusion file proves. */
export interface Proven {
  township: string;
  name: string;
  id: string;
  type: string;
  /** The author's key, and his clock. */
  author: string;
  at: string;
  /** When the township took it in, ISO UTC. */
  acceptedAt: string;
  /** The content; null when it was erased. */
  content: Record<string, unknown> | null;
  /** Events in the tree that proves it. */
  size: number;
}

/** Checks that the event stands in the log. Never throws. */
export async function checkInclusion(file: InclusionFile): Promise<Checked<Proven>> {
  const founded = await foundedBy(file.founding);
  if (!founded) return fail('bad-founding');
  if (parseStream(file.stream)?.township !== founded.township) return fail('wrong-stream');
  const leaf = parseLeaf(file.entry.leaf);
  const parsed = leaf && parseHeader(leaf.header);
  if (!leaf || !parsed?.ok) return fail('bad-event');
  const { header } = parsed;
  const isFounding = file.number === 0 && header.stream === FOUNDING_STREAM;
  if (header.stream !== file.stream && !isFounding) return fail('wrong-stream');
  if (!(await checkSignature({ header: leaf.header, sig: leaf.sig }))) return fail('bad-signature');
  const body = file.entry.body === null ? null : parseBody(file.entry.body, header);
  if (body && !body.ok) return fail('foreign-body');
  const head = await openCheckpoint(file.note, file.stream, founded.logKey);
  if (!head) return fail('bad-checkpoint');
  const claim = { index: file.number, size: head.size, leafHash: leafHash(utf8(file.entry.leaf)) };
  if (!verifyInclusion({ ...claim, proof: file.proof.map(fromHex), root: fromHex(head.root) }))
    return fail('no-proof');
  return {
    ok: true,
    value: {
      township: founded.township,
      name: founded.name,
      id: eventId(leaf.header),
      type: header.type,
      author: header.author,
      at: header.at,
      acceptedAt: leaf.acceptedAt,
      content: body?.ok ? body.content : null,
      size: head.size,
    },
  };
}

/** Checks that the log signed two heads that contradict each other. Never throws. */
export async function checkFork(
  file: ForkFile,
): Promise<Checked<{ township: string; name: string; sizes: [number, number] }>> {
  const founded = await foundedBy(file.founding);
  if (!founded) return fail('bad-founding');
  if (parseStream(file.stream)?.township !== founded.township) return fail('wrong-stream');
  const [first, second] = await Promise.all(
    file.notes.map((one) => openCheckpoint(one, file.stream, founded.logKey)),
  );
  if (!first || !second) return fail('bad-checkpoint');
  const claim = {
    size1: first.size,
    size2: second.size,
    root1: fromHex(file.root),
    root2: fromHex(second.root),
  };
  const isSecond = verifyConsistency({ ...claim, proof: file.proof.map(fromHex) });
  if (!isSecond || first.size === 0 || file.root === first.root) return fail('no-proof');
  return {
    ok: true,
    value: { township: founded.township, name: founded.name, sizes: [first.size, second.size] },
  };
}
