/** Records of a unit's office that are more than notices: signed and put in the outbox, so that they work offline. */
import type { ContentOf } from '../../domain/event-types.ts';
import { officeStream } from '../../log/stream.ts';
import type { Core } from './core.ts';
import type { Outcome, SaveFault } from './device.ts';
import { done, saved } from './outcome.ts';
import { put } from './publishing.ts';

/** Types of such records. */
export type OfficeRecordType =
  'score.objected' | 'score.answered' | 'report.figures-typed' | 'lesson.finished';

export interface OfficeRecordCommands {
  /**
   * Signs a record of a unit's office.
   * @param title for the list of what is on its way.
   */
  record<Type extends OfficeRecordType>(
    unit: string,
    type: Type,
    content: ContentOf<Type>,
    title: string,
  ): Promise<Outcome<{ id: string }, SaveFault>>;
}

export const toOffice = <Type extends OfficeRecordType>(
  core: Core,
  unit: string,
  type: Type,
  content: ContentOf<Type>,
  title: string,
): Promise<Outcome<{ id: string }, SaveFault>> =>
  saved(async () => {
    const row = await put(core, {
      files: [],
      toSend: [],
      stream: (township) => officeStream(township, unit),
      type,
      content,
      title,
      notice: null,
    });
    return row.ok ? done({ id: row.value.id }) : row;
  });

export const officeRecordCommands = (core: Core): OfficeRecordCommands => ({
  record: (unit, type, content, title) => toOffice(core, unit, type, content, title),
});
