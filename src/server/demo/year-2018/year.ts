/**
 * The sample township's records of 2018, through the server's own acceptance, by a clock that stands where the story is. They
 * are such that the report of 2018 has the figures of the real one: 45 notices on the board, 160 pairs of notice and other
 * form, 8 of them guide, catalogue and supplements, 9 boards, 20 walls.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogueEntry, Form } from '../../../domain/catalogue/entry.ts';
import { READY_MADE } from '../../../domain/catalogue/ready-made/ready-made.ts';
import { ORDINARY } from '../../../domain/notice/events.ts';
import type { OutingMade } from '../../../domain/outing/events.ts';
import { EMPTY_REGISTRY, type Registry } from '../../../domain/registry/registry.ts';
import { shanghaiTime } from '../../../domain/time.ts';
import { eventId, type FileRef, type SignedEvent } from '../../../log/event.ts';
import { toHex } from '../../../log/hex.ts';
import { createServer, type GongkailanServer } from '../../server.ts';
import { openStorage, type Storage } from '../../storage.ts';
import { officeSeed, SampleOffice } from '../office.ts';
import { PLACES, UNITS } from '../sample.ts';
import { noted } from './outing-words.ts';
import { picture } from './picture.ts';
import type { Planned } from './plan.ts';
import { townshipNotices } from './township-notices.ts';
import { VILLAGE_NOTICES_2018 } from './village-notices.ts';

export const YEAR = 2018;
const HOUR_MS = 3_600_000;

/** Ten in the morning of a day, ms since 1970. */
const morning = (day: string): number => Date.parse(`${day}T10:00:00+08:00`);

/** What is due each quarter in 2018; the rest comes when something came about. */
const QUARTERLY = 'money-accounts';

/**
 * The catalogue of 2018: nothing is reviewed before (that rule came later), and only the accounts have a rhythm. From 2019
 * on nothing of it falls due, so that the years after, of which the sample has no records, are not all silence.
 */
function catalogueOf2018(): CatalogueEntry[] {
  return READY_MADE.map((entry) => ({
    ...entry,
    from: `${YEAR}-01-01`,
    review: 'none',
    publicity: null,
    due:
      entry.id === QUARTERLY
        ? { ...entry.due, every: 'quarter', occasion: '' }
        : { ...entry.due, every: 'occasion', occasion: entry.due.occasion || '有新情况时' },
  }));
}

const UNITS_2018 = UNITS.map((unit) => ({ ...unit, dueFrom: `${YEAR}-01-01` }));

/** What the guide and the catalogue are made from. */
const registryOf2018 = (): Registry => ({
  ...EMPTY_REGISTRY,
  name: '复兴乡',
  catalogue: catalogueOf2018(),
  units: Object.fromEntries(UNITS_2018.map((unit) => [unit.id, unit])),
});

/** Hours after publication at which a form was done. */
const AFTER: Record<Form, number> = { paper: 3, broadcast: 8, message: 5, card: 50, meeting: 28, letter: 26 };

interface Making {
  office: SampleOffice;
  server: GongkailanServer;
  storage: Storage;
  clock: { ms: number };
}

async function mustAccept({ server }: Making, events: SignedEvent[]): Promise<void> {
  const refused = (await server.accept(events)).filter((result) => result.status === 'rejected');
  if (refused.length > 0) throw new Error(`sample of 2018: refused ${JSON.stringify(refused[0])}`);
}

/** The place of a sheet: boards and walls of the unit in turn. */
function placeOf(unit: string, turn: number): string {
  const own = PLACES.filter((place) => place.unit === unit && place.kind !== 'loudspeaker');
  return own[turn % own.length]!.id;
}

async function outing(
  making: Making,
  planned: Planned,
  notice: string,
  form: Form,
  turn: number,
): Promise<void> {
  const { office, clock, storage } = making;
  const proof = form === 'paper' ? picture(turn) : null;
  if (proof) await storage.blobs.put(proof.hash, proof.bytes);
  const content: OutingMade = {
    notice,
    revision: notice,
    form,
    place: form === 'paper' ? placeOf(planned.unit, turn) : null,
    at: shanghaiTime(clock.ms),
    photo: proof && { hash: proof.hash, width: proof.width, height: proof.height, caption: '' },
    position: null,
    ...noted(planned, form, turn),
  };
  const files: FileRef[] = proof ? [{ hash: proof.hash, bytes: proof.bytes.length, type: 'image/png' }] : [];
  await mustAccept(making, [await office.signPublic(planned.unit, 'outing.made', content, files)]);
}

/** Steps of the year in their order. */
interface Step {
  at: number;
  run: () => Promise<void>;
}

function stepsOf(making: Making, all: Planned[]): Step[] {
  const steps: Step[] = [];
  all.forEach((planned, turn) => {
    // Several on one day come one after another.
    const at = morning(planned.day) + turn * 60_000;
    let notice = '';
    steps.push({
      at,
      run: async () => {
        const content = { ...planned.content, ...ORDINARY };
        const event = await making.office.signPublic(planned.unit, 'notice.published', content, []);
        notice = eventId(event.header);
        await mustAccept(making, [event]);
      },
    });
    for (const form of planned.forms)
      steps.push({
        at: at + AFTER[form] * HOUR_MS,
        run: () => outing(making, planned, notice, form, turn),
      });
  });
  return steps.toSorted((one, other) => one.at - other.at);
}

/**
 * Makes a data folder with the sample township and its records of 2018. The demo opens it like one of its own.
 * @param dataDir made when it is not there; must hold no township.
 * @param seed hex; the same seed gives the same office.
 */
export async function makeYear2018(dataDir: string, seed?: string): Promise<{ township: string }> {
  const clock = { ms: morning(`${YEAR}-01-02`) };
  const now = (): number => clock.ms;
  const storage = await openStorage(dataDir);
  const server = await createServer({
    dataDir,
    distDir: join(dataDir, 'no-app'),
    now,
    storage,
    printSetupCode: false,
  });
  try {
    const officeKey = officeSeed(seed);
    const { logKey } = await server.beginSetup();
    const office = await SampleOffice.found(officeKey, logKey, now);
    const events = await office.registryEvents({
      units: UNITS_2018,
      catalogue: catalogueOf2018(),
      everywhere: true,
    });
    const founded = await server.found([office.founding, ...events]);
    if (!founded.ok) throw new Error(`sample of 2018: founding refused: ${founded.code}`);
    const kept = { seed: toHex(officeKey), founding: office.founding };
    writeFileSync(join(dataDir, 'demo-office.json'), JSON.stringify(kept), { mode: 0o600 });
    const making: Making = { office, server, storage, clock };
    for (const step of stepsOf(making, [...townshipNotices(registryOf2018()), ...VILLAGE_NOTICES_2018])) {
      clock.ms = step.at;
      await step.run();
    }
    clock.ms = morning(`${YEAR + 1}-01-02`);
    const after = catalogueOf2018().find(({ id }) => id === QUARTERLY)!;
    const entry: CatalogueEntry = {
      ...after,
      from: `${YEAR + 1}-01-01`,
      due: { ...after.due, every: 'occasion', occasion: '有收支时' },
    };
    await mustAccept(making, [await office.signRegistry('catalogue.entry-set', { entry })]);
    return { township: office.township };
  } finally {
    await server.close();
  }
}
