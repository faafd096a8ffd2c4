import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nextMidnight, Sender } from '../../../../src/server/messages/sender.ts';
import type { MessageCounts, MessageState } from '../../../../src/store/message-store.ts';
import { SqliteMessageStore } from '../../../../src/store/sqlite/message-store.ts';
import { HOUR, NOW, numberOf, orderNo, people, silent, ToldGateway } from './samples.ts';

describe('the queue of text messages', () => {
  let folder: string;
  let store: SqliteMessageStore;
  let gateway: ToldGateway;
  let sender: Sender;
  let clock: number;
  let limit: number;
  let dryRun: boolean;

  const begin = (): void => {
    const settings = { dryRun, dailyLimit: limit, perSecond: 10, expireAfter: 48 * HOUR };
    sender = new Sender({ store, gateway, settings, now: () => clock, log: silent });
  };
  /** SIGKILL, and the server again: nothing but the file is left. */
  const restart = (): void => {
    store.close();
    store = SqliteMessageStore.open(join(folder, 'log.db'));
    store.giveUpSending(clock);
    begin();
  };
  const order = (n: number, part: Parameters<typeof orderNo>[1] = {}): void =>
    store.take(orderNo(n).stream, n, [{ order: orderNo(n, part), problem: null }]);
  const countsOf = (n: number): Partial<MessageCounts> => {
    const counts = store.orders({ latest: 9 }).find(({ id }) => id === orderNo(n).id)?.counts;
    return Object.fromEntries(Object.entries(counts ?? {}).filter(([, count]) => count > 0)) as Record<
      MessageState,
      number
    >;
  };
  /** Steps until nothing is due, as the timer would; at most this long by the clock. */
  const run = async (within = 0): Promise<void> => {
    const end = clock + within;
    for (let next = await sender.step(); next !== null; next = await sender.step()) {
      if (next > end) break;
      clock = Math.max(clock, next);
    }
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongkailan-queue-'));
    store = SqliteMessageStore.open(join(folder, 'log.db'));
    gateway = new ToldGateway();
    clock = NOW;
    limit = 1_000;
    dryRun = false;
    store.setGroup({ id: 'g1', unit: 'v1', name: '一村村民' });
    store.setGroup({ id: 'g2', unit: null, name: '全乡' });
    store.addReceivers('g1', people(3), 'add');
    store.addReceivers('g2', people(4, 2), 'add');
    begin();
  });
  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('sends an order once to each receiver, those in two groups once too', async () => {
    order(1, { groups: ['g1', 'g2'] });
    order(1, { groups: ['g1', 'g2'] });
    await run();
    expect(gateway.came.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5].map(numberOf));
    expect(countsOf(1)).toEqual({ sent: 5 });
  });

  it('sends no more in a second than the gateway may be given', async () => {
    store.addReceivers('g1', people(25), 'replace');
    order(1);
    expect(await sender.step()).toBe(NOW + 1_000);
    expect(gateway.came).toHaveLength(10);
    await run(HOUR);
    expect(gateway.came).toHaveLength(25);
  });

  it('never sends the same version of a notice twice to somebody, by another order either', async () => {
    order(1);
    await run();
    order(2, { groups: ['g2'] });
    await run(HOUR);
    expect(gateway.came).toHaveLength(5);
    expect(store.orders({ latest: 1 })).toHaveLength(1);
    expect(store.orders({ notice: orderNo(1).notice }).map(({ repeated }) => repeated)).toEqual([0, 2]);
    order(3, { revision: 'b'.repeat(64) });
    await run(HOUR);
    expect(gateway.came).toHaveLength(8);
  });

  it('goes on after the server was killed, and gives nothing to the gateway a second time', async () => {
    order(1);
    store.claim({ now: clock, day: '2026-11-24' }, 2, limit);
    restart();
    expect(countsOf(1)).toEqual({ unsure: 2, waiting: 1 });
    await run();
    expect(gateway.came.map(({ number }) => number)).toEqual([numberOf(3)]);
    expect(countsOf(1)).toEqual({ unsure: 2, sent: 1 });
  });

  it('sends the unsure ones again only when the office says so', async () => {
    gateway.answers = [{ status: 'unsure', problem: 'no-answer' }];
    order(1);
    await run();
    expect(countsOf(1)).toEqual({ unsure: 1, sent: 2 });
    expect(store.again(orderNo(1).id, clock)).toBe(1);
    await run(HOUR);
    expect(countsOf(1)).toEqual({ sent: 3 });
  });

  it('waits longer and longer while the gateway takes nothing, and loses nothing', async () => {
    const closed = { status: 'closed', fault: 'unreachable' } as const;
    gateway.answers = [closed, closed, closed, closed, closed, closed];
    order(1);
    expect(await sender.step()).toBe(NOW + 5_000);
    expect(sender.fault).toMatchObject({ code: 'unreachable' });
    clock += 5_000;
    expect(await sender.step()).toBe(NOW + 5_000 + 10_000);
    expect(countsOf(1)).toEqual({ waiting: 3 });
    expect(store.segmentsOn('2026-11-24')).toBe(0);
    await run(HOUR);
    expect(countsOf(1)).toEqual({ sent: 3 });
    expect(store.segmentsOn('2026-11-24')).toBe(3);
    expect(sender.fault).toBeNull();
  });

  it('tries one message again after a while, and lets the others pass', async () => {
    gateway.answers = [{ status: 'later', problem: 'not-taken' }];
    order(1);
    await run();
    expect(countsOf(1)).toEqual({ waiting: 1, sent: 2 });
    await run(HOUR);
    expect(countsOf(1)).toEqual({ sent: 3 });
  });

  it('keeps to the limit of a day, and goes on after midnight in Shanghai', async () => {
    limit = 2;
    begin();
    order(1);
    await run();
    expect(countsOf(1)).toEqual({ sent: 2, waiting: 1 });
    expect(await sender.step()).toBe(Date.parse('2026-11-24T16:00:00.000Z'));
    restart();
    await run(HOUR);
    expect(countsOf(1)).toEqual({ sent: 2, waiting: 1 });
    await run(24 * HOUR);
    expect(countsOf(1)).toEqual({ sent: 3 });
    expect(store.segmentsOn('2026-11-25')).toBe(1);
  });

  it('sends no more of an order that was a mistake', async () => {
    gateway.answers = [{ status: 'later', problem: 'not-taken' }];
    order(1);
    await run();
    store.take(orderNo(1).stream, 2, [{ cancelled: orderNo(1).id }]);
    await run(24 * HOUR);
    expect(countsOf(1)).toEqual({ sent: 2, expired: 1 });
    expect(gateway.came).toHaveLength(2);
  });

  it('sends nothing in a dry run, and nothing of it later', async () => {
    dryRun = true;
    begin();
    order(1);
    await run();
    expect(countsOf(1)).toEqual({ dry: 3 });
    dryRun = false;
    begin();
    await run(HOUR);
    expect(gateway.came).toHaveLength(0);
  });

  it('does not send what has waited too long to be news', async () => {
    gateway.answers = Array.from({ length: 3 }, () => ({ status: 'closed', fault: 'unreachable' }) as const);
    order(1);
    await sender.step();
    clock += 49 * HOUR;
    await run();
    expect(countsOf(1)).toEqual({ expired: 3 });
    expect(gateway.came).toHaveLength(0);
  });

  it('sends the parts that are missing, and not the whole again', async () => {
    gateway.answers = [
      { status: 'taken', id: 'x' },
      { status: 'closed', fault: 'throttled' },
    ];
    store.addReceivers('g1', people(1), 'replace');
    order(1, { text: '一条很长的短信', segments: 2 });
    await run(HOUR);
    expect(gateway.came.map(({ part, parts }) => [part, parts])).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(new Set(gateway.came.map(({ reference }) => reference)).size).toBe(1);
  });

  it('counts a message as delivered when all its parts are, whichever report comes first', async () => {
    store.addReceivers('g1', people(1), 'replace');
    store.receipt(['id-2'], 'delivered', clock);
    order(1, { text: '一条很长的短信', segments: 2 });
    await run();
    expect(countsOf(1)).toEqual({ sent: 1 });
    expect(store.receipt(['id-1'], 'delivered', clock)).toBe(true);
    expect(countsOf(1)).toEqual({ delivered: 1 });
  });

  it('counts a message as failed when one part is', async () => {
    store.addReceivers('g1', people(1), 'replace');
    order(1, { text: '一条很长的短信', segments: 2 });
    await run();
    store.receipt(['id-1'], 'delivered', clock);
    store.receipt(['id-2'], 'failed', clock);
    expect(countsOf(1)).toEqual({ failed: 1 });
  });

  it('forgets telephone numbers of what ended long ago', async () => {
    order(1);
    await run();
    store.forget(clock + 1);
    expect(store.again(orderNo(1).id, clock)).toBe(0);
    expect(countsOf(1)).toEqual({ sent: 3 });
  });

  it('begins a new day at midnight in Shanghai', () => {
    expect(nextMidnight(Date.parse('2026-11-24T15:59:59.999Z'))).toBe(Date.parse('2026-11-24T16:00:00.000Z'));
    expect(nextMidnight(Date.parse('2026-11-24T16:00:00.000Z'))).toBe(Date.parse('2026-11-25T16:00:00.000Z'));
  });
});
