/**
 * Attachments for reading: from this device, else fetched in pieces, each kept as it comes, so that a line that breaks
 * costs one piece; checked by their hash when whole, and kept for the days without a network.
 */
import { Dexie } from 'dexie';
import { MIME, typeOfBytes } from '../../domain/attachment/file-type.ts';
import { sha256All } from '../../log/hash.ts';
import { toHex } from '../../log/hex.ts';
import type { DeviceDb } from '../../store/device/db.ts';
import type { Core } from './core.ts';
import type { FileFault, Outcome } from './device.ts';
import { done, failed } from './outcome.ts';

/** Bytes fetched at once. */
export const PIECE = 256 * 1024;

type Got = Outcome<Blob, FileFault>;
type Piece = { ok: true; bytes: Uint8Array; whole: boolean } | { ok: false; code: FileFault };

/** Place of the first byte of a `Content-Range`; null: none. */
const placeOf = (range: string | null): number | null => {
  const found = /^bytes (\d+)-\d+\//.exec(range ?? '');
  return found ? Number(found[1]) : null;
};

/** Bytes of a file that is being fetched which have come so far. For live queries. */
export async function fetchedSoFar(db: DeviceDb, hash: string): Promise<number> {
  const own = db.parts.where('[hash+from]').between([hash, Dexie.minKey], [hash, Dexie.maxKey]);
  return (await own.count()) * PIECE;
}

export class Files {
  readonly #core: Core;
  readonly #fetching = new Map<string, Promise<Got>>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** @param bytes size of the file, as the notice says. */
  async get(hash: string, bytes: number): Promise<Got> {
    if (!/^[0-9a-f]{64}$/.test(hash)) return failed('not-yet');
    const held = await this.#core.ports.blobs.row(hash).catch(() => null);
    if (held) return done(held.bytes);
    const running = this.#fetching.get(hash) ?? this.#fetch(hash, bytes);
    this.#fetching.set(hash, running);
    try {
      return await running;
    } finally {
      this.#fetching.delete(hash);
    }
  }

  async #fetch(hash: string, size: number): Promise<Got> {
    const { db } = this.#core.ports;
    const own = db.parts.where('[hash+from]').between([hash, Dexie.minKey], [hash, Dexie.maxKey]);
    // Without a table to keep them in, the pieces are kept here: shown now, and fetched again another time.
    const parts: Blob[] = await own.toArray().then(
      (rows) => rows.map((row) => row.bytes),
      () => [],
    );
    for (let from = parts.reduce((sum, part) => sum + part.size, 0); from < size;) {
      const piece = await this.#piece(hash, from, size);
      if (!piece.ok) return failed(piece.code);
      if (piece.whole) parts.length = 0;
      const bytes = new Blob([piece.bytes as BlobPart]);
      parts.push(bytes);
      if (piece.whole) break;
      await this.#core.ports.blobs.withRoom(() => db.parts.put({ hash, from, bytes })).catch(() => undefined);
      from += bytes.size;
    }
    const end = await this.#whole(hash, new Blob(parts));
    await own.delete().catch(() => 0);
    return end;
  }

  async #piece(hash: string, from: number, size: number): Promise<Piece> {
    const { http } = this.#core;
    const to = Math.min(size, from + PIECE) - 1;
    const call = {
      method: 'GET',
      path: `/files/${hash}`,
      headers: { range: `bytes=${from}-${to}` },
    } as const;
    const open = await http.raw(call);
    // What is not public yet is shown to who reviews it.
    const signer = open.ok || open.fault !== 'not-found' ? null : await this.#core.signer();
    const answer = signer ? await http.raw({ ...call, signer }) : open;
    if (!answer.ok) return { ok: false, code: answer.fault === 'not-found' ? 'not-yet' : 'no-network' };
    const { status, bytes, headers } = answer.value;
    // Somebody in between may not know of pieces, and sends the whole.
    if (status === 200) return { ok: true, bytes, whole: true };
    const fits = placeOf(headers.get('content-range')) === from && bytes.length === to - from + 1;
    return status === 206 && fits ? { ok: true, bytes, whole: false } : { ok: false, code: 'no-network' };
  }

  /** Checks what has come, and keeps it. */
  async #whole(hash: string, blob: Blob): Promise<Got> {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const [digest] = await sha256All([bytes]);
    const type = typeOfBytes(bytes);
    if (toHex(digest!) !== hash || !type) return failed('damaged');
    await this.#core.ports.blobs.put(hash, bytes).catch(() => {});
    return done(new Blob([bytes as BlobPart], { type: MIME[type].served }));
  }
}
