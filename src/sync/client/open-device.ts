/** Puts a device together: the one place where its parts meet. Everything from outside can be given, for tests. */
import { toHex } from '../../log/hex.ts';
import { parseStream } from '../../log/stream.ts';
import { DeviceBlobStore } from '../../store/device/device-blob-store.ts';
import { DeviceDb } from '../../store/device/db.ts';
import { DeviceLogStore } from '../../store/device/device-log-store.ts';
import { followedUnits, followUnit, pinnedTownship } from '../../store/device/meta.ts';
import { addAttachment } from './attachments.ts';
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
import { addPhoto, deleteDraft, newDraft, saveDraft } from './drafts.ts';
import { Engine } from './engine.ts';
import { enrol, previewInvitation } from './enrolment.ts';
import { found } from './founding.ts';
import { details, ownView } from './history.ts';
import { Http } from './http.ts';
import { deleteItem, exportItem, unrefuse } from './items.ts';
import type { News } from './live.ts';
import { Files } from './files.ts';
import { Photos } from './photos.ts';
import { prefetch } from './prefetch.ts';
import { keepGroupsFresh, messageCommands } from './messages.ts';
import { endOuting, makeOuting } from './outings.ts';
import type { Ports } from './ports.ts';
import { change, invite, publish, withdraw } from './publishing.ts';
import { reviewCommands } from './review.ts';
import { rebuildViews } from './rebuild.ts';
import { visitCommands } from './visits.ts';
import { contactState, identityOf, setContact } from './status.ts';

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

function engineOf(core: Core, photos: Photos, files: Files, display: DisplayWatch): Engine {
  const { ports } = core;
  return new Engine({
    ports,
    concerns: (news) => concerns(ports, news),
    prepare: async () => {
      try {
        await setContact(ports.db, { state: 'checking', sending: null, pulling: null });
        await rebuildViews(ports);
      } catch {
        // A storage that fails will fail the contact too, which says so.
      }
    },
    contact: async () => {
      const state = await core.fullContact();
      if (state === 'connected') void keepGroupsFresh(core).catch(() => {});
      // After the contact, for it makes contacts of its own; loaded late, for readers need none of it.
      if (state === 'connected') await keepDesks(core).catch(() => {});
      if (state === 'connected') await display.contacted();
      // Not waited for: the next contact must not wait for photos.
      if (state === 'connected') void prefetch(core, photos, files).catch(() => {});
      return state;
    },
  });
}

/** Opens this browser's device. Nothing runs until `start`. */
export function openDevice(options: DeviceOptions = {}): Device {
  const ports = portsOf(options);
  const { db } = ports;
  const core = new Core(ports, new Http(ports));
  const photos = new Photos(core);
  const files = new Files(core);
  const display = watchDisplay(core);
  const engine = engineOf(core, photos, files, display);
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
    },
    stop: async () => {
      core.http.abort();
      display.stop();
      await engine.stop();
    },
    contactNow,
    follow: async (unit) => {
      if (await followUnit(db, unit)) core.wake();
    },
    previewInvitation: (link) => previewInvitation(core, link),
    enrol: (link, name) => enrol(core, link, name),
    found: (setup) => found(core, setup),
    newDraft: (unit, from) => newDraft(core, unit, from),
    saveDraft: (draft) => saveDraft(core, draft),
    deleteDraft: (id) => deleteDraft(core, id),
    addPhoto: (draftId, file) => addPhoto(core, draftId, file),
    addAttachment: (draftId, file, name) => addAttachment(core, draftId, file, name),
    publish: (draftId) => publish(core, draftId),
    withdraw: (unit, notice, reason) => withdraw(core, unit, notice, reason),
    ...reviewCommands(core),
    ...deskCommands(core),
    makeOuting: (unit, notice, outing) => makeOuting(core, unit, notice, outing),
    endOuting: (...of) => endOuting(core, ...of),
    ...messageCommands(core),
    ...visitCommands(core),
    ownNotice: async (unit, notice) => (await ownView(ports, unit, notice))?.notice ?? null,
    change: (type, content, title) => change(core, type, content, title),
    invite: (to) => invite(core, to),
    retry: async (outboxId) => {
      if (outboxId !== undefined) await unrefuse(core, outboxId);
      await contactNow();
    },
    exportItem: (outboxId) => exportItem(core, outboxId),
    deleteItem: (outboxId) => deleteItem(core, outboxId),
    registry: async () => {
      const pinned = await pinnedTownship(db);
      return (pinned && (await db.registry.get(pinned.id))?.state) ?? null;
    },
    details: (unit, notice) => details(ports, unit, notice),
    photo: (hash) => photos.get(hash),
    file: (hash, bytes) => files.get(hash, bytes),
  };
}
