/** A disk that fills up: for the tests of what a device does then. */
import { Dexie } from 'dexie';
import type { DeviceDb } from '../../../../src/store/device/db.ts';

export interface FullDisk {
  /** Tables whose writes fail from now on; deleting always works. */
  tables: Set<string>;
  /** Writes that still fail; then there is room again. */
  failures: number;
}

/** To be called before the database is opened. */
export function fullDisk(db: DeviceDb): FullDisk {
  const disk: FullDisk = { tables: new Set(), failures: Infinity };
  db.use({
    stack: 'dbcore',
    name: 'full-disk',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: (request) => {
            const writes = request.type === 'put' || request.type === 'add';
            if (!writes || !disk.tables.has(name) || disk.failures <= 0) return table.mutate(request);
            disk.failures -= 1;
            return Dexie.Promise.reject(new DOMException('disk full', 'QuotaExceededError'));
          },
        };
      },
    }),
  });
  return disk;
}
