/** The world's time. It stands still until it is moved; timers run out in their order, each in its own process. */
import { as, type Owner } from './tasks.ts';

interface Timer {
  due: number;
  run: () => void;
  owner: Owner | null;
}

export class WorldClock {
  /** Ms since 1970. */
  ms: number;
  #timers: Timer[] = [];

  constructor(ms: number) {
    this.ms = ms;
  }

  /** A timer of a process; the result cancels it. It never runs when the process is dead by then. */
  after(owner: Owner | null, ms: number, run: () => void): () => void {
    const timer = { due: this.ms + ms, run, owner };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  }

  /** Ms until the next timer of a living process; null: there is none. */
  next(): number | null {
    const due = this.#timers.filter(({ owner }) => owner?.alive !== false).map((timer) => timer.due);
    return due.length > 0 ? Math.max(0, Math.min(...due) - this.ms) : null;
  }

  /** Moves on by so many ms; what has run out by then runs, and may be waited for with `between`. */
  async pass(ms: number, between: () => Promise<void>): Promise<void> {
    const end = this.ms + ms;
    for (;;) {
      const due = this.#timers.filter((timer) => timer.due <= end).sort((a, b) => a.due - b.due);
      const [first] = due;
      if (!first) break;
      this.#timers = this.#timers.filter((timer) => timer !== first);
      this.ms = Math.max(this.ms, first.due);
      if (first.owner?.alive === false) continue;
      as(first.owner, first.run);
      await between();
    }
    this.ms = end;
  }
}
