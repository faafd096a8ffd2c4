/** Logs as texts, for the audit: of a bag on a disk, or in a page. */
import { parseStream } from '../../log/stream.ts';
import type { AuditSource, RawEntry } from '../audit/source.ts';
import { rawEntries, type StreamText } from './stream-text.ts';

export class TextSource implements AuditSource {
  readonly #texts: Map<string, StreamText>;
  readonly #entries: Map<string, RawEntry[]>;
  readonly #file: (hash: string) => Promise<Uint8Array | null>;

  /** A log whose lines do not pair up counts as one without records: its head says that there were some. */
  constructor(texts: StreamText[], file: (hash: string) => Promise<Uint8Array | null>) {
    this.#texts = new Map(texts.map((text) => [text.stream, text]));
    this.#entries = new Map(texts.map((text) => [text.stream, rawEntries(text) ?? []]));
    this.#file = file;
  }

  async township(): Promise<string | null> {
    const names = [...this.#texts.keys()].map(parseStream);
    return names.find((parts) => parts?.kind === 'registry')?.township ?? null;
  }

  async streams(): Promise<string[]> {
    return [...this.#texts.keys()];
  }

  async checkpoint(stream: string): Promise<string | null> {
    return this.#texts.get(stream)?.checkpoint ?? null;
  }

  async entries(stream: string, from: number, to: number): Promise<RawEntry[]> {
    return this.#entries.get(stream)?.slice(from, to) ?? [];
  }

  async borders(): Promise<string[]> {
    return [];
  }

  async keptRoot(): Promise<null> {
    return null;
  }

  file(hash: string): Promise<Uint8Array | null> {
    return this.#file(hash);
  }

  async close(): Promise<void> {}
}
