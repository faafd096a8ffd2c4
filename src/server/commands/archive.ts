/** `gongkailan archive` and `gongkailan import`: a year's records as a bag, and a bag read back. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { makeArchive, makeYearPage, type Made } from '../archive/archive.ts';
import { readBack } from '../archive/read-back.ts';
import { readYearScript } from '../archive/year/script.ts';
import { readLogKey } from '../log-key.ts';
import { openStorage } from '../storage.ts';
import { ensureBuilt } from './build.ts';

interface ArchiveFlags {
  year: number;
  unit?: string;
  out?: string;
  html?: string;
  data: string;
}

const inWords = (name: string, { notices, events, files, absent, fingerprint }: Made): string =>
  `${name}：公开事项 ${notices} 件，记录 ${events} 条，附件 ${files} 个` +
  (absent > 0 ? `，还缺 ${absent} 个（见 files-absent.txt）· ${absent} attachments are not here` : '') +
  `\n  指纹，请写在封面上 · fingerprint, to be written on the cover sheet:\n  ${fingerprint}`;

async function archive({ year, unit, out, html, data }: ArchiveFlags, command: Command): Promise<void> {
  if (out === undefined && html === undefined) command.error('error: --out <folder> 或 --html <file>');
  if (html !== undefined && unit === undefined) command.error('error: --html <file> --unit <id>');
  const script = await readYearScript(await ensureBuilt());
  const storage = await openStorage(resolve(data));
  try {
    const signer = (await readLogKey(resolve(data)))?.signer ?? null;
    const source = { log: storage.log, blobs: storage.blobs, signer, script };
    if (html !== undefined && unit !== undefined) {
      await writeFile(html, await makeYearPage(source, year, unit));
      process.stdout.write(`${html}\n`);
    }
    if (out === undefined) return;
    const { open, sealed } = await makeArchive(source, { year, unit, out: resolve(out) });
    process.stdout.write(`${inWords('public', open)}\n`);
    if (sealed) process.stdout.write(`${inWords('sealed', sealed)}\n`);
  } finally {
    await storage.close();
  }
}

async function importArchive(folder: string, { data }: { data: string }): Promise<void> {
  const storage = await openStorage(resolve(data));
  try {
    const { events, files } = await readBack(resolve(folder), storage);
    process.stdout.write(
      `读入记录 ${events} 条，附件 ${files} 个。日志密钥不在档案里：要接着用，请按恢复纸输入 · read ${events} records and ${files} files; the log key is not in an archive: to go on with it, type it in from the recovery sheet\n`,
    );
  } finally {
    await storage.close();
  }
}

const yearNumber = (text: string): number => {
  if (!/^20\d\d$/.test(text)) throw new InvalidArgumentError('2018');
  return Number(text);
};

export function archiveCommand(): Command {
  return new Command('archive')
    .description(
      '建档：一年的公开簿，不用本软件也能核对 / a year’s archive, which can be checked without this software',
    )
    .requiredOption('--year <year>', '到哪一年年底 / up to the end of which year', yearNumber)
    .option('--unit <id>', '只要一个单位 / one unit alone')
    .option('--out <folder>', '空文件夹，放整个档案 / an empty folder, for the whole archive')
    .option(
      '--html <file>',
      '这个单位的一年做成一个网页文件 / the unit’s year as one page, to be opened in any browser',
    )
    .option('--data <folder>', '数据文件夹 / data folder', './data')
    .action(archive);
}

export function importCommand(): Command {
  return new Command('import')
    .description('把档案读进一个空的数据文件夹 / read an archive into an empty data folder')
    .argument('<folder>', '档案 / the archive')
    .requiredOption('--data <folder>', '新的数据文件夹 / the new data folder')
    .action(importArchive);
}
