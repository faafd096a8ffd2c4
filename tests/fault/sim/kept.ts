/** What is kept of earlier runs: schedules that failed once, and where each plant was found. */
import { readFileSync } from 'node:fs';
import type { Kind, Schedule } from './schedule.ts';

interface Kept {
  /** Seed of the first schedule that finds each plant. */
  plants: Record<string, number>;
  /** With all their steps: a seed alone means another schedule once the kinds of steps change. */
  schedules: { what: string; seed: number; arrive: number; steps: [kind: Kind, seed: number][] }[];
}

const kept = JSON.parse(readFileSync(new URL('kept.json', import.meta.url), 'utf8')) as Kept;

export const seedsOfPlants: Record<string, number> = kept.plants;

export const keptSchedules: (Schedule & { what: string })[] = kept.schedules.map(({ steps, ...rest }) => ({
  ...rest,
  steps: steps.map(([kind, seed]) => ({ kind, seed })),
}));
