/** Folders of their own for tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder, and how to remove it. */
export function newFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'gongkailan-test-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
