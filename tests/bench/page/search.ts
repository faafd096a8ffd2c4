/** Searches in the page: ours over what the device holds, MiniSearch with pairs of characters, and a scan of all texts. */
import MiniSearch from 'minisearch';
import { addGrams } from '../../../src/domain/search/grams.ts';
import { linesOf } from '../../../src/domain/search/notice-text.ts';
import { plain } from '../../../src/domain/search/plain.ts';
import { shardBytes } from '../../../src/domain/search/shard.ts';
import { DeviceDb } from '../../../src/store/device/db.ts';
import { DeviceLogStore } from '../../../src/store/device/device-log-store.ts';
import { IndexDb } from '../../../src/store/device/search/index-db.ts';
import { allPages } from '../../../src/store/device/search/indexer.ts';
import { currentContent, readFrom } from '../../../src/store/device/search/notice-reader.ts';
import { openFinder } from '../../../src/store/device/search/open-finder.ts';

interface Text {
  id: number;
  title: string;
  text: string;
}

export interface SearchTimes {
  /** Ms for each query. */
  ours: number[];
  mini: number[];
  scan: number[];
  /** Notices found by each of ours and of the scan: they must agree. */
  oursFound: number[];
  scanFound: number[];
  build: { ours: number; mini: number };
  /** Ms from a start until an index that is kept can be asked. */
  start: { ours: number; mini: number };
  bytes: { text: number; ours: number; mini: number };
}

const pairs = (text: string): string[] => {
  const grams = new Set<number>();
  addGrams(plain(text), grams);
  return [...grams].map(String);
};
const OPTIONS = {
  fields: ['title', 'text'],
  tokenize: pairs,
  processTerm: (term: string): string => term,
  searchOptions: {
    tokenize: pairs,
    processTerm: (term: string): string => term,
    combineWith: 'AND' as const,
  },
};

const utf8 = (text: string): number => new TextEncoder().encode(text).length;

async function timed<Value>(work: () => Value | Promise<Value>): Promise<[ms: number, value: Value]> {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value];
}

/** What ours looks through: titles with what stands beside them, and the texts. */
async function textsOf(stream: string): Promise<Text[]> {
  const db = new DeviceDb();
  const read = readFrom(new DeviceLogStore(db), stream);
  const texts: Text[] = [];
  for (const { notices } of await allPages(db, stream)) {
    for (const notice of notices) {
      const content = await currentContent(notice, read);
      const title = `${notice.title}\n${notice.entryName}\n${notice.officer}`;
      texts.push({ id: notice.history[0], title, text: content ? linesOf(content).join('\n') : '' });
    }
  }
  db.close();
  return texts;
}

export async function searchTimes(stream: string, queries: string[]): Promise<SearchTimes> {
  const question = (typed: string) => ({ typed, unit: null, entries: null, year: null });
  const nothing = (): void => undefined;
  const [buildOurs] = await timed(() => openFinder(nothing).refresh());
  const [startOurs, finder] = await timed(async () => {
    const opened = openFinder(nothing);
    await opened.refresh();
    return opened;
  });
  const texts = await textsOf(stream);
  const [buildMini, made] = await timed(() => {
    const index = new MiniSearch<Text>(OPTIONS);
    index.addAll(texts);
    return index;
  });
  const kept = JSON.stringify(made);
  const [startMini, mini] = await timed(() => MiniSearch.loadJSON<Text>(kept, OPTIONS));
  const plainTexts = texts.map(({ title, text }) => plain(`${title}\n${text}`));
  const times: Pick<SearchTimes, 'ours' | 'mini' | 'scan' | 'oursFound' | 'scanFound'> = {
    ours: [],
    mini: [],
    scan: [],
    oursFound: [],
    scanFound: [],
  };
  for (const typed of queries) {
    const [ours, { count }] = await timed(() => finder.search(question(typed), 40));
    const [byMini] = await timed(() => mini.search(typed));
    const [scan, found] = await timed(() => plainTexts.filter((text) => text.includes(typed)));
    times.ours.push(ours);
    times.oursFound.push(count);
    times.mini.push(byMini);
    times.scan.push(scan);
    times.scanFound.push(found.length);
  }
  const shards = await new IndexDb('gongkailan-search').shardsOf(stream);
  return {
    ...times,
    build: { ours: buildOurs, mini: buildMini },
    start: { ours: startOurs, mini: startMini },
    bytes: {
      text: texts.reduce((sum, { text }) => sum + utf8(text), 0),
      ours: shards.reduce((sum, row) => sum + shardBytes(row), 0),
      mini: utf8(kept),
    },
  };
}
