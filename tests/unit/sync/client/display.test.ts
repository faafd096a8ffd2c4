import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DisplayedDay, NOTE_EVERY_MS } from '../../../../src/domain/display/display.ts';
import { displaysSince } from '../../../../src/sync/client/display.ts';
import type { TownshipId } from '../../../../src/log/stream.ts';
import { openVillage, publish, type TestDevice, until, type Village } from './village.ts';

let village: Village;
let cadre: TestDevice;
let tablet: TestDevice;
beforeAll(async () => {
  village = await openVillage();
  village.clock.ms = Date.parse('2026-11-25T08:00:00.000+08:00');
  cadre = await village.phone();
  tablet = await village.tablet();
  await publish(cadre.device, 'v1', '低保公示');
  await cadre.device.contactNow();
});
afterAll(() => village.end());

const displays = ({ device }: TestDevice): Promise<DisplayedDay[]> =>
  displaysSince(device.db, { township: village.township as TownshipId, unit: 'v1' }, '2026-11-01');
const totalMinutes = (days: DisplayedDay[]): number =>
  days
    .flatMap(({ spans }) => spans)
    .reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 60_000, 0);
/** Until what was noted says that it goes up to now. */
const noted = (one: TestDevice): Promise<void> =>
  until(async () => {
    const spans = (await displays(one)).filter(({ own }) => own).flatMap((day) => day.spans);
    return spans.some(({ to }) => Date.parse(to) === village.clock.ms);
  }, 'a note of this moment');

/** Time goes by on a tablet that shows the board. */
async function passes(one: TestDevice, minutes: number): Promise<void> {
  for (let gone = 0; gone < minutes; gone += NOTE_EVERY_MS / 60_000) {
    village.clock.ms += NOTE_EVERY_MS;
    one.timers.runOut(NOTE_EVERY_MS);
    await noted(one);
  }
}

describe('a tablet that shows the board', () => {
  it('notes when its page is seen, and not while it is hidden', async () => {
    tablet.device.start();
    await tablet.device.contactNow();
    await noted(tablet);
    await passes(tablet, 30);
    village.clock.ms += 60_000;
    tablet.page.show(false);
    await noted(tablet);
    expect(totalMinutes(await displays(tablet))).toBe(31);
    village.clock.ms += 60 * 60_000;
    tablet.page.show(true);
    await noted(tablet);
    await passes(tablet, 12);
    const [today] = await displays(tablet);
    expect(today).toMatchObject({ day: '2026-11-25', own: true });
    expect(totalMinutes([today!])).toBe(43);
    expect(today!.spans.at(-1)!.held).toBeGreaterThan(0);
  });

  it('shows nothing while its screen is dark, and begins anew when somebody wakes it', async () => {
    const before = totalMinutes(await displays(tablet));
    village.clock.ms += 60_000;
    tablet.device.screenDark(true);
    await noted(tablet);
    // The hours of the night: contacts go on, and claim nothing.
    for (let hour = 0; hour < 3; hour += 1) {
      village.clock.ms += NOTE_EVERY_MS;
      tablet.timers.runOut(NOTE_EVERY_MS);
      await tablet.device.contactNow();
    }
    expect(totalMinutes(await displays(tablet))).toBe(before + 1);
    // Hidden and seen again: still dark.
    tablet.page.show(false);
    tablet.page.show(true);
    await tablet.device.contactNow();
    expect(totalMinutes(await displays(tablet))).toBe(before + 1);
    village.clock.ms += 60 * 60_000;
    tablet.device.screenDark(false);
    await noted(tablet);
    await passes(tablet, 6);
    expect(totalMinutes(await displays(tablet))).toBe(before + 7);
  });

  it('claims no minute of a dark time that is shorter than the time between two notes', async () => {
    const before = totalMinutes(await displays(tablet));
    tablet.device.screenDark(true);
    await noted(tablet);
    village.clock.ms += 2 * 60_000;
    tablet.device.screenDark(false);
    await tablet.device.contactNow();
    await passes(tablet, 3);
    expect(totalMinutes(await displays(tablet))).toBe(before + 3);
  });

  it('loses a few minutes at most when the power is cut', async () => {
    const before = totalMinutes(await displays(tablet));
    const again = tablet.reopen();
    expect(totalMinutes(await displays(again))).toBe(before);
    village.clock.ms += 2 * 60_000;
    again.device.start();
    await noted(again);
    expect(totalMinutes(await displays(again))).toBe(before + 2);
    tablet = again;
  });

  it('hands the day in once it is over, once, and everybody’s view has it in a row of its own', async () => {
    await tablet.device.contactNow();
    expect(await tablet.device.db.outbox.count()).toBe(0);
    const [today] = await displays(tablet);
    const own = { ...today!, spans: today!.spans.filter(({ from, to }) => from < to) };
    village.clock.ms = Date.parse('2026-11-26T08:30:00.000+08:00');
    await tablet.device.contactNow();
    await tablet.device.contactNow();
    await cadre.device.contactNow();
    const reported = await displays(cadre);
    expect(reported).toEqual([{ ...own, own: false }]);
    const pages = await cadre.device.db.pages.toArray();
    expect(pages.flatMap(({ notices }) => notices).map(({ title }) => title)).toEqual(['低保公示']);
    await tablet.device.contactNow();
    await cadre.device.contactNow();
    expect(await displays(cadre)).toHaveLength(1);
    expect((await displays(tablet)).filter(({ day }) => day === '2026-11-25')).toEqual(reported);
  });

  it('is the only device that notes anything', async () => {
    cadre.device.start();
    await cadre.device.contactNow();
    village.clock.ms += NOTE_EVERY_MS;
    cadre.timers.runOut(NOTE_EVERY_MS);
    await cadre.device.contactNow();
    expect((await displays(cadre)).filter(({ own }) => own)).toEqual([]);
    expect(await cadre.device.db.meta.get('display')).toBeUndefined();
  });
});
