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
import { writeDurably } from '../store/files/durable.ts';
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

/** The files of one segment, by their names, and the name of its bodies. */
interface Made {
  name: string;
  files: Map<string, Buffer>;
}

const extension = (encoding: Encoding): string => (encoding === 'gzip' ? 'gz' : 'br');

export class Segments {
  readonly #context: TownshipContext;
  readonly #folder: string;
  readonly #notKept: (error: unknown) => void;
  readonly #serial = new Serial();
  #written = 0;

  /**
   * @param folder made when it is needed.
   * @param notKept is told why something could not be kept (the disk is full): it is served all the same.
   */
  constructor(context: TownshipContext, folder: string, notKept: (error: unknown) => void) {
    this.#context = context;
    this.#folder = folder;
    this.#notKept = notKept;
  }

  /** The name of the bodies part now. The segment must be whole. */
  async bodiesName(stream: string, n: number): Promise<string> {
    const name = await this.#context.store.row(stream, rowKey(n));
    return typeof name === 'string' ? name : (await this.#made(stream, n)).name;
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
    const file = `${part}.${extension(encoding)}`;
    const kept = await readFile(this.#path(stream, n, file)).catch(() => null);
    const bytes = kept ?? (await this.#made(stream, n, file)).files.get(file);
    if (!bytes) throw new Error('segments: a part has another name than its bodies give');
    return encoding === 'identity' ? unbrotli(bytes) : bytes;
  }

  /** Makes the segment, unless another has made `file` in the meantime. */
  #made(stream: string, n: number, file?: string): Promise<Made> {
    return this.#serial.run(`${stream} ${n}`, async () => {
      const kept = file ? await readFile(this.#path(stream, n, file)).catch(() => null) : null;
      if (kept && file) return { name: '', files: new Map([[file, kept]]) };
      const made = await this.#make(stream, n);
      await this.#keep(stream, n, made).catch(this.#notKept);
      return made;
    });
  }

  async #make(stream: string, n: number): Promise<Made> {
    const { store, signer } = this.#context;
    const from = n * SEGMENT_SIZE;
    const head = await store.head(stream);
    const entries = await store.read(stream, from, from + SEGMENT_SIZE);
    if (!head || entries.length < SEGMENT_SIZE) throw new RangeError('segments: not whole yet');
    const note = (await checkpointAt(store, head, from + SEGMENT_SIZE, signer)) ?? '';
    const leaves = encodeLeaves(
      note,
      entries.map(({ leaf }) => leaf),
    );
    const bodies = encodeBodies(entries.map(({ body }) => body));
    const name = nameOf(bodies);
    const files = new Map<string, Buffer>();
    for (const [part, text] of [
      ['leaves', leaves],
      [`bodies-${name}`, bodies],
    ] as const) {
      files.set(`${part}.br`, await compress(text));
      files.set(`${part}.gz`, await zip(text));
    }
    return { name, files };
  }

  /** The files first, and then the row that says they are there. */
  async #keep(stream: string, n: number, { name, files }: Made): Promise<void> {
    await mkdir(this.#path(stream, n, ''), { recursive: true });
    for (const [file, bytes] of files) {
      const path = this.#path(stream, n, file);
      this.#written += 1;
      await writeDurably(path, bytes, `${path}.${process.pid}-${this.#written}`);
    }
    await this.#context.store.putRows([{ stream, key: rowKey(n), value: name }]);
  }
}
