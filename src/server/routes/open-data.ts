/** What all open data has in common: how it is sent, and that it is made once while the log stays as it is. */
import type { FastifyReply } from 'fastify';
import type { LocalDate } from '../../domain/time.ts';
import type { Site } from '../host.ts';

/** Seconds. */
const MAX_AGE = 600;

/** Sends a file to whoever asks, from whatever page. @param type without its charset. */
export const sendOpen = (reply: FastifyReply, type: string, text: string): FastifyReply =>
  reply
    .header('cache-control', `public, max-age=${MAX_AGE}`)
    .header('access-control-allow-origin', '*')
    .type(`${type}; charset=utf-8`)
    .send(text);

/** What was made of each year that was asked for, until the log grows or the day ends: reading every board is dear. */
export class KeptYears<Made> {
  #name = '';
  readonly #years = new Map<number, Promise<Made>>();

  async of(site: Site, year: number, today: LocalDate, make: () => Promise<Made>): Promise<Made> {
    const heads = await site.township.context.store.heads();
    const name = `${site.township.id} ${today} ${heads.reduce((sum, { size }) => sum + size, 0)}`;
    if (name !== this.#name) this.#years.clear();
    this.#name = name;
    const made = this.#years.get(year) ?? make();
    this.#years.set(year, made);
    made.catch(() => this.#years.delete(year));
    return made;
  }
}
