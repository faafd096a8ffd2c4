/** What is handed on as one file: bundles, proofs, evidence; an event that waits; and attachments. */
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'fflate';
import { type Bundle, decodeBundle, encodeBundle } from '../../../src/log/bundle.ts';
import { originOf, signCheckpoint } from '../../../src/log/checkpoint.ts';
import { checkSignature, parseBody, parseHeader, type SignedEvent } from '../../../src/log/event.ts';
import { toHex, utf8 } from '../../../src/log/hex.ts';
import { inclusionProof, leafHash, rootOf, subtreeHashes } from '../../../src/log/merkle.ts';
import { checkFork, checkInclusion, proofFile } from '../../../src/log/proof.ts';
import { checkBundle } from '../../../src/server/audit/bundle.ts';
import { FileBlobStore } from '../../../src/store/files/blob-store.ts';
import type { Random } from '../sim/random.ts';
import type { Kind } from './kind.ts';
import { tamperBytes, tamperJson, tamperText, type Way } from './mutate.ts';
import { type Sample, treeOf } from './sample.ts';

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** A JSON file, by its bytes or by one of its values. */
function tamperFile(random: Random, text: string, way: Way) {
  if (random.chance(0.4)) return tamperText(random, text, way);
  const { thing, place } = tamperJson(random, jsonIn(text), way);
  return { thing: JSON.stringify(thing) ?? '', place };
}

const leavesOf = (sample: Sample['registry']) => sample.entries.map(({ leaf }) => leafHash(utf8(leaf)));

async function inclusionText(sample: Sample, random: Random): Promise<string> {
  const log = random.pick([sample.registry, ...sample.boards]);
  const size = 1 + random.below(log.entries.length);
  const number = random.below(size);
  const proof = await inclusionProof(size, number, subtreeHashes(leavesOf(log)));
  return JSON.stringify({
    kind: 'gongkailan-proof',
    v: 1,
    founding: sample.registry.entries[0],
    stream: log.stream,
    number,
    entry: log.entries[number],
    note: await sample.noteAt(log, size),
    proof: proof.map(toHex),
  });
}

/** Two heads of one size and other roots, both signed. */
async function forkText(sample: Sample, random: Random): Promise<string> {
  const log = random.pick(sample.boards);
  const size = 1 + random.below(log.entries.length);
  const root = toHex(rootOf(treeOf(log, size)));
  const other = toHex(random.bytes(32));
  const noteOf = (head: string) =>
    signCheckpoint({ origin: originOf(log.stream), size, root: head }, sample.signer);
  return JSON.stringify({
    kind: 'gongkailan-fork',
    v: 1,
    founding: sample.registry.entries[0],
    stream: log.stream,
    notes: [await noteOf(other), await noteOf(root)],
    root,
    proof: [],
  });
}

/** What `verify` says of a file, for whoever knows which township it must be. */
async function provenBy(sample: Sample, text: string): Promise<{ fault: string } | { value: unknown }> {
  const parsed = proofFile.safeParse(jsonIn(text));
  if (!parsed.success) return { fault: 'not a proof' };
  const { data } = parsed;
  const checked = data.kind === 'gongkailan-fork' ? await checkFork(data) : await checkInclusion(data);
  if (!checked.ok) return checked;
  return checked.value.township === sample.township ? { value: checked.value } : { fault: 'other township' };
}

/** A file whose reader gives what it proves. The meaning is what is proved, so it is kept from the check. */
function proofs(
  sample: Sample,
  name: string,
  textOf: typeof forkText,
): Kind<{ text: string; says?: unknown }> {
  return {
    name,
    weight: 6,
    honest: async (random) => ({ text: await textOf(sample, random) }),
    tamper: (random, { text }, way) => {
      const { thing, place } = tamperFile(random, text, way);
      return { thing: { text: thing }, place };
    },
    check: async (thing) => {
      const proven = await provenBy(sample, thing.text);
      if ('fault' in proven) return proven.fault;
      thing.says = proven.value;
      return null;
    },
    meaning: ({ says }) => says,
  };
}

async function bundleOf(sample: Sample, random: Random): Promise<Bundle> {
  const logs = [sample.registry, ...sample.boards.filter(() => random.chance(0.7))];
  const runs = logs.map(async (log) => {
    // The registry whole: all that is signed below is signed by people in it.
    const size = log === sample.registry ? log.entries.length : 1 + random.below(log.entries.length);
    const run = log.entries.slice(0, size);
    const [leaves, bodies] = [run.map(({ leaf }) => leaf), run.map(({ body }) => body)];
    return { stream: log.stream, from: 0, note: await sample.noteAt(log, size), leaves, bodies };
  });
  const items = sample.waiting.filter(() => random.chance(0.6));
  const named = new Set(items.flatMap(({ files }) => files.map(({ hash }) => hash)));
  return {
    kind: 'gongkailan-bundle',
    v: 1,
    township: sample.township,
    runs: await Promise.all(runs),
    items: items.map(({ event, files }) => ({
      event,
      files: files.map(({ hash, bytes }) => ({ hash, bytes })),
    })),
    files: [...named].map((hash) => ({
      hash,
      type: 'image/jpeg',
      data: Buffer.from(sample.files.get(hash)!).toString('base64'),
    })),
  };
}

/** All that a bundle says, as single statements: a smaller one that says nothing else is a bundle too. */
function statements(bytes: Uint8Array): Set<string> {
  const read = decodeBundle(bytes);
  if (!read.ok) return new Set();
  const { bundle } = read;
  return new Set([
    bundle.township,
    ...bundle.runs.map((run) => JSON.stringify(run)),
    ...bundle.items.map(({ event }) => JSON.stringify(event)),
    ...bundle.items.flatMap(({ event, files }) =>
      files.map((file) => JSON.stringify([event.header, file.hash, file.bytes])),
    ),
    ...bundle.files.map(({ hash, type, data }) => JSON.stringify([hash, type, data])),
  ]);
}

function bundles(sample: Sample): Kind<Uint8Array> {
  return {
    name: 'bundle',
    weight: 8,
    honest: async (random) => encodeBundle(await bundleOf(sample, random)),
    tamper: (random, bytes, way) => {
      if (random.chance(0.3)) return tamperBytes(random, bytes, way);
      const { thing, place } = tamperFile(random, new TextDecoder().decode(gunzipSync(bytes)), way);
      return { thing: gzipSync(utf8(thing), { mtime: 0 }), place };
    },
    check: async (bytes) => {
      const read = decodeBundle(bytes);
      if (!read.ok) return read.fault;
      if (read.bundle.township !== sample.township) return 'other township';
      const { findings } = await checkBundle(read.bundle);
      return findings[0]?.code ?? null;
    },
    meaning: statements,
    isPart: (whole, part) => [...(part as Set<string>)].every((one) => (whole as Set<string>).has(one)),
  };
}

/** An event on its way, as the server and each carrier check it. */
function waiting(sample: Sample): Kind<SignedEvent> {
  return {
    name: 'waiting event',
    weight: 6,
    honest: async (random) => random.pick(sample.waiting).event,
    tamper: (random, event, way) => {
      const part = random.pick(['header', 'sig', 'body'] as const);
      const { thing, place } = tamperText(random, event[part]!, way);
      return { thing: { ...event, [part]: thing }, place: `${part}: ${place}` };
    },
    check: async (event) => {
      const parsed = parseHeader(event.header);
      if (!parsed.ok) return parsed.fault;
      if (!(await checkSignature(event))) return 'bad-signature';
      const body = parseBody(event.body ?? '', parsed.header);
      return body.ok ? null : body.fault;
    },
    meaning: (event) => event,
  };
}

/** An attachment under its name, as the store of files takes it. */
function files(sample: Sample): Kind<{ hash: string; bytes: Uint8Array }> {
  const store = new FileBlobStore(join(sample.folder, 'files'));
  return {
    name: 'file',
    weight: 6,
    honest: async (random) => {
      const [hash, bytes] = random.pick([...sample.files]);
      return { hash, bytes };
    },
    tamper: (random, { hash, bytes }, way) => {
      const { thing, place } = tamperBytes(random, bytes, way);
      return { thing: { hash, bytes: thing }, place };
    },
    check: async ({ hash, bytes }) => {
      await store.put(hash, bytes);
      return null;
    },
    meaning: ({ bytes }) => toHex(bytes),
  };
}

export const fileKinds = (sample: Sample) =>
  [
    bundles(sample),
    proofs(sample, 'proof', inclusionText),
    proofs(sample, 'evidence of a fork', forkText),
    waiting(sample),
    files(sample),
  ] as const;
