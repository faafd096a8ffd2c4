/** Reads what a notice says now from the log on this device. What is there was checked when it came. */
import type { LightNotice } from '../../../domain/board/board.ts';
import type { NoticeContent } from '../../../domain/notice/events.ts';
import { parseLeaf } from '../../../log/leaf.ts';
import { SEGMENT_SIZE } from '../../../log/segment.ts';
import type { DeviceLogStore } from '../device-log-store.ts';

export interface HeldEvent {
  type: string;
  /** Null: erased, or not to be read. */
  content: Record<string, unknown> | null;
}

/** An event of the log as it lies there. */
export function heldEvent(leafLine: string, body: string | null): HeldEvent {
  try {
    const leaf = parseLeaf(leafLine);
    const { type } = JSON.parse(leaf?.header ?? '{}') as { type?: unknown };
    const content = body === null ? null : (JSON.parse(body) as Record<string, unknown>);
    return { type: typeof type === 'string' ? type : '', content };
  } catch {
    return { type: '', content: null };
  }
}

const REVISIONS = new Set(['notice.published', 'notice.corrected']);

/** Where events are read from; a run at hand, or the store. */
export type ReadEvent = (number: number) => Promise<HeldEvent | null>;

/** Reads from a stream, a segment at a time: neighbours are mostly asked for one after another. */
export function readFrom(log: DeviceLogStore, stream: string): ReadEvent {
  let start = -1;
  let run: Awaited<ReturnType<DeviceLogStore['readRun']>> = { leaves: [], bodies: [] };
  return async (number) => {
    const from = number - (number % SEGMENT_SIZE);
    if (from !== start || number - from >= run.leaves.length) {
      run = await log.readRun(stream, from, from + SEGMENT_SIZE);
      start = from;
    }
    const leaf = run.leaves[number - from];
    return leaf === undefined ? null : heldEvent(leaf, run.bodies[number - from] ?? null);
  };
}

/**
 * The content that residents see of a notice; null when there is none: withdrawn or erased.
 * Events of a notice passed their schema before they came onto a page of the board.
 */
export async function currentContent(notice: LightNotice, read: ReadEvent): Promise<NoticeContent | null> {
  if (notice.withdrawn) return null;
  for (const number of [...notice.history].reverse()) {
    const event = await read(number);
    if (event && REVISIONS.has(event.type)) return event.content as NoticeContent | null;
  }
  return null;
}
