/**
 * A schedule: what happens in a world, step by step. It is made from the seed alone, before anything runs, and each step
 * has chance of its own; so a schedule can be cut down to the steps that make it fail, and the rest stays as it was.
 */
import { seeded } from './random.ts';

/** How often each kind of step comes, in proportion. */
const WEIGHTS = {
  /** Parcels move on, each with a fate. */
  carry: 26,
  /** Many move on, one after another. */
  flow: 5,
  /** Time passes, up to a minute. */
  wait: 7,
  write: 7,
  photo: 5,
  correct: 4,
  withdraw: 2,
  draft: 2,
  seal: 4,
  member: 1,
  join: 1,
  revoke: 1.2,
  transfer: 1.2,
  contact: 2,
  handOver: 2,
  kill: 1.5,
  killSoon: 4,
  open: 8,
  hide: 1,
  disconnect: 2,
  connect: 2,
  serverKill: 0.7,
  serverKillSoon: 2,
  serverStart: 4,
  serverFull: 0.7,
  full: 1,
  clock: 1,
  serverClock: 0.4,
  secondWindow: 0.5,
  update: 0.7,
  wipe: 0.3,
  future: 0.5,
} as const;

export type Kind = keyof typeof WEIGHTS;

export interface Step {
  kind: Kind;
  /** Seed of the step's own chance. */
  seed: number;
}

export interface Schedule {
  seed: number;
  /** Share of parcels that arrive as they should. */
  arrive: number;
  steps: Step[];
}

const FEWEST = 20;
const MORE = 30;
const TOTAL = Object.values(WEIGHTS).reduce((sum, one) => sum + one, 0);

function kindAt(place: number): Kind {
  let left = place * TOTAL;
  for (const [kind, weight] of Object.entries(WEIGHTS)) if ((left -= weight) < 0) return kind as Kind;
  return 'carry';
}

/** The schedule of a seed. */
export function scheduleOf(seed: number): Schedule {
  const random = seeded(seed);
  const arrive = 0.5 + random.next() * 0.45;
  const count = FEWEST + random.below(MORE);
  const steps = Array.from({ length: count }, () => ({
    kind: kindAt(random.next()),
    seed: random.below(2 ** 31),
  }));
  return { seed, arrive, steps };
}
