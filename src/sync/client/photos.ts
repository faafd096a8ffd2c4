/** Photos for showing: from this device, else fetched, checked by their hash, and kept. */
import { sha256All } from '../../log/hash.ts';
import { toHex } from '../../log/hex.ts';
import { imageType } from '../../store/device/device-blob-store.ts';
import type { Core } from './core.ts';

/** How much newer a photo's last use must be before it is written down, ms. */
const USE_STEP_MS = 3_600_000;

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
    const fetched = await this.fetchOnce(hash);
    return fetched === 'no-network' ? null : fetched;
  }

  /** Fetches a photo that is not here, unless it is on its way already. */
  async fetchOnce(hash: string): Promise<Fetched> {
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
}
