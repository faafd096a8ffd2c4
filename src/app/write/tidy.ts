/** The draft as it is published: no blanks around single lines, no halves of characters. Nothing else is changed. */
import type { DraftRow } from '../../store/device/db.ts';

/** Half of a pair of code units (a character cut by some program) cannot be written as UTF-8. */
const whole = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
const line = (text: string): string => whole(text).trim();

export function tidy(draft: DraftRow): Pick<DraftRow, 'content' | 'reason'> {
  const { content } = draft;
  return {
    reason: line(draft.reason),
    content: {
      ...content,
      title: line(content.title),
      officer: line(content.officer),
      sections: content.sections.map(({ heading, text }) => ({ heading: line(heading), text: whole(text) })),
      photos: content.photos.map((photo) => ({ ...photo, caption: line(photo.caption) })),
    },
  };
}
