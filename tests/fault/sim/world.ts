/**
 * A township in one process: server, browsers, network and time. It begins as a township that has been set up, with its
 * people enrolled; that beginning is made once, and each world starts from a copy of it.
 */
import { readdirSync } from 'node:fs';
import { forgetAll } from './storage.ts';
import type { ContentOf } from '../../../src/domain/event-types.ts';
import type { Role } from '../../../src/domain/registry/events.ts';
import { publicStream, registryOf, type TownshipId } from '../../../src/log/stream.ts';
import { toHex } from '../../../src/log/hex.ts';
import { keepLogKey } from '../../../src/server/log-key.ts';
import { DeviceDb } from '../../../src/store/device/db.ts';
import type { Device } from '../../../src/sync/client/device.ts';
import { type Around, Browser } from './browser.ts';
import { quickClone } from './clone.ts';
import { WorldClock } from './clock.ts';
import { takeOverCrypto } from './crypto.ts';
import { Network } from './network.ts';
import { type Random, seeded } from './random.ts';
import { SimServer } from './server.ts';
import { dropTasks, drive, settle, takeOverTasks } from './tasks.ts';

export const START = Date.parse('2026-11-24T02:00:00.000Z');
export const OFFICE = 'office';

/** Who is there from the beginning: name, device, unit, role. */
const PEOPLE = [
  { name: 'anna', kind: 'phone', unit: 'v1', role: 'cadre' },
  { name: 'ben', kind: 'phone', unit: 'v1', role: 'cadre' },
  { name: 'cai', kind: 'phone', unit: 'v2', role: 'cadre' },
  { name: 'inspector', kind: 'phone', unit: 'township', role: 'inspector' },
  { name: 'tablet', kind: 'tablet', unit: 'v1', role: null },
] as const;
/** Anybody's browser. */
export const READER = 'reader';
export const NAMES: string[] = [OFFICE, ...PEOPLE.map(({ name }) => name), READER];

/** What a person was told is kept, and may rely on from then on. */
export interface Saved {
  what: 'notice' | 'change' | 'envelope' | 'registry';
  browser: string;
  /** Event id. */
  id: string;
  unit: string;
  notice: string;
}

/** A command of the beginning that has not ended after so many rounds never will. */
const MOST_ROUNDS = 1000;

let chance: Random = seeded(0);
let time = new WorldClock(START);
let isTaken = false;

/** To be called once, before anything else of the world. */
export function takeOver(): void {
  if (isTaken) return;
  isTaken = true;
  takeOverTasks();
  takeOverCrypto(() => chance);
  // Libraries ask for these two: how long scrypt works before it lets others go first, for one.
  Math.random = () => chance.next();
  Date.now = () => time.ms;
  globalThis.structuredClone = quickClone;
}

export class World {
  readonly clock = new WorldClock(START);
  readonly random: Random;
  readonly network: Network;
  readonly server: SimServer;
  readonly browsers = new Map<string, Browser>();
  readonly saved: Saved[] = [];
  /** Drafts as last said to be kept, by id. One that is being published may be an item by now. */
  readonly drafts = new Map<string, { browser: string; title: string }>();
  /** Promises that were broken on the way. */
  readonly broken: string[] = [];
  /** Browsers whose key the office has revoked, or has begun to revoke. */
  readonly revoked = new Set<string>();
  /** Browsers whose person the office has moved to another unit, or has begun to. */
  readonly moved = new Set<string>();
  /** Unit of each browser's person; null: nobody's. */
  readonly units = new Map<string, string | null>();
  /** The server's clock less the world's, ms. */
  serverOff = 0;
  serverClockMoved = false;
  township = '' as TownshipId;

  constructor(seed: number, from?: string) {
    this.random = seeded(seed);
    chance = this.random;
    time = this.clock;
    this.server = new SimServer(() => this.clock.ms + this.serverOff, from);
    this.network = new Network((request) => this.server.serve(request));
  }

  get around(): Around {
    const { network, clock, random } = this;
    return { network, clock, random, isAlone: (browser) => this.isAlone(browser) };
  }

  /** Whether no other open window has this browser's database. */
  isAlone(browser: Browser): boolean {
    const others = [...this.browsers.values()].filter((one) => one !== browser && one.isOpen);
    return !others.some((one) => one.dbName === browser.dbName);
  }

  add(name: string, unit: string | null, dbName = name): Browser {
    const browser = new Browser(this.around, name, dbName);
    this.browsers.set(name, browser);
    this.units.set(name, unit);
    return browser;
  }

  browser(name: string): Browser {
    return this.browsers.get(name)!;
  }

  get registry(): string {
    return registryOf(this.township);
  }

  public(unit: string): string {
    return publicStream(this.township, unit);
  }

  /** Delivers everything, in its order, until nothing is on the way. */
  async deliverAll(): Promise<void> {
    await settle();
    while (this.network.parcels.length > 0) {
      await drive(this.network.move(this.network.parcels[0]!, 'arrives', this.random));
      await settle();
    }
  }

  /** Waits for a command while the network carries all that it asks. */
  async done<Value>(work: Promise<Value>): Promise<Value> {
    const state: { end: { value: Value } | { error: unknown } | null } = { end: null };
    work.then(
      (value) => (state.end = { value }),
      (error: unknown) => (state.end = { error }),
    );
    for (let round = 0; round < MOST_ROUNDS && !state.end; round++) {
      await this.deliverAll();
      if (!state.end) await this.clock.pass(this.clock.next() ?? 1000, settle);
    }
    const { end } = state;
    if (!end) throw new Error('sim: a command of the beginning never ended');
    if ('error' in end) throw end.error;
    return end.value;
  }

  async end(): Promise<void> {
    for (const browser of this.browsers.values()) browser.kill();
    this.network.parcels = [];
    this.server.diskIsFull = false;
    await drive(this.server.close());
    this.server.remove();
    dropTasks();
    forgetAll();
  }
}

const must = <Value>(outcome: { ok: true; value: Value } | { ok: false; code: string }): Value => {
  if (!outcome.ok) throw new Error(`sim: the beginning failed: ${outcome.code}`);
  return outcome.value;
};

const unit = (id: string): ContentOf<'unit.set'> => ({
  id,
  kind: 'village',
  name: `村 ${id}`,
  leadingGroup: { leader: null, deputies: [], members: [] },
  office: '',
  phone: '',
});

export const member = (id: string, unitId: string, role: Role): ContentOf<'member.set'> => ({
  id,
  name: id,
  post: '村文书',
  unit: unitId,
  role,
  assigned: [],
});

async function found(world: World, office: Device): Promise<void> {
  const setup = {
    code: world.server.run.setup.code!,
    township: '复兴乡',
    region: '白银市平川区',
    office: '党政办',
    person: { name: '孙某', post: '党政办' },
    deviceName: '电脑',
  };
  world.township = must(await world.done(office.found(setup))).township as TownshipId;
  for (const id of ['v1', 'v2']) must(await world.done(office.change('unit.set', unit(id), id)));
}

async function join(world: World, { name, kind, unit: of, role }: (typeof PEOPLE)[number]): Promise<void> {
  const office = world.browser(OFFICE);
  if (role) must(await world.done(office.run((it) => it.change('member.set', member(name, of, role), name))));
  const to = { device: kind, unit: of, member: role ? name : null, days: 30 } as const;
  const { link } = must(await world.done(office.run((it) => it.invite(to))));
  await world.done(office.run((it) => it.contactNow()));
  const browser = world.add(name, of);
  browser.open(false);
  must(await world.done(browser.run((it) => it.enrol(link, name))));
}

/** Contacts of everybody in the beginning: desks are opened, and keys handed on. */
const ROUNDS = 3;

interface Beginning {
  dir: string;
  township: TownshipId;
  dumps: Map<string, [string, unknown[]][]>;
}

const dump = async (db: DeviceDb): Promise<[string, unknown[]][]> => {
  const tables: [string, unknown[]][] = [];
  for (const table of db.tables) tables.push([table.name, await table.toArray()]);
  return tables;
};

const SRC = new URL('../../../src/', import.meta.url);
/** Folders of what devices load when it is needed. */
const LATER = ['sync/client/', 'domain/inspection/', 'domain/talk/', 'log/'];

/** Loads at once what devices load when it is needed: how long that takes, no seed says. */
async function loadAll(): Promise<void> {
  for (const folder of LATER)
    for (const name of readdirSync(new URL(folder, SRC)))
      if (name.endsWith('.ts')) await import(new URL(folder + name, SRC).href);
  await import('@noble/curves/ed25519.js');
  await import('@noble/hashes/sha2.js');
}

async function makeBeginning(): Promise<Beginning> {
  await loadAll();
  const world = new World(1);
  await keepLogKey(world.server.dir, toHex(world.random.bytes(32)));
  await drive(world.server.start());
  const office = world.add(OFFICE, 'township');
  office.open(false);
  await found(world, office.device);
  for (const person of PEOPLE) await join(world, person);
  const reader = world.add(READER, null);
  reader.open(false);
  await world.done(reader.run((it) => it.follow('v1')));
  for (const browser of world.browsers.values()) browser.run((it) => it.start());
  for (let round = 0; round < ROUNDS; round++)
    for (const browser of world.browsers.values()) await world.done(browser.run((it) => it.contactNow()));
  const dumps = new Map<string, [string, unknown[]][]>();
  for (const browser of world.browsers.values()) {
    await world.done(browser.run((it) => it.stop()));
    dumps.set(browser.name, await world.done(browser.run((it) => dump(it.db))));
  }
  const { township, server } = world;
  await drive(server.close());
  const kept = new SimServer(() => START, server.dir);
  process.once('exit', () => kept.remove());
  await world.end();
  return { dir: kept.dir, township, dumps };
}

let beginning: Promise<Beginning> | null = null;

async function restore(name: string, tables: [string, unknown[]][]): Promise<void> {
  const db = new DeviceDb(name);
  await db.transaction('rw', db.tables, async () => {
    for (const [table, rows] of tables) if (rows.length > 0) await db.table(table).bulkPut(rows);
  });
  db.close();
}

/** A world as it begins: everybody enrolled and still closed, the server up. */
export async function newWorld(seed: number): Promise<World> {
  takeOver();
  const { dir, township, dumps } = await (beginning ??= makeBeginning());
  const world = new World(seed, dir);
  world.township = township;
  await drive(world.server.start());
  for (const name of NAMES) {
    const person = PEOPLE.find((one) => one.name === name);
    world.add(name, name === OFFICE ? 'township' : (person?.unit ?? null));
    await world.done(restore(name, dumps.get(name)!));
  }
  return world;
}
