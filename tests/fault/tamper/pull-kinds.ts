/** What a device pulls: a run of events and the signed head at its end; and the same as segment files. */
import { leafLine, parseLeaf } from '../../../src/log/leaf.ts';
import { toHex } from '../../../src/log/hex.ts';
import { decodeBodies, decodeLeaves, encodeBodies, encodeLeaves } from '../../../src/log/segment.ts';
import type { Head } from '../../../src/store/log-store.ts';
import { type Batch, hashBatch, verifyBatch } from '../../../src/sync/client/verify.ts';
import type { Random } from '../sim/random.ts';
import type { Kind } from './kind.ts';
import { type Tampered, tamperBytes, tamperList, tamperText, type Way } from './mutate.ts';
import { type Sample, type SampleLog, treeOf } from './sample.ts';

interface Pulled {
  batch: Batch;
  /** What the device has already. */
  held: Head | null;
}

const headOf = async (sample: Sample, log: SampleLog, size: number): Promise<Head | null> => {
  if (size === 0) return null;
  const frontier = treeOf(log, size).hashes.map(toHex);
  return { stream: log.stream, size, frontier, checkpoint: await sample.noteAt(log, size) };
};

/** A run of some log from some place on. */
async function pulled(sample: Sample, random: Random): Promise<Pulled> {
  const log = random.pick([sample.registry, ...sample.boards]);
  const from = random.below(log.entries.length);
  const to = from + 1 + random.below(log.entries.length - from);
  const run = log.entries.slice(from, to);
  const note = await sample.noteAt(log, to);
  const [leaves, bodies] = [run.map(({ leaf }) => leaf), run.map(({ body }) => body)];
  return { batch: { stream: log.stream, from, note, leaves, bodies }, held: await headOf(sample, log, from) };
}

const noPause = async (): Promise<void> => undefined;

async function check(sample: Sample, { batch, held }: Pulled): Promise<string | null> {
  const hashed = await hashBatch(batch, noPause);
  if (!hashed) return 'no run of events';
  const verified = await verifyBatch(hashed, held, sample.signer.publicKey);
  return verified.ok ? null : verified.fault;
}

/** One event's line, with one part of it tampered with. */
type Part = 'acceptedAt' | 'sig' | 'header';
const ofLeaf =
  (part: Part) =>
  (random: Random, batch: Batch, way: Way): Tampered<Batch> => {
    const at = random.below(batch.leaves.length);
    const leaf = parseLeaf(batch.leaves[at]!)!;
    const { thing, place } = tamperText(random, leaf[part], way);
    const { acceptedAt, sig, header }: Record<Part, string> = { ...leaf, [part]: thing };
    const leaves = batch.leaves.map((line, i) => (i === at ? leafLine(acceptedAt, sig, header) : line));
    return { thing: { ...batch, leaves }, place: `event ${at} ${part}: ${place}` };
  };

function ofBody(random: Random, batch: Batch, way: Way): Tampered<Batch> {
  const at = random.below(batch.bodies.length);
  if (way === 'drop' && random.chance(0.5)) {
    const bodies = batch.bodies.map((body, i) => (i === at ? null : body));
    return { thing: { ...batch, bodies }, place: `event ${at} body gone` };
  }
  const { thing, place } = tamperText(random, batch.bodies[at] ?? '', way);
  const bodies = batch.bodies.map((body, i) => (i === at ? thing : body));
  return { thing: { ...batch, bodies }, place: `event ${at} body: ${place}` };
}

/** Events with their bodies, or bodies alone. */
function ofOrder(random: Random, batch: Batch, way: Way): Tampered<Batch> {
  if (random.chance(0.3)) {
    const { thing, place } = tamperList(random, batch.bodies, way);
    return { thing: { ...batch, bodies: thing }, place: `bodies: ${place}` };
  }
  const pairs = batch.leaves.map((leaf, i) => ({ leaf, body: batch.bodies[i]! }));
  const { thing, place } = tamperList(random, pairs, way);
  const [leaves, bodies] = [thing.map(({ leaf }) => leaf), thing.map(({ body }) => body)];
  return { thing: { ...batch, leaves, bodies }, place: `events: ${place}` };
}

/** What a device says that it holds: its own head, damaged on its disk. */
function ofHead(random: Random, { batch, held }: Pulled, way: Way): Tampered<Pulled> {
  if (!held)
    return {
      thing: { batch, held: { stream: batch.stream, size: 1, frontier: [], checkpoint: '' } },
      place: 'a head from nowhere',
    };
  if (random.chance(0.3))
    return { thing: { batch, held: { ...held, size: held.size + random.pick([1, -1, 7]) } }, place: 'size' };
  const { thing, place } = random.chance(0.5)
    ? tamperList(random, held.frontier, way)
    : {
        thing: held.frontier.map((hash, i) => (i === 0 ? tamperText(random, hash, way).thing : hash)),
        place: 'a hash',
      };
  return { thing: { batch, held: { ...held, frontier: thing } }, place: `tree: ${place}` };
}

const inBatch =
  (change: (random: Random, batch: Batch, way: Way) => Tampered<Batch>) =>
  (random: Random, { batch, held }: Pulled, way: Way): Tampered<Pulled> => {
    const { thing, place } = change(random, batch, way);
    return { thing: { batch: thing, held }, place };
  };

/** Runs as the two files of a segment. */
function asSegment(random: Random, batch: Batch, way: Way): Tampered<Batch> {
  const leaves = Buffer.from(encodeLeaves(batch.note, batch.leaves));
  const bodies = Buffer.from(encodeBodies(batch.bodies));
  const inLeaves = random.chance(0.5);
  const { thing, place } = tamperBytes(random, inLeaves ? leaves : bodies, way);
  const head = decodeLeaves(inLeaves ? thing : leaves);
  const texts = head && decodeBodies(inLeaves ? bodies : thing, head.lines.length);
  const lines = head?.lines.map((line) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(line));
  const read = { ...batch, note: head?.note ?? '', leaves: lines ?? [], bodies: texts ?? [] };
  return { thing: read, place: `${inLeaves ? 'leaves' : 'bodies'}: ${place}` };
}

export function pullKinds(sample: Sample): Kind<Pulled>[] {
  const kind = (name: string, tamper: Kind<Pulled>['tamper']): Kind<Pulled> => ({
    name,
    weight: 8,
    honest: (random) => pulled(sample, random),
    tamper,
    check: (thing) => check(sample, thing),
    meaning: ({ batch: { note: _note, ...batch }, held }) => ({
      batch,
      size: held?.size,
      tree: held?.frontier,
    }),
  });
  return [
    kind('event header', inBatch(ofLeaf('header'))),
    kind('signature', inBatch(ofLeaf('sig'))),
    kind('time of acceptance', inBatch(ofLeaf('acceptedAt'))),
    kind('body', inBatch(ofBody)),
    kind('leaf order', inBatch(ofOrder)),
    kind('head held', ofHead),
    kind('segment', inBatch(asSegment)),
  ];
}
