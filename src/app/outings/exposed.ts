/** Personal data that somebody has typed into a text that goes out, and that the published notice does not show. Pure. */
import type { NoticeContent } from '../../domain/notice/events.ts';
import { findPersonalData } from '../../domain/personal-data/find.ts';

/** As they were typed, each once. */
export function exposedIn(text: string, notice: NoticeContent): string[] {
  const published = JSON.stringify(notice);
  const typed = findPersonalData(text).map(({ original }) => original);
  return [...new Set(typed)].filter((one) => !published.includes(one));
}
