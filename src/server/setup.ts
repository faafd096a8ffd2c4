/**
 * The first run: a code, printed where the server was started, shows that who sets it up is who runs it.
 * The same setup sent twice (its answer was lost on the way) gets the same answer; the recovery seed is given to nobody else.
 */
import { randomInt, timingSafeEqual, createHash } from 'node:crypto';
import { eventId, type SignedEvent } from '../log/event.ts';
import type { Host } from './host.ts';
import type { Founding } from './township/founding.ts';

/** Without letters and digits that look alike. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const GROUPS = 3;
const GROUP = 4;
/** For so long the same setup is answered again, ms. */
const REPEAT_MS = 10 * 60_000;

/** E.g. `7GKM-2RWD-XT9C`: 59 bits. */
export const newSetupCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  ).join('-');

export type SetupFault =
  { ok: false; code: 'wrong-code' | 'already-set-up' } | { ok: false; code: 'bad-request'; detail: string };

const digest = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))
    .digest();

export class Setup {
  /** Null: the server had been set up when it started. */
  readonly code: string | null;
  readonly #host: Host;
  #done: { founding: string; answer: { township: string; recovery: string }; at: number } | null = null;

  constructor(host: Host) {
    this.#host = host;
    this.code = host.site ? null : newSetupCode();
  }

  /** Whether this is the code, typed with or without its dashes. */
  knows(code: string): boolean {
    return this.code !== null && timingSafeEqual(digest(code), digest(this.code));
  }

  /** Step 1. @throws StorageError */
  async begin(code: string): Promise<{ ok: true; logKey: string } | SetupFault> {
    if (this.code === null || this.#host.site) return { ok: false, code: 'already-set-up' };
    if (!this.knows(code)) return { ok: false, code: 'wrong-code' };
    return { ok: true, logKey: (await this.#host.makeKey()).signer.publicKey };
  }

  /** Step 2. @throws StorageError */
  async found(
    code: string,
    events: SignedEvent[],
  ): Promise<{ ok: true; township: string; recovery: string } | SetupFault> {
    if (this.code === null) return { ok: false, code: 'already-set-up' };
    if (!this.knows(code)) return { ok: false, code: this.#host.site ? 'already-set-up' : 'wrong-code' };
    const founding = eventId(events[0]?.header ?? '');
    const now = this.#host.options.now();
    if (this.#done?.founding === founding && now - this.#done.at < REPEAT_MS) {
      return { ok: true, ...this.#done.answer };
    }
    const outcome = await this.#host.found(events);
    if (!outcome.ok) return faultOf(outcome);
    const answer = { township: outcome.township, recovery: (await this.#host.makeKey()).seed };
    this.#done = { founding, answer, at: now };
    return { ok: true, ...answer };
  }
}

const faultOf = (founding: Founding & { ok: false }): SetupFault =>
  'number' in founding
    ? { ok: false, code: 'bad-request', detail: `event ${founding.number}: ${founding.code}` }
    : { ok: false, code: founding.code };
