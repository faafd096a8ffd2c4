/** A notice as this device knows it: its events in the log held here, and those that still wait in the outbox. */
import { type LightNotice, pageOf } from '../../domain/board/board.ts';
import { foldNotice, type Notice, type NoticeEvent } from '../../domain/notice/notice.ts';
import { checkSignature, eventId, type FileRef, parseBody, parseHeader } from '../../log/event.ts';
import { parseLeaf } from '../../log/leaf.ts';
import { publicStream } from '../../log/stream.ts';
import { pinnedTownship } from '../../store/device/meta.ts';
import type { OutboxRow } from '../../store/device/db.ts';
import type { NoticeDetails } from './device.ts';
import { contentOf } from './fold.ts';
import type { Ports } from './ports.ts';

/** The notice in the list, found by its id without reading the board. Null: not in the log held here. */
export async function lightNotice(
  { db, log }: Ports,
  stream: string,
  notice: string,
): Promise<LightNotice | null> {
  const number = await log.findIn(stream, notice);
  const page = number === null ? undefined : await db.pages.get([stream, pageOf(number)]);
  return page?.notices.find((one) => one.id === notice) ?? null;
}

interface ReadEvent {
  event: NoticeEvent | null;
  files: FileRef[];
  /** Whether signature and body are what they should be. An erased body is not a fault. */
  ok: boolean;
}

const UNREADABLE: ReadEvent = { event: null, files: [], ok: false };

/** Reads one event from the log, and checks its signature and its body. */
async function readEvent({ log }: Ports, stream: string, number: number): Promise<ReadEvent> {
  const { leaves, bodies } = await log.readRun(stream, number, number + 1);
  const leaf = parseLeaf(leaves[0] ?? '');
  const parsed = leaf && parseHeader(leaf.header);
  if (!leaf || !parsed?.ok) return UNREADABLE;
  const { header } = parsed;
  const body = bodies[0] ?? null;
  const ok = (await checkSignature(leaf)) && (body === null || parseBody(body, header).ok);
  const content = contentOf(header.type, body);
  const { type, author, at, files } = header;
  const { acceptedAt } = leaf;
  const event = content && { id: eventId(leaf.header), number, type, author, at, acceptedAt, content };
  return { event: event as NoticeEvent | null, files, ok };
}

export interface NoticeHistory {
  events: NoticeEvent[];
  /** Attachments of all its events. */
  files: FileRef[];
  number: number;
  ok: boolean;
}

/** The events of a notice from the log held here, checked now. Null: not here. */
export async function historyOf(ports: Ports, stream: string, notice: string): Promise<NoticeHistory | null> {
  const light = await lightNotice(ports, stream, notice);
  if (!light) return null;
  const read = await Promise.all(light.history.map((number) => readEvent(ports, stream, number)));
  return {
    events: read.flatMap(({ event }) => event ?? []),
    files: read.flatMap(({ files }) => files),
    number: light.history[0],
    ok: read.every(({ ok }) => ok),
  };
}

async function streamOf({ db }: Ports, unit: string): Promise<string | null> {
  const pinned = await pinnedTownship(db);
  return pinned && publicStream(pinned.id as Parameters<typeof publicStream>[0], unit);
}

/** A notice with its history, checked now. Null: not here. */
export async function details(ports: Ports, unit: string, notice: string): Promise<NoticeDetails | null> {
  const stream = await streamOf(ports, unit);
  const history = stream && (await historyOf(ports, stream, notice));
  const folded = history && foldNotice(history.events);
  if (!history || !folded) return null;
  return { notice: folded, proof: history.ok ? 'checked' : 'failed', number: history.number };
}

/** After everything in the log: that is where waiting events will stand. */
const NOT_YET = Number.MAX_SAFE_INTEGER;

function waitingEvent(row: OutboxRow): NoticeEvent | null {
  const parsed = parseHeader(row.header);
  const content = contentOf(row.type, row.body);
  if (!parsed.ok || content === null) return null;
  const { type, author, at } = parsed.header;
  return { id: row.id, number: NOT_YET, type, author, at, acceptedAt: row.savedAt, content } as NoticeEvent;
}

/**
 * The notice as its author sees it: with the changes that still wait on this device, so that one which was written here
 * and has not gone yet can be corrected too.
 */
export async function ownView(
  ports: Ports,
  unit: string,
  notice: string,
): Promise<{ notice: Notice; files: FileRef[] } | null> {
  const stream = await streamOf(ports, unit);
  if (!stream) return null;
  const history = await historyOf(ports, stream, notice);
  const rows = await ports.db.outbox.where('notice').equals(notice).sortBy('seq');
  const waiting = rows.filter((row) => row.stream === stream && row.phase === 'waiting');
  const events = [...(history?.events ?? []), ...waiting.flatMap((row) => waitingEvent(row) ?? [])];
  const folded = foldNotice(events);
  if (!folded) return null;
  const files = waiting.flatMap((row) => {
    const parsed = parseHeader(row.header);
    return parsed.ok ? parsed.header.files : [];
  });
  return { notice: folded, files: [...(history?.files ?? []), ...files] };
}
