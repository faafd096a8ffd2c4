/**
 * Public answers that were made a moment ago, so that a village that opens a link together costs one page. What is kept
 * is named by everything that it depends on, so nothing stale is ever found; the ETag is of the bytes themselves.
 */
import { createHash } from 'node:crypto';

export interface Answer {
  status: 200 | 404;
  type: string;
  text: string;
  etag: string;
}

/** Characters kept in all. */
const ROOM = 8_000_000;

export const answerOf = (status: 200 | 404, type: string, text: string): Answer => ({
  status,
  type,
  text,
  etag: `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`,
});

export class KeptAnswers {
  readonly #kept = new Map<string, Answer>();
  #room = ROOM;

  /** @param name all that the answer depends on. */
  async get(name: string, make: () => Promise<Answer>): Promise<Answer> {
    const kept = this.#kept.get(name);
    if (kept) {
      this.#kept.delete(name);
      this.#kept.set(name, kept);
      return kept;
    }
    const made = await make();
    if (!this.#kept.has(name)) this.#keep(name, made);
    return made;
  }

  #keep(name: string, answer: Answer): void {
    this.#kept.set(name, answer);
    this.#room -= answer.text.length;
    for (const [oldest, { text }] of this.#kept) {
      if (this.#room >= 0 || oldest === name) break;
      this.#kept.delete(oldest);
      this.#room += text.length;
    }
  }
}
