/** A sample township on the real server, and the devices of its people, each behind a network of its own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceKind } from '../../../src/domain/registry/events.ts';
import type { NoticeContent, Outward } from '../../../src/domain/notice/events.ts';
import { eventId, type SignedEvent } from '../../../src/log/event.ts';
import { officeSeed, SampleOffice } from '../../../src/server/demo/office.ts';
import { INSPECTOR, SUPERVISOR } from '../../../src/server/demo/sample.ts';
import { makeYear2018 } from '../../../src/server/demo/year-2018/year.ts';
import { PROTOCOL_VERSION, type SyncResponse } from '../../../src/sync/protocol.ts';
import { type Proxy, startProxy } from '../../helpers/proxy.ts';
import { ALWAYS_BRIGHT } from './bright.ts';
import { Browser } from './browser.ts';
import { Office } from './office.ts';
import { Phone } from './phone.ts';
import { type RunningServer, startServer } from './server.ts';
import { Tablet } from './tablet.ts';

const DAY_MS = 86_400_000;

async function post<Answer>(port: number, path: string, body: unknown): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

export class Township {
  readonly folder: string;
  readonly sample: SampleOffice;
  #server: RunningServer;
  readonly #env: Record<string, string>;
  readonly #ends: (() => Promise<unknown>)[] = [];
  readonly #networks: Proxy[] = [];
  #profiles = 0;

  constructor(folder: string, server: RunningServer, sample: SampleOffice, env: Record<string, string> = {}) {
    this.#env = env;
    this.folder = folder;
    this.#server = server;
    this.sample = sample;
  }

  get server(): RunningServer {
    return this.#server;
  }

  /** Hands events in, as any device would. */
  async takesIn(events: SignedEvent[]): Promise<void> {
    const request = { v: PROTOCOL_VERSION, held: {}, events, report: null };
    const { results } = await post<SyncResponse>(this.#server.port, '/api/sync', request);
    const refused = results.filter((result) => result.status === 'rejected');
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
  }

  /** A notice of the first village, as the office publishes it on its behalf. Gives its id. */
  async publishes(notice: NoticeContent, outward?: Outward): Promise<string> {
    const events = await this.sample.villageNotice(notice, outward);
    await this.takesIn(events);
    return eventId(events[events.length - 1]!.header);
  }

  /** Size and contents of a unit's public stream, read as a stranger would. */
  async publicEvents(unit: string): Promise<{ size: number; bodies: string[] }> {
    const stream = `${this.sample.township}/${unit}/public`;
    const request = { v: PROTOCOL_VERSION, held: { [stream]: 0 }, events: [], report: null };
    const { streams } = await post<SyncResponse>(this.#server.port, '/api/sync', request);
    const part = streams[stream];
    if (!part || 'denied' in part) throw new Error(`${stream} is not to be read`);
    return { size: part.size, bodies: part.bodies.map((body) => body ?? '') };
  }

  /** How many notices, corrections and withdrawals of a unit have these words in them. */
  async eventsWith(unit: string, words: string): Promise<number> {
    return (await this.publicEvents(unit)).bodies.filter((body) => body.includes(words)).length;
  }

  /** A one-time invitation's link, on the device's own origin. `age`: days since it was made; it is good for seven. */
  async invitation(kind: DeviceKind, origin: string, age = 0, member?: string): Promise<string> {
    const { event, link } = await this.sample.invitation(kind, origin, Date.now() - age * DAY_MS, member);
    await this.takesIn([event]);
    return link;
  }

  /** The server is killed in the middle of whatever it does, and started again on the same data. */
  async serverIsKilledAndStartedAgain(): Promise<void> {
    await this.#server.kill();
    this.#server = await startServer(join(this.folder, 'data'), this.#env);
    for (const network of this.#networks) network.target(this.#server.port);
  }

  /** A network of its own for one device. */
  async network(): Promise<Proxy> {
    const network = await startProxy(this.#server.port);
    this.#networks.push(network);
    this.#ends.push(() => network.close());
    return network;
  }

  async #browser(kind: DeviceKind): Promise<Browser> {
    this.#profiles += 1;
    const browser = new Browser(join(this.folder, `profile-${this.#profiles}`), kind);
    this.#ends.push(() => browser.close());
    browser.watchFailure();
    await browser.open();
    return browser;
  }

  /** A phone out of the box, not enrolled. */
  async newPhone(): Promise<Phone> {
    return new Phone(await this.#browser('phone'), await this.network());
  }

  /** The phone of the first village's clerk, enrolled and ready for a life without network. */
  async cadresPhone(): Promise<Phone> {
    const phone = await this.newPhone();
    await phone.enrols(await this.invitation('phone', phone.network.origin));
    return phone;
  }

  /** The phone of the first village's supervision committee, which reviews what the catalogue says. */
  async committeesPhone(): Promise<Phone> {
    const phone = await this.newPhone();
    await phone.enrols(await this.invitation('phone', phone.network.origin, 0, SUPERVISOR));
    return phone;
  }

  /** The discipline inspector's phone: the report box opens with its first contacts. */
  async inspectorsPhone(): Promise<Phone> {
    const phone = await this.newPhone();
    await phone.enrols(await this.invitation('phone', phone.network.origin, 0, INSPECTOR));
    return phone;
  }

  /** The tablet at the first village's office. */
  async tablet(): Promise<Tablet> {
    const tablet = new Tablet(await this.#browser('tablet'), await this.network());
    await tablet.enrols(await this.invitation('tablet', tablet.network.origin));
    return tablet;
  }

  /** The office's computer. */
  async office(): Promise<Office> {
    const office = new Office(await this.#browser('office'), await this.network());
    await office.enrols(await this.invitation('office', office.network.origin));
    return office;
  }

  /** Ends browsers, networks and server, and removes their files. */
  async end(): Promise<void> {
    for (const end of this.#ends.toReversed()) await end();
    await this.#server.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A folder for one test, outside the project. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'gongkailan-e2e-'));

/** Founds the sample township on a new server, with its villages, people, catalogue and first notices. */
export async function startTownship(env: Record<string, string> = {}): Promise<Township> {
  const folder = newFolder();
  const server = await startServer(join(folder, 'data'), env);
  const code = server.setupCode;
  const { logKey } = await post<{ logKey: string }>(server.port, '/api/setup', { code });
  const sample = await SampleOffice.found(officeSeed(), logKey, Date.now);
  const events = [sample.founding, ...(await sample.registryEvents())];
  await post(server.port, '/api/setup', { code, events });
  const township = new Township(folder, server, sample, env);
  await township.takesIn([...(await sample.tablets(ALWAYS_BRIGHT)), ...(await sample.notices())]);
  return township;
}

/** The sample township with its records of 2018, years later. */
export async function startTownshipOf2018(): Promise<Township> {
  const folder = newFolder();
  const data = join(folder, 'data');
  await makeYear2018(data);
  const server = await startServer(data);
  const { seed, founding } = JSON.parse(readFileSync(join(data, 'demo-office.json'), 'utf8')) as {
    seed: string;
    founding: SignedEvent;
  };
  const sample = await SampleOffice.reopen(officeSeed(seed), founding, Date.now);
  const township = new Township(folder, server, sample);
  await township.takesIn(await sample.tablets(ALWAYS_BRIGHT));
  return township;
}
