/** What findings mean for a unit's scorecard, and for what it has to do. Pure. */
import type { Answerable } from '../score/items.ts';
import type { LocalDate } from '../time.ts';
import { answerDay, type Finding, findingState, firstAnswer } from './records.ts';

/** Findings that were no mistake of the inspection itself. */
export const standing = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ dropped }) => !dropped);

/** Findings want an answer by their day, as requests and comments do; advice does too. */
export const asAnswerable = (finding: Finding): Answerable => ({
  kind: 'finding',
  id: finding.id,
  notice: finding.about.kind === 'notice' ? finding.about.id : null,
  title: finding.title,
  due: finding.due,
  answered: firstAnswer(finding),
});

/** Falsified publications that stand, each with the day on which it happened (RULES 6). */
export const falsifiedOf = (findings: readonly Finding[]): { id: string; day: LocalDate }[] =>
  standing(findings)
    .filter(({ severity }) => severity === 'falsified')
    .map(({ id, on }) => ({ id, day: on }));

/** What the unit has to answer, the most pressing first. */
export const openFindings = (findings: readonly Finding[]): Finding[] =>
  findings
    .filter((finding) => findingState(finding) === 'open')
    .sort((one, other) => (answerDay(one) < answerDay(other) ? -1 : 1));
