/**
 * The demo: a sample township on a server of its own, and around it what makes one browser play all the devices.
 *
 * ```
 * front page  P      two devices side by side, switches          (front.ts)
 * phone       P + 1  relay ─┐
 * tablet      P + 2  relay ─┼─ the real server, on a free port
 * office      P + 3  relay ─┤
 * committee   P + 4  relay ─┤
 * inspector   P + 5  relay ─┘
 * ```
 * Each port is an origin, so each device has its own storage and service worker.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIRST_VILLAGE, INSPECTOR, SUPERVISOR } from './sample.ts';
import { toHex } from '../../log/hex.ts';
import type { SignedEvent } from '../../log/event.ts';
import { createServer, type GongkailanServer } from '../server.ts';
import { startFrontPage } from './front.ts';
import { officeSeed, SampleOffice } from './office.ts';
import { type DeviceName, type Relay, type Relays, startRelay } from './relay.ts';
import { makeYear2018, YEAR } from './year-2018/year.ts';

export interface DemoOptions {
  /** Port of the front page; the devices' follow it. 0: any free ones. */
  port: number;
  dataDir: string;
  distDir: string;
  now: () => number;
  /** Begin an empty folder with the records of this year, instead of the few notices of today. */
  year?: SampleYear | null;
}

/** Years of which the sample township has records. */
export const SAMPLE_YEARS = [YEAR] as const;
export type SampleYear = (typeof SAMPLE_YEARS)[number];

export interface DemoLinks {
  /** The front page. */
  url: string;
  /** The first village's board, for a tablet. */
  board: string;
  /** A cadre's one-time invitation, for a phone. */
  cadre: string;
  /** An invitation for the office's computer. */
  office: string;
  /** The supervision committee's invitation, for a phone: it reviews what must be reviewed. */
  committee: string;
  /** The discipline inspector's, for a phone: the report box opens with it. */
  inspector: string;
}

export interface Demo {
  links: DemoLinks;
  close(): Promise<void>;
}

/** What the demo's own office must remember between two starts on the same data folder. */
interface Kept {
  /** Hex. */
  seed: string;
  founding: SignedEvent;
}

const officeFile = (dataDir: string): string => join(dataDir, 'demo-office.json');
const originOf = (relay: Relay): string => `http://localhost:${relay.port}`;

async function mustAccept(server: GongkailanServer, events: SignedEvent[]): Promise<void> {
  const refused = (await server.accept(events)).filter((result) => result.status === 'rejected');
  if (refused.length > 0) throw new Error(`demo: events refused: ${JSON.stringify(refused)}`);
}

/** The sample office: founded on an empty folder, or the one that founded it before. */
async function openOffice(server: GongkailanServer, options: DemoOptions): Promise<SampleOffice> {
  const file = officeFile(options.dataDir);
  // An empty server beside a kept office: it was stopped before its founding had ended.
  if (existsSync(file) && server.setupCode === null) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    return SampleOffice.reopen(officeSeed(kept.seed), kept.founding, options.now);
  }
  const { logKey } = await server.beginSetup();
  const seed = officeSeed();
  const office = await SampleOffice.found(seed, logKey, options.now);
  writeFileSync(file, JSON.stringify({ seed: toHex(seed), founding: office.founding }), { mode: 0o600 });
  const founded = await server.found([office.founding, ...(await office.registryEvents())]);
  if (!founded.ok) throw new Error(`demo: founding refused: ${JSON.stringify(founded)}`);
  await mustAccept(server, await office.series());
  await mustAccept(server, await office.notices());
  return office;
}

/** Starts everything; the links work when it resolves. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  if (options.year && !existsSync(officeFile(options.dataDir))) await makeYear2018(options.dataDir);
  const server = await createServer({
    dataDir: options.dataDir,
    distDir: options.distDir,
    now: options.now,
    frameAncestors: ['http://localhost:*'],
    printSetupCode: false,
  });
  const { port } = await server.listen(0, '127.0.0.1');
  const office = await openOffice(server, options);
  const at = (offset: number): number => (options.port === 0 ? 0 : options.port + offset);
  const relays: Relays = {
    phone: await startRelay(at(1), port),
    tablet: await startRelay(at(2), port),
    office: await startRelay(at(3), port),
    committee: await startRelay(at(4), port),
    inspector: await startRelay(at(5), port),
  };

  const link = async (name: DeviceName): Promise<string> => {
    const own = { committee: SUPERVISOR, inspector: INSPECTOR };
    const [device, member] =
      name === 'committee' || name === 'inspector' ? (['phone', own[name]] as const) : [name];
    const { event, link } = await office.invitation(device, originOf(relays[name]), options.now(), member);
    await mustAccept(server, [event]);
    // The tablet opens the board itself and enrols by the same invitation, silently.
    return device === 'tablet' ? link.replace('/join#', `/b/${FIRST_VILLAGE}#`) : link;
  };
  const links = async () => ({
    phone: await link('phone'),
    tablet: await link('tablet'),
    office: await link('office'),
    committee: await link('committee'),
    inspector: await link('inspector'),
  });

  const front = await startFrontPage({ port: options.port, distDir: options.distDir, relays, links });
  const printed = await links();
  return {
    links: {
      url: front.url,
      board: printed.tablet,
      cadre: printed.phone,
      office: printed.office,
      committee: printed.committee,
      inspector: printed.inspector,
    },
    close: async () => {
      await front.close();
      await Promise.all(Object.values(relays).map((relay) => relay.close()));
      await server.close();
    },
  };
}
