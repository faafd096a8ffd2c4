/** From verified events to the views that screens read: pages of a board, the registry. Pure, but for what it looks up. */
import { applyToBoard, changedNotice, type Page, pageOf } from '../../domain/board/board.ts';
import { evolveRunning, type Running } from '../../domain/board/running.ts';
import { type DomainEvent } from '../../domain/event.ts';
import { parseContent } from '../../domain/event-types.ts';
import { isNoticeEvent, type NoticeEvent } from '../../domain/notice/notice.ts';
import { evolveRegistry, type Registry } from '../../domain/registry/registry.ts';
import { isTalkEvent } from '../../domain/talk/events.ts';
import type { PulledEvent } from './verify.ts';

/** Views are made again from the raw events when this grows: event types or rules have changed. */
export const FOLD_VERSION = 6;

/** The content of a body, if this version knows the type and the content fits it; else null. */
export function contentOf(type: string, body: string | null): unknown {
  if (body === null) return null;
  try {
    const { salt: _salt, ...content } = JSON.parse(body) as Record<string, unknown>;
    const parsed = parseContent(type, content);
    return parsed.status === 'known' ? parsed.content : null;
  } catch {
    return null;
  }
}

/** What the folds of the domain see of a pulled event. */
export const domainEvent = (event: PulledEvent, number: number): DomainEvent => ({
  id: event.id,
  number,
  type: event.header?.type ?? '',
  author: event.header?.author ?? '',
  at: event.header?.at ?? '',
  acceptedAt: event.acceptedAt,
  content: event.header ? contentOf(event.header.type, event.body) : null,
});

/** Where the board finds what a batch touches. */
export interface BoardLookup {
  page: (page: number) => Promise<Page | null>;
  /** Place of an event in this stream by its id. */
  find: (id: string) => Promise<number | null>;
  /** What is shown whatever its age, as held so far. */
  running: () => Promise<Running[]>;
}

export interface FoldedBoard {
  pages: Page[];
  /** Events that could not be used. */
  setAside: number;
  running: Running[];
}

/** The registry after more events. */
export const foldRegistry = (state: Registry, events: DomainEvent[]): Registry =>
  events.reduce(evolveRegistry, state);

/** What of a board changes with these events. */
export async function foldBoard(events: DomainEvent[], lookup: BoardLookup): Promise<FoldedBoard> {
  const notices = events.filter(
    (event): event is NoticeEvent => isNoticeEvent(event) && event.content !== null,
  );
  const numbers = new Map(events.map((event) => [event.id, event.number]));
  for (const event of notices) {
    const target = changedNotice(event);
    if (target === null || numbers.has(target)) continue;
    const number = await lookup.find(target);
    if (number !== null) numbers.set(target, number);
  }
  const touched = notices.flatMap((event) => {
    const target = changedNotice(event);
    const number = target === null ? event.number : numbers.get(target);
    return number === undefined ? [] : [pageOf(number)];
  });
  const pages = new Map<number, Page>();
  for (const page of new Set(touched)) {
    const held = await lookup.page(page);
    if (held) pages.set(page, held);
  }
  const { changed, setAside } = applyToBoard(pages, notices, (id) => numbers.get(id));
  const at = events[events.length - 1]?.acceptedAt ?? '';
  const folded = [...changed.values()];
  const running = evolveRunning(await lookup.running(), folded, at);
  // Folded elsewhere (record-fold.ts), or into nothing.
  const isKnown = (event: DomainEvent): boolean => isTalkEvent(event) || event.type === 'display.reported';
  const known = events.filter((event) => isKnown(event) && event.content !== null);
  return { pages: folded, setAside: setAside + events.length - notices.length - known.length, running };
}
