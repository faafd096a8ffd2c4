/** Checks what came as one file: a proof, a record of evidence, or a bundle handed over where there is no network. */
import { readFile } from 'node:fs/promises';
import { type BundleFault, decodeBundle } from '../../log/bundle.ts';
import { checkFork, checkInclusion, type ProofFault, type ProofFile, proofFile } from '../../log/proof.ts';
import { checkBundle, type CheckedBundle } from '../audit/bundle.ts';
import { inWords } from '../audit/findings.ts';
import { UnreadableSourceError } from '../audit/source.ts';

/** What is said, and whether all is well. */
export interface Verdict {
  ok: boolean;
  words: string;
  json: unknown;
}

const FAULTS: Record<ProofFault, string> = {
  'bad-founding': '建簿记录不对 · the founding event is not one',
  'wrong-stream': '不是这个乡镇的公开簿 · not a log of this township',
  'bad-event': '记录读不出来 · the event cannot be read',
  'bad-signature': '签名不对 · the signature does not fit',
  'foreign-body': '正文不是当时签名的那份 · the body is not the one that was signed',
  'bad-checkpoint': '簿头不是这本公开簿签的 · the head is not signed by this log',
  'no-proof': '证明对不上 · the proof does not hold',
};

const UNREADABLE: Record<BundleFault, string> = {
  'too-large': '太大，不像捎带包 · too large for a bundle',
  newer: '由更新的软件打包，请先升级 · packed by newer software: update first',
  'not-a-bundle': '不是捎带包，或在路上断了、改了 · not a bundle, or cut off or changed on the way',
};

/** What gzip begins with: no proof does, for it is JSON. */
const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

function bundleInWords({ township, name, logs, events, items, files, findings }: CheckedBundle): string {
  return [
    `捎带包 · bundle　${name ?? ''}  ${township}`,
    `${logs} 本簿 · logs　${events} 条记录 · events　${items} 件待报 · items to be handed in　${files} 个附件 · files`,
    ...(name === null
      ? [
          '没有带登记簿，签名的人有没有登记看不出来 · no registry came along: whether its authors are enrolled cannot be told',
        ]
      : []),
    ...findings.map((finding) => `✗ ${inWords(finding)}`),
    findings.length === 0
      ? '✓ 包里的没有改动 · nothing in it was changed'
      : `✗ 发现 ${findings.length} 处问题 · problems found: ${findings.length}`,
  ].join('\n');
}

async function verifyBundle(bytes: Uint8Array, path: string, township: string | undefined): Promise<Verdict> {
  const read = decodeBundle(bytes);
  if (!read.ok) throw new UnreadableSourceError(`${UNREADABLE[read.fault]}: ${path}`);
  const { kind } = read.bundle;
  const checked = await checkBundle(read.bundle);
  if (township && township !== checked.township) return otherTownship(kind, checked.township);
  const ok = checked.findings.length === 0;
  return { ok, words: bundleInWords(checked), json: { ok, kind, ...checked } };
}

const otherTownship = (kind: string, township: string): Verdict => ({
  ok: false,
  words: `✗ 是另一个乡镇的 · of another township: ${township}`,
  json: { ok: false, kind, fault: 'other-township', township },
});

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/**
 * Checks a bundle, a proof or a record of evidence.
 * @param township id of the township that it must be of; any when left out.
 * @throws UnreadableSourceError when it is none of them.
 */
export async function verifyFile(path: string, township?: string): Promise<Verdict> {
  const bytes = await readFile(path);
  if (isGzip(bytes)) return verifyBundle(bytes, path, township);
  const parsed = proofFile.safeParse(jsonIn(bytes));
  if (!parsed.success)
    throw new UnreadableSourceError(
      `这不是证明文件，也不是捎带包 · neither a proof nor a record of evidence nor a bundle: ${path}`,
    );
  return verifyProof(parsed.data, township);
}

async function verifyProof(file: ProofFile, wanted: string | undefined): Promise<Verdict> {
  const { kind } = file;
  const checked = file.kind === 'gongkailan-fork' ? await checkFork(file) : await checkInclusion(file);
  if (!checked.ok)
    return {
      ok: false,
      words: `✗ ${FAULTS[checked.fault]}`,
      json: { ok: false, kind, fault: checked.fault },
    };
  if (wanted && wanted !== checked.value.township) return otherTownship(kind, checked.value.township);
  const json = { ok: true, kind, ...checked.value };
  if ('sizes' in checked.value) {
    const { name, township, sizes } = checked.value;
    const words = `✓ 证据成立：${name}（${township}）的公开簿签过两个互相矛盾的簿头（${sizes.join('、')} 条）· the evidence holds: the log signed two heads that contradict each other`;
    return { ok: true, words, json };
  }
  const { name, township, acceptedAt, type, content, size } = checked.value;
  const title = typeof content?.title === 'string' ? `《${content.title}》` : type;
  const words = `✓ ${title} 在 ${acceptedAt} 收进 ${name}（${township}）的公开簿，是 ${size} 条记录中的一条，没有改动 · is in the log of ${name} since ${acceptedAt}, unchanged`;
  return { ok: true, words, json };
}
