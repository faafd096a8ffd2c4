/** Files as the practice township takes them: what has come waits in memory, what is whole goes into its database. */
import { toBase64 } from '../log/base64.ts';
import { signFileReceipt } from '../log/file-receipt.ts';
import { utf8 } from '../log/hex.ts';
import { expectedFile } from '../server/township/expected-files.ts';
import type { TownshipContext } from '../server/township/plan.ts';
import { type BlobStore, StorageError } from '../store/log-store.ts';
import { refusal } from './answers.ts';

const joined = (one: Uint8Array, other: Uint8Array): Uint8Array => {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
};

export class PracticeUploads {
  readonly #context: TownshipContext;
  readonly #blobs: BlobStore;
  readonly #partial = new Map<string, Uint8Array>();

  constructor(context: TownshipContext, blobs: BlobStore) {
    this.#context = context;
    this.#blobs = blobs;
  }

  /** How much of a file is here. */
  async state(hash: string): Promise<Response> {
    const whole = await this.#blobs.get(hash);
    if (whole) return this.#held(hash, whole.length);
    const expected = await expectedFile(this.#context.store, this.#context.id, hash);
    if (!expected) return refusal('file-not-expected');
    return this.#answer(hash, this.#partial.get(hash)?.length ?? 0, null);
  }

  /** The next bytes. */
  async add(hash: string, offset: number, bytes: Uint8Array): Promise<Response> {
    const { store, id } = this.#context;
    const whole = await this.#blobs.get(hash);
    if (whole) return this.#held(hash, whole.length);
    const expected = await expectedFile(store, id, hash);
    if (!expected) return refusal('file-not-expected');
    const before = this.#partial.get(hash) ?? new Uint8Array(0);
    if (offset !== before.length) return refusal('offset-mismatch');
    const now = joined(before, bytes);
    this.#partial.set(hash, now);
    if (!expected.sizes.includes(now.length)) return this.#answer(hash, now.length, null);
    this.#partial.delete(hash);
    try {
      await this.#blobs.put(hash, now);
    } catch (error) {
      const mismatch = error instanceof StorageError && error.fault === 'hash-mismatch';
      return refusal(mismatch ? 'file-hash-mismatch' : 'storage-full');
    }
    return this.#held(hash, now.length);
  }

  /** A file that is here whole. */
  async read(hash: string): Promise<Response> {
    const bytes = await this.#blobs.get(hash);
    return bytes ? new Response(bytes as BodyInit, { status: 200 }) : refusal('not-found');
  }

  async #held(hash: string, bytes: number): Promise<Response> {
    const { id, signer } = this.#context;
    return this.#answer(hash, bytes, await signFileReceipt(id, { hash, bytes }, signer));
  }

  #answer(hash: string, received: number, receipt: string | null): Response {
    const headers = {
      'content-type': 'application/json',
      'upload-offset': String(received),
      ...(receipt && { 'upload-receipt': toBase64(utf8(receipt)) }),
    };
    return new Response(JSON.stringify({ hash, received, receipt }), { status: 200, headers });
  }
}
