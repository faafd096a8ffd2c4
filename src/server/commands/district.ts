/**
 * `gongkailan district SOURCE… --year Y --out FOLDER`: the scores of several townships side by side. A source is a township's address
 * that publishes them, a file that was fetched there, or a data folder. What does not follow from its own counts is refused.
 */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { checkOpenScores, openScores, type OpenScores } from '../../domain/score/open.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { districtCsv, districtDictionary, districtPage } from '../../export/district.ts';
import { UnreadableSourceError } from '../audit/source.ts';
import { scoresFile } from '../routes/open.ts';
import { openStorage } from '../storage.ts';

interface Flags {
  year: number;
  out: string;
}

/** Wait for a township's server, ms. */
const TIMEOUT_MS = 30_000;

async function fromFolder(folder: string, year: number): Promise<unknown> {
  const storage = await openStorage(folder);
  try {
    return (await scoresFile(storage.log, year, localDateOf(instantOf(Date.now()))))?.file;
  } finally {
    await storage.close();
  }
}

async function fromWeb(address: string, year: number): Promise<unknown> {
  const url = new URL(`/open/scores/${year}.json`, address);
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  if (!answer.ok) throw new UnreadableSourceError(`没有公开考核数据 · no open scores at ${url.href}`);
  return answer.json();
}

async function rawOf(source: string, year: number): Promise<unknown> {
  if (/^https?:\/\//.test(source)) return fromWeb(source, year);
  const path = resolve(source);
  return (await stat(path)).isDirectory() ? fromFolder(path, year) : JSON.parse(await readFile(path, 'utf8'));
}

/** @throws UnreadableSourceError when it cannot be read, is of another year, or contradicts itself. */
export async function readScores(source: string, year: number): Promise<OpenScores> {
  let raw: unknown;
  try {
    raw = await rawOf(source, year);
  } catch (error) {
    if (error instanceof UnreadableSourceError) throw error;
    throw new UnreadableSourceError(`读不到 · cannot be read: ${source}`);
  }
  const parsed = openScores.safeParse(raw);
  if (!parsed.success)
    throw new UnreadableSourceError(`这不是考核数据 · not scores of a township: ${source}`);
  if (parsed.data.year !== year)
    throw new UnreadableSourceError(`不是${year}年的 · of another year: ${source}`);
  const [fault] = checkOpenScores(parsed.data);
  if (fault)
    throw new UnreadableSourceError(
      `数字对不上 · the figures contradict each other (${fault.unit}, ${fault.month ?? year}: ${fault.code}): ${source}`,
    );
  return parsed.data;
}

async function run(sources: string[], { year, out }: Flags): Promise<void> {
  const read = await Promise.all(sources.map((source) => readScores(source, year)));
  const townships = [...new Map(read.map((one) => [one.township, one])).values()];
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'index.html'), districtPage(townships, year));
  await writeFile(join(out, 'scores.csv'), districtCsv(townships));
  await writeFile(join(out, 'dictionary.csv'), districtDictionary());
  for (const { name, units, at } of townships)
    process.stdout.write(
      `✓ ${name}：${units.length} 个单位，${at} 算的，数字核对过 · ${units.length} units, figures checked\n`,
    );
  process.stdout.write(`→ ${join(out, 'index.html')}\n`);
}

const yearNumber = (text: string): number => {
  if (!/^20\d\d$/.test(text)) throw new InvalidArgumentError('2026');
  return Number(text);
};

export function districtCommand(): Command {
  return new Command('district')
    .description('全区几个乡镇的考核放在一起看 / the scores of several townships side by side')
    .argument('<source...>', '乡镇的网址、数据文件夹或 .json / address, data folder or .json of a township')
    .requiredOption('--year <year>', '哪一年 / which year', yearNumber)
    .requiredOption('--out <folder>', '放到哪个文件夹 / folder for the result')
    .action(run);
}
