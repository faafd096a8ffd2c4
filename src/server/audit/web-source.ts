/** A server, or a static copy of one: what anybody may read there, over HTTP. */
import { noteParts } from '../../log/checkpoint.ts';
import { decodeBodies } from '../../log/segment.ts';
import { decodeEntries, decodeTile, TILE_WIDTH, tilePath, tileWidth } from '../../log/tile.ts';
import { LOG_PATH } from '../../sync/witness-protocol.ts';
import { type AuditSource, type RawEntry, UnreadableSourceError } from './source.ts';

/** Ms for one answer. */
const TIMEOUT_MS = 60_000;

/** The size that a head claims; 0 when it is none. What it claims is checked by who reads the head. */
const claimedSize = (note: string | null): number => {
  const size = Number(note === null ? 0 : noteParts(note)?.text.split('\n')[1]);
  return Number.isSafeInteger(size) && size > 0 ? size : 0;
};

export class WebSource implements AuditSource {
  readonly #base: string;
  /** Heads as they were first read: the log may grow meanwhile. */
  readonly #heads = new Map<string, Promise<string | null>>();

  /** @param base address of the server; what follows its last slash is kept. */
  constructor(base: string) {
    this.#base = base.replace(/\/+$/, '');
  }

  async township(): Promise<string | null> {
    const answer = await this.#get('/api/township');
    if (!answer) return null;
    try {
      const { id } = JSON.parse(new TextDecoder().decode(answer)) as { id?: unknown };
      return typeof id === 'string' ? id : null;
    } catch {
      return null;
    }
  }

  async streams(known: readonly string[]): Promise<string[]> {
    const there: string[] = [];
    for (const stream of known) if ((await this.checkpoint(stream)) !== null) there.push(stream);
    return there;
  }

  checkpoint(stream: string): Promise<string | null> {
    const read = async (): Promise<string | null> => {
      const bytes = await this.#get(`${LOG_PATH}/${stream}/checkpoint`);
      const note = bytes && new TextDecoder().decode(bytes);
      // Some servers answer with a page for what is not there. Anything else in the place of a head is a wrong one.
      return note?.trimStart().startsWith('<') ? null : note;
    };
    const head = this.#heads.get(stream) ?? read();
    this.#heads.set(stream, head);
    return head;
  }

  async keptRoot(): Promise<null> {
    return null;
  }

  async borders(): Promise<string[]> {
    return [];
  }

  async entries(stream: string, from: number, to: number): Promise<RawEntry[]> {
    const size = claimedSize(await this.checkpoint(stream));
    const index = Math.floor(from / TILE_WIDTH);
    const width = tileWidth(0, index, size);
    if (from >= size || width === 0) return [];
    const [leafBytes, bodyBytes] = await Promise.all(
      (['entries', 'bodies'] as const).map((level) => this.#tile(stream, { level, index, width })),
    );
    const leaves = leafBytes && decodeEntries(leafBytes, width);
    const bodies = bodyBytes && decodeBodies(bodyBytes, width);
    if (!leaves || !bodies) return [];
    const start = index * TILE_WIDTH;
    return leaves
      .map((leaf, i) => ({ leaf: new TextDecoder().decode(leaf), body: bodies[i] ?? null }))
      .slice(from - start, to - start);
  }

  /** Hashes of a tile, for proofs. @throws UnreadableSourceError when it is not there. */
  async hashes(stream: string, level: number, index: number, width: number): Promise<Uint8Array[]> {
    const bytes = await this.#tile(stream, { level, index, width });
    const hashes = bytes && decodeTile(bytes, width);
    if (!hashes)
      throw new UnreadableSourceError(`缺少一块哈希 · a tile is missing: ${stream} ${level}/${index}`);
    return hashes;
  }

  file(hash: string): Promise<Uint8Array | null> {
    return this.#get(`/files/${hash}`);
  }

  async close(): Promise<void> {}

  #tile(stream: string, name: Parameters<typeof tilePath>[0]): Promise<Uint8Array | null> {
    return this.#get(`${LOG_PATH}/${stream}/${tilePath(name)}`);
  }

  /** Null: not there. @throws UnreadableSourceError when nobody answers. */
  async #get(path: string): Promise<Uint8Array | null> {
    try {
      const answer = await fetch(`${this.#base}${path}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
    } catch (error) {
      const cause =
        error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : '';
      throw new UnreadableSourceError(`连不上 · cannot be reached: ${this.#base}${path} (${cause})`);
    }
  }
}
