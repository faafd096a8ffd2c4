/** What a lesson is, and whether its steps are done: judged by what stands on the device, never by a press on 'next'. */

/** Words in the two languages of the app. */
export interface Words {
  zh: string;
  en: string;
}

/** What was done since a lesson began, as the practice device shows it. */
export interface Practised {
  /** Signed on this device, oldest first; `arrived`: the township's receipt is here. */
  events: { type: string; content: Record<string, unknown>; arrived: boolean }[];
  drafts: { kind: string; changes: boolean; rows: number }[];
  /** Requests that were sealed or handed in. */
  requests: number;
  /** Addresses opened, with their query, oldest first. */
  places: string[];
}

export const NOTHING_YET: Practised = { events: [], drafts: [], requests: 0, places: [] };

export interface Step {
  /** What to do, in one or two short sentences. */
  words: Words;
  /** Words on the control that does it (its accessible name begins with them); null: there is no one control. */
  control: Words | null;
  done: (practised: Practised) => boolean;
}

export interface Question {
  ask: Words;
  /** The first one is right; the screen mixes them. */
  answers: Words[];
  why: Words;
}

export interface Lesson {
  id: string;
  /** Grows when steps or questions change so much that who has done it should do it again. */
  version: number;
  title: Words;
  /** What one can do after it. */
  aim: Words;
  minutes: number;
  /** Where it begins. */
  start: string;
  steps: Step[];
  questions: Question[];
}

/** Number of the first step that is not done; the number of steps when all are. A later step done does not stand for an earlier. */
export function stepReached({ steps }: Pick<Lesson, 'steps'>, practised: Practised): number {
  const open = steps.findIndex((step) => !step.done(practised));
  return open === -1 ? steps.length : open;
}

/** Percent of questions answered rightly at once, rounded. `first`: the number of the first answer given to each. */
export const scoreOf = (first: readonly number[]): number =>
  first.length === 0 ? 0 : Math.round((first.filter((answer) => answer === 0).length * 100) / first.length);

/** An order of the answers that is the same each time for one question: the right one is not always the first. */
export function mixed({ answers }: Question, seed: number): number[] {
  const turn = (seed * 7 + 1) % answers.length;
  return answers.map((_, index) => (index + turn) % answers.length);
}
