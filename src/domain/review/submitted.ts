/** What was submitted and what is published, in one form: a reviewer publishes just what he was shown. */
import type { ContentOf } from '../event-types.ts';
import { contentOf } from '../notice/notice.ts';

type Published = ContentOf<'notice.published'> &
  Partial<Pick<ContentOf<'notice.corrected'>, 'notice' | 'base' | 'reason'>>;

const textOf = (
  content: ContentOf<'submission.made'>['notice'],
  change: ContentOf<'submission.made'>['change'],
): string => {
  const { urgent, publicity } = content;
  return JSON.stringify([contentOf(content), urgent, publicity, change]);
};

/** The submission as text, for comparing. */
export const submittedText = ({ notice, change }: ContentOf<'submission.made'>): string =>
  textOf(notice, change);

/** A published or corrected notice as text; equal to that of the submission which it publishes unchanged. */
export function publishedText(content: Published): string {
  const { notice, base, reason } = content;
  const change = notice && base && reason ? { notice, base, reason } : null;
  return textOf(content, change);
}
