/**
 * The simulation as a stage of the tests: so many schedules hold, those that failed once hold, and each planted fault is
 * found. Several processes at once: each has a world of its own.
 */
import { fileURLToPath } from 'node:url';
import { type ChildResult, runChild } from '../helpers/child.ts';
import { addUp, failure, type Tally } from '../helpers/tally.ts';
import { keptSchedules, seedsOfPlants } from './sim/kept.ts';
import { PLANTS } from './sim/plants.ts';
import { failureLines, type SimOptions, type SimReport } from './sim/report.ts';

const COMMAND = fileURLToPath(new URL('sim/command.ts', import.meta.url));
/** Most of what a world makes dies with it: with room for it, it need not be moved meanwhile. */
const FLAGS = ['--max-semi-space-size=32'];
const SCHEDULES = 1_000;
/** Schedules of one process. */
const CHUNK = 250;
/** A plant must be found within so many schedules. */
const MOST_FOR_PLANT = 1_000;
/** Schedules that are run in two processes, and compared. */
const SAME = 10;
const AT_ONCE = 2;
/** The browsers run beside it, and mostly wait: it takes what they leave. */
const LIMITS = { limit: 25 * 60_000, humble: true };

export interface Job {
  name: string;
  options: SimOptions;
  /** Whether a schedule must fail: something is planted. */
  fails: boolean;
}

/** All that the stage runs. A plant is looked for from the schedule that found it last. */
export function jobs(): Job[] {
  const chunks = Array.from({ length: SCHEDULES / CHUNK }, (_, i): Job => {
    const from = 1 + i * CHUNK;
    return { name: `schedules from ${from}`, options: { seeds: CHUNK, from }, fails: false };
  });
  const kept: Job = {
    name: 'schedules that failed once',
    options: { seeds: 0, from: 0, kept: true },
    fails: false,
  };
  const plants = Object.keys(PLANTS).map((plant): Job => {
    const options = { seeds: MOST_FOR_PLANT, from: seedsOfPlants[plant] ?? 1, plant, whole: true };
    return { name: `plant '${plant}'`, options, fails: true };
  });
  return [...chunks, kept, ...plants];
}

function reportOf({ output }: ChildResult): SimReport | null {
  try {
    return JSON.parse(output.trim().split('\n').pop() ?? '') as SimReport;
  } catch {
    return null;
  }
}

/** What a job's end counts: each schedule that held is one, and each plant that was found. */
export function verdict({ name, fails }: Job, result: ChildResult): Tally {
  const report = reportOf(result);
  const one = (passed: number): Tally => ({ passed, failed: 0, notRun: [], faults: [] });
  if (!report || result.timedOut) return failure(name, result.timedOut ? 'took too long' : result.output);
  if (fails) return report.failure ? one(1) : failure(name, `${report.schedules} schedules did not find it`);
  if (!report.failure) return one(report.schedules);
  const lines = failureLines(report.failure, null);
  return addUp([one(report.schedules - 1), failure(name, lines.join('\n'))]);
}

async function runJob(job: Job): Promise<Tally> {
  const options = JSON.stringify({ ...job.options, json: true });
  const result = await runChild(process.execPath, [...FLAGS, COMMAND, options], LIMITS);
  const tally = verdict(job, result);
  const found = job.fails ? ` with schedule ${reportOf(result)?.failure?.seed}` : '';
  console.log(`${job.name}: ${tally.failed > 0 ? tally.faults.join('\n') : `ok${found}`}`);
  return tally;
}

/** Runs a few schedules in two processes at once: a seed says all that happens, or what it found cannot be found again. */
async function sameTwice(): Promise<Tally> {
  const options = JSON.stringify({ seeds: SAME, from: 1, json: true });
  const once = (): Promise<ChildResult> => runChild(process.execPath, [...FLAGS, COMMAND, options], LIMITS);
  const [one, other] = (await Promise.all([once(), once()])).map((result) => reportOf(result)?.digest);
  const name = 'the same seeds in two processes';
  if (one === undefined || one !== other) return failure(name, 'they end in different worlds');
  console.log(`${name}: ok`);
  return { passed: 1, failed: 0, notRun: [], faults: [] };
}

/** Runs the stage. */
export async function simulation(): Promise<Tally> {
  const left = jobs();
  const worker = async (): Promise<Tally[]> => {
    const tallies: Tally[] = [];
    for (let job = left.shift(); job; job = left.shift()) tallies.push(await runJob(job));
    return tallies;
  };
  const tallies = await Promise.all(Array.from({ length: AT_ONCE }, worker));
  console.log(
    `${SCHEDULES} schedules, ${keptSchedules.length} kept ones, ${Object.keys(PLANTS).length} plants`,
  );
  return addUp([...tallies.flat(), await sameTwice()]);
}
