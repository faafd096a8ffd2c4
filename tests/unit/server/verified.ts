/** Reads a stream as a stranger would: everything by HTTP, nothing believed that is not proved. */
import { openCheckpoint } from '../../../src/log/checkpoint.ts';
import { eventId } from '../../../src/log/event.ts';
import { toHex, utf8 } from '../../../src/log/hex.ts';
import { parseLeaf } from '../../../src/log/leaf.ts';
import { appendLeaves, EMPTY_FRONTIER, type Frontier, leafHash, rootOf } from '../../../src/log/merkle.ts';
import { decodeBodies, decodeLeaves, SEGMENT_SIZE } from '../../../src/log/segment.ts';
import type { Signer } from '../../../src/log/signature.ts';
import type { StreamPart } from '../../../src/sync/protocol.ts';
import type { TestServer } from './harness.ts';

export interface VerifiedEvent {
  id: string;
  acceptedAt: string;
  header: string;
  body: string | null;
}

const grown = (frontier: Frontier, leaves: string[]): Frontier =>
  appendLeaves(
    frontier,
    leaves.map((leaf) => leafHash(utf8(leaf))),
  );

/** Throws unless the note is the log's, of this stream, and of exactly this tree. */
export async function mustProve(
  village: TestServer,
  stream: string,
  note: string | null,
  frontier: Frontier,
): Promise<void> {
  const checkpoint = await openCheckpoint(note ?? '', stream, village.logKey);
  if (!checkpoint) throw new Error(`not a checkpoint of ${stream}: ${note}`);
  if (checkpoint.size !== frontier.size)
    throw new Error(`a checkpoint at ${checkpoint.size}, not ${frontier.size}`);
  if (checkpoint.root !== toHex(rootOf(frontier))) throw new Error('a checkpoint of another tree');
}

async function segment(village: TestServer, stream: string, n: number, bodies: string) {
  const path = `/api/segments/${stream}/${n}`;
  const [leafFile, bodyFile] = await Promise.all([
    village.call('GET', `${path}/leaves`),
    village.call('GET', `${path}/bodies-${bodies}`),
  ]);
  const decoded = decodeLeaves(leafFile.body);
  if (decoded?.lines.length !== SEGMENT_SIZE) throw new Error(`segment ${n} is not whole`);
  const leaves = decoded.lines.map((line) => Buffer.from(line).toString('utf8'));
  const texts = decodeBodies(bodyFile.body, SEGMENT_SIZE);
  if (!texts) throw new Error(`bodies of segment ${n} are not whole`);
  return { note: decoded.note, leaves, bodies: texts };
}

/** All events of a stream, from nothing, each portion verified against its checkpoint. */
export async function readVerified(
  village: TestServer,
  stream: string,
  signer?: Signer,
): Promise<VerifiedEvent[]> {
  const leaves: string[] = [];
  const bodies: (string | null)[] = [];
  let frontier = EMPTY_FRONTIER;
  for (;;) {
    const answer = await village.sync({ held: { [stream]: leaves.length } }, signer);
    const part = answer.streams[stream] as StreamPart;
    if (part.size === leaves.length) break;
    const portions =
      part.segments.length > 0
        ? await Promise.all(part.segments.map((one) => segment(village, stream, one.n, one.bodies)))
        : [{ note: part.checkpoint, leaves: part.leaves, bodies: part.bodies }];
    for (const portion of portions) {
      frontier = grown(frontier, portion.leaves);
      await mustProve(village, stream, portion.note, frontier);
      leaves.push(...portion.leaves);
      bodies.push(...portion.bodies);
    }
  }
  return leaves.map((line, index) => {
    const leaf = parseLeaf(line);
    if (!leaf) throw new Error(`leaf ${index} is damaged`);
    return { ...leaf, id: eventId(leaf.header), body: bodies[index] ?? null };
  });
}
