/** Photos for showing: from this device, else fetched, checked by their hash, and kept. */
import type { LightNotice } from '../../domain/board/board.ts';
import { parseHeader } from '../../log/event.ts';
import { sha256All } from '../../log/hash.ts';
import { toHex } from '../../log/hex.ts';
import { parseLeaf } from '../../log/leaf.ts';
import { publicStream, type TownshipId } from '../../log/stream.ts';
import { imageType } from '../../store/device/device-blob-store.ts';
import type { Core } from './core.ts';
import { identityOf } from './status.ts';
import { Dexie } from 'dexie';

/** What a tablet keeps of photos that nobody has opened yet, bytes. */
const PREFETCH_BYTES = 100 * 1024 * 1024;
/** How much newer a photo's last use must be before it is written down, ms. */
const USE_STEP_MS = 3_600_000;

/** Events that say what a notice's text and photos are. */
const TEXTS = new Set(['notice.published', 'notice.corrected']);

/** Null: the server has it not, or something else in its place. */
type Fetched = Blob | 'no-network' | null;

export class Photos {
  readonly #core: Core;
  readonly #fetching = new Map<string, Promise<Fetched>>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** Null: not to be had now. */
  async get(hash: string): Promise<Blob | null> {
    if (!/^[0-9a-f]{64}$/.test(hash)) return null;
    const held = await this.#held(hash);
    if (held) return held;
    const fetched = await this.#fetchOnce(hash);
    return fetched === 'no-network' ? null : fetched;
  }

  async #fetchOnce(hash: string): Promise<Fetched> {
    const running = this.#fetching.get(hash) ?? this.#fetch(hash);
    this.#fetching.set(hash, running);
    try {
      return await running;
    } finally {
      this.#fetching.delete(hash);
    }
  }

  async #held(hash: string): Promise<Blob | null> {
    const { blobs, db, now } = this.#core.ports;
    const row = await blobs.row(hash).catch(() => null);
    if (!row) return null;
    const isOld = now() - Date.parse(row.usedAt) > USE_STEP_MS;
    // Only to know what to drop first; a full storage must not keep a photo from being shown.
    if (isOld) await db.blobs.update(hash, { usedAt: new Date(now()).toISOString() }).catch(() => 0);
    return row.bytes;
  }

  async #fetch(hash: string): Promise<Fetched> {
    const { http, ports } = this.#core;
    const path = `/files/${hash}`;
    const open = await http.raw({ method: 'GET', path });
    // What is not public yet is shown to who reviews it: asked for by name, only when anybody's way has failed.
    const signer = open.ok || open.fault !== 'not-found' ? null : await this.#core.signer();
    const answer = signer ? await http.raw({ method: 'GET', path, signer }) : open;
    if (!answer.ok) return answer.fault === 'no-network' ? 'no-network' : null;
    const { bytes } = answer.value;
    const [digest] = await sha256All([bytes]);
    const type = imageType(bytes);
    if (toHex(digest!) !== hash || !type) return null;
    await ports.blobs.put(hash, bytes).catch(() => {}); // No room: shown, and fetched again another time.
    return new Blob([bytes as BlobPart], { type });
  }

  /** On a tablet: fetches the photos of the newest notices before anybody asks, as far as there is room. */
  async prefetch(): Promise<void> {
    const { db } = this.#core.ports;
    const identity = await identityOf(db);
    if (identity?.kind !== 'tablet') return;
    const stream = publicStream(identity.township as TownshipId, identity.unit);
    let room = PREFETCH_BYTES;
    const pages = db.pages
      .where('[stream+page]')
      .between([stream, Dexie.minKey], [stream, Dexie.maxKey])
      .reverse();
    for (const key of await pages.primaryKeys()) {
      const notices = (await db.pages.get(key))?.notices ?? [];
      for (const notice of [...notices].reverse()) {
        for (const file of await this.#filesOf(stream, notice)) {
          room -= file.bytes;
          if (room < 0) return;
          if (await this.#core.ports.blobs.has(file.hash)) continue;
          // Without a network there is no use in asking for the others; one that is still on its way stops none.
          if ((await this.#fetchOnce(file.hash)) === 'no-network') return;
        }
      }
    }
  }

  /** Attachments of what a notice says now, its latest text: later events are about it. A withdrawn one is not shown. */
  async #filesOf(stream: string, notice: LightNotice): Promise<{ hash: string; bytes: number }[]> {
    if (!notice.photo || notice.withdrawn) return [];
    for (const number of [...notice.history].reverse()) {
      const { leaves } = await this.#core.ports.log.readRun(stream, number, number + 1);
      const leaf = parseLeaf(leaves[0] ?? '');
      const parsed = leaf && parseHeader(leaf.header);
      if (parsed?.ok && TEXTS.has(parsed.header.type)) return parsed.header.files;
    }
    return [];
  }
}
