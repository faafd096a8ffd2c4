/** What the routes work with: the township, once there is one, and the services around it. */
import { join } from 'node:path';
import type { Logger } from 'pino';
import { registryOf, type TownshipId, isPublicKind, parseStream } from '../log/stream.ts';
import type { SignedEvent } from '../log/event.ts';
import { SEGMENT_SIZE } from '../log/segment.ts';
import { TILE_WIDTH } from '../log/tile.ts';
import type { ArchiveSource } from './archive/archive.ts';
import { Contacts } from './contacts.ts';
import { Cosignatures } from './cosignatures.ts';
import { LiveHub } from './live-hub.ts';
import { Messages } from './messages/messages.ts';
import { Reminders } from './messages/reminders.ts';
import { readBoards } from './records/township-records.ts';
import type { MessageSettings } from './messages/settings.ts';
import { type LogKey, readLogKey, readOrMakeLogKey } from './log-key.ts';
import { Segments } from './segments.ts';
import { Serial } from './serial.ts';
import { Tiles } from './tiles.ts';
import type { Storage } from './storage.ts';
import { type Founding, foundTownship } from './township/founding.ts';
import { type Observer, Township } from './township/township.ts';
import { PARTIAL_KEPT_MS, Uploads } from './uploads.ts';

/** The services of a township that has been founded. */
export interface Site {
  township: Township;
  segments: Segments;
  tiles: Tiles;
  cosignatures: Cosignatures;
  uploads: Uploads;
  /** What archives are made of. */
  records: Omit<ArchiveSource, 'script'>;
}

export interface HostOptions {
  dataDir: string;
  now: () => number;
  log: Logger;
  /** How text messages go out; not at all when it is left out. */
  messages?: MessageSettings | null;
}

/** The log in the data folder cannot be gone on with; the message says why, in plain words. */
export class LogKeyError extends Error {
  override name = 'LogKeyError';
}

export class Host {
  readonly storage: Storage;
  readonly options: HostOptions;
  readonly live = new LiveHub();
  readonly contacts: Contacts;
  readonly messages: Messages;
  readonly reminders: Reminders;
  readonly #serial = new Serial();
  #site: Site | null = null;
  #key: LogKey | null = null;

  private constructor(storage: Storage, options: HostOptions) {
    this.storage = storage;
    this.options = options;
    this.contacts = new Contacts(storage.contacts, {
      changed: (unit) => this.live.contacts(unit),
      notKept: (error) => options.log.warn({ err: error }, 'a contact could not be kept'),
    });
    this.messages = new Messages({
      log: storage.log,
      store: storage.messages,
      settings: options.messages ?? null,
      now: options.now,
      logger: options.log,
    });
    this.reminders = this.#reminders();
  }

  #reminders(): Reminders {
    const { messages, storage, options } = this;
    return new Reminders({
      store: storage.reminders,
      now: options.now,
      logger: options.log,
      isOn: () => messages.mode !== 'off',
      boards: () => readBoards(storage.log),
      queued: () => messages.queued(),
    });
  }

  /** Goes on with the township in the data folder, if there is one. Heads and the registry's row are read, nothing more. */
  static async open(storage: Storage, options: HostOptions): Promise<Host> {
    const host = new Host(storage, options);
    await storage.partial.dropOlder(options.now() - PARTIAL_KEPT_MS);
    host.#key = await readLogKey(options.dataDir);
    const registry = (await storage.log.heads()).map(({ stream }) => parseStream(stream));
    const id = registry.find((parts) => parts?.kind === 'registry')?.township;
    if (id) await host.#open(id);
    await host.messages.start();
    host.reminders.start();
    return host;
  }

  /** The township's services; null on an empty server. */
  get site(): Site | null {
    return this.#site;
  }

  /** The log key of an empty server, made at the first call. @throws StorageError */
  makeKey(): Promise<LogKey> {
    return this.#serial.run('key', async () => (this.#key ??= await readOrMakeLogKey(this.options.dataDir)));
  }

  /** Founds the township; of several that try at once, one does. @throws StorageError */
  found(events: SignedEvent[]): Promise<Founding> {
    return this.#serial.run('found', () => this.#found(events));
  }

  async #found(events: SignedEvent[]): Promise<Founding> {
    if (this.#site) return { ok: false, code: 'already-set-up' };
    const { signer } = await this.makeKey();
    const founding = await foundTownship({ store: this.storage.log, signer, now: this.options.now }, events);
    if (founding.ok) await this.#open(founding.township);
    return founding;
  }

  /** Sizes of all public streams. */
  async publicHeads(): Promise<Record<string, number>> {
    const heads = await this.storage.log.heads();
    const open = heads.filter(({ stream }) => isPublicKind(parseStream(stream)?.kind));
    return Object.fromEntries(open.map(({ stream, size }) => [stream, size]));
  }

  async close(): Promise<void> {
    this.live.close();
    await this.#site?.segments.idle();
    await this.reminders.close();
    await this.messages.close();
    await this.storage.close();
  }

  async #open(id: TownshipId): Promise<void> {
    const { dataDir, now } = this.options;
    if (!this.#key) {
      throw new LogKeyError(`${join(dataDir, 'log-key')} is missing: restore it from the recovery sheet`);
    }
    const context = { id, store: this.storage.log, signer: this.#key.signer, now };
    const segments = new Segments(context, join(dataDir, 'segments'), (error) =>
      this.options.log.warn({ err: error }, 'a segment could not be kept'),
    );
    const tiles = new Tiles(this.storage.log);
    const township = new Township(context, this.#observer(segments, tiles));
    if ((await township.registry()).logKey !== this.#key.signer.publicKey) {
      throw new LogKeyError(
        `${join(dataDir, 'log-key')} is not the key of ${registryOf(id)}: restore it from the recovery sheet`,
      );
    }
    this.#site = {
      township,
      segments,
      tiles,
      cosignatures: new Cosignatures(context),
      uploads: new Uploads(context, this.storage),
      records: { log: this.storage.log, blobs: this.storage.blobs, signer: this.#key.signer },
    };
  }

  #observer(segments: Segments, tiles: Tiles): Observer {
    const { log } = this.options;
    // A failure here costs time later, nothing else: it is made again when somebody asks.
    const later = (work: Promise<unknown>, what: object): void =>
      void work.catch((error: unknown) => log.warn({ err: error, ...what }, 'made ahead'));
    return {
      grown: (stream, size, from) => {
        this.live.grown(stream, size);
        this.messages.grown(stream);
        for (let n = Math.floor(from / SEGMENT_SIZE); (n + 1) * SEGMENT_SIZE <= size; n++) {
          later(segments.prepare(stream, n), { stream, segment: n });
        }
        for (let n = Math.floor(from / TILE_WIDTH); (n + 1) * TILE_WIDTH <= size; n++)
          later(tiles.prepare(stream, n), { stream, tile: n });
      },
      fault: (error) => log.error({ err: error }, 'an event could not be handled, and was refused'),
    };
  }
}
