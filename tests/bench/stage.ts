/** What every benchmark runs on: a filled server, and pages of real Chromium with empty storage and empty caches. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { PROTOCOL_VERSION, type StreamPart, type SyncResponse } from '../../src/sync/protocol.ts';
import type { SignedEvent } from '../../src/log/event.ts';
import { publicStream, type TownshipId } from '../../src/log/stream.ts';
import { SqliteLogStore } from '../../src/store/sqlite/log-store.ts';
import { ensureChromium } from '../helpers/chromium.ts';
import { fill, UNIT } from './filling.ts';
import type { Bench } from './page/bench.ts';

const HERE = import.meta.dirname;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
/** The floor's file, among the hashed assets so that it is served compressed by brotli. */
export const FLOOR_PATH = '/assets/floor.json';

declare global {
  interface Window {
    bench: Bench;
  }
}

export interface Filled {
  township: TownshipId;
  port: number;
  /** `http://localhost:<port>`. */
  origin: string;
  /** Takes events in over HTTP, and says the unit's head. */
  sync(events: SignedEvent[]): Promise<StreamPart>;
  close(): Promise<void>;
}

export class Stage {
  readonly #folder = mkdtempSync(join(tmpdir(), 'gongkailan-bench-'));
  readonly #page: string;
  #browser: Browser | null = null;

  private constructor() {
    this.#page = join(this.#folder, 'page');
  }

  /** Builds the page from the client's sources, and starts a browser. */
  static async open(): Promise<Stage> {
    const stage = new Stage();
    await build({
      configFile: false,
      root: join(HERE, 'page'),
      logLevel: 'error',
      build: { outDir: stage.#page, emptyOutDir: true, target: ['chrome87', 'safari14'] },
    });
    const found = await ensureChromium();
    if ('fault' in found) throw new Error(found.fault);
    stage.#browser = await chromium.launch({ executablePath: found.path, args: FLAGS });
    return stage;
  }

  /** A server whose first village has so many notices. */
  async filled(count: number): Promise<Filled> {
    const own = mkdtempSync(join(this.#folder, 'server-'));
    const data = join(own, 'data');
    const dist = join(own, 'dist');
    mkdirSync(data);
    cpSync(this.#page, dist, { recursive: true });
    const township = await fill(data, dist, count);
    await writeFloor(data, dist, township);
    const child = spawn(process.execPath, [join(HERE, 'server.ts'), data, dist], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [port] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
    const origin = `http://localhost:${port}`;
    await untilCompressed(`http://127.0.0.1:${port}${FLOOR_PATH}`);
    return {
      township,
      port: Number(port),
      origin,
      sync: (events) => sync(Number(port), township, events),
      close: async () => {
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await gone;
      },
    };
  }

  /** A page without storage, cache or service worker; closed after `work`. */
  async freshPage<Value>(origin: string, work: (page: Page) => Promise<Value>): Promise<Value> {
    const context = await this.#browser!.newContext();
    try {
      const page = await context.newPage();
      // An address of the app: those of boards are answered with public pages.
      await page.goto(`${origin}/bench`, { waitUntil: 'load' });
      await page.waitForFunction(() => 'bench' in window);
      return await work(page);
    } finally {
      await context.close();
    }
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The same content as one file: an array of rows. */
async function writeFloor(data: string, dist: string, township: TownshipId): Promise<void> {
  const store = SqliteLogStore.open(join(data, 'log.db'));
  const entries = await store.read(publicStream(township, UNIT), 0, Infinity);
  await store.close();
  const rows = entries.map(({ leaf, body }, n) => ({ n, leaf, body }));
  writeFileSync(join(dist, FLOOR_PATH), JSON.stringify(rows));
}

/** The server compresses its assets after the start; the floor must not be measured before. */
async function untilCompressed(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const response = await fetch(url, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    if (response.headers.get('content-encoding') === 'br') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('bench: the floor was not compressed');
}

async function sync(port: number, township: TownshipId, events: SignedEvent[]): Promise<StreamPart> {
  const stream = publicStream(township, UNIT);
  const request = { v: PROTOCOL_VERSION, held: { [stream]: Number.MAX_SAFE_INTEGER }, events, report: null };
  const response = await fetch(`http://127.0.0.1:${port}/api/sync`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const { results, streams } = (await response.json()) as SyncResponse;
  if (results.some(({ status }) => status === 'rejected')) throw new Error('bench: an event was refused');
  return streams[stream] as StreamPart;
}
