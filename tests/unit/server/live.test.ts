import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Signer } from '../../../src/log/signature.ts';
import { LiveHub, type Listener } from '../../../src/server/live-hub.ts';
import { LIVE_HEARTBEAT_MS } from '../../../src/sync/protocol.ts';
import { codeOf, member, TestServer } from './harness.ts';

interface LiveEvent {
  event: string;
  data: unknown;
}

/** Listens as a device does; `next` waits for the next event of a name. */
async function listen(village: TestServer) {
  const aborter = new AbortController();
  const answer = await fetch(`${village.url}/api/live`, { signal: aborter.signal });
  const reader = answer.body!.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  const read = async (): Promise<LiveEvent | null> => {
    for (;;) {
      const end = rest.indexOf('\n\n');
      if (end >= 0) {
        const block = rest.slice(0, end);
        rest = rest.slice(end + 2);
        const [, event, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
        if (event && data) return { event, data: JSON.parse(data) as unknown };
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      rest += decoder.decode(value, { stream: true });
    }
  };
  const next = async (name: string): Promise<unknown> => {
    for (;;) {
      const one = await read();
      if (!one || one.event === name) return one?.data ?? null;
    }
  };
  return { answer, next, close: () => aborter.abort() };
}

describe('the live stream', () => {
  let village: TestServer;
  let cadre: Signer;
  let tablet: Signer;
  beforeEach(async () => {
    village = await (await new TestServer().start()).found();
    cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
    tablet = await village.device('tablet', 'tablet', 'v1', null);
  });
  afterEach(() => village.stop());

  it('says at once what there is, and then what has grown', async () => {
    const live = await listen(village);
    expect(live.answer.headers.get('content-type')).toContain('text/event-stream');
    expect(live.answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await live.next('heads')).toMatchObject({ [village.registry]: expect.any(Number) as number });
    await village.mustAccept(await village.publish(cadre, 'v1', '一'));
    // What had grown just before may be told once more.
    let grown = await live.next('heads');
    while (!Object.hasOwn(grown as object, village.public('v1'))) grown = await live.next('heads');
    expect(grown).toMatchObject({ [village.public('v1')]: 1 });
    live.close();
  });

  it('tells the phones that the tablet holds more, once', async () => {
    const live = await listen(village);
    await live.next('heads');
    await village.sync({ held: { [village.public('v1')]: 1 } }, tablet);
    expect(await live.next('contacts')).toEqual({ units: ['v1'] });
    // The same again is no news: what comes next is the other change.
    await village.sync({ held: { [village.public('v1')]: 1 } }, tablet);
    await village.sync({ held: { [village.public('township')]: 1 } }, village.office);
    expect(await live.next('contacts')).toEqual({ units: ['township'] });
    live.close();
  });

  it('ends when the server stops, which does not wait for it', async () => {
    const live = await listen(village);
    await live.next('heads');
    const ended = live.next('never');
    await village.server.close();
    expect(await ended).toBeNull();
    await village.start();
  });

  it('is not there before the setup', async () => {
    const empty = await new TestServer().start();
    const answer = await empty.call('GET', '/api/live');
    expect([answer.status, codeOf(answer)]).toEqual([404, 'not-set-up']);
    await empty.stop();
  });
});

describe('the hub behind it', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const listener = (waiting = 0): Listener & { texts: string[]; gone: boolean } => {
    const texts: string[] = [];
    return {
      texts,
      gone: false,
      writableLength: waiting,
      write: (text) => texts.push(text),
      end: () => undefined,
      destroy() {
        this.gone = true;
      },
    };
  };
  const stream = `${'a'.repeat(32)}/v1/public`;

  it('is heard from even when nothing happens', async () => {
    const hub = new LiveHub();
    const one = listener();
    await hub.add(one, async () => ({}));
    const before = one.texts.length;
    vi.advanceTimersByTime(3 * LIVE_HEARTBEAT_MS);
    expect(one.texts.slice(before)).toEqual(Array(3).fill(': still here\n\n'));
    hub.close();
  });

  it('gathers many changes of a moment in one message, and keeps office streams to itself', async () => {
    const hub = new LiveHub();
    const one = listener();
    await hub.add(one, async () => ({}));
    for (let size = 1; size <= 100; size++) hub.grown(stream, size);
    hub.grown(`${'a'.repeat(32)}/v1/office`, 4);
    hub.contacts('v1');
    hub.contacts('v1');
    vi.advanceTimersByTime(1_000);
    expect(one.texts.slice(2)).toEqual([
      `event: heads\ndata: {"${stream}":100}\n\nevent: contacts\ndata: {"units":["v1"]}\n\n`,
    ]);
    hub.close();
  });

  it('lets go of a listener that takes nothing any more, and of none else', async () => {
    const hub = new LiveHub();
    const [slow, quick] = [listener(1_000_000), listener()];
    for (const one of [slow, quick]) await hub.add(one, async () => ({}));
    hub.grown(stream, 1);
    vi.advanceTimersByTime(1_000);
    expect([slow.gone, quick.gone, quick.texts.length]).toEqual([true, false, 3]);
    hub.close();
  });
});
