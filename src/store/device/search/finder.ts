/** Answers what the search screens ask, from titles at hand and the index. Runs in a worker, or where there is none in the page. */
import { findOwnRows, ownTables, type Who } from '../../../domain/search/own-row.ts';
import { plain } from '../../../domain/search/plain.ts';
import { type Bits, hasBit } from '../../../domain/search/shard-reader.ts';
import { linesOf } from '../../../domain/search/notice-text.ts';
import { excerptOf, hasWord, type Word, wordsOf } from '../../../domain/search/query.ts';
import { parseStream } from '../../../log/stream.ts';
import { pinnedTownship } from '../meta.ts';
import type { Answer, Excerpts, Found, OwnList, Question, Standing } from './finder-protocol.ts';
import { type Held, HeldNotices, shardPlace } from './held-notices.ts';
import { allPages, catchUp, type IndexerPorts } from './indexer.ts';
import { currentContent, type ReadEvent, readFrom } from './notice-reader.ts';

/** A word with what is known of it before the notices are gone through. */
interface Sought {
  word: Word;
  units: Set<string>;
  inText: Map<string, Map<number, Bits>> | null;
}

/** Kinds that never have a table: they need not be read. */
const NO_LISTS = new Set(['plain', 'letter', 'nothing', 'policy', 'case']);

/** How well a notice answers a word. */
const IN_TITLE = 0;
const BESIDE = 1;
const IN_TEXT = 2;
const NOT_AT_ALL = 3;

function rankOf(held: Held, { word, units, inText }: Sought): number {
  if (hasWord(held.title, word)) return IN_TITLE;
  if (units.has(held.unit) || hasWord(held.beside, word)) return BESIDE;
  if (!inText || held.notice.withdrawn) return NOT_AT_ALL;
  const [shard, place] = shardPlace(held.number);
  const bits = inText.get(held.stream)?.get(shard);
  return bits && hasBit(bits, place) ? IN_TEXT : NOT_AT_ALL;
}

/** How well a notice answers all words: as well as the worst of them. */
function worstRank(held: Held, sought: Sought[]): number {
  let worst = IN_TITLE;
  for (const one of sought) {
    worst = Math.max(worst, rankOf(held, one));
    if (worst === NOT_AT_ALL) break;
  }
  return worst;
}

const unitOfStream = (stream: string): string | null => {
  const parts = parseStream(stream);
  return parts?.kind === 'public' ? (parts.unit ?? null) : null;
};

export class Finder {
  readonly #ports: IndexerPorts;
  readonly #now: () => number;
  readonly #onStanding: (standing: Standing) => void;
  readonly #held = new HeldNotices();
  readonly #opened = new Set<string>();
  #unitNames = new Map<string, string>();
  #progress = new Map<string, { done: number; size: number }>();
  #refreshing: Promise<unknown> = Promise.resolve();

  /** @param now milliseconds of a clock that only counts up, for `took`. */
  constructor(ports: IndexerPorts, now: () => number, onStanding: (standing: Standing) => void) {
    this.#ports = ports;
    this.#now = now;
    this.#onStanding = onStanding;
  }

  /** Reads what is kept, then brings the index up to the log; after any that is under way. */
  refresh(): Promise<Standing> {
    const run = this.#refreshing.then(() => this.#refresh());
    this.#refreshing = run.catch(() => undefined);
    return run;
  }

  async #refresh(): Promise<Standing> {
    const { db, log } = this.#ports;
    const { units = {} } = (await db.registry.toCollection().first())?.state ?? {};
    this.#unitNames = new Map(Object.values(units).map(({ id, name }) => [id, plain(name)]));
    const township = (await pinnedTownship(db))?.id;
    const heads = (await log.heads()).filter(
      ({ stream }) => unitOfStream(stream) !== null && stream.startsWith(`${township}/`),
    );
    for (const { stream, size } of heads) await this.#open(stream, size);
    this.#onStanding(this.standing());
    for (const { stream } of heads) await this.#catchUp(stream);
    return this.standing();
  }

  /** Pages and shards as they are kept. */
  async #open(stream: string, size: number): Promise<void> {
    const cursor = await this.#ports.index.cursors.get(stream);
    this.#progress.set(stream, { done: Math.min(cursor?.size ?? 0, size), size });
    if (this.#opened.has(stream)) return;
    const unit = unitOfStream(stream)!;
    for (const page of await allPages(this.#ports.db, stream)) this.#held.setPage(stream, unit, page);
    for (const row of await this.#ports.index.shardsOf(stream))
      this.#held.setShard(stream, unit, row.shard, row);
    this.#opened.add(stream);
  }

  async #catchUp(stream: string): Promise<void> {
    const unit = unitOfStream(stream)!;
    for await (const { done, size, shards, pages } of catchUp(this.#ports, stream)) {
      for (const page of pages) this.#held.setPage(stream, unit, page);
      for (const row of shards) this.#held.setShard(stream, unit, row.shard, row);
      this.#progress.set(stream, { done, size });
      this.#onStanding(this.standing());
    }
  }

  standing(): Standing {
    const progress = [...this.#progress.values()];
    const notices = this.#held.newestFirst();
    return {
      done: progress.reduce((sum, { done }) => sum + done, 0),
      size: progress.reduce((sum, { size }) => sum + size, 0),
      notices: notices.length,
      years: [...new Set(notices.map(({ year }) => year))].sort().reverse(),
      units: [...new Set(notices.map(({ unit }) => unit))],
    };
  }

  #sought(typed: string): Sought[] {
    return wordsOf(typed).map((word) => ({
      word,
      units: new Set([...this.#unitNames].filter(([, name]) => hasWord(name, word)).map(([unit]) => unit)),
      inText: word.wanted && this.#held.withWord(word.wanted),
    }));
  }

  /** At most `limit` of what answers a question; nothing when no word was typed and no filter is set. */
  search({ typed, unit, entries, year }: Question, limit: number): Answer {
    const start = this.#now();
    const sought = this.#sought(typed);
    const isAsked = sought.length > 0 || entries !== null || year !== null;
    const ofEntries = entries && new Set(entries);
    const byRank: Held[][] = [[], [], []];
    for (const held of isAsked ? this.#held.newestFirst() : []) {
      if (unit !== null && held.unit !== unit) continue;
      if (year !== null && held.year !== year) continue;
      if (ofEntries && !ofEntries.has(held.notice.entry)) continue;
      byRank[worstRank(held, sought)]?.push(held);
    }
    const all = byRank.flat();
    const firstInText = all.length - byRank[IN_TEXT]!.length;
    const found = all.slice(0, limit).map(({ unit, notice }, at): Found => {
      return { unit, notice, inText: at >= firstInText };
    });
    return { count: all.length, found, took: this.#now() - start };
  }

  /** Where the words stand in the texts of notices. */
  async excerpts(typed: string, of: { unit: string; id: string }[]): Promise<Excerpts> {
    const sought = this.#sought(typed).map((one) => ({ ...one, inText: null }));
    const wanted = new Set(of.map(({ unit, id }) => `${unit}/${id}`));
    const excerpts: Excerpts = {};
    const readers = this.#readers();
    for (const held of this.#held.newestFirst()) {
      if (!wanted.has(`${held.unit}/${held.notice.id}`)) continue;
      const words = sought.filter((one) => rankOf(held, one) === NOT_AT_ALL).map(({ word }) => word);
      const content = await currentContent(held.notice, readers(held.stream));
      excerpts[held.notice.id] = excerptOf(content ? linesOf(content) : [], words);
    }
    return excerpts;
  }

  /** One reader for each stream, for the time of one answer. */
  #readers(): (stream: string) => ReadEvent {
    const readers = new Map<string, ReadEvent>();
    return (stream) => {
      const reader = readers.get(stream) ?? readFrom(this.#ports.log, stream);
      readers.set(stream, reader);
      return reader;
    };
  }

  /** Goes through the lists of a unit, with a pause after each, and gives those that somebody is in. */
  async lists(unit: string, who: Who): Promise<OwnList[]> {
    const lists: OwnList[] = [];
    const readers = this.#readers();
    for (const held of this.#held.newestFirst()) {
      if (held.unit !== unit || held.notice.withdrawn || NO_LISTS.has(held.notice.kind)) continue;
      const content = await currentContent(held.notice, readers(held.stream));
      if (!content || ownTables(content.fields).length === 0) continue;
      const rows = findOwnRows(content.fields, who);
      if (rows.length > 0) lists.push({ unit, notice: held.notice, content, rows });
      await this.#ports.pause();
    }
    return lists;
  }
}
