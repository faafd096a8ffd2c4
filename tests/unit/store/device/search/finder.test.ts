/** The index against the log: what was published, corrected, withdrawn and erased, in whatever portions it came. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { applyToBoard } from '../../../../../src/domain/board/board.ts';
import type { NoticeEvent } from '../../../../../src/domain/notice/notice.ts';
import { leafLine } from '../../../../../src/log/leaf.ts';
import { DeviceDb } from '../../../../../src/store/device/db.ts';
import { DeviceLogStore } from '../../../../../src/store/device/device-log-store.ts';
import { putMeta } from '../../../../../src/store/device/meta.ts';
import { Finder } from '../../../../../src/store/device/search/finder.ts';
import { IndexDb } from '../../../../../src/store/device/search/index-db.ts';
import {
  content,
  corrected,
  DAY,
  hex,
  published,
  sampleRegistry,
  withdrawn,
} from '../../../domain/samples.ts';

const TOWNSHIP = 'a'.repeat(32);
const STREAM = `${TOWNSHIP}/v1/public`;
let made = 0;
const opened: { close(): void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

class Village {
  readonly db = new DeviceDb(`finder-${(made += 1)}`);
  readonly log = new DeviceLogStore(this.db);
  readonly index = new IndexDb(`${this.db.name}-search`);
  readonly events: NoticeEvent[] = [];

  constructor() {
    opened.push(this.db, this.index);
  }

  async founded(): Promise<this> {
    await putMeta(this.db, 'township', { id: TOWNSHIP, logKey: '', name: '' });
    await this.db.registry.put({ township: TOWNSHIP, state: sampleRegistry() });
    return this;
  }

  /** Stores events and the board after them, as pulling does. */
  async takesIn(...events: NoticeEvent[]): Promise<void> {
    const from = this.events.length;
    this.events.push(...events);
    const numbers = new Map(this.events.map((event) => [event.id, event.number]));
    const { changed } = applyToBoard(new Map(), this.events, (id) => numbers.get(id));
    await this.log.write({
      stream: STREAM,
      from,
      ids: events.map(({ id }) => id),
      leaves: events.map(({ type }) => leafLine(DAY, '0'.repeat(128), JSON.stringify({ type }))),
      bodies: events.map((event) => JSON.stringify({ salt: '', ...(event.content as object) })),
      head: { stream: STREAM, size: this.events.length, frontier: [], checkpoint: '' },
      pages: [...changed.values()],
    });
  }

  async erases(number: number): Promise<void> {
    const row = (await this.db.chunks.where('[stream+from]').equals([STREAM, number]).first())!;
    await this.db.chunks.put({ ...row, bodies: '\n'.repeat(row.count) });
  }

  async finder(index = this.index): Promise<Finder> {
    const ports = { db: this.db, log: this.log, index, pause: async () => undefined };
    const finder = new Finder(
      ports,
      () => 0,
      () => undefined,
    );
    await finder.refresh();
    return finder;
  }
}

const withText = (event: NoticeEvent, text: string): NoticeEvent =>
  ({ ...event, content: { ...(event.content as object), sections: [{ heading: '', text }] } }) as NoticeEvent;
const numbersOf = (finder: Finder, typed: string): number[] =>
  finder
    .search({ typed, unit: null, entries: null, year: null }, 100)
    .found.map(({ notice }) => notice.history[0])
    .toSorted((one, other) => one - other);

describe('the finder', () => {
  it('finds by title, subject, officer, unit and text, and by all words together', async () => {
    const village = await new Village().founded();
    await village.takesIn(withText(published(0, '农村低保名单'), '一共四十户'), published(1, '值班'));
    const finder = await village.finder();
    expect(numbersOf(finder, '低保')).toEqual([0]);
    expect(numbersOf(finder, '四十')).toEqual([0]);
    expect(numbersOf(finder, '四十 低保')).toEqual([0]);
    expect(numbersOf(finder, '四十 值班')).toEqual([]);
    expect(numbersOf(finder, '其他村务')).toEqual([0, 1]);
    expect(numbersOf(finder, '李某')).toEqual([0, 1]);
    expect(numbersOf(finder, 'v1')).toEqual([0, 1]);
    expect(numbersOf(finder, 'dbmd')).toEqual([0]);
    expect(numbersOf(finder, '十')).toEqual([0]);
  });

  it('puts titles before texts, and the newest first', async () => {
    const village = await new Village().founded();
    await village.takesIn(
      published(0, '补贴'),
      withText(published(1, '值班'), '补贴'),
      published(2, '补贴二'),
    );
    const { found } = (await village.finder()).search(
      { typed: '补贴', unit: null, entries: null, year: null },
      9,
    );
    expect(found.map(({ notice, inText }) => [notice.title, inText])).toEqual([
      ['补贴二', false],
      ['补贴', false],
      ['值班', true],
    ]);
  });

  it('narrows by unit, entry and year', async () => {
    const village = await new Village().founded();
    await village.takesIn(published(0, '补贴'));
    const finder = await village.finder();
    const count = (part: object): number =>
      finder.search({ typed: '', unit: null, entries: null, year: null, ...part }, 9).count;
    expect(count({})).toBe(0);
    expect(count({ year: '2026' })).toBe(1);
    expect(count({ year: '2025' })).toBe(0);
    expect(count({ entries: ['general-affairs'] })).toBe(1);
    expect(count({ entries: [] })).toBe(0);
    expect(count({ year: '2026', unit: 'v2' })).toBe(0);
  });

  it('finds a corrected notice by its new words alone', async () => {
    const village = await new Village().founded();
    await village.takesIn(withText(published(0, '值班'), '上午八点'));
    const finder = await village.finder();
    await village.takesIn(withText(corrected(1, hex(1), hex(1), '值班'), '下午两点'));
    await finder.refresh();
    expect(numbersOf(finder, '八点')).toEqual([]);
    expect(numbersOf(finder, '两点')).toEqual([0]);
  });

  it('finds a withdrawn notice by its title, and by nothing of its text', async () => {
    const village = await new Village().founded();
    await village.takesIn(withText(published(0, '发重的'), '一共四十户'), withdrawn(1, hex(1), hex(1)));
    const finder = await village.finder();
    expect(numbersOf(finder, '发重')).toEqual([0]);
    expect(numbersOf(finder, '四十')).toEqual([]);
    expect(await finder.excerpts('四十', [{ unit: 'v1', id: hex(1) }])).toEqual({ [hex(1)]: null });
  });

  it('holds nothing of a body that was erased, once the log says so', async () => {
    const village = await new Village().founded();
    await village.takesIn(withText(published(0, '名单'), '不该公开的话'));
    const finder = await village.finder();
    expect(numbersOf(finder, '不该')).toEqual([0]);
    await village.erases(0);
    const erased = { ...published(1), type: 'notice.erased', content: { event: hex(1) } };
    await village.takesIn(erased as unknown as NoticeEvent);
    await finder.refresh();
    expect(numbersOf(finder, '不该')).toEqual([]);
    const [row] = await village.index.shardsOf(STREAM);
    expect(row!.seconds).toHaveLength(0);
  });

  it('says where the words stand, or that they do not stand so', async () => {
    const village = await new Village().founded();
    await village.takesIn(withText(published(0, '名单'), '补贴很多，贴款也有'));
    const finder = await village.finder();
    const of = [{ unit: 'v1', id: hex(1) }];
    expect(await finder.excerpts('补贴', of)).toEqual({ [hex(1)]: '补贴很多，贴款也有' });
    expect(await finder.excerpts('补贴款', of)).toEqual({ [hex(1)]: null });
  });

  it('goes on after a start where it stopped, and again from the start under other rules', async () => {
    const village = await new Village().founded();
    await village.takesIn(withText(published(0), '低保'));
    await village.finder();
    await village.takesIn(withText(published(1), '低保'));
    expect(numbersOf(await village.finder(), '低保')).toEqual([0, 1]);
    await putMeta(village.db, 'fold-version', 99);
    expect(numbersOf(await village.finder(), '低保')).toEqual([0, 1]);
  });

  it('looks at nothing of another township', async () => {
    const village = await new Village().founded();
    await village.takesIn(published(0, '低保'));
    await putMeta(village.db, 'township', { id: 'b'.repeat(32), logKey: '', name: '' });
    expect(numbersOf(await village.finder(), '低保')).toEqual([]);
  });

  it('finds the lists that somebody is in', async () => {
    const village = await new Village().founded();
    const rows = {
      type: 'table',
      label: '名单',
      columns: [{ id: 'person', name: '户主', type: 'person' }],
      rows: [['张某某'], ['赵某']],
    };
    const list = published(0, '低保名单');
    const named = {
      ...list,
      content: { ...(list.content as object), kind: 'benefit-list', fields: { rows } },
    };
    await village.takesIn(named as NoticeEvent, published(1, content('别的').title));
    const finder = await village.finder();
    const lists = await finder.lists('v1', { by: 'name', name: '赵某' });
    expect(lists.map(({ notice, rows: own }) => [notice.title, own])).toEqual([
      ['低保名单', [{ field: 'rows', row: 1 }]],
    ]);
    expect(await finder.lists('v2', { by: 'name', name: '赵某' })).toEqual([]);
    expect(numbersOf(finder, '张某某')).toEqual([0]);
  });

  it('keeps the same bytes whether the log came in portions or at once', async () => {
    const words = ['补贴', '低保', '四十户', '值班表'];
    const step = fc.record({
      kind: fc.constantFrom('new', 'change', 'withdraw'),
      target: fc.nat(20),
      text: fc.constantFrom(...words),
      look: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const village = await new Village().founded();
        const starts: number[] = [];
        for (const [number, { kind, target, text, look }] of steps.entries()) {
          const start = starts[target % Math.max(1, starts.length)];
          if (kind === 'new' || start === undefined) starts.push(number);
          const notice = start === undefined ? '' : hex(start + 1);
          if (kind === 'new' || start === undefined) await village.takesIn(withText(published(number), text));
          else if (kind === 'change')
            await village.takesIn(withText(corrected(number, notice, notice), text));
          else await village.takesIn(withdrawn(number, notice, notice));
          if (look) await village.finder();
        }
        await village.finder();
        const fresh = new IndexDb(`${village.index.name}-fresh`);
        opened.push(fresh);
        await village.finder(fresh);
        expect(await village.index.shardsOf(STREAM)).toEqual(await fresh.shardsOf(STREAM));
      }),
      { numRuns: 15 },
    );
  });
});
