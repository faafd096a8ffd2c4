/** Checks an archive with this program, beside its own `verify.py`: each bag's files, and its logs as any auditor would. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseHeader } from '../../log/event.ts';
import { parseLeaf } from '../../log/leaf.ts';
import { type Audit, audit } from '../audit/audit.ts';
import type { Finding } from '../audit/findings.ts';
import { auditAsJson, auditInWords } from '../audit/report.ts';
import { type BagProblem, bagProblems, bagsIn, filesBelow, fingerprintOf } from './bag-check.ts';
import type { StreamText } from './stream-text.ts';
import { TextSource } from './text-source.ts';

export interface CheckedBag {
  name: string;
  problems: BagProblem[];
  audit: Audit;
  /** Attachments that were not there when the archive was made. */
  absent: number;
  fingerprint: string | null;
}

const textAt = (...path: string[]): Promise<string> => readFile(join(...path), 'utf8').catch(() => '');

/** The logs of a bag; what is not there is empty, and the audit says so. */
async function textsOf(bag: string): Promise<StreamText[]> {
  const log = join(bag, 'data', 'log');
  const paths = await filesBelow(log).catch((): string[] => []);
  const streams = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/'))));
  return Promise.all(
    [...streams].toSorted().map(async (stream) => ({
      stream,
      leaves: await textAt(log, stream, 'leaves.txt'),
      bodies: await textAt(log, stream, 'bodies.txt'),
      checkpoint: await textAt(log, stream, 'checkpoint.txt'),
    })),
  );
}

/** The hash in a file's name; nothing else leads out of the folder. */
const fileOf =
  (bag: string) =>
  (hash: string): Promise<Uint8Array | null> =>
    readFile(join(bag, 'data', 'files', hash)).catch(() => null);

async function checkBag(bag: string, township: string | undefined): Promise<CheckedBag> {
  const absent = new Set((await textAt(bag, 'data', 'files-absent.txt')).split('\n').filter(Boolean));
  const source = new TextSource(await textsOf(bag), fileOf(bag));
  const found = await audit(source, { township });
  /** Whether all that a record lacks was lacking when the archive was made. */
  const isExcused = async ({ code, stream, number }: Finding): Promise<boolean> => {
    if (code !== 'missing-file' || number === undefined) return false;
    const [entry] = await source.entries(stream, number, number + 1);
    const head = parseHeader(parseLeaf(entry?.leaf ?? '')?.header ?? '');
    if (!head.ok) return false;
    const files = await Promise.all(head.header.files.map(({ hash }) => source.file(hash)));
    return head.header.files.every(({ hash }, at) => files[at] !== null || absent.has(hash));
  };
  const findings: Finding[] = [];
  for (const finding of found.findings) if (!(await isExcused(finding))) findings.push(finding);
  const problems = await bagProblems(bag);
  const fingerprint = await fingerprintOf(bag);
  return { name: basename(bag), problems, audit: { ...found, findings }, absent: absent.size, fingerprint };
}

/**
 * Checks `public` and `sealed`, or one bag. Never throws on what a bag holds.
 * @param township the township that it must be; any when left out.
 * @throws ArchiveError 'no-bag' when it is none.
 */
export async function checkArchive(folder: string, township?: string): Promise<CheckedBag[]> {
  const bags: CheckedBag[] = [];
  for (const bag of await bagsIn(folder)) bags.push(await checkBag(bag, township));
  return bags;
}

export const isWholeBag = ({ problems, audit: { findings } }: CheckedBag): boolean =>
  problems.length === 0 && findings.length === 0;

const WORDS: Record<BagProblem['what'], string> = {
  changed: '改过 · changed',
  missing: '缺失 · missing',
  added: '多出来 · added',
  'cut-short': '清单被截断 · the manifest is cut short',
  'unreadable-line': '清单有一行读不出来 · a line of the manifest cannot be read',
};

/** Problems shown one by one; the rest is counted. */
const SHOWN = 50;

function filesInWords({ problems, absent }: CheckedBag): string[] {
  const lines = problems.slice(0, SHOWN).map(({ what, path }) => `✗ ${WORDS[what]}: ${path}`);
  if (problems.length === 0) lines.push('✓ 文件和清单一致 · the files are as listed');
  if (problems.length > SHOWN) lines.push(`… 还有 ${problems.length - SHOWN} 个文件 · more files`);
  if (absent > 0)
    lines.push(`做档案时就没有的附件 · attachments that were not there when it was made: ${absent}`);
  return lines;
}

function bagInWords(bag: CheckedBag): string[] {
  const print = `指纹，和当年写下的对一对 · fingerprint, to be compared with the one written down: ${bag.fingerprint}`;
  return [
    `── ${bag.name}`,
    ...filesInWords(bag),
    auditInWords(bag.audit),
    ...(isWholeBag(bag) ? [print] : []),
  ];
}

/** Lines in Chinese and English for each bag. */
export const archiveInWords = (bags: CheckedBag[]): string => bags.flatMap(bagInWords).join('\n');

/** The same for programs. */
export const archiveAsJson = (bags: CheckedBag[]): unknown => ({
  ok: bags.every(isWholeBag),
  bags: bags.map(({ name, problems, audit: found, absent, fingerprint }) => ({
    bag: name,
    problems,
    absent,
    fingerprint,
    ...(auditAsJson(found) as object),
  })),
});
