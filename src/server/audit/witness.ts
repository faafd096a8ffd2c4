/**
 * A witness from outside: looks at the heads of a township's public logs, makes sure that each continues the one that he
 * saw before, and cosigns it. A log that shows one history to him and another to somebody else is found out.
 */
import { openCheckpoint } from '../../log/checkpoint.ts';
import { cosign } from '../../log/cosignature.ts';
import { fromHex, toHex } from '../../log/hex.ts';
import { consistencyProof, rootAt, verifyConsistency } from '../../log/merkle.ts';
import { foundedBy, type ForkFile } from '../../log/proof.ts';
import type { Signer } from '../../log/signature.ts';
import { publicStream, registryOf, type TownshipId } from '../../log/stream.ts';
import { hashAtFromTiles } from '../../log/tile.ts';
import { auditStream, type SeenHead } from './audit-stream.ts';
import { type RawEntry, UnreadableSourceError } from './source.ts';
import type { WebSource } from './web-source.ts';

/** What he saw of one log. */
export type Sight =
  | { stream: string; state: 'cosigned'; head: SeenHead; note: string }
  /** The log was shown in two ways; `evidence` when the log's own signatures prove it. */
  | { stream: string; state: 'rewritten'; head: SeenHead; note: string; evidence: ForkFile | null }
  | { stream: string; state: 'shortened' | 'bad-checkpoint' };

export interface Watch {
  township: string;
  name: string;
  sights: Sight[];
}

export interface WitnessOptions {
  signer: Signer;
  /** The witness's name: no blanks, no plus sign. */
  name: string;
  /** Seconds since 1970. */
  time: number;
  /** Heads and notes seen before, by stream. */
  seen: Record<string, SeenHead & { note?: string }>;
  /** The township that it must be; any when left out. */
  township?: string;
}

interface Place {
  source: WebSource;
  stream: string;
  logKey: string;
  founding: RawEntry;
}

/** The root that the log now has at an earlier size, with the proof of it. Null: its tiles do not give its own root. */
async function rootBefore(
  { source, stream }: Place,
  before: SeenHead,
  head: SeenHead,
): Promise<{ root: string; proof: string[] } | null> {
  const hashAt = hashAtFromTiles(head.size, (level, index, width) =>
    source.hashes(stream, level, index, width),
  );
  const proof = await consistencyProof(before.size, head.size, hashAt);
  const root = toHex(await rootAt(before.size, hashAt));
  const claim = {
    size1: before.size,
    size2: head.size,
    root1: fromHex(root),
    root2: fromHex(head.root),
    proof,
  };
  return verifyConsistency(claim) ? { root, proof: proof.map(toHex) } : null;
}

async function look(place: Place, options: WitnessOptions): Promise<Sight | null> {
  const { source, stream, logKey } = place;
  const before = options.seen[stream];
  const note = await source.checkpoint(stream);
  const head = note && (await openCheckpoint(note, stream, logKey));
  if (!note && !before) return null;
  if (!note || !head) return { stream, state: note ? 'bad-checkpoint' : 'shortened' };
  const seen = { size: head.size, root: head.root };
  if (before && before.size > head.size) return { stream, state: 'shortened' };
  if (before && before.size > 0) {
    const then = await rootBefore(place, before, seen);
    if (then?.root !== before.root) return rewritten(place, before, { ...seen, note }, then);
  }
  const line = await cosign(note, options.signer, options.name, options.time);
  return { stream, state: 'cosigned', head: seen, note: note + line };
}

function rewritten(
  { stream, founding }: Place,
  before: SeenHead & { note?: string },
  head: SeenHead & { note: string },
  then: { root: string; proof: string[] } | null,
): Sight {
  const evidence: ForkFile | null =
    then && before.note !== undefined
      ? { kind: 'gongkailan-fork', v: 1, founding, stream, notes: [before.note, head.note], ...then }
      : null;
  return {
    stream,
    state: 'rewritten',
    head: { size: head.size, root: head.root },
    note: head.note,
    evidence,
  };
}

/** The units that the registry names; the registry itself is checked from its first event. */
async function unitsOf(source: WebSource, registry: string, logKey: string): Promise<Set<string>> {
  const units = new Set<string>();
  await auditStream(source, registry, {
    logKey,
    ids: new Set(),
    event: async ({ header, content }) => {
      if (header.type === 'unit.set' && typeof content?.id === 'string') units.add(content.id);
      return [];
    },
  });
  return units;
}

/**
 * Looks at all public logs of the township there, and cosigns those that continue what was seen before.
 * @throws UnreadableSourceError when nobody answers, or it is another township.
 */
export async function witness(source: WebSource, options: WitnessOptions): Promise<Watch> {
  const township = await source.township();
  const registry = registryOf((township ?? '') as TownshipId);
  const [founding] = township ? await source.entries(registry, 0, 1) : [];
  const founded = founding ? await foundedBy(founding) : null;
  if (!founding || !founded || founded.township !== township)
    throw new UnreadableSourceError('那里没有公开簿 · there is no log there');
  if (options.township !== undefined && options.township !== township)
    throw new UnreadableSourceError(`那里是另一个乡镇 · that is another township: ${township}`);
  const units = await unitsOf(source, registry, founded.logKey);
  const streams = new Set([
    registry,
    ...[...units].map((unit) => publicStream(township as TownshipId, unit)),
    ...Object.keys(options.seen),
  ]);
  const sights: Sight[] = [];
  for (const stream of [...streams].toSorted()) {
    const sight = await look({ source, stream, logKey: founded.logKey, founding }, options);
    if (sight) sights.push(sight);
  }
  return { township, name: founded.name, sights };
}
