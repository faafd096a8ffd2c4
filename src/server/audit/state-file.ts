/** What an auditor or witness remembers between two visits: whose log it is, and the heads that he has seen. */
import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import type { SeenHead } from './audit-stream.ts';
import { UnreadableSourceError } from './source.ts';

const state = z.strictObject({
  v: z.literal(1),
  township: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  heads: z.record(
    z.string(),
    z.strictObject({
      size: z.int().check(z.minimum(0)),
      root: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      /** The signed head itself, where it was kept: with it, a contradiction can be proved. */
      note: z.optional(z.string().check(z.maxLength(4096))),
    }),
  ),
});
export type AuditState = z.infer<typeof state>;

/** Null: nothing is remembered yet. @throws UnreadableSourceError when the file is none of ours: it is not overwritten. */
export async function readState(path: string): Promise<AuditState | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return state.parse(JSON.parse(text));
  } catch {
    throw new UnreadableSourceError(`记录文件读不出来 · not a file of heads seen before: ${path}`);
  }
}

/** Keeps the larger of the heads seen before and now. */
export async function keepState(
  path: string,
  before: AuditState | null,
  township: string,
  heads: Record<string, SeenHead & { note?: string }>,
): Promise<void> {
  const all = { ...before?.heads };
  for (const [stream, head] of Object.entries(heads))
    if (head.size >= (all[stream]?.size ?? 0)) all[stream] = head;
  const value: AuditState = { v: 1, township, heads: all };
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}
