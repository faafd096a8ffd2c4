/** Counts of tests and checks. */
import { existsSync, readFileSync } from 'node:fs';

export interface Tally {
  passed: number;
  failed: number;
  /** Names of what was left out, with the reason in the name. */
  notRun: string[];
}

export const addUp = (tallies: Tally[]): Tally => ({
  passed: tallies.reduce((sum, one) => sum + one.passed, 0),
  failed: tallies.reduce((sum, one) => sum + one.failed, 0),
  notRun: tallies.flatMap((one) => one.notRun),
});

interface Report {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/** What Vitest's JSON report says; a file that could not even be loaded counts as one failure. No report: one failure. */
export function tallyOfReport(path: string): Tally {
  if (!existsSync(path)) return { passed: 0, failed: 1, notRun: [] };
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  return addUp(
    report.testResults.map((file) => {
      const count = (status: string) => file.assertionResults.filter((one) => one.status === status);
      const failures = count('failed').length;
      const left = file.assertionResults.filter((one) => one.status !== 'passed' && one.status !== 'failed');
      return {
        passed: count('passed').length,
        failed: failures > 0 || file.status !== 'failed' ? failures : 1,
        notRun: left.map((one) => one.fullName),
      };
    }),
  );
}
