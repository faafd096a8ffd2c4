/** What lies in folders: a data folder or its backup, and an archive; each checked by `gongkailan verify`, as people do. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { filesBelow } from '../../../src/server/archive/bag-check.ts';
import { verify } from '../../../src/server/commands/verify.ts';
import type { Random } from '../sim/random.ts';
import type { Kind } from './kind.ts';
import { type Tampered, tamperBytes, tamperLines, tamperText, type Way } from './mutate.ts';
import type { Sample } from './sample.ts';

/** A folder's files by their paths. */
type Folder = Map<string, Uint8Array>;

async function readFolder(path: string): Promise<Folder> {
  return new Map(
    (await filesBelow(path)).map((name) => [name, new Uint8Array(readFileSync(join(path, name)))]),
  );
}

/** A place on the disk that is made to hold a folder; only what differs from what lies there is written. */
class Desk {
  readonly path: string;
  #lying: Folder = new Map();

  constructor(path: string) {
    this.path = path;
    mkdirSync(path, { recursive: true });
  }

  /** Lays a folder there. @returns where. */
  lay(folder: Folder): string {
    const found = readdirSync(this.path, { recursive: true, withFileTypes: true });
    for (const one of found) {
      const name = join(one.parentPath, one.name).slice(this.path.length + 1);
      if (!one.isDirectory() && !folder.has(name)) rmSync(join(this.path, name));
    }
    for (const [name, bytes] of folder) {
      if (this.#lying.get(name) === bytes) continue;
      mkdirSync(dirname(join(this.path, name)), { recursive: true });
      writeFileSync(join(this.path, name), bytes);
    }
    this.#lying = new Map(folder);
    return this.path;
  }

  /** What lies at a path was changed there. */
  read(name: string): Uint8Array {
    this.#lying.delete(name);
    return new Uint8Array(readFileSync(join(this.path, name)));
  }
}

interface Verdict {
  findings?: { code: string }[];
  bags?: { problems: { what: string }[]; findings: { code: string }[] }[];
}

async function verified(path: string, township: string): Promise<string | null> {
  const { ok, json } = await verify(path, { township });
  const { findings = [], bags = [] } = json as Verdict;
  if (ok) return null;
  const first = bags.flatMap(({ problems, findings: inLog }) => [
    ...problems.map(({ what }) => what),
    ...inLog.map(({ code }) => code),
  ]);
  return first[0] ?? findings[0]?.code ?? 'not whole';
}

/** Files changed, gone, there twice, exchanged or cut short. */
function tamperFiles(random: Random, folder: Folder, names: string[], way: Way): Tampered<Folder> {
  const name = random.pick(names);
  const other = random.pick(names);
  const next = new Map(folder);
  const bytes = folder.get(name)!;
  if (way === 'drop' && random.chance(0.5)) return { thing: without(next, name), place: `${name} gone` };
  if (way === 'double' && random.chance(0.5))
    return { thing: next.set(`${name}x`, bytes), place: `${name} twice` };
  if (way === 'swap' && random.chance(0.5))
    return { thing: next.set(name, folder.get(other)!).set(other, bytes), place: `${name}, ${other}` };
  const { thing, place } = tamperBytes(random, bytes, way);
  return { thing: next.set(name, thing), place: `${name}: ${place}` };
}

const without = (folder: Folder, name: string): Folder => (folder.delete(name), folder);

/** Tables of the log, and the row that says who may do what. */
const LOG_TABLES = {
  entries: 'SELECT stream, number, leaf, body FROM entries ORDER BY stream, number',
  heads: 'SELECT * FROM heads ORDER BY stream',
  registry: "SELECT stream, value FROM rows WHERE key = 'registry' ORDER BY stream",
};

/** What a server would take from the folder: the log's tables, and the files that events name; others it never opens. */
function logIn(path: string, folder: Folder, named: string[]): unknown {
  const files = named.map((name) => [name, digest(folder.get(name) ?? new Uint8Array(0))]);
  const db = new DatabaseSync(join(path, 'log.db'), { readOnly: true });
  try {
    return [...Object.values(LOG_TABLES).map((sql) => db.prepare(sql).all()), files];
  } finally {
    db.close();
  }
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Row = Record<string, string | number | null>;

/** Cells of the log's tables, and by what their rows are told apart. */
const CELLS = [
  { table: 'entries', column: 'leaf', key: 'number' },
  { table: 'entries', column: 'body', key: 'number' },
  { table: 'heads', column: 'checkpoint', key: 'stream' },
  { table: 'heads', column: 'frontier', key: 'stream' },
  { table: 'heads', column: 'size', key: 'stream' },
  { table: 'rows', column: 'value', key: 'key' },
] as const;

/** One cell, or whole rows, of the log's tables, by somebody who knows SQL. */
function tamperTables(random: Random, db: DatabaseSync, way: Way): string {
  if (way !== 'change' && way !== 'truncate') return tamperRows(random, db, way);
  const { table, column, key } = random.pick(CELLS);
  const where = table === 'rows' ? "WHERE key = 'registry'" : '';
  const row = random.pick(db.prepare(`SELECT * FROM ${table} ${where}`).all() as Row[]);
  const held = row[column]!;
  const isGone = column === 'body' && random.chance(0.3);
  const value = typeof held === 'number' ? held + random.pick([1, -1]) : tamperText(random, held, way).thing;
  db.prepare(`UPDATE ${table} SET ${column} = ? WHERE stream = ? AND ${key} = ?`).run(
    isGone ? null : value,
    row.stream!,
    row[key]!,
  );
  return `${table}.${column} of ${row.stream} ${row[key]}: ${isGone ? 'gone' : way}`;
}

function tamperRows(random: Random, db: DatabaseSync, way: Way): string {
  const rows = db.prepare('SELECT * FROM entries').all() as Row[];
  const one = random.pick(rows);
  const other = random.pick(rows);
  if (way === 'drop')
    db.prepare('DELETE FROM entries WHERE stream = ? AND number = ?').run(one.stream!, one.number!);
  if (way === 'double')
    db.prepare('INSERT INTO entries SELECT ?, max(number) + 1, ?, ?, ? FROM entries WHERE stream = ?').run(
      other.stream!,
      'twice',
      one.leaf!,
      one.body!,
      other.stream!,
    );
  const put = db.prepare('UPDATE entries SET leaf = ?, body = ? WHERE stream = ? AND number = ?');
  if (way === 'swap') put.run(other.leaf!, other.body!, one.stream!, one.number!);
  if (way === 'swap') put.run(one.leaf!, one.body!, other.stream!, other.number!);
  return `${way} event ${one.stream} ${one.number}, ${other.stream} ${other.number}`;
}

/** A data folder, as it lies there when no server runs, or on a backup disk. */
async function backups(sample: Sample): Promise<Kind<Folder>> {
  const whole = await readFolder(sample.folder);
  const desk = new Desk(`${sample.folder}-desk`);
  // A file that no event names is nobody's to miss.
  const named = JSON.stringify(sample.boards);
  const photos = [...whole.keys()].filter(
    (name) => name.startsWith('files/') && named.includes(name.slice(-64)),
  );
  return {
    name: 'backup',
    weight: 8,
    honest: async () => whole,
    tamper: (random, folder, way) => {
      const how = random.next();
      if (how < 0.2) return tamperFiles(random, folder, photos, way);
      if (how < 0.4) return tamperFiles(random, folder, ['log.db'], way);
      const db = new DatabaseSync(join(desk.lay(folder), 'log.db'));
      const place = tamperTables(random, db, way);
      db.close();
      return { thing: new Map(folder).set('log.db', desk.read('log.db')), place };
    },
    check: (folder) => verified(desk.lay(folder), sample.township),
    meaning: (folder) => logIn(desk.lay(folder), folder, photos),
  };
}

const MANIFESTS = ['manifest-sha256.txt', 'tagmanifest-sha256.txt'];

/** The manifests again, by somebody who wants to hide what he did. */
function forged(folder: Folder): Folder {
  const next = new Map(folder);
  for (const name of MANIFESTS) {
    const paths = new TextDecoder()
      .decode(folder.get(name))
      .split('\n')
      .slice(0, -1)
      .map((line) => line.slice(66));
    const lines = paths
      .filter((path) => next.has(path))
      .map((path) => `${digest(next.get(path)!)}  ${path}\n`);
    next.set(name, new TextEncoder().encode(lines.join('')));
  }
  return next;
}

/** The lines of one log's text, or the bytes of one attachment, with manifests that fit it. */
function tamperForged(random: Random, folder: Folder, way: Way): Tampered<Folder> {
  const name = random.pick([...folder.keys()].filter((path) => /^data\/(log|files)\//.test(path)));
  const bytes = folder.get(name)!;
  const isLog = name.startsWith('data/log/');
  const { thing, place } =
    isLog && random.chance(0.6)
      ? tamperLines(random, new TextDecoder().decode(bytes), way)
      : isLog
        ? tamperText(random, new TextDecoder().decode(bytes), way)
        : tamperBytes(random, bytes, way);
  const next = typeof thing === 'string' ? new TextEncoder().encode(thing) : thing;
  return { thing: forged(new Map(folder).set(name, next)), place: `forged ${name}: ${place}` };
}

const hasPython = spawnSync('python3', ['--version']).status === 0;
/** One in so many is asked of the archive's own program as well. */
const PYTHON_EVERY = 20;

/** An archive's open bag, whole or by somebody who made its manifests again. */
async function archives(sample: Sample): Promise<Kind<Folder>> {
  const whole = await readFolder(sample.bag);
  const desk = new Desk(`${sample.bag}-desk`);
  let asked = 0;
  return {
    name: 'archive',
    weight: 8,
    honest: async () => whole,
    tamper: (random, folder, way) =>
      random.chance(0.4)
        ? tamperForged(random, folder, way)
        : tamperFiles(random, folder, [...folder.keys()], way),
    check: async (folder) => {
      const found = await verified(desk.lay(folder), sample.township);
      // By the program of the whole bag: that of a tampered one may be what was tampered with.
      if (!hasPython || (asked += 1) % PYTHON_EVERY !== 0) return found;
      const { status } = spawnSync('python3', ['-B', join(sample.bag, 'verify.py'), desk.path]);
      return status === 0 && found !== null ? null : (found ?? (status === 0 ? null : 'verify.py alone'));
    },
    meaning: (folder) => [...folder].map(([name, bytes]) => [name, digest(bytes)]).toSorted(),
  };
}

export const folderKinds = async (sample: Sample) => [await backups(sample), await archives(sample)] as const;
