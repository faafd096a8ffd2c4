/**
 * The server's live stream of small news: 'heads' (a stream has grown), 'contacts' (another device holds other sizes).
 * News only wake the engine; nothing in them is data. Read by fetch and not by EventSource, which hides the heartbeats by
 * which a dead connection is told from a quiet one.
 */
import * as z from 'zod/mini';
import { LIVE_DEAD_MS } from '../protocol.ts';
import type { Ports } from './ports.ts';

const heads = z.record(z.string(), z.int());
const contacts = z.object({ units: z.array(z.string()) });

export type News = { kind: 'heads'; sizes: Record<string, number> } | { kind: 'contacts'; units: string[] };

/** The longest event that is read, characters. */
const MAX_EVENT = 1 << 20;

/** An event of the stream as news; null: not of ours. */
export function newsOf(block: string): News | null {
  const fields = block.split('\n').map((line) => /^(event|data): ?(.*)$/.exec(line));
  const field = (name: string): string => fields.find((one) => one?.[1] === name)?.[2] ?? '';
  try {
    const data: unknown = JSON.parse(field('data') || 'null');
    if (field('event') === 'heads') return { kind: 'heads', sizes: z.parse(heads, data) };
    if (field('event') === 'contacts') return { kind: 'contacts', units: z.parse(contacts, data).units };
  } catch {
    // Not ours: a later version's, or not the server's at all.
  }
  return null;
}

export interface LiveHandlers {
  /** It is connected, and the server speaks. */
  onOpen(): void;
  onNews(news: News): void;
  /** It ended, or nothing was heard for `LIVE_DEAD_MS`. */
  onDead(): void;
}

type LivePorts = Pick<Ports, 'fetch' | 'origin' | 'timers'>;

async function readNews(response: Response, heard: () => void, onNews: (news: News) => void): Promise<void> {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  for (let rest = ''; ;) {
    const { done, value } = await reader.read();
    if (done) return;
    heard();
    rest = (rest + decoder.decode(value, { stream: true })).replace(/\r\n?/g, '\n');
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    if (rest.length > MAX_EVENT) return;
    for (const block of blocks) {
      const news = newsOf(block);
      if (news) onNews(news);
    }
  }
}

/** Opens the live stream once; the result closes it, and then nothing more is called. */
export function openLive({ fetch, origin, timers }: LivePorts, handlers: LiveHandlers): () => void {
  const aborter = new AbortController();
  let over = false;
  let cancel = (): void => {};
  const end = (): void => {
    cancel();
    aborter.abort();
    if (!over) handlers.onDead();
    over = true;
  };
  const heard = (): void => {
    cancel();
    if (!over) cancel = timers.after(LIVE_DEAD_MS, end);
  };
  const run = async (): Promise<void> => {
    heard();
    const headers = { accept: 'text/event-stream' };
    const response = await fetch(`${origin}/api/live`, {
      headers,
      signal: aborter.signal,
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
    });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    if (!response.ok || !isStream || !response.body) return;
    handlers.onOpen();
    await readNews(response, heard, (news) => over || handlers.onNews(news));
  };
  run().then(end, end);
  return () => {
    over = true;
    end();
  };
}
