/**
 * `gongkailan sim`: runs schedules in simulated worlds, and says what was run, which faults were done, and, of the first
 * schedule that fails, the fewest steps that make it fail.
 */
import { PLANTS, plant } from './plants.ts';
import type { Faults } from './steps.ts';
import type { Schedule } from './schedule.ts';

export interface SimOptions {
  /** Schedules to run. */
  seeds: number;
  /** Seed of the first. */
  from: number;
  plant?: string;
  /** Says each step of each schedule. */
  trace?: boolean;
  json?: boolean;
  plants?: boolean;
}

export interface SimReport {
  schedules: number;
  steps: number;
  /** Times that each kind of fault was done. */
  faults: Record<string, number>;
  /** What people were told is kept, by its kind. */
  saved: Record<string, number>;
  plant: string | null;
  failure: { seed: number; problems: string[]; schedule: Schedule } | null;
}

const out = (line: string): void => void process.stdout.write(`${line}\n`);

function add(sum: Faults, more: Faults): void {
  for (const [name, times] of more) sum.set(name, (sum.get(name) ?? 0) + times);
}

/** Runs schedules until one fails, or all are done. */
async function run({ seeds, from, plant: planted, trace }: SimOptions): Promise<SimReport> {
  // Before anything of the product is loaded.
  if (planted) plant(planted);
  const { takeOver } = await import('./world.ts');
  takeOver();
  const [{ runSchedule, shrink }, { scheduleOf }] = await Promise.all([
    import('./run.ts'),
    import('./schedule.ts'),
  ]);
  const faults: Faults = new Map();
  const saved: Faults = new Map();
  const report = { schedules: 0, steps: 0, plant: planted ?? null, failure: null as SimReport['failure'] };
  for (let seed = from; seed < from + seeds && !report.failure; seed++) {
    const schedule = scheduleOf(seed);
    if (trace) out(`schedule ${seed}: ${schedule.steps.length} steps`);
    const done = await runSchedule(schedule, (step) => trace && out(`  ${step.kind} ${step.seed}`));
    report.schedules += 1;
    report.steps += schedule.steps.length;
    add(faults, done.faults);
    add(saved, done.saved);
    if (done.problems.length > 0)
      report.failure = { seed, problems: done.problems, schedule: await shrink(schedule) };
  }
  return { ...report, faults: Object.fromEntries([...faults].sort()), saved: Object.fromEntries(saved) };
}

function say({ schedules, steps, faults, saved, failure, plant: planted }: SimReport): void {
  out(`${schedules} schedules, ${steps} steps${planted ? `, with '${planted}' planted` : ''}`);
  out(
    `saved by people: ${Object.entries(saved)
      .map(([what, times]) => `${times} ${what}`)
      .join(', ')}`,
  );
  for (const [name, times] of Object.entries(faults)) out(`  ${String(times).padStart(7)}  ${name}`);
  if (!failure) return out('every promise held');
  out(`schedule ${failure.seed} failed:`);
  for (const problem of failure.problems) out(`  ${problem}`);
  out(`the fewest steps that make it fail (of ${failure.schedule.steps.length}):`);
  for (const { kind, seed } of failure.schedule.steps) out(`  ${kind} ${seed}`);
  out(
    `again: npm run -s gongkailan -- sim --seeds 1 --from ${failure.seed}${planted ? ` --plant ${planted}` : ''}`,
  );
}

/** @returns the exit code: 1 when a schedule failed. */
async function simulate(options: SimOptions): Promise<number> {
  if (options.plants) {
    for (const [name, { what }] of Object.entries(PLANTS)) out(`${name.padEnd(30)} ${what}`);
    return 0;
  }
  const report = await run(options);
  if (options.json) out(JSON.stringify(report));
  else say(report);
  return report.failure ? 1 : 0;
}

process.exit(await simulate(JSON.parse(process.argv[2] ?? '{}') as SimOptions));
