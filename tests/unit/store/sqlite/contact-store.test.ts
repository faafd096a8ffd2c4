import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqliteContactStore } from '../../../../src/store/sqlite/contact-store.ts';
import { newFolder } from '../folders.ts';

describe('contacts in SQLite', () => {
  let made: ReturnType<typeof newFolder>;
  beforeEach(() => (made = newFolder()));
  afterEach(() => made.remove());
  const open = (): SqliteContactStore => SqliteContactStore.open(join(made.folder, 'log.db'));
  const contact = (key: string, at: string, size = 1) => ({
    key,
    at,
    held: { 's/registry': size },
    report: { unsent: 0, app: '公开栏' },
  });

  it('keep the last of each device, through a restart', async () => {
    const store = open();
    await store.put(contact('a', '2026-11-24T02:00:00.000Z'));
    await store.put(contact('a', '2026-11-24T03:00:00.000Z', 2));
    await store.put({ ...contact('b', '2026-11-24T02:30:00.000Z'), report: null });
    await store.close();
    const again = open();
    expect(await again.list(['b', 'a', 'unheard'])).toEqual([
      contact('a', '2026-11-24T03:00:00.000Z', 2),
      { ...contact('b', '2026-11-24T02:30:00.000Z'), report: null },
    ]);
    expect(await again.list([])).toEqual([]);
    await again.close();
  });
});
