/** The end of a schedule: everything works again, and nobody does anything. What is not in order by itself now, never is. */
import { followedUnits } from '../../../src/store/device/meta.ts';
import { identityOf } from '../../../src/sync/client/status.ts';
import type { Browser } from './browser.ts';
import { drive, settle } from './tasks.ts';
import type { World } from './world.ts';

/** Time that a device is given to get in order by itself, ms of the world. */
const GIVEN_MS = 20 * 60_000;
/** The world moves on by at most this much at once, ms. */
const STRIDE_MS = 15_000;
/** And by at least this much. */
const SHORTEST_MS = 2_000;

async function mendSurroundings({ network, server }: World): Promise<void> {
  network.off.clear();
  server.diskIsFull = false;
  if (!server.isUp) await drive(server.start());
  server.run.left = Infinity;
}

async function mendBrowsers(world: World): Promise<void> {
  for (const browser of world.browsers.values()) {
    browser.open();
    browser.window.left = Infinity;
    browser.window.disk.tables.clear();
    browser.run(() => browser.window.show(true));
    await settle();
  }
}

/** Boards that a browser keeps up with. */
async function followedBy(world: World, { device: { db } }: Browser): Promise<string[]> {
  const own = (await identityOf(db))?.unit;
  return [...(own ? [own] : []), ...(await followedUnits(db))].map((unit) => world.public(unit));
}

/** Whether this browser has nothing left to do: all sent, all files acknowledged, all streams as long as the server's. */
async function isInOrder(world: World, browser: Browser): Promise<boolean> {
  const { store } = world.server.run.host.site!.township.context;
  const isRevoked = world.revoked.has(browser.dbName);
  const { db } = browser.device;
  const open = await db.outbox.where('phase').anyOf('waiting', 'received').count();
  if (open > 0 && !isRevoked) return false;
  const followed = new Set([world.registry, ...(isRevoked ? [] : await followedBy(world, browser))]);
  for (const { stream, size } of await db.heads.toArray())
    if (followed.has(stream) && ((await store.head(stream))?.size ?? 0) !== size) return false;
  return true;
}

async function allInOrder(world: World): Promise<boolean> {
  for (const browser of world.browsers.values())
    if (!(await browser.look(() => isInOrder(world, browser)))) return false;
  return true;
}

/**
 * Mends all, and lets time pass until everybody is in order.
 * @returns false when somebody still was not after the time given.
 */
export async function heal(world: World): Promise<boolean> {
  await mendSurroundings(world);
  await mendBrowsers(world);
  for (let passed = 0; passed < GIVEN_MS;) {
    await world.deliverAll();
    const stride = Math.max(SHORTEST_MS, Math.min(world.clock.next() ?? STRIDE_MS, STRIDE_MS));
    await world.clock.pass(stride, () => world.deliverAll());
    await world.deliverAll();
    passed += stride;
    if (await allInOrder(world)) return true;
  }
  return false;
}
