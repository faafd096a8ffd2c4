/** What the steps of a request come to: its clock, its end, and what two clerks did at once. */
import type { LocalDate } from '../time.ts';
import type { AnswerKind } from './answers.ts';
import type { ClockInput } from './clock-input.ts';
import type { CaseContent } from './events.ts';
import type { CaseRecord, Step } from './record.ts';
import type { Applicant, Way } from './request.ts';

/** Why a step is kept and does not count. */
export type NotCounted = 'not-open' | 'open-before' | 'ended-before' | 'twice' | 'not-asked';

export interface Review {
  id: string;
  what: 'reconsideration' | CaseContent<'case.sued'>['after'];
  on: LocalDate;
  outcome: CaseContent<'case.sued'>['outcome'];
}

export interface Case {
  id: string;
  way: Way;
  applicant: Applicant;
  clock: ClockInput;
  /** How it ended; null: it is open. */
  end: { on: LocalDate; answer: AnswerKind } | null;
  /** Pauses by the step that asked. */
  asked: { step: string; pause: number }[];
  reviews: Review[];
  /** In fen. */
  fees: number;
  /** Steps that do not count, by id. */
  notCounted: Record<string, NotCounted>;
  /** Steps made by two clerks at once: each with the one that its author had not seen. */
  conflicts: { step: string; unseen: string[] }[];
}

const GIVEN_UP = {
  'not-completed': 'not-completed',
  'fee-unpaid': 'fee-unpaid',
  withdrawn: 'other',
} as const;

/** The end that a step makes; null: it goes on. */
function endOf({
  type,
  content,
}: Step): { how: NonNullable<ClockInput['ended']>['how']; answer: AnswerKind } | null {
  if (type === 'case.answered')
    return { how: 'answered', answer: (content as CaseContent<'case.answered'>).answer };
  if (type === 'case.transferred') return { how: 'transferred', answer: 'not-held' };
  if (type !== 'case.given-up') return null;
  return { how: 'given-up', answer: GIVEN_UP[(content as CaseContent<'case.given-up'>).why] };
}

function withPause(held: Case, step: Step): Case | NotCounted {
  if (step.type === 'case.third-party-asked') {
    const { on, who } = step.content as CaseContent<'case.third-party-asked'>;
    const pauses = [...held.clock.pauses, { why: who, from: on, to: null }];
    const asked = [...held.asked, { step: step.id, pause: pauses.length }];
    return { ...held, clock: { ...held.clock, pauses }, asked };
  }
  const { on, asked } = step.content as CaseContent<'case.third-party-answered'>;
  const at = (held.asked.find((one) => one.step === asked)?.pause ?? 0) - 1;
  const pause = held.clock.pauses[at];
  if (!pause) return 'not-asked';
  if (pause.to !== null) return 'twice';
  const to = on < pause.from ? pause.from : on;
  const pauses = held.clock.pauses.map((one, index) => (index === at ? { ...one, to } : one));
  return { ...held, clock: { ...held.clock, pauses } };
}

function withUnclear(held: Case, step: Step): Case | NotCounted {
  const { unclear } = held.clock;
  const { on } = step.content;
  if (step.type === 'case.unclear') {
    if (unclear) return 'twice';
    const { until } = step.content as CaseContent<'case.unclear'>;
    return { ...held, clock: { ...held.clock, unclear: { on, until, completed: null } } };
  }
  if (!unclear) return 'not-asked';
  if (unclear.completed !== null) return 'twice';
  const completed = on < unclear.on ? unclear.on : on;
  return { ...held, clock: { ...held.clock, unclear: { ...unclear, completed } } };
}

/** A reconsideration or lawsuit, or the result of one. */
function withReview(held: Case, step: Step): Case {
  const { on, outcome, of } = step.content as CaseContent<'case.reconsidered'>;
  if (of !== null)
    return { ...held, reviews: held.reviews.map((one) => (one.id === of ? { ...one, outcome } : one)) };
  const what =
    step.type === 'case.sued'
      ? (step.content as CaseContent<'case.sued'>).after
      : ('reconsideration' as const);
  return { ...held, reviews: [...held.reviews, { id: step.id, what, on, outcome }] };
}

/** The case after a step; or why the step does not count. */
function take(held: Case, step: Step): Case | NotCounted {
  const { type } = step;
  const { clock } = held;
  if (type === 'case.opened') return 'open-before';
  if (type === 'case.fee')
    return { ...held, fees: held.fees + (step.content as CaseContent<'case.fee'>).fen };
  if (type === 'case.reconsidered' || type === 'case.sued') return withReview(held, step);
  if (held.end) return 'ended-before';
  const end = endOf(step);
  if (end) {
    const { on } = step.content;
    return { ...held, end: { on, answer: end.answer }, clock: { ...clock, ended: { on, how: end.how } } };
  }
  if (type === 'case.unclear' || type === 'case.completed') return withUnclear(held, step);
  if (type !== 'case.extended') return withPause(held, step);
  if (clock.extended) return 'twice';
  const { on, days, approvedBy } = step.content as CaseContent<'case.extended'>;
  return { ...held, clock: { ...clock, extended: { on, days, by: approvedBy } } };
}

function begun({ id, content }: Step): Omit<Case, 'conflicts'> {
  const { way, applicant, on } = content as CaseContent<'case.opened'>;
  return {
    id,
    way,
    applicant,
    clock: { received: on, unclear: null, pauses: [], extended: null, ended: null },
    end: null,
    asked: [],
    reviews: [],
    fees: 0,
    notCounted: {},
  };
}

/** Steps whose author had not seen all that stood before them. */
function conflictsOf(steps: Step[]): Case['conflicts'] {
  return steps.flatMap(({ id, content }, at) => {
    const seen = content.base === null ? -1 : steps.findIndex((one) => one.id === content.base);
    const unseen = steps.slice(seen + 1, at).map((one) => one.id);
    return unseen.length > 0 ? [{ step: id, unseen }] : [];
  });
}

/** What the steps come to. Null: nobody has taken the request up yet. */
export function readCase({ id, steps }: CaseRecord): Case | null {
  const first = steps.findIndex(({ type }) => type === 'case.opened');
  const opening = steps[first];
  if (!opening) return null;
  let held: Case = { ...begun(opening), id, conflicts: conflictsOf(steps) };
  for (const [at, step] of steps.entries()) {
    if (at === first) continue;
    const next = at < first ? 'not-open' : take(held, step);
    held = typeof next === 'string' ? { ...held, notCounted: { ...held.notCounted, [step.id]: next } } : next;
  }
  return held;
}
