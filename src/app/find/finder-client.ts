/** The page's side of the finder: asks a worker, or where there is none does the same here. One for each page. */
import { type DeviceDb, OWN_DB } from '../../store/device/db.ts';
import type { Asked, Command, Commands, Standing, Told } from '../../store/device/search/finder-protocol.ts';

type Ask = (asked: Asked) => void;
type Waiting = { answered: (answer: never) => void; failed: (reason: Error) => void };

export class FinderClient {
  #ask: Ask | null = null;
  readonly #early: Asked[] = [];
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<() => void>();
  #asked = 0;
  standing: Standing | null = null;

  constructor(db: DeviceDb) {
    // A worker opens the device's own database; whoever brings another (practice) is answered here.
    if (db.name !== OWN_DB || !this.#startWorker()) void this.#startHere(db);
  }

  /** False: this browser has no workers. */
  #startWorker(): boolean {
    if (typeof Worker === 'undefined') return false;
    const worker = new Worker(new URL('./finder.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => this.#hear(data));
    // What it could not be loaded for is said as a search that failed.
    worker.addEventListener('error', () => {
      for (const id of Array.from(this.#waiting.keys())) this.#hear({ type: 'failed', id });
    });
    // A worker has no origin of its own to be named.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.#ask = (asked) => worker.postMessage(asked);
    return true;
  }

  async #startHere(db: DeviceDb): Promise<void> {
    const { answerOf, openFinder } = await import('../../store/device/search/open-finder.ts');
    const finder = openFinder((standing) => this.#hear({ type: 'standing', standing }), db);
    this.#ask = (asked) =>
      void answerOf(finder, asked).then(
        (answer) => this.#hear({ type: 'answer', id: asked.id, answer }),
        () => this.#hear({ type: 'failed', id: asked.id }),
      );
    for (const asked of this.#early.splice(0)) this.#ask(asked);
  }

  #hear(told: Told): void {
    if (told.type === 'standing') {
      this.standing = told.standing;
      for (const listener of this.#listeners) listener();
      return;
    }
    const waiting = this.#waiting.get(told.id);
    this.#waiting.delete(told.id);
    if (told.type === 'answer') waiting?.answered(told.answer as never);
    else waiting?.failed(new Error('finder'));
  }

  /** @throws when this device's storage or the worker fails. */
  ask<C extends Command>(command: C, given: Commands[C]['given']): Promise<Commands[C]['answer']> {
    const asked = { id: (this.#asked += 1), command, given } as Asked;
    return new Promise((answered, failed) => {
      this.#waiting.set(asked.id, { answered, failed });
      if (this.#ask) this.#ask(asked);
      else this.#early.push(asked);
    });
  }

  readonly onStanding = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
