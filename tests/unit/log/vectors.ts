/**
 * Published test vectors that lie beside the project in `../shared/vectors`, as they do in CI. They are no part of the
 * project: where the folder is not there, the tests on them are named as not run.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../../../shared/vectors');

/** Whether this copy of the project has no vectors beside it. */
export const withoutVectors = !existsSync(FOLDER);

/** The name of a test, saying so when it cannot run. */
export const named = (name: string): string =>
  withoutVectors ? `${name} (not run: ../shared/vectors is not beside this copy of the project)` : name;

const hasSource = (context: unknown): context is { source: string } =>
  typeof context === 'object' && context !== null && 'source' in context;

/** A file of vectors. Whole numbers beyond 2^53 are read as bigint, all others as number. */
export function readVectors<Case>(path: string): Case[] {
  const exact = (_key: string, value: unknown, context?: unknown): unknown =>
    typeof value === 'number' && !Number.isSafeInteger(value) && hasSource(context)
      ? BigInt(context.source)
      : value;
  return JSON.parse(readFileSync(join(FOLDER, path), 'utf8'), exact) as Case[];
}
