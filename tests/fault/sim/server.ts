/**
 * The township's real server in the simulated world: its routes, its rules, its SQLite, asked without a socket. Its folder
 * lies in memory where the machine has such a place. It can be killed before any of its store's answers, started again,
 * and find its disk full.
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { Host } from '../../../src/server/host.ts';
import { createApp } from '../../../src/server/http/app.ts';
import { Setup } from '../../../src/server/setup.ts';
import { openStorage, type Storage } from '../../../src/server/storage.ts';
import { readAppFiles } from '../../../src/server/web/app-files.ts';
import { type LogStore, StorageError } from '../../../src/store/log-store.ts';
import type { Answer, Request } from './network.ts';
import { as, beside, outside } from './tasks.ts';

const MEMORY = '/dev/shm';
const SILENT = pino({ level: 'silent' });
/** The simulation asks more than a village ever does. */
const NO_LIMIT = 1_000_000_000;

const never = (): Promise<never> => new Promise(() => {});

/** An empty folder for a server's data, in memory where there is such a place. */
export const worldFolder = (): string =>
  mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'gongkailan-sim-'));

/** The same, each of whose methods is work outside. */
const awaited = <Files extends object>(files: Files): Files =>
  new Proxy(files, {
    get: (target, name) => {
      const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
      return (...args: unknown[]) => outside(() => method.apply(target, args));
    },
  });

/** A storage whose files, unlike its database, are read and written on other threads. */
const filesOutside = (storage: Storage): Storage => ({
  ...storage,
  blobs: awaited(storage.blobs),
  partial: awaited(storage.partial),
});

/** One run of the server, from its start to its end. */
interface Run {
  app: FastifyInstance;
  host: Host;
  storage: Storage;
  setup: Setup;
  /** Answers of the store until it is killed. */
  left: number;
  alive: boolean;
  /** Requests that are being answered: they end when it is killed. */
  open: Set<() => void>;
}

export class SimServer {
  readonly dir = worldFolder();
  readonly #now: () => number;
  #run: Run | null = null;
  diskIsFull = false;

  /** @param from a folder whose content it starts with. */
  constructor(now: () => number, from?: string) {
    this.#now = now;
    if (from) cpSync(from, this.dir, { recursive: true });
  }

  get run(): Run {
    if (!this.#run) throw new Error('sim: the server is down');
    return this.#run;
  }

  get isUp(): boolean {
    return this.#run !== null;
  }

  /** Starts it, unless it runs. */
  async start(): Promise<void> {
    if (!this.#run) this.#run = await beside(() => this.#open());
  }

  async #open(): Promise<Run> {
    const storage = filesOutside(await openStorage(this.dir));
    const run = { left: Infinity, alive: true, open: new Set<() => void>(), storage } as Run;
    const mortal = { ...storage, log: this.#mortal(storage.log, run) };
    const now = this.#now;
    run.host = await Host.open(mortal, { dataDir: this.dir, now, log: SILENT, messages: null });
    run.setup = new Setup(run.host);
    const distDir = join(this.dir, 'dist');
    run.app = await createApp({
      context: { host: run.host, setup: run.setup, now, version: 'sim', yearScript: null },
      log: SILENT,
      files: await readAppFiles(distDir),
      assetsDirs: [],
      requestsPerMinute: NO_LIMIT,
    });
    await run.app.ready();
    return run;
  }

  /** A store whose process can die before any of its answers, and whose disk can be full. */
  #mortal(store: LogStore, run: Run): LogStore {
    return new Proxy(store, {
      get: (target, name: keyof LogStore) => {
        const method = target[name] as (...args: unknown[]) => Promise<unknown>;
        return async (...args: unknown[]) => {
          if (!run.alive) return never();
          if (this.diskIsFull && (name === 'append' || name === 'putRows')) throw new StorageError('full');
          const answer = await method.apply(target, args);
          run.left -= 1;
          if (run.left <= 0) this.#die(run);
          return run.alive ? answer : never();
        };
      },
    });
  }

  /** What was stored is stored; nothing more is answered. */
  #die(run: Run): void {
    run.alive = false;
    for (const end of run.open) end();
    if (this.#run === run) this.#run = null;
    void run.storage.close();
  }

  kill(): void {
    if (this.#run) this.#die(this.#run);
  }

  /** Answers a request; null: it is down, or died before it answered. */
  async serve({ method, path, headers, body }: Request): Promise<Answer | null> {
    const run = this.#run;
    if (!run) return null;
    return as(null, () =>
      beside(async () => {
        const died = new Promise<null>((resolve) => void run.open.add(() => resolve(null)));
        const answered = run.app
          .inject({
            method: method as 'GET',
            url: path,
            headers,
            ...(body ? { payload: Buffer.from(body) } : {}),
          })
          .catch(() => null);
        const answer = await Promise.race([died, answered]);
        if (!answer) return null;
        const kept = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
        return {
          status: answer.statusCode,
          headers: Object.fromEntries(kept) as Record<string, string>,
          bytes: new Uint8Array(answer.rawPayload),
        };
      }),
    );
  }

  /** Ends it in order. What it keeps stays in its folder. */
  async close(): Promise<void> {
    const run = this.#run;
    this.#run = null;
    if (!run) return;
    run.alive = true;
    await beside(async () => {
      await run.app.close();
      await run.host.close();
    });
  }

  /** Removes its folder. */
  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}
