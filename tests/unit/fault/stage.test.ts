import { describe, expect, it } from 'vitest';
import { type Job, jobs, verdict } from '../../fault/stage.ts';
import type { SimReport } from '../../fault/sim/report.ts';

const held: SimReport = {
  schedules: 3,
  steps: 60,
  faults: {},
  saved: {},
  plant: null,
  digest: '',
  failure: null,
};
const failure = {
  seed: 3,
  problems: ['something was lost'],
  schedule: { seed: 3, arrive: 0.5, steps: [{ kind: 'write' as const, seed: 12 }] },
};
const ended = (report: SimReport) => ({
  code: 0,
  output: `noise\n${JSON.stringify(report)}\n`,
  timedOut: false,
});
const job = (fails: boolean): Job => ({ name: 'a job', options: { seeds: 3, from: 1 }, fails });

describe('the stage of the simulation', () => {
  it('runs a thousand schedules, each once, and every plant', () => {
    const runs = jobs().filter(({ fails, options }) => !fails && !options.kept);
    const seeds = runs.flatMap(({ options }) =>
      Array.from({ length: options.seeds }, (_, i) => options.from + i),
    );
    expect(new Set(seeds).size).toBe(1_000);
    expect(seeds).toHaveLength(1_000);
    expect(jobs().filter(({ fails }) => fails).length).toBeGreaterThanOrEqual(12);
  });

  it('counts each schedule that held, and says how the one that did not can be seen again', () => {
    expect(verdict(job(false), ended(held))).toMatchObject({ passed: 3, failed: 0 });
    const tally = verdict(job(false), ended({ ...held, failure }));
    expect(tally).toMatchObject({ passed: 2, failed: 1 });
    expect(tally.faults[0]).toContain('something was lost');
    expect(tally.faults[0]).toContain('write 12');
    expect(tally.faults[0]).toContain('--from 3');
  });

  it('fails when a plant was not found, and when a run broke off', () => {
    expect(verdict(job(true), ended({ ...held, failure }))).toMatchObject({ passed: 1, failed: 0 });
    expect(verdict(job(true), ended(held))).toMatchObject({ passed: 0, failed: 1 });
    const broken = { code: 1, output: 'Error: no such plant', timedOut: false };
    expect(verdict(job(true), broken)).toMatchObject({ passed: 0, failed: 1 });
    expect(verdict(job(false), { ...ended(held), timedOut: true })).toMatchObject({ passed: 0, failed: 1 });
  });
});
