/** One kind of stored thing: how an honest one comes about, how it is tampered with, and who must find it. */
import { isDeepStrictEqual } from 'node:util';
import { type Random, seeded } from '../sim/random.ts';
import { type Tampered, type Way, WAYS } from './mutate.ts';

/** What is kept or handed on, in all the forms that are tampered with. */
export interface Kind<Thing> {
  name: string;
  /** Its part of all tries. */
  weight: number;
  /** Another honest one each time. */
  honest(random: Random): Promise<Thing>;
  tamper(random: Random, thing: Thing, way: Way): Tampered<Thing>;
  /** By the product's own reader. @returns what was found, as it is named there; null: taken for whole. */
  check(thing: Thing): Promise<string | null>;
  /** What a reader takes from it: a tampered one that says exactly this is the same. */
  meaning(thing: Thing): unknown;
  /** Whether all that the second says is said by the first too: for things that do not promise to be complete. */
  isPart?(whole: unknown, part: unknown): boolean;
}

/**
 * found: the tampering, under a name. same: read as exactly the same. part: a smaller one, all of it true. missed: taken for
 * whole, and it is not. alarm: the honest one was not taken.
 */
export type Outcome = 'found' | 'same' | 'part' | 'missed' | 'alarm';

export interface Try {
  outcome: Outcome;
  way: Way;
  place: string;
  /** How it was named where it was found, or what the false alarm said. */
  named: string | null;
}

/** What a reader throws is a finding too, if it is not the product that breaks. */
async function checked<Thing>(kind: Kind<Thing>, thing: Thing): Promise<string | null> {
  try {
    return await kind.check(thing);
  } catch (error) {
    const { name, message, fault } = error as Error & { fault?: string };
    if (name !== 'UnreadableSourceError' && name !== 'ArchiveError' && name !== 'StorageError')
      throw new Error(`tamper: the reader of ${kind.name} broke`, { cause: error });
    return fault ?? message.split(/ · |:/)[0]!;
  }
}

/** One try: the honest one first, which must be taken, and then the tampered one. The seed says all. */
export async function tryOnce<Thing>(kind: Kind<Thing>, seed: number): Promise<Try> {
  const random = seeded(seed);
  const way = random.pick(WAYS);
  const honest = await kind.honest(random);
  const alarm = await checked(kind, honest);
  if (alarm !== null) return { outcome: 'alarm', way, place: '', named: alarm };
  const { thing, place } = kind.tamper(random, honest, way);
  const named = await checked(kind, thing);
  if (named !== null) return { outcome: 'found', way, place, named };
  const [before, after] = [kind.meaning(honest), kind.meaning(thing)];
  if (isDeepStrictEqual(before, after)) return { outcome: 'same', way, place, named };
  const isPart = kind.isPart?.(before, after) === true;
  return { outcome: isPart ? 'part' : 'missed', way, place, named };
}

export interface Tally {
  kind: string;
  tries: number;
  found: number;
  same: number;
  part: number;
  missed: number;
  alarms: number;
  /** Names under which it was found, and how often. */
  names: Record<string, number>;
  /** What was missed, or a false alarm, with the seed that does it again. */
  faults: string[];
}

/** Runs so many tries of a kind. */
export async function tally<Thing>(kind: Kind<Thing>, tries: number, from: number): Promise<Tally> {
  const sum: Tally = {
    kind: kind.name,
    tries,
    found: 0,
    same: 0,
    part: 0,
    missed: 0,
    alarms: 0,
    names: {},
    faults: [],
  };
  for (let seed = from; seed < from + tries; seed++) {
    const { outcome, way, place, named } = await tryOnce(kind, seed);
    sum[outcome === 'alarm' ? 'alarms' : outcome] += 1;
    if (outcome === 'found') sum.names[named!] = (sum.names[named!] ?? 0) + 1;
    if (outcome === 'missed' || outcome === 'alarm')
      sum.faults.push(`${outcome}: ${kind.name} seed ${seed}: ${place || way}${named ? ` (${named})` : ''}`);
  }
  return sum;
}

/** How many of all tries each kind has, at least one. */
export const sharesOf = (kinds: Kind<never>[], tries: number): number[] => {
  const total = kinds.reduce((sum, { weight }) => sum + weight, 0);
  return kinds.map(({ weight }) => Math.max(1, Math.round((tries * weight) / total)));
};
