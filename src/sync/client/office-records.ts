/** Records of a unit's office and of inspections, that are more than notices: signed and put in the outbox, so that they work offline. */
import type { ContentOf } from '../../domain/event-types.ts';
import { type InspectionType, isInspectionEvent } from '../../domain/inspection/events.ts';
import type { FileRef } from '../../log/event.ts';
import { inspectionStream, officeStream } from '../../log/stream.ts';
import type { Core } from './core.ts';
import type { Outcome, SaveFault } from './device.ts';
import { done, saved } from './outcome.ts';
import { put } from './publishing.ts';

/** Types of such records. */
export type OfficeRecordType =
  'score.objected' | 'score.answered' | 'report.figures-typed' | 'lesson.finished' | InspectionType;

export interface OfficeRecordCommands {
  /**
   * Signs a record of a unit's office, or of its inspection. Photos that it names were kept on this device (`keepPhoto`).
   * @param title for the list of what is on its way.
   */
  record<Type extends OfficeRecordType>(
    unit: string,
    type: Type,
    content: ContentOf<Type>,
    title: string,
  ): Promise<Outcome<{ id: string }, SaveFault>>;
}

/** Photos that a record names and that were taken on this device. */
async function photosOf({ ports }: Core, content: object): Promise<FileRef[]> {
  const { photos = [] } = content as { photos?: { hash: string }[] };
  const rows = await Promise.all(photos.map(({ hash }) => ports.blobs.row(hash)));
  return rows.flatMap((row) => (row ? [{ hash: row.hash, bytes: row.bytes.size, type: row.type }] : []));
}

export const toOffice = <Type extends OfficeRecordType>(
  core: Core,
  unit: string,
  type: Type,
  content: ContentOf<Type>,
  title: string,
): Promise<Outcome<{ id: string }, SaveFault>> =>
  saved(async () => {
    const files = await photosOf(core, content);
    const row = await put(core, {
      files,
      toSend: files,
      stream: (township) =>
        isInspectionEvent(type) ? inspectionStream(township, unit) : officeStream(township, unit),
      type,
      content,
      title,
      // About no notice: there is none to be opened from the list.
      notice: '',
    });
    return row.ok ? done({ id: row.value.id }) : row;
  });

export const officeRecordCommands = (core: Core): OfficeRecordCommands => ({
  record: (unit, type, content, title) => toOffice(core, unit, type, content, title),
});
