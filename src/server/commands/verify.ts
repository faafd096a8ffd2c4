/**
 * `gongkailan verify`: checks a log wherever it lies, and what came as a file (verify-file.ts). Exit code 0: all is well; 1: something
 * was found; 2: it could not be checked.
 */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { bagsIn } from '../archive/bag-check.ts';
import { archiveAsJson, archiveInWords, checkArchive, isWholeBag } from '../archive/check-archive.ts';
import { audit } from '../audit/audit.ts';
import { FolderSource } from '../audit/folder-source.ts';
import { auditAsJson, auditInWords, headsSeen } from '../audit/report.ts';
import { type AuditSource, UnreadableSourceError } from '../audit/source.ts';
import { keepState, readState } from '../audit/state-file.ts';
import { WebSource } from '../audit/web-source.ts';
import { type Verdict, verifyFile } from './verify-file.ts';

interface Flags {
  state?: string;
  township?: string;
  json?: boolean;
}

const isWeb = (target: string): boolean => /^https?:\/\//.test(target);

async function verifyLog(
  source: AuditSource,
  { state, township }: Flags,
  onProgress: (text: string) => void,
): Promise<Verdict> {
  try {
    const before = state ? await readState(state) : null;
    const log = await audit(source, {
      township: township ?? before?.township,
      seen: before?.heads ?? {},
      progress: (stream, done, of) => onProgress(`${stream} ${done}/${of}`),
    });
    const isFolder = source instanceof FolderSource && log.findings.length === 0;
    const found = isFolder ? { ...log, findings: await source.keptFindings() } : log;
    const ok = found.findings.length === 0;
    if (state && ok && found.township) await keepState(state, before, found.township, headsSeen(found));
    return { ok, words: auditInWords(found), json: auditAsJson(found) };
  } finally {
    await source.close();
  }
}

/** Whether a file is there. */
const isFile = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isFile() === true;

/** A data folder has its log in a database; an archive has manifests. */
async function isArchive(folder: string): Promise<boolean> {
  if (await isFile(join(folder, 'log.db'))) return false;
  const bags = await bagsIn(folder);
  return (await Promise.all(bags.map((bag) => isFile(join(bag, 'tagmanifest-sha256.txt'))))).some(Boolean);
}

/** An archive is a log that has ended: a head seen later says nothing of it. */
async function verifyArchive(folder: string, { township }: Flags): Promise<Verdict> {
  const bags = await checkArchive(folder, township);
  return { ok: bags.every(isWholeBag), words: archiveInWords(bags), json: archiveAsJson(bags) };
}

/**
 * Verifies what the target names: an address, a data folder or its copy, an archive, a hand-over bundle, a file with a proof.
 * @throws UnreadableSourceError when it cannot be checked.
 */
export async function verify(
  target: string,
  flags: Flags = {},
  onProgress: (text: string) => void = () => undefined,
): Promise<Verdict> {
  if (isWeb(target)) return verifyLog(new WebSource(target), flags, onProgress);
  const path = resolve(target);
  const kind = await stat(path).catch(() => null);
  if (!kind) throw new UnreadableSourceError(`找不到 · not found: ${target}`);
  if (!kind.isDirectory()) return verifyFile(path, flags.township);
  if (await isArchive(path)) return verifyArchive(path, flags);
  return verifyLog(FolderSource.open(path), flags, onProgress);
}

async function run(target: string, flags: Flags): Promise<void> {
  // On a terminal one line tells how far it is; elsewhere nothing would erase it.
  const live = process.stderr.isTTY && !flags.json;
  const progress = (text: string): void => void (live && process.stderr.write(`\r\u001b[K${text}`));
  const verdict = await verify(target, flags, progress);
  if (live) process.stderr.write('\r\u001b[K');
  process.stdout.write(`${flags.json ? JSON.stringify(verdict.json) : verdict.words}\n`);
  process.exitCode = verdict.ok ? 0 : 1;
}

export function verifyCommand(): Command {
  return new Command('verify')
    .description(
      '核对公开簿有没有被改过：网址、数据文件夹（备份）、档案、捎带包或证明文件 / check that nothing was changed: an address, a data folder (or a backup of one), an archive, a hand-over bundle, or a file with a proof',
    )
    .argument('<target>', '网址、文件夹或文件 / address, folder or file')
    .option('--state <file>', '记住看到的簿头，下次比对 / remember the heads seen, and compare next time')
    .option('--township <id>', '必须是这个乡镇 / the township that it must be')
    .option('--json', '结果用 JSON / the result as JSON')
    .action(run);
}
