/** How often public pages were opened, and villages that a person chose to follow on his own device. */
import type { DeviceDb } from '../../store/device/db.ts';
import { CHOSEN, FOLLOWED, followedUnits, followUnit, getMeta, putMeta } from '../../store/device/meta.ts';
import {
  visitMonthsResponse,
  type VisitMonthsResponse,
  visitsResponse,
  type VisitsResponse,
} from '../visits-protocol.ts';
import type { Core } from './core.ts';
import type { Outcome } from './device.ts';
import type { CallFault } from './http.ts';
import { done, failed } from './outcome.ts';
import { identityOf } from './status.ts';

export interface VisitCommands {
  /** Daily totals of a unit's public pages and posters; for the office and who posts for the unit. */
  visits(unit: string): Promise<Outcome<VisitsResponse['visits'], CallFault>>;
  /** Totals of the months of a year, of all units; for the office. */
  visitMonths(year: number): Promise<Outcome<VisitMonthsResponse['months'], CallFault>>;
  /** A poster's code was scanned, and this device answered by itself. Told once; without a network it is not counted. */
  scanned(place: string): Promise<void>;
  /** Follows a village, so that it opens without a network; or no longer, and what is new is not fetched any more. */
  choose(unit: string, follows: boolean): Promise<void>;
}

async function chosen(db: DeviceDb, unit: string, follows: boolean): Promise<void> {
  const own = (await identityOf(db))?.unit;
  await db.transaction('rw', db.meta, async () => {
    const before = (await getMeta<string[]>(db, CHOSEN)) ?? [];
    const others = before.filter((one) => one !== unit);
    await putMeta(db, CHOSEN, follows ? [...others, unit] : others);
    if (follows || unit === own) return;
    await putMeta(
      db,
      FOLLOWED,
      (await followedUnits(db)).filter((one) => one !== unit),
    );
  });
  if (follows) await followUnit(db, unit);
}

export function visitCommands(core: Core): VisitCommands {
  return {
    visits: async (unit) => {
      const path = `/api/visits?unit=${unit}`;
      const signer = await core.signer();
      const called = await core.http.json(visitsResponse, { method: 'GET', path, signer, fresh: true });
      return called.ok ? done(called.value.visits) : failed(called.fault);
    },
    visitMonths: async (year) => {
      const path = `/api/visits/months?year=${year}`;
      const signer = await core.signer();
      const called = await core.http.json(visitMonthsResponse, { method: 'GET', path, signer, fresh: true });
      return called.ok ? done(called.value.months) : failed(called.fault);
    },
    scanned: async (place) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ place });
      await core.http.raw({ method: 'POST', path: '/api/visits', body, headers }).catch(() => undefined);
    },
    choose: async (unit, follows) => {
      await chosen(core.ports.db, unit, follows);
      if (follows) core.wake();
    },
  };
}
