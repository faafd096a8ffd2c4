/** The township's server, put together: storage, the township's log, HTTP. `commands/serve.ts` runs it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import type { SignedEvent } from '../log/event.ts';
import type { EventResult } from '../sync/protocol.ts';
import { Host } from './host.ts';
import { readYearScript } from './archive/year/script.ts';
import { createApp } from './http/app.ts';
import { Setup, type SetupFault } from './setup.ts';
import type { MessageSettings } from './messages/settings.ts';
import { openStorage, type Storage } from './storage.ts';
import { ASSETS, readAppFiles } from './web/app-files.ts';
import { keepAssets } from './web/kept-assets.ts';

export interface ServerOptions {
  /** Everything that is kept; made when it is not there. */
  dataDir: string;
  /** The built app. */
  distDir: string;
  /** Ms since 1970. */
  now: () => number;
  /** Sites that may show the pages in a frame; none when left out. */
  frameAncestors?: string[];
  /** Say the setup code of an empty server on stdout. Default: yes. */
  printSetupCode?: boolean;
  /** PEM texts. Without them the server speaks plain HTTP. */
  tls?: { cert: string; key: string };
  /** A proxy in front says who calls, and speaks HTTPS. */
  trustProxy?: boolean;
  /** Where the log and the files are kept; SQLite and a folder in `dataDir` when left out. Closed with the server. */
  storage?: Storage;
  /** From one address. */
  requestsPerMinute?: number;
  logger?: Logger;
  /** The gateway for text messages; none when left out. */
  messages?: MessageSettings | null;
}

export interface GongkailanServer {
  /** Whoever has it may set up this server; null: it has been set up. */
  readonly setupCode: string | null;
  /** Port 0: any free one. */
  listen(port: number, host?: string): Promise<{ port: number }>;
  /** Takes events in, by the same rules as from the network. */
  accept(events: SignedEvent[]): Promise<EventResult[]>;
  /** The log key of an empty server. */
  beginSetup(): Promise<{ logKey: string }>;
  /** Founds the township of an empty server. */
  found(events: SignedEvent[]): Promise<{ ok: true; township: string; recovery: string } | SetupFault>;
  /** Ends what is running, then closes the store. */
  close(): Promise<void>;
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Without another wish: problems only, on stderr. */
const quiet = (): Logger => pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true }));

/**
 * Opens the data folder and makes the server ready to listen.
 * @throws StorageError, UnusableFileError, LogKeyError: the data folder cannot be used; the message says why.
 */
export async function createServer(options: ServerOptions): Promise<GongkailanServer> {
  const { dataDir, distDir, now, logger: log = quiet() } = options;
  const storage = options.storage ?? (await openStorage(dataDir));
  const host = await Host.open(storage, { dataDir, now, log, messages: options.messages ?? null }).catch(
    async (error: unknown) => {
      await storage.close();
      throw error;
    },
  );
  const setup = new Setup(host);
  const assets = await keepAssets(distDir, join(dataDir, ASSETS), (error) =>
    log.warn({ err: error }, 'assets'),
  );
  const files = await readAppFiles(distDir);
  const app = await createApp({
    ...options,
    log,
    context: { host, setup, now, version, yearScript: await readYearScript(distDir) },
    files,
    assetsDirs: assets.folders,
  });

  return {
    setupCode: setup.code,
    listen: async (port, address = '127.0.0.1') => {
      await app.listen({ port, host: address });
      const bound = app.server.address();
      const actual = typeof bound === 'object' && bound ? bound.port : port;
      log.info({ port: actual, version }, 'listening');
      if (setup.code && options.printSetupCode !== false) {
        process.stdout.write(`初始设置码 · setup code: ${setup.code}\n`);
      }
      return { port: actual };
    },
    accept: async (events) => {
      if (!host.site) throw new Error('server: not set up');
      return host.site.township.accept(events);
    },
    beginSetup: async () => ({ logKey: (await host.makeKey()).signer.publicKey }),
    found: (events) => setup.found(setup.code ?? '', events),
    close: async () => {
      await app.close();
      await assets.compressed;
      await host.close();
    },
  };
}
