/** A board, a notice and the registry as they were on a day in the past, from the log that this device holds. */
import type { LightNotice } from '../../domain/board/board.ts';
import type { DomainEvent } from '../../domain/event.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { boardAsOf, daysOf, noticeAsOf, registryAsOf } from '../../domain/timeline/as-of.ts';
import { type LocalDate, localDateOf } from '../../domain/time.ts';
import { eventId, parseHeader } from '../../log/event.ts';
import { parseLeaf } from '../../log/leaf.ts';
import { SEGMENT_SIZE } from '../../log/segment.ts';
import { publicStream, registryOf, type TownshipId } from '../../log/stream.ts';
import { pinnedTownship } from '../../store/device/meta.ts';
import type { Core } from './core.ts';
import { domainEvent } from './fold.ts';
import { historyOf } from './history.ts';
import type { Ports } from './ports.ts';

export interface DayInThePast {
  /** The board at the end of that day, in log order, withdrawn notices among it. */
  board: LightNotice[];
  /** Units, people and catalogue at the end of that day. */
  registry: Registry;
  /** Days on which something happened on this board, in order: from the first to the last that this device holds. */
  days: LocalDate[];
}

export interface AsOfCommands {
  /** Null: nothing of this board is on this device. */
  boardAsOf(unit: string, day: LocalDate): Promise<DayInThePast | null>;
  /** A notice at the end of a day. Null: it is not here, or was not there yet. */
  noticeAsOf(unit: string, notice: string, day: LocalDate): Promise<Notice | null>;
}

/** What a stream held at the end of a day, and the days of all its events. Signatures were checked when they came. */
async function read(
  { log, pause }: Ports,
  stream: string,
  day: LocalDate,
): Promise<{ events: DomainEvent[]; days: LocalDate[] } | null> {
  const size = (await log.head(stream))?.size ?? 0;
  if (size === 0) return null;
  const events: DomainEvent[] = [];
  const at: string[] = [];
  for (let from = 0; from < size; from += SEGMENT_SIZE) {
    const { leaves, bodies } = await log.readRun(stream, from, Math.min(size, from + SEGMENT_SIZE));
    leaves.forEach((line, i) => {
      const leaf = parseLeaf(line);
      if (!leaf) return;
      const { acceptedAt, header: headerText } = leaf;
      at.push(acceptedAt);
      if (localDateOf(acceptedAt) > day) return;
      const parsed = parseHeader(headerText);
      const header = parsed.ok ? parsed.header : null;
      const id = eventId(headerText);
      events.push(domainEvent({ id, acceptedAt, headerText, header, body: bodies[i] ?? null }, from + i));
    });
    await pause();
  }
  return { events, days: daysOf(at) };
}

export const asOfCommands = ({ ports }: Core): AsOfCommands => {
  const township = async (): Promise<TownshipId | null> =>
    ((await pinnedTownship(ports.db))?.id as TownshipId | undefined) ?? null;
  return {
    boardAsOf: async (unit, day) => {
      const own = await township();
      const board = own && (await read(ports, publicStream(own, unit), day));
      if (!own || !board) return null;
      const registry = await read(ports, registryOf(own), day);
      return {
        board: boardAsOf(board.events, day),
        registry: registryAsOf(registry?.events ?? [], day),
        days: board.days,
      };
    },
    noticeAsOf: async (unit, notice, day) => {
      const own = await township();
      const history = own && (await historyOf(ports, publicStream(own, unit), notice));
      return history ? noticeAsOf(history.events, day) : null;
    },
  };
};
