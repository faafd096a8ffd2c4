/** What a run of the simulation is asked for, and what it says at its end. */
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
  /** Runs the schedules that failed once, instead of those of seeds. */
  kept?: boolean;
  /** Leaves a schedule that fails as long as it is. */
  whole?: boolean;
}

export interface SimReport {
  schedules: number;
  steps: number;
  /** Times that each kind of fault was done. */
  faults: Record<string, number>;
  /** What people were told is kept, by its kind. */
  saved: Record<string, number>;
  plant: string | null;
  /** Hash of how the schedules ended: two runs of the same give the same. */
  digest: string;
  failure: SimFailure | null;
}

/** A schedule that failed, and the fewest steps of it that do. */
export interface SimFailure {
  seed: number;
  problems: string[];
  schedule: Schedule;
}

/** The command that runs a schedule once more. */
const again = ({ seed }: SimFailure, plant: string | null): string =>
  `npm run -s gongkailan -- sim --seeds 1 --from ${seed}${plant ? ` --plant ${plant}` : ''}`;

/** A failure in lines. */
export const failureLines = (failure: SimFailure, plant: string | null): string[] => [
  `schedule ${failure.seed} failed:`,
  ...failure.problems.map((problem) => `  ${problem}`),
  `the fewest steps that make it fail (${failure.schedule.steps.length}):`,
  ...failure.schedule.steps.map(({ kind, seed }) => `  ${kind} ${seed}`),
  `again: ${again(failure, plant)}`,
];

/** A report in lines. */
export function reportLines({ schedules, steps, faults, saved, failure, plant }: SimReport): string[] {
  const kept = Object.entries(saved).map(([what, times]) => `${times} ${what}`);
  return [
    `${schedules} schedules, ${steps} steps${plant ? `, with '${plant}' planted` : ''}`,
    `saved by people: ${kept.join(', ')}`,
    ...Object.entries(faults).map(([name, times]) => `  ${String(times).padStart(7)}  ${name}`),
    ...(failure ? failureLines(failure, plant) : ['every promise held']),
  ];
}
