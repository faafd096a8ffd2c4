/** A unit's objections to its scorecard and the office's answers: signed and put in the outbox, so that both work offline. */
import { recordKey, type ScoreObjection } from '../../domain/review/queue.ts';
import { officeStream, type TownshipId } from '../../log/stream.ts';
import type { Core } from './core.ts';
import type { Outcome, SaveFault } from './device.ts';
import { toOffice } from './office-records.ts';
import { failed } from './outcome.ts';
import { identityOf } from './status.ts';

export interface ScoreCommands {
  /** Says why an item of a scorecard should not count. @param title for the list of what is on its way. */
  objectToScore(
    unit: string,
    said: { item: string; reason: string; title: string },
  ): Promise<Outcome<{ id: string }, SaveFault>>;
  /** The office's answer; upheld: the item no longer counts. 'gone': it is not here, or is answered. */
  answerScore(
    unit: string,
    objection: string,
    said: { upheld: boolean; answer: string; title: string },
  ): Promise<Outcome<{ id: string }, SaveFault>>;
}

/** Whether the objection is here and waits for an answer. */
async function isOpen({ ports }: Core, unit: string, objection: string): Promise<boolean> {
  const identity = await identityOf(ports.db);
  if (!identity) return false;
  const stream = officeStream(identity.township as TownshipId, unit);
  const row = await ports.log.row(stream, recordKey('score', objection));
  return row !== undefined && row !== null && (row as ScoreObjection).answer === null;
}

export const scoreCommands = (core: Core): ScoreCommands => ({
  objectToScore: (unit, { item, reason, title }) =>
    toOffice(core, unit, 'score.objected', { item, reason: reason.trim() }, title),
  answerScore: async (unit, objection, { upheld, answer, title }) =>
    (await isOpen(core, unit, objection))
      ? toOffice(core, unit, 'score.answered', { objection, upheld, answer: answer.trim() }, title)
      : failed('gone'),
});
