/** The notices in an archive's log, folded from it alone: on the server, and again in a year's page itself. */
import { changedNotice } from '../../domain/board/board.ts';
import { type AfterClosing, afterClosing, changedOf } from '../../domain/closing/after.ts';
import { foldNotice, isNoticeEvent, type Notice, type NoticeEvent } from '../../domain/notice/notice.ts';
import { EMPTY_REGISTRY, evolveRegistry, type Registry } from '../../domain/registry/registry.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { domainEvent } from '../township/registry-row.ts';
import type { StreamAt } from './log-at.ts';

export interface ArchivedNotice {
  unit: string;
  unitName: string;
  /** Day on which the township took it in. */
  day: string;
  notice: Notice;
  /** It, or a change of it, came after the year that it tells of had been closed. */
  after: AfterClosing | null;
}

/** The registry at the end of the archive's log. */
export const registryAt = (streams: StreamAt[]): Registry =>
  streams
    .filter(({ parts }) => parts.kind === 'registry')
    .flatMap(({ entries }) => entries.map(domainEvent))
    .reduce(evolveRegistry, EMPTY_REGISTRY);

const byDay = (a: ArchivedNotice, b: ArchivedNotice): number =>
  a.day === b.day ? 0 : a.day < b.day ? -1 : 1;

/** A notice's events, by the notice. */
function byNotice(events: NoticeEvent[]): Map<string, NoticeEvent[]> {
  const groups = new Map<string, NoticeEvent[]>();
  for (const event of events) {
    const id = changedNotice(event) ?? event.id;
    groups.set(id, [...(groups.get(id) ?? []), event]);
  }
  return groups;
}

/** The notices taken in in a year, by day. */
export function noticesOf(streams: StreamAt[], registry: Registry, year: number): ArchivedNotice[] {
  const found: ArchivedNotice[] = [];
  for (const { parts, entries } of streams) {
    if (parts.kind !== 'public' || parts.unit === null) continue;
    const events = entries
      .map(domainEvent)
      .filter((event): event is NoticeEvent => isNoticeEvent(event) && event.content !== null);
    for (const group of byNotice(events).values()) {
      const notice = foldNotice(group);
      if (!notice) continue;
      const day = localDateOf(instantOf(Date.parse(notice.revisions[0].acceptedAt)));
      const unitName = registry.units[parts.unit]?.name ?? parts.unit;
      const after = afterClosing(registry.closings, changedOf(notice));
      if (day.startsWith(`${year}-`)) found.push({ unit: parts.unit, unitName, day, notice, after });
    }
  }
  return found.sort(byDay);
}

/** Name of a notice's page in the archive, without folder and ending. */
export const fileNameOf = ({ day, notice }: ArchivedNotice): string => `${day}-${notice.id.slice(0, 16)}`;
