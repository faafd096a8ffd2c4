/** Puts a finder together on a device's database, and lets commands reach it as messages do. */
import { DeviceDb } from '../db.ts';
import { DeviceLogStore } from '../device-log-store.ts';
import { Finder } from './finder.ts';
import type { Asked, Command, Commands, Standing } from './finder-protocol.ts';
import { IndexDb } from './index-db.ts';

/** Others have their turn, messages that came in between among them. */
export const macrotask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });

/** @param db the device's; left out in a worker, which opens its own and lets go of it when a newer version wants it. */
export function openFinder(onStanding: (standing: Standing) => void, db = ownDb()): Finder {
  const index = new IndexDb(`${db.name}-search`);
  index.on('versionchange', () => index.close());
  const ports = { db, log: new DeviceLogStore(db), index, pause: macrotask };
  return new Finder(ports, () => performance.now(), onStanding);
}

function ownDb(): DeviceDb {
  const db = new DeviceDb();
  db.on('versionchange', () => db.close());
  return db;
}

/** Carries out what was asked. */
export async function answerOf(finder: Finder, asked: Asked): Promise<Commands[Command]['answer']> {
  switch (asked.command) {
    case 'search':
      return finder.search(asked.given.question, asked.given.limit);
    case 'excerpts':
      return finder.excerpts(asked.given.typed, asked.given.of);
    case 'lists':
      return finder.lists(asked.given.unit, asked.given.who);
    case 'refresh':
      return finder.refresh();
  }
}
