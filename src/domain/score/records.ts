/** From what is held of a unit to what its scorecard counts. Pure: the same on every device and on the server. */
import type { LightNotice } from '../board/board.ts';
import { addDays } from '../calendar/days.ts';
import type { Case } from '../request/case.ts';
import { clockOf } from '../request/clock.ts';
import type { Objection, OfficeRecord } from '../review/queue.ts';
import type { TalkRecord, UnitTalk } from '../talk/talk.ts';
import { answerDue } from '../talk/term.ts';
import { type LocalDate, localDateOf } from '../time.ts';
import type { Answerable, UnitRecords } from './items.ts';

const asAnswerable = ({ id, notice, text, acceptedAt, answer }: Objection): Answerable => ({
  kind: 'objection',
  id,
  notice,
  title: text,
  due: answerDue(acceptedAt),
  answered: answer && localDateOf(answer.acceptedAt),
});

/**
 * Comments by what their unit signed: those decided, each with the day on which it arrived; and of those that wait the ones that it
 * counted as waiting too long, which nobody outside the desk can tell apart. Decisions that do not say when a comment arrived are
 * left out.
 */
export function commentAnswers(records: readonly TalkRecord[]): Answerable[] {
  const decided = records.flatMap((one): Answerable[] =>
    one.what === 'comment' && one.arrived
      ? [
          {
            kind: 'comment',
            id: one.envelope,
            notice: one.notice,
            title: one.decision.is === 'answered' ? one.decision.text : '',
            due: answerDue(`${one.arrived}T04:00:00.000Z`),
            answered: one.decidedOn,
          },
        ]
      : [],
  );
  return [...decided, ...records.flatMap((one) => (one.what === 'unit' ? overdueComments(one) : []))];
}

/** On the day before the count: then they had not been answered, and it was too late. */
function overdueComments({ counted }: UnitTalk): Answerable[] {
  if (!counted) return [];
  const due = addDays(localDateOf(counted.acceptedAt), -1);
  return Array.from({ length: counted.overdue }, (_, n) => ({
    kind: 'comment',
    id: n.toString(16).padStart(64, '0'),
    notice: null,
    title: '',
    due,
    answered: null,
  }));
}

/** Requests for disclosure, of the township alone: days, and nothing of anybody's. One whose clock stands still is not due. */
export const requestAnswers = (cases: readonly Case[], today: LocalDate): Answerable[] =>
  cases.flatMap(({ id, clock, end }): Answerable[] => {
    const { due } = clockOf(clock, today);
    return due ? [{ kind: 'request', id, notice: null, title: '', due, answered: end?.on ?? null }] : [];
  });

/** What else counts, beside the board and the office's records. */
export type More = Partial<Pick<UnitRecords, 'answers' | 'falsified'>>;

/**
 * What a scorecard counts of a unit.
 * @param office the records of the unit's office; none for who may not read them.
 * @param more comments, requests and findings, as far as they may be read here.
 */
export function unitRecords(
  notices: readonly LightNotice[],
  office: readonly OfficeRecord[],
  { answers = [], falsified = [] }: More = {},
): UnitRecords {
  const objections = office.flatMap((one) => (one.what === 'objection' ? [one] : []));
  const scores = office.flatMap((one) => (one.what === 'score' ? [one] : []));
  return {
    notices,
    answers: [...objections.map(asAnswerable), ...answers],
    upheld: new Set(objections.flatMap(({ answer, notice }) => (answer?.upheld ? [notice] : []))),
    excused: new Set(scores.flatMap(({ answer, item }) => (answer?.upheld ? [item] : []))),
    falsified,
  };
}
