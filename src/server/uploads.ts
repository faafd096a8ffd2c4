/**
 * Files that devices send, piece by piece. A file is taken in only when an accepted event names it, only when it
 * is a photo or a document that residents may be given, and a receipt is given only when it is whole, right, and on the disk.
 */
import { createHash } from 'node:crypto';
import { signFileReceipt } from '../log/file-receipt.ts';
import type { Storage } from './storage.ts';
import { mayBecome, TYPE_BYTES } from '../domain/attachment/file-type.ts';
import { type ErrorCode, MAX_FILE_BYTES, MAX_PHOTO_BYTES, type UploadState } from '../sync/protocol.ts';
import { imageType } from './image-type.ts';
import { type ServedFile, servedFile } from './served-file.ts';
import { Serial } from './serial.ts';
import { expectedFile } from './township/expected-files.ts';
import type { TownshipContext } from './township/plan.ts';

export type UploadFault = Extract<
  ErrorCode,
  'file-not-expected' | 'file-type-refused' | 'file-hash-mismatch' | 'offset-mismatch' | 'too-large'
>;
export type UploadOutcome =
  | { ok: true; state: UploadState }
  /** `received`: where to go on. */
  | { ok: false; code: UploadFault; received: number };

const refused = (code: UploadFault, received = 0): UploadOutcome => ({ ok: false, code, received });

/** Half a file that nobody goes on with is dropped after this long, ms. */
export const PARTIAL_KEPT_MS = 60 * 86_400_000;

/** Types of files that are remembered. */
const TYPES_REMEMBERED = 10_000;

export class Uploads {
  readonly #context: TownshipContext;
  readonly #storage: Pick<Storage, 'blobs' | 'partial'>;
  readonly #serial = new Serial();
  readonly #types = new Map<string, ServedFile>();

  constructor(context: TownshipContext, storage: Pick<Storage, 'blobs' | 'partial'>) {
    this.#context = context;
    this.#storage = storage;
  }

  /** How much of the file has arrived, and its receipt when it is whole. @throws StorageError */
  state(hash: string): Promise<UploadOutcome> {
    return this.#serial.run(hash, async () => {
      const expected = await expectedFile(this.#context.store, this.#context.id, hash);
      if (!expected) return refused('file-not-expected');
      return (await this.#whole(hash)) ?? this.#arriving(hash);
    });
  }

  /**
   * Takes the next bytes. A file that is whole already is answered with its receipt, whatever comes.
   * @throws StorageError; what had arrived before is still there.
   */
  add(hash: string, offset: number, bytes: Uint8Array): Promise<UploadOutcome> {
    return this.#serial.run(hash, async () => {
      const expected = await expectedFile(this.#context.store, this.#context.id, hash);
      if (!expected) return refused('file-not-expected');
      const whole = await this.#whole(hash);
      if (whole) return whole;
      const { partial } = this.#storage;
      const received = await partial.received(hash);
      if (offset !== received) return refused('offset-mismatch', received);
      const sizes = expected.sizes.filter((size) => size <= MAX_FILE_BYTES);
      if (received + bytes.length > Math.max(0, ...sizes)) return refused('too-large', received);
      await partial.append(hash, received, bytes);
      return this.#judge(hash, received, received + bytes.length, sizes);
    });
  }

  /**
   * A whole file, for giving away; null when there is none that may be.
   * `offices`: only who may read one of these units' office streams may see it; undefined: anybody.
   */
  async read(
    hash: string,
  ): Promise<(ServedFile & { bytes: Uint8Array; offices: string[] | undefined }) | null> {
    const expected = await expectedFile(this.#context.store, this.#context.id, hash);
    if (!expected) return null;
    const bytes = await this.#storage.blobs.get(hash);
    const served = bytes && this.#served(hash, bytes);
    return served ? { ...served, bytes, offices: expected.offices } : null;
  }

  /** What a file is, found out once: a device that takes it in pieces asks often. */
  #served(hash: string, bytes: Uint8Array): ServedFile | null {
    const known = this.#types.get(hash) ?? servedFile(bytes);
    if (!known) return null;
    if (this.#types.size >= TYPES_REMEMBERED) this.#types.clear();
    this.#types.set(hash, known);
    return known;
  }

  /** After some bytes more: may it be taken, is it whole, is it right? */
  async #judge(hash: string, before: number, received: number, sizes: number[]): Promise<UploadOutcome> {
    const { partial, blobs } = this.#storage;
    const drop = async (code: UploadFault): Promise<UploadOutcome> => {
      await partial.drop(hash);
      return refused(code);
    };
    const isLast = received === Math.max(...sizes);
    const mayBeWhole = sizes.includes(received);
    const showsType = before < TYPE_BYTES && (received >= TYPE_BYTES || isLast);
    if (!mayBeWhole && !showsType) return this.#arriving(hash);
    const bytes = await partial.read(hash);
    const isPhoto = imageType(bytes) !== null;
    if (showsType && !isPhoto && !mayBecome(bytes)) return drop('file-type-refused');
    if (isPhoto && Math.min(...sizes) > MAX_PHOTO_BYTES) return drop('too-large');
    if (!mayBeWhole) return this.#arriving(hash);
    if (createHash('sha256').update(bytes).digest('hex') !== hash) {
      // Another event may have given a larger size for this hash.
      return isLast ? drop('file-hash-mismatch') : this.#arriving(hash);
    }
    if (!servedFile(bytes)) return drop('file-type-refused');
    await blobs.put(hash, bytes);
    await partial.drop(hash);
    return (await this.#whole(hash)) ?? this.#arriving(hash);
  }

  async #arriving(hash: string): Promise<UploadOutcome> {
    return {
      ok: true,
      state: { hash, received: await this.#storage.partial.received(hash), receipt: null },
    };
  }

  /** The receipt of a whole file. */
  async #whole(hash: string): Promise<UploadOutcome | null> {
    if (!(await this.#storage.blobs.has(hash))) return null;
    const { length } = (await this.#storage.blobs.get(hash)) ?? { length: 0 };
    const { id, signer } = this.#context;
    const receipt = await signFileReceipt(id, { hash, bytes: length }, signer);
    return { ok: true, state: { hash, received: length, receipt } };
  }
}
