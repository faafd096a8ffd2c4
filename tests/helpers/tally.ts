/** Counts of tests and checks. */
import { existsSync, readFileSync } from 'node:fs';

export interface Tally {
  passed: number;
  failed: number;
  /** Names of what was left out, with the reason in the name. */
  notRun: string[];
  /** What failed by name, each with the first lines of its reason: the end of a long output is all that some keep. */
  faults: string[];
}

export const addUp = (tallies: Tally[]): Tally => ({
  passed: tallies.reduce((sum, one) => sum + one.passed, 0),
  failed: tallies.reduce((sum, one) => sum + one.failed, 0),
  notRun: tallies.flatMap((one) => one.notRun),
  faults: tallies.flatMap((one) => one.faults),
});

/** One thing that failed. */
export const failure = (name: string, reason = ''): Tally => ({
  passed: 0,
  failed: 1,
  notRun: [],
  faults: [`${name}\n${reason}`.trim().split('\n').slice(0, 12).join('\n    ')],
});

interface Report {
  testResults: {
    name: string;
    status: string;
    /** Why the file could not be loaded. */
    message?: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
  }[];
}

type FileReport = Report['testResults'][number];

function tallyOfFile(file: FileReport): Tally {
  const tallies = file.assertionResults.map((one): Tally => {
    if (one.status === 'passed') return { passed: 1, failed: 0, notRun: [], faults: [] };
    if (one.status !== 'failed') return { passed: 0, failed: 0, notRun: [one.fullName], faults: [] };
    return failure(`${file.name}: ${one.fullName}`, one.failureMessages?.join('\n'));
  });
  const sum = addUp(tallies);
  if (file.status !== 'failed' || sum.failed > 0) return sum;
  return addUp([sum, failure(`${file.name} as a whole`, file.message)]);
}

/** What Vitest's JSON report says; a file that could not even be loaded counts as one failure. No report: one failure. */
export function tallyOfReport(path: string): Tally {
  if (!existsSync(path)) return failure('no report: the run broke off');
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  return addUp(report.testResults.map(tallyOfFile));
}
