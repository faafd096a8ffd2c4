/** What is still wrong with a draft, field by field, in an order in which a person meets the fields. Pure. */
import { NOTICE_LIMITS, type NoticeContent } from '../../domain/notice/events.ts';
import type { DraftRow } from '../../store/device/db.ts';
import { hasFields } from './kind-state.ts';

export type DraftField = 'entry' | 'title' | 'officer' | 'text' | 'photos' | 'reason';

/** `over`: how many characters (UTF-16 units) or photos are too many. */
export type DraftProblem =
  { field: DraftField; problem: 'missing' } | { field: DraftField; problem: 'too-long'; over: number };

/** Characters of all sections together: this sum has the limit. */
export const textLength = (content: Pick<NoticeContent, 'sections'>): number =>
  content.sections.reduce((sum, section) => sum + section.text.length, 0);

const hasFiles = ({ photos, attachments }: NoticeContent): boolean => photos.length + attachments.length > 0;

function lengthProblem(field: DraftField, length: number, limit: number): DraftProblem[] {
  return length > limit ? [{ field, problem: 'too-long', over: length - limit }] : [];
}

function lineProblem(field: DraftField, value: string, limit: number): DraftProblem[] {
  return value.trim() === '' ? [{ field, problem: 'missing' }] : lengthProblem(field, value.length, limit);
}

function textProblem(content: NoticeContent): DraftProblem[] {
  const empty = content.sections.every(({ heading, text }) => `${heading}${text}`.trim() === '');
  if (empty && !hasFiles(content) && !hasFields(content.fields))
    return [{ field: 'text', problem: 'missing' }];
  const longHeading = content.sections.find(({ heading }) => heading.length > NOTICE_LIMITS.title);
  if (longHeading) return lengthProblem('text', longHeading.heading.length, NOTICE_LIMITS.title);
  return lengthProblem('text', textLength(content), NOTICE_LIMITS.text);
}

/** Every problem that keeps a draft from being published; none: it can go. */
export function draftProblems(draft: Pick<DraftRow, 'content' | 'change' | 'reason'>): DraftProblem[] {
  const { content } = draft;
  const longCaption = content.photos.find(({ caption }) => caption.length > NOTICE_LIMITS.caption);
  return [
    ...(draft.change ? lineProblem('reason', draft.reason, NOTICE_LIMITS.reason) : []),
    ...(content.entry.id === '' ? [{ field: 'entry', problem: 'missing' } as const] : []),
    ...lineProblem('title', content.title, NOTICE_LIMITS.title),
    ...lineProblem('officer', content.officer, NOTICE_LIMITS.officer),
    ...textProblem(content),
    ...lengthProblem('photos', content.photos.length, NOTICE_LIMITS.photos),
    ...(longCaption ? lengthProblem('photos', longCaption.caption.length, NOTICE_LIMITS.caption) : []),
  ];
}

/** Whether anything worth keeping was written. */
export const isBlank = ({ content, reason }: Pick<DraftRow, 'content' | 'reason'>): boolean =>
  content.title.trim() === '' &&
  !hasFiles(content) &&
  !hasFields(content.fields) &&
  reason.trim() === '' &&
  content.sections.every(({ heading, text }) => `${heading}${text}`.trim() === '');
