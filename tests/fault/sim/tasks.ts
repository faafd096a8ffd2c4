/**
 * The one event loop of the simulated world. What the in-memory IndexedDB does, it does in tasks of `setImmediate`; these
 * are kept here, each with the browser that it belongs to, and run one at a time. So the world knows when nothing more can
 * happen by itself, and a browser can be killed before any of its tasks: at any await.
 *
 * To be imported before anything that may schedule.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** A process that can be killed: a browser window. */
export interface Owner {
  alive: boolean;
  /** Tasks until it is killed. */
  left: number;
  /** Called when `left` has run out. */
  kill(): void;
}

interface Task {
  run: () => void;
  owner: Owner | null;
}

/** Work on the platform's own threads. */
interface Outsider {
  /** Resolves when it has ended. */
  ended: Promise<void>;
  /** Gives its end to whoever waits for it. */
  deliver: () => void;
}

const realImmediate = globalThis.setImmediate;
const owners = new AsyncLocalStorage<Owner | null>();
let queue: Task[] = [];
/** Work outside that has begun, in that order. */
let outsiders: Outsider[] = [];
/** Requests that the server is answering. */
let served = 0;

/** The event loop's own turn: all microtasks have run when it is over. */
const turn = (): Promise<void> => new Promise((resolve) => void realImmediate(resolve));

/** Puts the world's queue in the place of `setImmediate`, and has the reading of blobs, which Node does elsewhere, waited for. */
export function takeOverTasks(): void {
  const { arrayBuffer } = Blob.prototype;
  Blob.prototype.arrayBuffer = function (): Promise<ArrayBuffer> {
    return outside(() => arrayBuffer.call(this));
  };
  const scheduled = (run: (...args: unknown[]) => void, ...args: unknown[]): object => {
    queue.push({ run: () => run(...args), owner: owners.getStore() ?? null });
    return {};
  };
  Object.assign(globalThis, { setImmediate: scheduled });
}

/** Runs work as a part of this process; all that it starts belongs to it too. */
export const as = <Value>(owner: Owner | null, work: () => Value): Value => owners.run(owner, work);

/**
 * Work on the platform's own threads: files, and what WebCrypto does by itself. All else waits for it, and such works end in
 * the order in which they began, so that the world is the same however long they take.
 */
export function outside<Value>(work: () => Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const one = { deliver: () => {} } as Outsider;
    one.ended = work().then(
      (value) => void (one.deliver = () => resolve(value)),
      (error: unknown) => void (one.deliver = () => reject(error as Error)),
    );
    outsiders.push(one);
  });
}

/** Work of the server, beside which the rest of the world goes on; the world is not still before it has ended. */
export async function beside<Value>(work: () => Promise<Value>): Promise<Value> {
  served += 1;
  try {
    return await work();
  } finally {
    served -= 1;
  }
}

/** Waits for what began first, and hands its end on. */
async function awaitOutsider(first: Outsider): Promise<void> {
  await first.ended;
  if (outsiders[0] !== first) return;
  outsiders.shift();
  first.deliver();
}

function runNext(): void {
  const task = queue.shift()!;
  const { owner } = task;
  if (!owner) return task.run();
  if (!owner.alive) return;
  owner.left -= 1;
  if (owner.left <= 0) owner.kill();
  else owners.run(owner, task.run);
}

/** Turns of the event loop in which nothing came before the world counts as still. */
const STILL_TURNS = 2;

/** Runs what can run by itself, until nothing can. */
export async function settle(): Promise<void> {
  for (let still = 0; still < STILL_TURNS;) {
    await turn();
    const [first] = outsiders;
    if (first) await awaitOutsider(first);
    else if (queue.length > 0) runNext();
    still = queue.length > 0 || outsiders.length > 0 || served > 0 ? 0 : still + 1;
  }
}

/** Forgets tasks of a world that is over. */
export function dropTasks(): void {
  queue = [];
  outsiders = [];
}

/** A work that has not ended after so many rests of the world never will. */
const MOST_RESTS = 10_000;

/**
 * Runs the world until this work has ended; for work that needs nobody but the world itself.
 * @throws Error when it never ends: what it waits for has died.
 */
export async function drive<Value>(work: Promise<Value>): Promise<Value> {
  const state = { over: false };
  const ended = (): void => void (state.over = true);
  work.then(ended, ended);
  for (let rests = 0; !state.over; rests++) {
    if (rests > MOST_RESTS) throw new Error('sim: the world waits for what never comes');
    await settle();
  }
  return work;
}
