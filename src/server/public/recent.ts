/** Which notices changed last, for a whole board and for each entry of the catalogue: what feeds show. */
import type { ContentOf } from '../../domain/event-types.ts';
import type { NoticeEvent } from '../../domain/notice/notice.ts';

/** Places of publishing events, by entry, the one that changed last first. '' is the whole board. */
export type Recent = Record<string, number[]>;

/** Notices in a feed. */
export const FEED_LENGTH = 50;

const TELLING = new Set(['notice.published', 'notice.corrected', 'notice.withdrawn']);

/**
 * The lists after more events. An entry whose notice was moved to another entry by a correction keeps it in its list:
 * whoever reads the list asks each notice for its entry of today.
 */
export function evolveRecent(
  before: Recent,
  events: NoticeEvent[],
  placeOf: (event: NoticeEvent) => number | undefined,
): Recent {
  const next: Recent = { ...before };
  const entries = new Map<number, string[]>();
  for (const [entry, places] of Object.entries(before)) {
    for (const place of entry === '' ? [] : places)
      entries.set(place, [...(entries.get(place) ?? []), entry]);
  }
  for (const event of events) {
    const place = placeOf(event);
    if (place === undefined || !TELLING.has(event.type)) continue;
    const { entry: own, broughtIn } = event.content as Partial<ContentOf<'notice.published'>>;
    // Old records that are brought in are no news.
    if (broughtIn) continue;
    const named = own?.id;
    const lists = new Set(['', ...(entries.get(place) ?? []), ...(named === undefined ? [] : [named])]);
    entries.set(
      place,
      [...lists].filter((entry) => entry !== ''),
    );
    for (const entry of lists) {
      const others = (Object.hasOwn(next, entry) ? (next[entry] ?? []) : []).filter((one) => one !== place);
      next[entry] = [place, ...others].slice(0, FEED_LENGTH);
    }
  }
  return next;
}
