/**
 * This device as a witness: what it holds of the public logs it has checked from the first event on, so it says by its
 * signature which heads it saw (log/cosignature.ts). And proofs as files, for whoever does not want to believe a screen.
 */
import { deviceWitness } from '../../domain/registry/witness.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { openCheckpoint } from '../../log/checkpoint.ts';
import { cosign, cosignedAt } from '../../log/cosignature.ts';
import { toHex, utf8 } from '../../log/hex.ts';
import { consistencyProof, inclusionProof, leafHashes, rootOver, subtreeHashes } from '../../log/merkle.ts';
import type { ForkFile, InclusionFile } from '../../log/proof.ts';
import { isPublicKind, parseStream, publicStream, registryOf, type TownshipId } from '../../log/stream.ts';
import type { EvidenceRow } from '../../store/device/db.ts';
import { getMeta, pinnedTownship, putMeta } from '../../store/device/meta.ts';
import {
  COSIGN_PATH,
  type CosignRequest,
  cosignResponse,
  cosignedResponse,
  LOG_PATH,
} from '../witness-protocol.ts';
import type { Core } from './core.ts';
import type { Outcome } from './device.ts';
import { done, failed } from './outcome.ts';
import { identityOf } from './status.ts';

/** Sizes that were cosigned last, and when: no oftener than this, ms. */
const COSIGNED = 'cosigned';
const EVERY_MS = 3_600_000;
/** Notes in one request. */
const MAX_NOTES = 64;

interface Kept {
  at: number;
  sizes: Record<string, number>;
}

/** Somebody who confirms a head of the log. */
export interface Confirmation {
  /** Id of the unit that the device belongs to. */
  unit: string;
  /** Name of the device. */
  device: string;
  /** Events in the log when it looked. */
  size: number;
  /** ISO UTC, by its clock. */
  at: string;
}

export interface ProofCommands {
  /** Devices that cosigned the log of a unit, the newest first; those that do not check are left out. */
  confirmations(unit: string): Promise<Outcome<Confirmation[], 'no-network'>>;
  /** A proof that an event stands in the unit's log. Null: it is not here. */
  proofOf(unit: string, event: string): Promise<InclusionFile | null>;
  /** Proofs that the log was shown in two ways: those of the contradictions kept here that the log's own signatures prove. */
  forks(): Promise<ForkFile[]>;
}

async function registryHeld({ ports }: Core, township: string): Promise<Registry | null> {
  return (await ports.db.registry.get(township))?.state ?? null;
}

/** Cosigns the heads of the public logs that are held and have grown since. Tablets witness, too. */
export async function keepWitness(core: Core): Promise<void> {
  const { db, now, log } = core.ports;
  const [identity, signer, township] = await Promise.all([identityOf(db), core.signer(), pinnedTownship(db)]);
  if (!identity || !signer || !township) return;
  const kept = (await getMeta<Kept>(db, COSIGNED)) ?? { at: 0, sizes: {} };
  if (now() - kept.at < EVERY_MS && now() >= kept.at) return;
  const registry = await registryHeld(core, township.id);
  const witness = registry && deviceWitness(township.id, registry, signer.publicKey);
  if (!witness) return;
  const grown = (await log.heads())
    .filter(({ stream, size }) => isPublicKind(parseStream(stream)?.kind) && size > (kept.sizes[stream] ?? 0))
    .slice(0, MAX_NOTES);
  if (grown.length === 0) return;
  const seconds = Math.floor(now() / 1000);
  const notes: CosignRequest['notes'] = [];
  for (const { stream, checkpoint } of grown)
    notes.push({ stream, note: checkpoint + (await cosign(checkpoint, signer, witness.name, seconds)) });
  const body = JSON.stringify({ key: signer.publicKey, notes } satisfies CosignRequest);
  const headers = { 'content-type': 'application/json' };
  const called = await core.http.json(cosignResponse, { method: 'POST', path: COSIGN_PATH, body, headers });
  if (!called.ok) return;
  const sizes = Object.fromEntries(grown.map(({ stream, size }) => [stream, size]));
  await putMeta(db, COSIGNED, { at: now(), sizes: { ...kept.sizes, ...sizes } } satisfies Kept);
}

async function confirmations(core: Core, unit: string): Promise<Outcome<Confirmation[], 'no-network'>> {
  const township = await pinnedTownship(core.ports.db);
  const registry = township && (await registryHeld(core, township.id));
  if (!township || !registry) return failed('no-network');
  const stream = publicStream(township.id as TownshipId, unit);
  const path = `${LOG_PATH}/${stream}/cosigned`;
  const called = await core.http.json(cosignedResponse, { method: 'GET', path, fresh: true });
  if (!called.ok) return failed('no-network');
  const found: Confirmation[] = [];
  for (const { key, note } of called.value.cosigned) {
    const witness = deviceWitness(township.id, registry, key);
    const device = registry.devices[key];
    const head = await openCheckpoint(note, stream, township.logKey);
    const at = witness && head ? await cosignedAt(note, witness) : null;
    if (device && head && at !== null)
      found.push({
        unit: device.unit,
        device: device.name,
        size: head.size,
        at: new Date(at * 1000).toISOString(),
      });
  }
  return done(found);
}

/** Leaves `0` to `size − 1` of a stream that is held, as they were hashed into its tree. */
async function hashesOf({ ports }: Core, stream: string, size: number): Promise<Uint8Array[]> {
  const { leaves } = await ports.log.readRun(stream, 0, size);
  return leafHashes(leaves.map(utf8));
}

async function entryAt(
  { ports }: Core,
  stream: string,
  number: number,
): Promise<InclusionFile['entry'] | null> {
  const { leaves, bodies } = await ports.log.readRun(stream, number, number + 1);
  return leaves[0] === undefined ? null : { leaf: leaves[0], body: bodies[0] ?? null };
}

async function proofOf(core: Core, unit: string, event: string): Promise<InclusionFile | null> {
  const { db, log } = core.ports;
  const township = await pinnedTownship(db);
  if (!township) return null;
  const stream = publicStream(township.id as TownshipId, unit);
  const [head, place] = await Promise.all([log.head(stream), log.find(event)]);
  const founding = await entryAt(core, registryOf(township.id as TownshipId), 0);
  if (!head || !founding || place?.stream !== stream || place.number >= head.size) return null;
  const entry = await entryAt(core, stream, place.number);
  const hashAt = subtreeHashes(await hashesOf(core, stream, head.size));
  const proof = (await inclusionProof(head.size, place.number, hashAt)).map(toHex);
  if (!entry) return null;
  return {
    kind: 'gongkailan-proof',
    v: 1,
    founding,
    stream,
    number: place.number,
    entry,
    note: head.checkpoint,
    proof,
  };
}

/** What one kept contradiction proves; null: nothing that the log's signatures alone prove. */
async function forkOf(core: Core, { stream, held, shown }: EvidenceRow): Promise<ForkFile | null> {
  const township = await pinnedTownship(core.ports.db);
  const founding = township && (await entryAt(core, registryOf(township.id as TownshipId), 0));
  const [own, other] = township
    ? await Promise.all([held.checkpoint, shown].map((note) => openCheckpoint(note, stream, township.logKey)))
    : [];
  if (!founding || !own || !other || other.size > own.size || other.size === 0) return null;
  const hashes = await hashesOf(core, stream, own.size);
  if (hashes.length < own.size) return null;
  const root = toHex(rootOver(hashes.slice(0, other.size)));
  if (root === other.root) return null;
  const proof = await consistencyProof(other.size, own.size, subtreeHashes(hashes));
  const notes: ForkFile['notes'] = [shown, held.checkpoint];
  return { kind: 'gongkailan-fork', v: 1, founding, stream, notes, root, proof: proof.map(toHex) };
}

export const proofCommands = (core: Core): ProofCommands => ({
  confirmations: (unit) => confirmations(core, unit),
  proofOf: (unit, event) => proofOf(core, unit, event),
  forks: async () => {
    const rows = await core.ports.db.evidence.toArray();
    return (await Promise.all(rows.map((row) => forkOf(core, row)))).flatMap((file) => file ?? []);
  },
});
