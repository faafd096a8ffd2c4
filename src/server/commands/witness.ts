/**
 * `gongkailan witness`: looks at a township's public logs from outside, and cosigns what continues the heads that were seen
 * before. Run it every day by a timer. Exit code 0: all is well; 1: a log was rewritten or shortened.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { formatWitness } from '../../log/cosignature.ts';
import { fromHex } from '../../log/hex.ts';
import { type Signer, softwareSigner } from '../../log/signature.ts';
import { inWords } from '../audit/findings.ts';
import { UnreadableSourceError } from '../audit/source.ts';
import { keepState, readState } from '../audit/state-file.ts';
import { WebSource } from '../audit/web-source.ts';
import { type Sight, witness, type Watch } from '../audit/witness.ts';

interface Flags {
  key: string;
  name: string;
  state: string;
  out?: string;
  township?: string;
  json?: boolean;
}

/** The witness's key: a seed as 64 hex digits in a file that nobody else may read; made when there is none. */
async function signerIn(path: string): Promise<Signer> {
  const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const seed = kept?.trim() ?? randomBytes(32).toString('hex');
  if (!/^[0-9a-f]{64}$/.test(seed)) throw new UnreadableSourceError(`不是密钥文件 · not a key: ${path}`);
  if (kept === null) await writeFile(path, `${seed}\n`, { mode: 0o600, flag: 'wx' });
  return softwareSigner(fromHex(seed));
}

const isBad = ({ state }: Sight): boolean => state !== 'cosigned';

function sightInWords(sight: Sight): string {
  if (sight.state === 'cosigned') return `✓ ${sight.stream} ${sight.head.size}`;
  return `✗ ${inWords({ code: sight.state, stream: sight.stream, field: 'head' })}`;
}

/** `a/b/c` as a file's name. */
const fileName = (stream: string): string => stream.replaceAll('/', '_');

/** The cosigned notes, and the evidence if there is any, for whoever wants to compare. */
async function writeOut(folder: string, { sights }: Watch): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const sight of sights) {
    const path = join(folder, fileName(sight.stream));
    if (sight.state === 'cosigned') await writeFile(`${path}.note`, sight.note);
    if (sight.state === 'rewritten' && sight.evidence)
      await writeFile(`${path}.fork.json`, `${JSON.stringify(sight.evidence, null, 2)}\n`);
  }
}

/** Looks once, remembers, and writes the notes out. @throws UnreadableSourceError */
export async function watchOnce(url: string, flags: Flags, now: number): Promise<Watch> {
  const signer = await signerIn(flags.key);
  const before = await readState(flags.state);
  const found = await witness(new WebSource(url), {
    signer,
    name: flags.name,
    time: Math.floor(now / 1000),
    seen: before?.heads ?? {},
    township: flags.township ?? before?.township,
  });
  const cosigned = found.sights.flatMap((sight) => (sight.state === 'cosigned' ? [sight] : []));
  const heads = cosigned.map(({ stream, head, note }) => [stream, { ...head, note }] as const);
  await keepState(flags.state, before, found.township, Object.fromEntries(heads));
  if (flags.out) await writeOut(flags.out, found);
  return found;
}

async function run(url: string, flags: Flags): Promise<void> {
  const found = await watchOnce(url, flags, Date.now());
  const { publicKey } = await signerIn(flags.key);
  const witnessLine = formatWitness({ name: flags.name, key: publicKey });
  const words = [
    `${found.name}  ${found.township}`,
    ...found.sights.map(sightInWords),
    `见证人 · witness: ${witnessLine}`,
  ];
  process.stdout.write(
    `${flags.json ? JSON.stringify({ ...found, witness: witnessLine }) : words.join('\n')}\n`,
  );
  process.exitCode = found.sights.some(isBad) ? 1 : 0;
}

export function witnessCommand(): Command {
  return new Command('witness')
    .description(
      '做见证：核对公开簿是接着上次写的，并会签 / witness: make sure that the logs continue what was seen before, and cosign them',
    )
    .argument('<url>', '公开栏的网址 / address of the server')
    .option(
      '--key <file>',
      '见证人的私钥，没有就新建 / the witness’s key; made when there is none',
      './witness-key',
    )
    .option(
      '--name <name>',
      '见证人的名字，不含空格和加号 / its name, without blanks and plus signs',
      'witness',
    )
    .option('--state <file>', '记住看到的簿头 / the heads that were seen', './witness-state.json')
    .option('--out <folder>', '会签的簿头和证据放在这里 / where cosigned heads and evidence go')
    .option('--township <id>', '必须是这个乡镇 / the township that it must be')
    .option('--json', '结果用 JSON / the result as JSON')
    .action(run);
}
