/**
 * The Merkle tree of RFC 6962 §2.1 (the same as in RFC 9162), over SHA-256.
 *
 * ```
 * hash of a leaf = SHA-256(0x00 ‖ data)      hash of a node = SHA-256(0x01 ‖ left ‖ right)
 * root of n > 1  = node(root of the first k leaves, root of the others), k the largest power of two below n
 * root of none   = SHA-256 of nothing
 * ```
 * A *complete subtree* (level, index) covers the 2^level leaves from index · 2^level on; its hash never changes. A *frontier*
 * is a tree cut down to what appending needs: the hashes of its largest complete subtrees, one for each 1 in the size's
 * binary digits, left to right. A proof is a list of hashes of 32 bytes; proofs are made as RFC 6962 §2.1.1 and §2.1.2
 * define them, and checked as RFC 9162 §2.1.3.2 and §2.1.4.2 say.
 */
import { sha256, sha256All } from './hash.ts';
import { fromHex, sameBytes, toHex } from './hex.ts';

/** Bytes. */
export const HASH_BYTES = 32;

const leafInput = (data: Uint8Array): Uint8Array => {
  const input = new Uint8Array(1 + data.length);
  input.set(data, 1);
  return input;
};

/** Hash of one leaf. */
export const leafHash = (data: Uint8Array): Uint8Array => sha256(leafInput(data));

/** Hashes of many leaves, in order, off the main thread where the platform can. */
export const leafHashes = (leaves: Uint8Array[]): Promise<Uint8Array[]> => sha256All(leaves.map(leafInput));

/** Hash of an inner node. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + 2 * HASH_BYTES);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + HASH_BYTES);
  return sha256(input);
}

/** Root of a tree without leaves. */
export const emptyRoot = (): Uint8Array => sha256(new Uint8Array(0));

/** A tree as it is needed for appending. Immutable. */
export interface Frontier {
  /** Leaves. */
  readonly size: number;
  /** Hashes of the complete subtrees, left (largest) to right. */
  readonly hashes: readonly Uint8Array[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, hashes: [] };

/** The tree with one leaf more. */
export const appendLeaf = (frontier: Frontier, hash: Uint8Array): Frontier => appendLeaves(frontier, [hash]);

/** The tree with these leaves more, given by their hashes. */
export function appendLeaves(frontier: Frontier, hashes: readonly Uint8Array[]): Frontier {
  const stack = frontier.hashes.slice();
  let { size } = frontier;
  for (const leaf of hashes) {
    let node = leaf;
    // Each trailing 1 of the size is a complete subtree that the new one makes whole. No bit operators: 32 bits are few.
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) node = nodeHash(stack.pop()!, node);
    stack.push(node);
    size += 1;
  }
  return { size, hashes: stack };
}

/** Root of the tree, 32 bytes. */
export function rootOf({ hashes }: Frontier): Uint8Array {
  let root = hashes[hashes.length - 1];
  if (!root) return emptyRoot();
  for (let i = hashes.length - 2; i >= 0; i--) root = nodeHash(hashes[i]!, root);
  return root;
}

/** Root of the tree over these leaves, given by their hashes: 32 bytes. */
export const rootOver = (hashes: readonly Uint8Array[]): Uint8Array =>
  rootOf(appendLeaves(EMPTY_FRONTIER, hashes));

/** A frontier as JSON-able value, for storage: hashes in hex. */
export interface FrontierText {
  size: number;
  hashes: string[];
}

export const frontierToText = ({ size, hashes }: Frontier): FrontierText => ({
  size,
  hashes: hashes.map(toHex),
});

/** The frontier of a stored value; null when it is none, that is, when size and hashes do not fit together. */
export function frontierFromText({ size, hashes }: FrontierText): Frontier | null {
  if (!Number.isSafeInteger(size) || size < 0 || !Array.isArray(hashes)) return null;
  const ones = size.toString(2).split('1').length - 1;
  const fits = hashes.length === ones && hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash));
  return fits ? { size, hashes: hashes.map(fromHex) } : null;
}

/** Hash of the complete subtree (level, index). */
export type HashAt<Result = Uint8Array | Promise<Uint8Array>> = (level: number, index: number) => Result;

/** All complete subtrees of a tree in memory. Takes twice the leaves' room. */
export function subtreeHashes(leaves: readonly Uint8Array[]): HashAt<Uint8Array> {
  const levels = [leaves];
  for (let below = leaves; below.length > 1;) {
    const level: Uint8Array[] = [];
    for (let i = 0; i + 1 < below.length; i += 2) level.push(nodeHash(below[i]!, below[i + 1]!));
    levels.push(level);
    below = level;
  }
  return (level, index) => {
    const hash = levels[level]?.[index];
    if (!hash) throw new RangeError(`merkle: no complete subtree ${level}/${index}`);
    return hash;
  };
}

/** The largest power of two below n, for n > 1. */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Root of the leaves from `start` to before `end`, a range that the tree's own splitting produces. */
async function rangeRoot(start: number, end: number, hashAt: HashAt): Promise<Uint8Array> {
  const size = end - start;
  const k = size === 1 ? 1 : split(size);
  if (size === 1 || size === 2 * k) return hashAt(Math.log2(size), start / size);
  return nodeHash(await rangeRoot(start, start + k, hashAt), await rangeRoot(start + k, end, hashAt));
}

/** Root of the first `size` leaves of a tree, out of its complete subtrees. */
export const rootAt = async (size: number, hashAt: HashAt): Promise<Uint8Array> =>
  size === 0 ? emptyRoot() : rangeRoot(0, size, hashAt);

/**
 * Proof that leaf `index` is in the tree of `size` leaves (PATH in RFC 6962 §2.1.1).
 * @throws RangeError unless 0 <= index < size.
 */
export async function inclusionProof(size: number, index: number, hashAt: HashAt): Promise<Uint8Array[]> {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`merkle: no leaf ${index} in a tree of ${size}`);
  }
  const path = async (start: number, end: number): Promise<Uint8Array[]> => {
    if (end - start === 1) return [];
    const middle = start + split(end - start);
    return index < middle
      ? [...(await path(start, middle)), await rangeRoot(middle, end, hashAt)]
      : [...(await path(middle, end)), await rangeRoot(start, middle, hashAt)];
  };
  return path(0, size);
}

/**
 * Proof that the first `size1` of `size2` leaves are the tree of `size1` (PROOF in RFC 6962 §2.1.2). Empty when there is
 * nothing to prove: from the empty tree, or to the same size.
 * @throws RangeError unless 0 <= size1 <= size2.
 */
export async function consistencyProof(size1: number, size2: number, hashAt: HashAt): Promise<Uint8Array[]> {
  if (!Number.isSafeInteger(size1) || !Number.isSafeInteger(size2) || size1 < 0 || size1 > size2) {
    throw new RangeError(`merkle: no way from ${size1} to ${size2} leaves`);
  }
  /** SUBPROOF; `known`: the range is the whole old tree, whose root the verifier has. */
  const subproof = async (start: number, end: number, known: boolean): Promise<Uint8Array[]> => {
    if (end === size1) return known ? [] : [await rangeRoot(start, end, hashAt)];
    const middle = start + split(end - start);
    return size1 <= middle
      ? [...(await subproof(start, middle, known)), await rangeRoot(middle, end, hashAt)]
      : [...(await subproof(middle, end, false)), await rangeRoot(start, middle, hashAt)];
  };
  return size1 === 0 ? [] : subproof(0, size2, true);
}

/** Sizes in claims may be beyond 2^53, so the checks count in bigint. */
export interface InclusionClaim {
  index: number | bigint;
  size: number | bigint;
  leafHash: Uint8Array;
  proof: readonly Uint8Array[];
  root: Uint8Array;
}

/** Whether the proof shows that the leaf is number `index` of the tree with this size and root. Never throws. */
export function verifyInclusion({ index, size, leafHash: leaf, proof, root }: InclusionClaim): boolean {
  const last = natural(size) - 1n;
  let fn = natural(index);
  let sn = last;
  if (fn < 0n || fn > last || !areHashes([leaf, root, ...proof])) return false;
  let r = leaf;
  for (const hash of proof) {
    if (sn === 0n) return false;
    if (fn % 2n === 1n || fn === sn) {
      r = nodeHash(hash, r);
      while (fn % 2n === 0n && fn !== 0n) {
        fn /= 2n;
        sn /= 2n;
      }
    } else {
      r = nodeHash(r, hash);
    }
    fn /= 2n;
    sn /= 2n;
  }
  return sn === 0n && sameBytes(r, root);
}

export interface ConsistencyClaim {
  size1: number | bigint;
  size2: number | bigint;
  root1: Uint8Array;
  root2: Uint8Array;
  proof: readonly Uint8Array[];
}

/** Whether the proof shows that the tree (size2, root2) continues the tree (size1, root1). Never throws. */
export function verifyConsistency({ size1, size2, root1, root2, proof }: ConsistencyClaim): boolean {
  const first = natural(size1);
  const second = natural(size2);
  if (first < 0n || second < first) return false;
  // A tree with leaves continues itself, whatever its root is made of: no hash is computed.
  if (first === second && first > 0n) return proof.length === 0 && sameBytes(root1, root2);
  if (!areHashes([root1, root2, ...proof])) return false;
  if (first === 0n) {
    return proof.length === 0 && sameBytes(root1, emptyRoot()) && (second > 0n || sameBytes(root2, root1));
  }
  let fn = first - 1n;
  let sn = second - 1n;
  while (fn % 2n === 1n) {
    fn /= 2n;
    sn /= 2n;
  }
  // When the old tree is itself a complete subtree of the new one, the proof does not repeat its root.
  const [start, ...rest] = fn === 0n ? [root1, ...proof] : proof;
  if (!start) return false;
  let fr = start;
  let sr = start;
  for (const hash of rest) {
    if (sn === 0n) return false;
    if (fn % 2n === 1n || fn === sn) {
      fr = nodeHash(hash, fr);
      sr = nodeHash(hash, sr);
      while (fn % 2n === 0n && fn !== 0n) {
        fn /= 2n;
        sn /= 2n;
      }
    } else {
      sr = nodeHash(sr, hash);
    }
    fn /= 2n;
    sn /= 2n;
  }
  return sn === 0n && sameBytes(fr, root1) && sameBytes(sr, root2);
}

/** A whole number as bigint; what is none becomes -1, which no check accepts. */
const natural = (value: number | bigint): bigint =>
  typeof value === 'bigint' ? value : Number.isSafeInteger(value) ? BigInt(value) : -1n;

const areHashes = (hashes: readonly Uint8Array[]): boolean =>
  hashes.every((hash) => hash.length === HASH_BYTES);
