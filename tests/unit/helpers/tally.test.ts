import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tallyOfReport } from '../../helpers/tally.ts';

describe('the count of a run of tests', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tally-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const counted = (testResults: unknown[]) => {
    const path = join(folder, 'report.json');
    writeFileSync(path, JSON.stringify({ testResults }));
    return tallyOfReport(path);
  };

  it('names what failed, with its reason, and what was not run', () => {
    const assertionResults = [
      { fullName: 'goes', status: 'passed' },
      { fullName: 'breaks', status: 'failed', failureMessages: ['expected 1 to be 2'] },
      { fullName: 'waits', status: 'skipped' },
    ];
    expect(counted([{ name: 'a.test.ts', status: 'failed', assertionResults }])).toEqual({
      passed: 1,
      failed: 1,
      notRun: ['waits'],
      faults: ['a.test.ts: breaks\n    expected 1 to be 2'],
    });
  });

  it('counts a file that could not be loaded as one failure', () => {
    const tally = counted([
      { name: 'b.test.ts', status: 'failed', message: 'no module', assertionResults: [] },
    ]);
    expect(tally).toMatchObject({ failed: 1, faults: ['b.test.ts as a whole\n    no module'] });
  });

  it('counts a missing report as one failure', () => {
    expect(tallyOfReport(join(folder, 'none.json')).failed).toBe(1);
  });
});
