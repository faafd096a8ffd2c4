/**
 * A board, a notice, a unit, the catalogue as they were at the end of a day in Asia/Shanghai: the same folds as today's, over
 * the events that the township had taken in by then. Pure.
 */
import { boardOf, type LightNotice } from '../board/board.ts';
import type { DomainEvent } from '../event.ts';
import { foldNotice, type Notice, type NoticeEvent } from '../notice/notice.ts';
import { EMPTY_REGISTRY, evolveRegistry, type Registry } from '../registry/registry.ts';
import { type LocalDate, localDateOf } from '../time.ts';

/** Whether an event had been taken in by the end of the day. */
const isBy =
  (day: LocalDate) =>
  ({ acceptedAt }: Pick<DomainEvent, 'acceptedAt'>): boolean =>
    localDateOf(acceptedAt) <= day;

/** The events that had been taken in by the end of a day. A log is in the order of its acceptance. */
export const eventsAsOf = <Event extends DomainEvent>(events: readonly Event[], day: LocalDate): Event[] =>
  events.filter(isBy(day));

/** The notice as it was; null: it was not yet there. @param events of this notice, in log order. */
export const noticeAsOf = (events: readonly NoticeEvent[], day: LocalDate): Notice | null =>
  foldNotice(eventsAsOf(events, day));

/** Everything that was on the board, in log order, withdrawn ones among it. @param events of the unit's public log. */
export const boardAsOf = (events: readonly DomainEvent[], day: LocalDate): LightNotice[] =>
  boardOf(eventsAsOf(events, day));

/** The registry as it was: units, people, places, catalogue. @param events of the registry's log. */
export const registryAsOf = (events: readonly DomainEvent[], day: LocalDate): Registry =>
  eventsAsOf(events, day).reduce(evolveRegistry, EMPTY_REGISTRY);

/** The days on which something happened, each once, in order. */
export const daysOf = (acceptedAt: readonly string[]): LocalDate[] => [
  ...new Set(acceptedAt.map(localDateOf)),
];
