/** Which steps can be taken now, and what the law would have seen to by when. */
import { addWorkingDays } from '../calendar/working-days.ts';
import type { LocalDate } from '../time.ts';
import type { Case } from './case.ts';
import { ASKED_WITHIN, UNCLEAR_WITHIN } from './clock-input.ts';
import type { CaseEventType } from './events.ts';

/** Steps that make sense for a case as it stands; null: it has not been taken up. */
export function nextSteps(held: Case | null): CaseEventType[] {
  if (!held) return ['case.opened'];
  if (held.end) return ['case.reconsidered', 'case.sued', 'case.fee'];
  const { unclear, pauses, extended } = held.clock;
  const waitsForApplicant = unclear !== null && unclear.completed === null;
  const steps: CaseEventType[] = ['case.answered'];
  if (waitsForApplicant) steps.unshift('case.completed');
  if (pauses.some(({ to }) => to === null)) steps.unshift('case.third-party-answered');
  if (!unclear) steps.push('case.unclear');
  steps.push('case.third-party-asked');
  if (!extended) steps.push('case.extended');
  return [...steps, 'case.transferred', 'case.given-up', 'case.fee'];
}

/** The last day on which the applicant can be told that his request is unclear (art. 30). */
export const unclearBy = (received: LocalDate): LocalDate => addWorkingDays(received, UNCLEAR_WITHIN);
/** The day after which silence leaves the decision to the office (art. 32). */
export const askedUntil = (from: LocalDate): LocalDate => addWorkingDays(from, ASKED_WITHIN);
