/**
 * Saves what is typed: after a pause of 400 ms, and at the latest 900 ms after the first unsaved letter, so that a killed
 * browser costs at most the last second. One save runs at a time; what changes meanwhile is saved next.
 */

export const PAUSE_MS = 400;
export const LATEST_MS = 900;

export interface Saver<Value> {
  /** A new value to be kept. */
  changed(value: Value): void;
  /** Saves now what is not saved yet; resolves when it is written, or failed. */
  flush(): Promise<void>;
  /** Forgets what is not saved and does nothing more. */
  stop(): void;
}

/** @param save writes one value; it must not throw. */
export function makeSaver<Value>(
  save: (value: Value) => Promise<void>,
  now: () => number = Date.now,
): Saver<Value> {
  let waiting: { value: Value; since: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let stopped = false;

  const run = async (): Promise<void> => {
    while (waiting) {
      const { value } = waiting;
      waiting = null;
      await save(value);
    }
    running = null;
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    // Without something to save `run` would end before it is noted, and be taken for running for ever.
    if (waiting) running ??= run();
    return running ?? Promise.resolve();
  };
  return {
    changed(value) {
      if (stopped) return;
      const since = waiting?.since ?? now();
      waiting = { value, since };
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), Math.max(0, Math.min(PAUSE_MS, since + LATEST_MS - now())));
    },
    flush,
    stop() {
      stopped = true;
      waiting = null;
      clearTimeout(timer);
    },
  };
}
