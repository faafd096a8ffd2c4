/** `gongkailan report`: the annual report of a year from a data folder, as Word file, page or data. */
import { writeFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { parseLocalDate } from '../../domain/calendar/days.ts';
import { dateText } from '../../domain/kind/format.ts';
import { annualReport, reportJson, type ReportProblem, reportProblems } from '../../domain/report/annual.ts';
import { formFor, isReportForm, type ReportFormId } from '../../domain/report/forms.ts';
import { reportInput } from '../../domain/report/input.ts';
import type { Report } from '../../domain/report/model.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { reportDocxBytes } from '../../export/report-docx.ts';
import { reportHtml } from '../../export/report-html.ts';
import { bagsIn } from '../archive/bag-check.ts';
import { archivedLog } from '../archive/read-back.ts';
import { UnreadableSourceError } from '../audit/source.ts';
import { readTownship, recordsForReport } from '../records/township-records.ts';
import { openStorage } from '../storage.ts';

interface Flags {
  year: number;
  form?: ReportFormId;
  out: string;
  data: string;
  /** Instead of a data folder. */
  archive?: string;
  at?: LocalDate;
}

export interface MadeReport {
  report: Report;
  township: string;
  name: string;
  problems: ReportProblem[];
}

type Source = Parameters<typeof readTownship>[0];

/** The report of what a log says. @param where the log lies, for the message. @throws UnreadableSourceError */
async function reportOf(
  log: Source,
  year: number,
  today: LocalDate,
  form: ReportFormId,
  where: string,
): Promise<MadeReport> {
  const records = await readTownship(log);
  if (!records) throw new UnreadableSourceError(`这里没有公开簿 · there is no log in ${where}`);
  const report = annualReport(reportInput(recordsForReport(records, year, today)), form);
  const { township, registry } = records;
  return { report, township, name: registry.name, problems: reportProblems(report, {}) };
}

/** Makes the report out of a data folder. @throws UnreadableSourceError when it has no township. */
export async function makeReport(
  dataDir: string,
  year: number,
  today: LocalDate,
  form: ReportFormId = formFor(year),
): Promise<MadeReport> {
  const storage = await openStorage(dataDir);
  try {
    return await reportOf(storage.log, year, today, form, dataDir);
  } finally {
    await storage.close();
  }
}

/**
 * Makes the report out of an archive alone, once all of it has been checked. What was decided after the end of its year is
 * not in it; where it is the public bag alone, nor is what the office keeps: requests, lawsuits, figures typed in.
 * @throws ArchiveError
 */
export const reportFromArchive = async (
  folder: string,
  year: number,
  today: LocalDate,
  form: ReportFormId = formFor(year),
): Promise<MadeReport> => reportOf(await archivedLog(folder), year, today, form, folder);

async function bytesOf(
  { report, township, name }: MadeReport,
  type: string,
  today: LocalDate,
): Promise<Uint8Array | string> {
  const signed = { by: `${name}人民政府`, day: dateText(today) };
  if (type === '.docx') return reportDocxBytes(report, {}, signed);
  if (type === '.html') return reportHtml(report, {}, signed);
  return `${JSON.stringify(reportJson(report, {}, { township, at: today }), null, 2)}\n`;
}

const hasSealed = async (archive: string): Promise<boolean> =>
  (await bagsIn(resolve(archive))).some((bag) => basename(bag) === 'sealed');

async function run({ year, form, out, data, archive, at }: Flags): Promise<void> {
  const today = at ?? localDateOf(instantOf(Date.now()));
  const made =
    archive === undefined
      ? await makeReport(resolve(data), year, today, form)
      : await reportFromArchive(resolve(archive), year, today, form);
  await writeFile(out, await bytesOf(made, extname(out), today));
  process.stdout.write(`${made.report.title} → ${out}\n`);
  if (archive !== undefined && !(await hasSealed(archive)))
    process.stdout.write(
      '注意：旁边没有不公开的那一包，申请、复议诉讼和手填的数都按没有算 · note: there is no sealed part beside it; requests, lawsuits and figures typed in count as none\n',
    );
  for (const problem of made.problems)
    process.stdout.write(
      `注意 · note: ${problem.code} ${'name' in problem ? problem.name : problem.place}\n`,
    );
}

const yearNumber = (text: string): number => {
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < 2008) throw new InvalidArgumentError('2008–');
  return year;
};
const formId = (text: string): ReportFormId => {
  if (!isReportForm(text)) throw new InvalidArgumentError('2018 | 2021');
  return text;
};
const fileFor = (text: string): string => {
  if (!['.docx', '.html', '.json'].includes(extname(text)))
    throw new InvalidArgumentError('.docx | .html | .json');
  return text;
};
const dayOf = (text: string): LocalDate => {
  const day = parseLocalDate(text);
  if (!day) throw new InvalidArgumentError('2019-01-15');
  return day;
};

export function reportCommand(): Command {
  return new Command('report')
    .description('年度报告：按记录做出来 / the annual report, from the records')
    .requiredOption('--year <year>', '哪一年 / which year', yearNumber)
    .option(
      '--form <form>',
      '格式 2018 或 2021，默认按年份 / form 2018 or 2021; by the year when left out',
      formId,
    )
    .requiredOption('--out <file>', '.docx、.html 或 .json', fileFor)
    .option('--data <folder>', '数据文件夹 / data folder', './data')
    .option('--archive <folder>', '只凭档案做，不用数据文件夹 / from an archive alone, without a data folder')
    .option('--at <day>', '做报告的日子 / the day on which it is made', dayOf)
    .action(run);
}
