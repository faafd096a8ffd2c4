/** From what is held of a unit to what its scorecard counts. Pure: the same on every device and on the server. */
import type { LightNotice } from '../board/board.ts';
import type { Objection, OfficeRecord } from '../review/queue.ts';
import { answerDue } from '../talk/term.ts';
import { localDateOf } from '../time.ts';
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
 * What a scorecard counts of a unit. Requests and comments are not among it: their days of arrival are not known on all devices.
 * @param office the records of the unit's office; none for who may not read them.
 */
export function unitRecords(notices: readonly LightNotice[], office: readonly OfficeRecord[]): UnitRecords {
  const objections = office.flatMap((one) => (one.what === 'objection' ? [one] : []));
  const scores = office.flatMap((one) => (one.what === 'score' ? [one] : []));
  return {
    notices,
    answers: objections.map(asAnswerable),
    upheld: new Set(objections.flatMap(({ answer, notice }) => (answer?.upheld ? [notice] : []))),
    excused: new Set(scores.flatMap(({ answer, item }) => (answer?.upheld ? [item] : []))),
    falsified: [],
  };
}
