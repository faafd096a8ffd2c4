// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { forbiddenWords, lockedAddresses, strangeTopLevel, tooLong } from '../../checks/hygiene.ts';

const found = (path: string, text: string): string[] => forbiddenWords([{ path, text }]);
const joined = (...parts: string[]): string => parts.join('');

describe('the check of the repository', () => {
  it.each([
    ['a machine path', 'src/a.ts', joined(`const a = '`, `/work`, `/main'`)],
    ['a home folder', 'README.md', joined('see /', 'home/me/x')],
    ['a registry', 'package.json', joined('https://regi', 'stry.npm', 'js.org/')],
    ['a test that runs alone', 'tests/a.test.ts', joined('it', '.only("a")')],
    ['a test left out', 'tests/a.test.ts', joined('describe.each([])', '("a");test', '.skip("b")')],
    ['an unfinished thought', 'src/a.ts', joined('// TO', 'DO later')],
    ['plain zod in the browser', 'src/log/a.ts', joined(`import * as z from 'zod`, `'`)],
  ])('finds %s', (_, path, text) => {
    expect(found(path, text)).toHaveLength(1);
  });

  it('lets harmless lines pass', () => {
    expect(found('src/a.ts', `fetch('/api/sync'); // the homework/ of a network`)).toEqual([]);
    expect(found('tests/a.test.ts', `it.skipIf(!vectors)('a')`)).toEqual([]);
  });

  it('knows what belongs at the top', () => {
    expect(strangeTopLevel(['src/a.ts', 'README.md', 'notes.txt', 'scripts/a.sh'])).toEqual([
      'notes.txt does not belong at the top level',
      'scripts does not belong at the top level',
    ]);
  });

  it('finds a long file', () => {
    expect(tooLong([{ path: 'src/a.ts', text: 'x\n'.repeat(351) }])).toHaveLength(1);
    expect(tooLong([{ path: 'src/a.ts', text: 'x\n'.repeat(350) }])).toEqual([]);
  });

  it('finds a download address in the lock file', () => {
    const lock = {
      packages: { 'node_modules/a': { resolved: 'http://10.0.0.1/a.tgz' }, 'node_modules/b': {} },
    };
    expect(lockedAddresses(JSON.stringify(lock))).toHaveLength(1);
  });
});
