/**
 * Segments as files: made once, compressed once, and kept in `<data folder>/segments/<stream>/<n>/`. They are a cache of
 * the log: when one is lost it is made again, the same to the byte before compression.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';
import { encodeBodies, encodeLeaves, SEGMENT_SIZE } from '../log/segment.ts';
import { isMissing, writeDurably } from '../store/files/durable.ts';
import type { Entry } from '../store/log-store.ts';
import { Serial } from './serial.ts';
import { checkpointAt } from './township/border.ts';
import type { TownshipContext } from './township/plan.ts';

export type Encoding = 'br' | 'gzip' | 'identity';

const brotli = promisify(brotliCompress);
const unbrotli = promisify(brotliDecompress);
const zip = promisify(gzip);

/** Smaller costs much time, and it is made while somebody waits. */
const BROTLI_QUALITY = 7;

const compress = (text: string): Promise<Buffer> =>
  brotli(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });

const nameOf = (bodies: string): string => createHash('sha256').update(bodies).digest('hex').slice(0, 16);

const rowKey = (n: number): string => `bodies/${n}`;

export class Segments {
  readonly #context: TownshipContext;
  readonly #folder: string;
  readonly #serial = new Serial();
  #files = 0;

  /** @param folder made when it is needed. */
  constructor(context: TownshipContext, folder: string) {
    this.#context = context;
    this.#folder = folder;
  }

  /** The name of the bodies part now. The segment must be whole. */
  async bodiesName(stream: string, n: number): Promise<string> {
    const name = await this.#context.store.row(stream, rowKey(n));
    return typeof name === 'string' ? name : this.#serial.run(`${stream} ${n}`, () => this.#make(stream, n));
  }

  /** Makes it before anybody asks. */
  prepare(stream: string, n: number): Promise<unknown> {
    return this.bodiesName(stream, n);
  }

  /** The leaves part; null when the segment is not whole yet. */
  async leaves(stream: string, n: number, encoding: Encoding): Promise<Buffer | null> {
    if (!(await this.#isWhole(stream, n))) return null;
    return this.#part(stream, n, 'leaves', encoding);
  }

  /** The bodies part of this name; null when there is none, or it has another name now. */
  async bodies(stream: string, n: number, name: string, encoding: Encoding): Promise<Buffer | null> {
    if (!(await this.#isWhole(stream, n)) || (await this.bodiesName(stream, n)) !== name) return null;
    return this.#part(stream, n, `bodies-${name}`, encoding);
  }

  /** Resolves when nothing is being made. */
  idle(): Promise<void> {
    return this.#serial.idle();
  }

  async #isWhole(stream: string, n: number): Promise<boolean> {
    const head = await this.#context.store.head(stream);
    return head !== null && (n + 1) * SEGMENT_SIZE <= head.size;
  }

  #path(stream: string, n: number, file: string): string {
    return join(this.#folder, ...stream.split('/'), String(n), file);
  }

  async #part(stream: string, n: number, part: string, encoding: Encoding): Promise<Buffer> {
    const file = `${part}.${encoding === 'gzip' ? 'gz' : 'br'}`;
    let bytes = await this.#read(stream, n, file);
    if (!bytes) {
      await this.#serial.run(`${stream} ${n}`, () => this.#make(stream, n));
      bytes = await this.#read(stream, n, file);
    }
    if (!bytes) throw new Error('segments: a part could not be kept');
    return encoding === 'identity' ? unbrotli(bytes) : bytes;
  }

  async #read(stream: string, n: number, file: string): Promise<Buffer | null> {
    try {
      return await readFile(this.#path(stream, n, file));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** Makes the four files and the row with the bodies' name. */
  async #make(stream: string, n: number): Promise<string> {
    const { store, signer } = this.#context;
    const from = n * SEGMENT_SIZE;
    const head = await store.head(stream);
    const entries = await store.read(stream, from, from + SEGMENT_SIZE);
    if (!head || entries.length < SEGMENT_SIZE) throw new RangeError('segments: not whole yet');
    const note = await checkpointAt(store, head, from + SEGMENT_SIZE, signer);
    const leaves = encodeLeaves(
      note ?? '',
      entries.map((entry: Entry) => entry.leaf),
    );
    const bodies = encodeBodies(entries.map((entry: Entry) => entry.body));
    const name = nameOf(bodies);
    await mkdir(this.#path(stream, n, ''), { recursive: true });
    for (const [part, text] of [
      ['leaves', leaves],
      [`bodies-${name}`, bodies],
    ] as const) {
      await this.#write(this.#path(stream, n, `${part}.br`), await compress(text));
      await this.#write(this.#path(stream, n, `${part}.gz`), await zip(text));
    }
    await store.putRows([{ stream, key: rowKey(n), value: name }]);
    return name;
  }

  #write(path: string, bytes: Buffer): Promise<void> {
    this.#files += 1;
    return writeDurably(path, bytes, `${path}.${process.pid}-${this.#files}`);
  }
}
