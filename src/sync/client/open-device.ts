/** Puts a device together: the one place where its parts meet. Everything from outside can be given, for tests. */
import { toHex } from '../../log/hex.ts';
import { parseStream } from '../../log/stream.ts';
import { DeviceBlobStore } from '../../store/device/device-blob-store.ts';
import { DeviceDb } from '../../store/device/db.ts';
import { DeviceLogStore } from '../../store/device/device-log-store.ts';
import { followedUnits, followUnit, pinnedTownship } from '../../store/device/meta.ts';
import {
  browserCodec,
  browserExclusive,
  browserPage,
  browserPause,
  browserPersist,
  browserRandom,
  browserStorage,
  browserTimers,
} from './browser.ts';
import { Core } from './core.ts';
import { deskCommands, keepDesks } from './desk.ts';
import type { Device } from './device.ts';
import { type DisplayWatch, watchDisplay } from './display.ts';
import { Engine } from './engine.ts';
import { Http } from './http.ts';
import { unrefuse } from './items.ts';
import { type LaterCommands, laterCommands } from './later-commands.ts';
import type { News } from './live.ts';
import type { Ports } from './ports.ts';
import { contactState, identityOf, setContact } from './status.ts';
import { updateViews } from './views.ts';

/** Each is the browser's own when it is left out. */
export interface DeviceOptions extends Partial<Omit<Ports, 'log' | 'blobs'>> {
  /**
   * 'closed': another window has opened a newer version of the database, and this one can only be loaded again.
   * 'blocked': this is the newer one, and an older window still holds the database open.
   */
  onUpgrade?: (state: 'closed' | 'blocked') => void;
}

/** Wait for an answer, from one piece to the next, ms. */
const TIMEOUT_MS = 20_000;
const OWNER_BYTES = 8;

function portsOf(options: DeviceOptions): Ports {
  const { onUpgrade: _, ...given } = options;
  const db = options.db ?? new DeviceDb();
  const now = options.now ?? Date.now;
  const random = options.random ?? browserRandom;
  return {
    fetch: (...args) => globalThis.fetch(...args),
    origin: typeof location === 'undefined' ? '' : location.origin,
    app: 'dev',
    timers: browserTimers,
    page: browserPage(),
    codec: browserCodec,
    pause: browserPause,
    subtle: globalThis.crypto?.subtle as SubtleCrypto | undefined,
    persist: browserPersist,
    storage: browserStorage,
    timeout: TIMEOUT_MS,
    ...given,
    db,
    now,
    random,
    exclusive: options.exclusive ?? browserExclusive(db, now, toHex(random(OWNER_BYTES))),
    log: new DeviceLogStore(db),
    blobs: new DeviceBlobStore(db, now),
  };
}

function watchUpgrades(db: DeviceDb, onUpgrade: DeviceOptions['onUpgrade']): void {
  db.on('versionchange', () => {
    db.close();
    onUpgrade?.('closed');
  });
  db.on('blocked', () => onUpgrade?.('blocked'));
}

/** Whether news tells of something that this device follows and does not have. */
async function concerns({ db }: Ports, news: News): Promise<boolean> {
  const identity = await identityOf(db);
  if (news.kind === 'contacts')
    return identity !== null && (identity.kind === 'office' || news.units.includes(identity.unit));
  const units = new Set([...(identity ? [identity.unit] : []), ...(await followedUnits(db))]);
  for (const [stream, size] of Object.entries(news.sizes)) {
    const parts = parseStream(stream);
    const isFollowed = parts?.kind === 'registry' || (parts?.kind === 'public' && units.has(parts.unit!));
    if (isFollowed && ((await db.heads.get(stream))?.size ?? 0) < size) return true;
  }
  return false;
}

/** What a device does for itself once a contact went well: no reader of a board needs the code of it at the start. */
async function afterContact(core: Core, commands: LaterCommands, display: DisplayWatch): Promise<void> {
  const identity = await identityOf(core.ports.db);
  if (identity && identity.kind !== 'tablet') {
    void keepGroups(core).catch(() => {});
    // After the contact, for it makes contacts of its own.
    await keepDesks(core).catch(() => {});
  }
  // Not waited for: it is for others that this device confirms what it saw.
  if (identity) void keepWitness(core).catch(() => {});
  await display.contacted();
  // Not waited for: the next contact must not wait for photos.
  if (identity?.kind === 'tablet') void commands.fetching.prefetch().catch(() => {});
  void commands.load(identity !== null).catch(() => {});
}

const keepWitness = async (core: Core): Promise<void> => (await import('./witness.ts')).keepWitness(core);
const keepGroups = async (core: Core): Promise<void> => (await import('./messages.ts')).keepGroupsFresh(core);

function engineOf(core: Core, commands: LaterCommands, display: DisplayWatch): Engine {
  const { ports } = core;
  return new Engine({
    ports,
    concerns: (news) => concerns(ports, news),
    prepare: async () => {
      try {
        await setContact(ports.db, { state: 'checking', sending: null, pulling: null });
        await updateViews(ports);
      } catch {
        // A storage that fails will fail the contact too, which says so.
      }
    },
    contact: async () => {
      const state = await core.fullContact();
      if (state === 'connected') await afterContact(core, commands, display).catch(() => {});
      return state;
    },
  });
}

/** Opens this browser's device. Nothing runs until `start`. */
export function openDevice(options: DeviceOptions = {}): Device {
  const ports = portsOf(options);
  const { db } = ports;
  const core = new Core(ports, new Http(ports));
  const commands = laterCommands(core);
  const { prefetch: _, ...fetching } = commands.fetching;
  const display = watchDisplay(core);
  const engine = engineOf(core, commands, display);
  core.wake = () => engine.wake();
  watchUpgrades(db, options.onUpgrade);

  const contactNow = async () => {
    await engine.now();
    return contactState(db);
  };
  return {
    db,
    start: () => {
      engine.start();
      display.start();
      // Whoever is enrolled can write without a network: not every browser keeps the app.
      void identityOf(db)
        .then((identity) => identity && commands.load(true))
        .catch(() => {});
    },
    stop: async () => {
      core.http.abort();
      display.stop();
      await engine.stop();
    },
    contactNow,
    screenDark: display.screenDark,
    follow: async (unit) => {
      if (await followUnit(db, unit)) core.wake();
    },
    ...commands.writing,
    ...fetching,
    ...commands.seldom,
    ...deskCommands(core),
    retry: async (outboxId) => {
      if (outboxId !== undefined) await unrefuse(core, outboxId);
      await contactNow();
    },
    registry: async () => {
      const pinned = await pinnedTownship(db);
      return (pinned && (await db.registry.get(pinned.id))?.state) ?? null;
    },
  };
}
