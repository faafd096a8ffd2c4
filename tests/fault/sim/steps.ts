/** What each kind of step does in a world. A step that does not fit what is there does nothing. */
import { PLAIN } from '../../../src/domain/notice/events.ts';
import type { Device } from '../../../src/sync/client/device.ts';
import { type Browser } from './browser.ts';
import { appendFuture } from './future.ts';
import { FATES } from './network.ts';
import { type Random, seeded } from './random.ts';
import type { Kind, Schedule, Step } from './schedule.ts';
import { drive, settle } from './tasks.ts';
import { member, NAMES, OFFICE, READER, type Saved, type World } from './world.ts';

/** How often each kind of fault was done, by its name. */
export type Faults = Map<string, number>;

interface Doing {
  world: World;
  random: Random;
  arrive: number;
  faults: Faults;
}

const MINUTE = 60_000;
const YEAR = 365 * 24 * 60 * MINUTE;
/** Tasks after which a browser is killed, at most: a contact has some two hundred. */
const TASKS = 250;
/** Answers of its store after which the server is killed, at most. */
const ANSWERS = 40;
/** Moves while it flows. */
const FLOW = 50;
/** Share of the moves in which all parcels move at once. */
const TOGETHER = 0.3;
/** Photos of one notice, at most. */
const MOST_PHOTOS = 3;
const CADRES = ['anna', 'ben', 'cai', OFFICE];

const count = ({ faults }: Doing, name: string): void => void faults.set(name, (faults.get(name) ?? 0) + 1);
const opened = ({ world }: Doing, names: string[]): Browser[] =>
  names.map((name) => world.browser(name)).filter((one) => one?.isOpen);
const some = (doing: Doing, names: string[]): Browser | null => {
  const open = opened(doing, names);
  return open.length > 0 ? doing.random.pick(open) : null;
};

/** Lets a person use a browser; what goes wrong in a way that no outcome names is kept. */
function use(doing: Doing, browser: Browser | null, work: (device: Device) => Promise<void>): void {
  if (!browser) return;
  browser.run((device) =>
    work(device).catch((error: unknown) => {
      if (browser.isOpen) doing.world.broken.push(`a command failed: ${String(error)}`);
    }),
  );
}

const unitOf = ({ world }: Doing, { name }: Browser): string => world.units.get(name) ?? 'v1';
const saved = ({ world }: Doing, one: Saved): void => void world.saved.push(one);

async function write(doing: Doing, browser: Browser, device: Device, photos: number): Promise<void> {
  const { world } = doing;
  const unit = unitOf(doing, browser);
  const title = `公告 ${doing.random.below(1e9)}`;
  const draft = await device.newDraft(unit);
  if (!draft.ok) return;
  for (let i = 0; i < photos; i++) await device.addPhoto(draft.value.id, new Blob([`${title} ${i}`]));
  const kept = (await device.db.drafts.get(draft.value.id))?.content ?? draft.value.content;
  const entry = { id: 'general-affairs', name: '其他村务' };
  const sections = [{ heading: '', text: '正文' }];
  const content = { ...PLAIN, entry, title, officer: '李某', sections, photos: kept.photos };
  if (!(await device.saveDraft({ ...draft.value, content })).ok) return;
  world.drafts.set(draft.value.id, { browser: browser.dbName, title });
  if (photos < 0) return;
  const published = await device.publish(draft.value.id);
  if (!published.ok) return;
  world.drafts.delete(draft.value.id);
  saved(doing, { what: 'notice', browser: browser.dbName, unit, ...published.value });
}

async function correct(doing: Doing, browser: Browser, device: Device): Promise<void> {
  const unit = unitOf(doing, browser);
  const own = doing.world.saved.filter((one) => one.what === 'notice' && one.unit === unit);
  if (own.length === 0) return;
  const { notice } = doing.random.pick(own);
  const draft = await device.newDraft(unit, { notice });
  if (!draft.ok) return;
  const content = { ...draft.value.content, title: `${draft.value.content.title} 更正` };
  await device.saveDraft({ ...draft.value, content, reason: '写错了' });
  const published = await device.publish(draft.value.id);
  if (published.ok)
    saved(doing, { what: 'change', browser: browser.dbName, unit, id: published.value.id, notice });
}

async function withdraw(doing: Doing, browser: Browser, device: Device): Promise<void> {
  const unit = unitOf(doing, browser);
  const own = doing.world.saved.filter((one) => one.what === 'notice' && one.unit === unit);
  if (own.length === 0) return;
  const { notice } = doing.random.pick(own);
  const done = await device.withdraw(unit, notice, '作废');
  if (done.ok) saved(doing, { what: 'change', browser: browser.dbName, unit, id: done.value.id, notice });
}

async function seal(doing: Doing, browser: Browser, device: Device): Promise<void> {
  const desk = doing.random.chance(0.5) ? 'township' : 'inspector';
  const sealed = await device.sealTo(desk, {
    kind: 'report',
    text: `${doing.random.below(1e9)}`,
    photos: [],
  });
  if (sealed.ok)
    saved(doing, { what: 'envelope', browser: browser.dbName, unit: desk, id: sealed.value.id, notice: '' });
}

async function change(doing: Doing, device: Device): Promise<void> {
  const id = `m${doing.random.below(1e9)}`;
  const done = await device.change('member.set', member(id, 'v1', 'cadre'), id);
  if (done.ok)
    saved(doing, { what: 'registry', browser: OFFICE, unit: 'township', id: done.value.id, notice: id });
}

/** Somebody new is invited, and joins with a browser that has never been here. */
async function join(doing: Doing, device: Device): Promise<void> {
  const { world, random } = doing;
  const made = await device.invite({ device: 'tablet', unit: 'v1', member: null, days: 9 });
  if (!made.ok) return;
  const name = `new-${random.below(1e9)}`;
  const browser = world.add(name, null);
  browser.open();
  use(doing, browser, async (it) => {
    await it.enrol(made.value.link, name);
  });
}

async function revoke(doing: Doing, device: Device): Promise<void> {
  const { world, random } = doing;
  const name = random.pick(['ben', 'cai']);
  const registry = await device.registry();
  const found = Object.values(registry?.devices ?? {}).find((one) => one.name === name && !one.revoked);
  if (!found) return;
  // From here on it may be refused: when, is up to the log.
  world.revoked.add(name);
  await device.change('device.revoked', { key: found.key, reason: '丢失' }, name);
}

/** Somebody is moved to another village. He writes on for his old one: he has not been told. */
async function transfer(doing: Doing, device: Device): Promise<void> {
  const { world, random } = doing;
  const name = random.pick(['anna', 'ben']);
  world.moved.add(name);
  const id = await device.change('member.set', member(name, random.pick(['v1', 'v2']), 'cadre'), name);
  if (id.ok)
    saved(doing, { what: 'registry', browser: OFFICE, unit: 'township', id: id.value.id, notice: name });
}

async function handOver(doing: Doing, from: Browser, to: Browser): Promise<void> {
  const made = await from.run((it) => it.makeBundle({ units: ['v1', 'v2'], budget: 1_000_000 }));
  if (made && to.isOpen) use(doing, to, async (it) => void (await it.takeBundle(made.bytes)));
}

async function carryOne(doing: Doing): Promise<void> {
  const { world, random, arrive } = doing;
  const { network } = world;
  if (network.parcels.length === 0) return;
  const wish = random.chance(arrive) ? 'arrives' : random.pick(FATES);
  const fate = await network.move(random.pick(network.parcels), wish, random);
  if (fate !== 'arrives') count(doing, `parcel ${fate}`);
}

/** Parcels move on, one after another or several at the same moment. */
async function carry(doing: Doing): Promise<void> {
  const moves = 1 + doing.random.below(8);
  const together = doing.random.chance(TOGETHER) ? moves : 1;
  for (let left = moves; left > 0; left -= together) {
    await drive(Promise.all(Array.from({ length: together }, () => carryOne(doing))));
    await settle();
  }
}

/** For a while much gets through, as far as files: each parcel still has its fate. */
async function flow(doing: Doing): Promise<void> {
  for (let left = FLOW; left > 0; left--) {
    await drive(carryOne(doing));
    await settle();
  }
}

type Doer = (doing: Doing) => Promise<void> | void;

const everybody = ({ world }: Doing): string[] => [...world.browsers.keys()];

const PEOPLE_DO: Partial<Record<Kind, Doer>> = {
  write: (doing) => {
    const browser = some(doing, CADRES);
    use(doing, browser, (device) => write(doing, browser!, device, 0));
  },
  photo: (doing) => {
    const browser = some(doing, CADRES);
    use(doing, browser, (device) => write(doing, browser!, device, 1 + doing.random.below(MOST_PHOTOS)));
  },
  draft: (doing) => {
    const browser = some(doing, CADRES);
    use(doing, browser, (device) => write(doing, browser!, device, -1));
  },
  correct: (doing) => {
    const browser = some(doing, CADRES);
    use(doing, browser, (device) => correct(doing, browser!, device));
  },
  withdraw: (doing) => {
    const browser = some(doing, CADRES);
    use(doing, browser, (device) => withdraw(doing, browser!, device));
  },
  seal: (doing) => {
    const browser = some(doing, ['tablet', READER]);
    use(doing, browser, (device) => seal(doing, browser!, device));
  },
  member: (doing) => use(doing, some(doing, [OFFICE]), (device) => change(doing, device)),
  join: (doing) => use(doing, some(doing, [OFFICE]), (device) => join(doing, device)),
  revoke: (doing) => use(doing, some(doing, [OFFICE]), (device) => revoke(doing, device)),
  transfer: (doing) => use(doing, some(doing, [OFFICE]), (device) => transfer(doing, device)),
  contact: (doing) => use(doing, some(doing, everybody(doing)), async (it) => void (await it.contactNow())),
  handOver: (doing) => {
    const [from, to] = [some(doing, everybody(doing)), some(doing, everybody(doing))];
    if (from && to && from !== to) use(doing, from, () => handOver(doing, from, to));
  },
};

const BROWSERS_DO: Partial<Record<Kind, Doer>> = {
  kill: (doing) => {
    const browser = some(doing, everybody(doing));
    if (browser) count(doing, 'browser killed');
    browser?.kill();
  },
  killSoon: (doing) => {
    const browser = some(doing, everybody(doing));
    if (!browser) return;
    count(doing, 'browser killed at a task');
    browser.window.left = 1 + doing.random.below(TASKS);
  },
  open: ({ world, random }) => {
    const closed = [...world.browsers.values()].filter((one) => !one.isOpen);
    if (closed.length > 0) random.pick(closed).open();
  },
  hide: (doing) => some(doing, everybody(doing))?.window.show(doing.random.chance(0.5)),
  full: (doing) => {
    const browser = some(doing, everybody(doing));
    if (!browser) return;
    const { disk } = browser.window;
    const tables = ['chunks', 'outbox', 'drafts', 'blobs', 'rows', 'meta', 'heads', 'ids', 'pages'];
    if (disk.tables.size > 0) disk.tables.clear();
    else disk.tables = new Set([doing.random.pick(tables), doing.random.pick(tables)]);
    count(doing, 'storage full');
  },
  clock: (doing) => {
    const browser = doing.random.pick([...doing.world.browsers.values()]);
    browser.clockOff = doing.random.pick([0, -YEAR, YEAR, 60 * MINUTE, -7 * MINUTE]);
    count(doing, 'clock set');
  },
  secondWindow: (doing) => {
    const browser = some(doing, NAMES);
    if (!browser || browser.name !== browser.dbName) return;
    const name = `${browser.name} again`;
    if (doing.world.browsers.has(name)) return;
    count(doing, 'second window');
    doing.world.add(name, doing.world.units.get(browser.name) ?? null, browser.dbName).open();
  },
  update: async (doing) => {
    const browser = some(doing, everybody(doing));
    if (!browser || !doing.world.isAlone(browser)) return;
    count(doing, 'app updated');
    browser.kill();
    browser.open(false);
    await browser.look(async (it) => void (await it.db.meta.put({ key: 'fold-version', value: 0 })));
    browser.run((it) => it.start());
  },
  wipe: (doing) => {
    const browser = some(doing, [READER, 'cai', 'tablet']);
    if (!browser || !doing.world.isAlone(browser)) return;
    count(doing, 'storage wiped');
    browser.wipe();
  },
};

const SURROUNDINGS_DO: Partial<Record<Kind, Doer>> = {
  carry,
  flow,
  wait: ({ world, random }) => world.clock.pass(random.below(MINUTE), settle),
  disconnect: (doing) => {
    doing.world.network.off.add(doing.random.pick(everybody(doing)));
    count(doing, 'no network');
  },
  connect: ({ world, random }) => {
    const off = [...world.network.off];
    if (off.length > 0) world.network.off.delete(random.pick(off));
  },
  serverKill: (doing) => {
    count(doing, 'server killed');
    doing.world.server.kill();
  },
  serverKillSoon: (doing) => {
    if (!doing.world.server.isUp) return;
    count(doing, 'server killed at an answer of its store');
    doing.world.server.run.left = 1 + doing.random.below(ANSWERS);
  },
  serverStart: ({ world }) => drive(world.server.start()),
  serverFull: (doing) => {
    doing.world.server.diskIsFull = !doing.world.server.diskIsFull;
    count(doing, 'server disk full');
  },
  serverClock: (doing) => {
    doing.world.serverClockMoved = true;
    doing.world.serverOff = (doing.random.below(21) - 10) * MINUTE;
    count(doing, 'server clock set');
  },
  future: async (doing) => {
    const { server } = doing.world;
    if (!server.isUp || server.run.left < Infinity || server.diskIsFull) return;
    count(doing, 'event of a later version');
    await drive(appendFuture(doing.world, doing.random));
  },
};

const DOERS = { ...PEOPLE_DO, ...BROWSERS_DO, ...SURROUNDINGS_DO } as Record<Kind, Doer>;

/** Does one step, and waits until the world is still. */
export async function doStep(world: World, schedule: Schedule, step: Step, faults: Faults): Promise<void> {
  const doing = { world, random: seeded(step.seed), arrive: schedule.arrive, faults };
  await DOERS[step.kind](doing);
  await settle();
}
