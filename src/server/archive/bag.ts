/**
 * A bag (BagIt 1.0, RFC 8493): payload below `data/`, its manifest, and tag files with a manifest of their own. The same
 * contents give the same bytes.
 */
import { createHash } from 'node:crypto';
import type { Sink } from './sink.ts';

export type Content = Uint8Array | string;
interface Written {
  path: string;
  digest: string;
  bytes: number;
}

const byPath = (a: Written, b: Written): number => (a.path < b.path ? -1 : 1);
const manifestOf = (files: Written[]): string =>
  files
    .toSorted(byPath)
    .map(({ path, digest }) => `${digest}  ${path}\n`)
    .join('');

export class Bag {
  readonly #sink: Sink;
  readonly #payload: Written[] = [];
  readonly #tags: Written[] = [];

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  async #write(path: string, content: Content): Promise<Written> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    await this.#sink.write(path, bytes);
    return { path, bytes: bytes.length, digest: createHash('sha256').update(bytes).digest('hex') };
  }

  /** Puts a file below `data/`. */
  async put(path: string, content: Content): Promise<void> {
    this.#payload.push(await this.#write(`data/${path}`, content));
  }

  /** Puts a file beside the payload. */
  async tag(path: string, content: Content): Promise<void> {
    this.#tags.push(await this.#write(path, content));
  }

  /**
   * Writes what RFC 8493 asks for.
   * @param info lines of bag-info.txt, in this order.
   * @returns the bag's fingerprint: SHA-256 of the last manifest, which stands for every byte of the bag, hex.
   */
  async end(info: [string, string][]): Promise<string> {
    const total = this.#payload.reduce((sum, { bytes }) => sum + bytes, 0);
    const lines = [...info, ['Payload-Oxum', `${total}.${this.#payload.length}`]];
    await this.tag('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    await this.tag('bag-info.txt', lines.map(([name, value]) => `${name}: ${value}\n`).join(''));
    await this.tag('manifest-sha256.txt', manifestOf(this.#payload));
    return (await this.#write('tagmanifest-sha256.txt', manifestOf(this.#tags))).digest;
  }
}
