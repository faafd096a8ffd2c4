import { expect, it, vi } from 'vitest';
import { isExitCode, makeExitCode, opensTablet } from '../../../../src/sync/client/exit-code.ts';

it('a tablet opens to its code and to no other, and the registry shows only a salted hash', async () => {
  const code = await makeExitCode('240815', (bytes) => new Uint8Array(bytes).fill(7));
  expect(code.salt).toBe('07'.repeat(16));
  expect(JSON.stringify(code)).not.toContain('240815');
  expect(await opensTablet('240815', code)).toBe(true);
  expect(await opensTablet('240816', code)).toBe(false);
  vi.stubGlobal('crypto', {}); // A page that is not secure.
  expect(await opensTablet('240815', code)).toBe(true);
  vi.unstubAllGlobals();
  expect(['240815', '12345', 'abcdef', '1234567'].map(isExitCode)).toEqual([true, false, false, false]);
});
