/** What an audit found, for people and for programs. */
import type { Audit } from './audit.ts';
import { inWords } from './findings.ts';
import type { SeenHead } from './audit-stream.ts';

/** Findings shown one by one; the rest is counted. */
const SHOWN = 50;

/** Lines in Chinese and English; the last says whether all is well. */
export function auditInWords(audit: Audit): string {
  const { findings, streams } = audit;
  const lines = audit.township
    ? [
        `${audit.name}  ${audit.township}`,
        `${streams.length} 本簿 · logs　${audit.events} 条记录 · events　${audit.files} 个附件 · files`,
        ...(audit.erased > 0 ? [`其中依法删除 · erased: ${audit.erased}`] : []),
      ]
    : [];
  for (const finding of findings.slice(0, SHOWN)) lines.push(`✗ ${inWords(finding)}`);
  if (findings.length > SHOWN) lines.push(`… 还有 ${findings.length - SHOWN} 处 · more`);
  lines.push(
    findings.length === 0
      ? '✓ 一条不多，一条不少，没有改动 · nothing was added, left out or changed'
      : `✗ 发现 ${findings.length} 处问题 · problems found: ${findings.length}`,
  );
  return lines.join('\n');
}

/** The same for programs. */
export const auditAsJson = (audit: Audit): unknown => ({
  ok: audit.findings.length === 0,
  township: audit.township,
  name: audit.name,
  events: audit.events,
  files: audit.files,
  erased: audit.erased,
  streams: audit.streams.map(({ stream, size, root }) => ({ stream, size, root })),
  findings: audit.findings,
});

/** The heads to be remembered, so that the next audit finds a history that was rewritten since. */
export const headsSeen = (audit: Audit): Record<string, SeenHead> =>
  Object.fromEntries(audit.streams.map(({ stream, size, root }) => [stream, { size, root }]));
