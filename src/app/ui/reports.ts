/** What stands in the report box on the inspector's own device, and which of it he has opened here. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { Envelope } from '../../domain/desk/inbox.ts';
import { memberOf } from '../../domain/registry/registry.ts';
import { REPORTS_READ } from '../../sync/client/box-figures.ts';
import { boxStream, type TownshipId } from '../../sync/client/streams.ts';
import { useDevice, useIdentity, useRegistry } from './device-context.tsx';

export interface Reports {
  envelopes: Envelope[];
  /** Ids of envelopes that were opened on this device. */
  read: ReadonlySet<string>;
}

/** Undefined: being read, or nobody's who may see it. */
export function useReports(): Reports | undefined {
  const { db } = useDevice();
  const identity = useIdentity();
  const registry = useRegistry();
  const reads = identity && registry && memberOf(registry, identity.key)?.role === 'inspector';
  const township = reads ? identity.township : null;
  return useLiveQuery(async () => {
    if (township === null) return undefined;
    const stream = boxStream(township as TownshipId);
    const range = [
      [stream, 'envelope:'],
      [stream, 'envelope;'],
    ] as const;
    const rows = await db.rows
      .where('[stream+key]')
      .between(...range)
      .toArray();
    const read = (await db.meta.get(REPORTS_READ))?.value as string[] | undefined;
    return { envelopes: rows.map(({ value }) => value as Envelope), read: new Set(read) };
  }, [db, township]);
}

/** How many reports and additions have not been opened on this device. */
export function useUnreadReports(): number {
  const reports = useReports();
  return reports ? reports.envelopes.filter(({ id }) => !reports.read.has(id)).length : 0;
}
