/**
 * `gongkailan sim`: runs schedules in simulated worlds, and says what was run, which faults were done, and, of the first
 * schedule that fails, the fewest steps that make it fail.
 */
import { createHash } from 'node:crypto';
import { takeOverScrypt } from './crypto.ts';
import { keptSchedules } from './kept.ts';
import { PLANTS, plant } from './plants.ts';
import { reportLines, type SimOptions, type SimReport } from './report.ts';
import { type Schedule, scheduleOf } from './schedule.ts';
import { shrink } from './shrink.ts';
import type { Faults } from './steps.ts';

const out = (line: string): void => void process.stdout.write(`${line}\n`);

function add(sum: Faults, more: Faults): void {
  for (const [name, times] of more) sum.set(name, (sum.get(name) ?? 0) + times);
}

const schedulesOf = ({ seeds, from, kept }: SimOptions): Schedule[] =>
  kept ? keptSchedules : Array.from({ length: seeds }, (_, i) => scheduleOf(from + i));

/** Runs schedules until one fails, or all are done. */
async function run(options: SimOptions): Promise<SimReport> {
  const { plant: planted, trace, whole } = options;
  // Before anything of the product is loaded.
  takeOverScrypt();
  if (planted) plant(planted);
  const { takeOver } = await import('./world.ts');
  takeOver();
  const { runSchedule } = await import('./run.ts');
  const fails = async (one: Schedule): Promise<boolean> => (await runSchedule(one)).problems.length > 0;
  const faults: Faults = new Map();
  const saved: Faults = new Map();
  const ends: string[] = [];
  const report = { schedules: 0, steps: 0, plant: planted ?? null, failure: null as SimReport['failure'] };
  for (const schedule of schedulesOf(options)) {
    if (trace) out(`schedule ${schedule.seed}: ${schedule.steps.length} steps`);
    const { problems, ...done } = await runSchedule(
      schedule,
      (step) => trace && out(`  ${step.kind} ${step.seed}`),
    );
    ends.push(done.digest);
    report.schedules += 1;
    report.steps += schedule.steps.length;
    add(faults, done.faults);
    add(saved, done.saved);
    if (problems.length === 0) continue;
    const few = whole ? schedule : await shrink(schedule, fails);
    report.failure = { seed: schedule.seed, problems, schedule: few };
    break;
  }
  const digest = createHash('sha256').update(ends.join()).digest('hex');
  return {
    ...report,
    digest,
    faults: Object.fromEntries([...faults].sort()),
    saved: Object.fromEntries(saved),
  };
}

/** @returns the exit code: 1 when a schedule failed. */
async function simulate(options: SimOptions): Promise<number> {
  if (options.plants) {
    for (const [name, { what }] of Object.entries(PLANTS)) out(`${name.padEnd(30)} ${what}`);
    return 0;
  }
  const report = await run(options);
  for (const line of options.json ? [JSON.stringify(report)] : reportLines(report)) out(line);
  return report.failure ? 1 : 0;
}

process.exit(await simulate(JSON.parse(process.argv[2] ?? '{}') as SimOptions));
