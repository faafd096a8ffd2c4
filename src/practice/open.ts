/**
 * Puts practice together: a device as everywhere, in databases of its own, before a township that is in this browser too.
 * The device gets the township in place of the network, so there is nothing in it that could send anything away.
 */
import { TOWNSHIP_UNIT } from '../domain/registry/events.ts';
import { fromHex, toHex } from '../log/hex.ts';
import { softwareSigner } from '../log/signature.ts';
import { deskStream, type TownshipId } from '../log/stream.ts';
import { DeviceBlobStore } from '../store/device/device-blob-store.ts';
import { DeviceDb } from '../store/device/db.ts';
import { DeviceLogStore } from '../store/device/device-log-store.ts';
import { getMeta, putMeta } from '../store/device/meta.ts';
import { browserRandom } from '../sync/client/browser.ts';
import type { Device } from '../sync/client/device.ts';
import { type DeviceOptions, openDevice } from '../sync/client/open-device.ts';
import { identityOf } from '../sync/client/status.ts';
import { foundPractice, inviteTrainee, type PracticeKeys } from './found.ts';
import { PracticeServer } from './server.ts';

/** Names of the databases; the search index's follows from the first. */
export const PRACTICE_DB = 'gongkailan-practice';
export const PRACTICE_TOWNSHIP_DB = 'gongkailan-practice-township';
const SEARCH_DB = `${PRACTICE_DB}-search`;

const KEPT = 'practice';
interface Kept {
  keys: PracticeKeys;
  township: TownshipId;
}

export interface Practice {
  device: Device;
  /** In place of the browser's own. */
  fetch: typeof fetch;
  /** How many requests have arrived at the office's desk: a device keeps no trace of what it handed in. */
  requests(): Promise<number>;
  /** Takes everything away that was practised here. */
  reset(): Promise<void>;
}

export type PracticeOptions = Pick<
  DeviceOptions,
  'app' | 'codec' | 'timers' | 'page' | 'exclusive' | 'pause'
> & {
  now?: () => number;
  random?: (bytes: number) => Uint8Array;
  origin?: string;
};

const dropAll = async (): Promise<void> => {
  await Promise.all(
    [PRACTICE_DB, PRACTICE_TOWNSHIP_DB, SEARCH_DB].map((name) => new DeviceDb(name).delete()),
  );
};

/** The township as it was left, or a new one. What was half made when the browser was closed is made anew. */
async function keptOrFounded(
  db: DeviceDb,
  ports: { now: () => number; random: (bytes: number) => Uint8Array },
): Promise<Kept> {
  const kept = await getMeta<Kept>(db, KEPT);
  if (kept) return kept;
  await Promise.all(db.tables.map((table) => table.clear()));
  const keys = { log: toHex(ports.random(32)), office: toHex(ports.random(32)) };
  const { subtle } = globalThis.crypto;
  const township = await foundPractice({ store: new DeviceLogStore(db), keys, subtle, ...ports });
  await putMeta(db, KEPT, { keys, township } satisfies Kept);
  return { keys, township };
}

/** Opens what was practised here before, or begins. @throws when this browser keeps nothing. */
export async function openPractice(options: PracticeOptions = {}): Promise<Practice> {
  const { now = Date.now, random = browserRandom, origin = globalThis.location.origin, ...rest } = options;
  const townDb = new DeviceDb(PRACTICE_TOWNSHIP_DB);
  if (!(await getMeta<Kept>(townDb, KEPT))) await new DeviceDb(PRACTICE_DB).delete();
  const { keys, township } = await keptOrFounded(townDb, { now, random });
  const signer = await softwareSigner(fromHex(keys.log));
  const context = { id: township, store: new DeviceLogStore(townDb), signer, now };
  const server = new PracticeServer(context, new DeviceBlobStore(townDb, now));
  const db = new DeviceDb(PRACTICE_DB);
  const persist = () => Promise.resolve(true);
  const device = openDevice({ ...rest, db, fetch: server.fetch, origin, now, random, persist });
  if (!(await identityOf(db))) {
    const link = await inviteTrainee({ keys, now, random }, server.township, origin);
    const joined = await device.enrol(link, '练习');
    if (!joined.ok) throw new Error(`practice: ${joined.code}`);
  }
  const reset = async (): Promise<void> => {
    await device.stop();
    db.close();
    townDb.close();
    await dropAll();
  };
  const desk = deskStream(township, TOWNSHIP_UNIT);
  const requests = async (): Promise<number> => (await context.store.head(desk))?.size ?? 0;
  return { device, fetch: server.fetch, requests, reset };
}
