import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LightNotice } from '../../../../src/domain/board/board.ts';
import { isQuiet } from '../../../../src/domain/due/quiet.ts';
import { reminderText, remindings, stageOf } from '../../../../src/domain/due/reminders.ts';
import { dueItems } from '../../../../src/domain/due/judge.ts';
import { measureMessage } from '../../../../src/domain/forms/text-message.ts';
import { Reminders } from '../../../../src/server/messages/reminders.ts';
import { Sender } from '../../../../src/server/messages/sender.ts';
import { SqliteMessageStore } from '../../../../src/store/sqlite/message-store.ts';
import { SqliteReminderStore } from '../../../../src/store/sqlite/reminder-store.ts';
import { myReminders, remindersResponse } from '../../../../src/sync/reminders-protocol.ts';
import { day, MONTHLY, QUARTERLY, registry, YEARLY } from '../../domain/due/sample.ts';
import { light } from '../../domain/score/sample.ts';
import { member, TestServer } from '../harness.ts';
import { HOUR, numberOf, ToldGateway } from './samples.ts';

const at = (local: string): number => Date.parse(`${local}+08:00`);
const clerk = {
  id: 'clerk',
  name: '马某',
  post: '村文书',
  unit: 'v1',
  role: 'cadre' as const,
  assigned: [],
};
const township = registry([{ ...MONTHLY, name: '收支账目' }], {
  name: '复兴乡',
  members: { clerk, other: { ...clerk, id: 'other', unit: 'v2' } },
});
const rules = { on: true, before: 3, after: 3 };
const october = light(MONTHLY, '2026-10', '2026-11-16');

describe('reminders by text message', () => {
  let folder: string;
  let messages: SqliteMessageStore;
  let store: SqliteReminderStore;
  let gateway: ToldGateway;
  let clock: number;
  let boards: Map<string, LightNotice[]>;
  let reminders: Reminders;
  let logged: string;

  const begin = (): void => {
    store = SqliteReminderStore.open(join(folder, 'log.db'));
    messages = SqliteMessageStore.open(join(folder, 'log.db'));
    const logger = pino(new Writable({ write: (chunk, _, done) => (void (logged += chunk), done()) }));
    reminders = new Reminders({
      store,
      now: () => clock,
      logger,
      isOn: () => true,
      boards: () => Promise.resolve({ registry: township, boards }),
      queued: () => undefined,
    });
  };
  const end = async (): Promise<void> => {
    await reminders.close();
    store.close();
    messages.close();
  };
  /** The texts that went to the gateway by this time. */
  const sent = async (local: string): Promise<string[]> => {
    clock = at(local);
    await reminders.look();
    const settings = { dryRun: false, dailyLimit: 99, perSecond: 10, expireAfter: 48 * HOUR };
    const log = pino({ level: 'silent' });
    await new Sender({ store: messages, gateway, settings, now: () => clock, log }).step();
    return gateway.came.map(({ number, text }) => `${number} ${text}`);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongkailan-reminders-'));
    gateway = new ToldGateway();
    boards = new Map([['v1', []]]);
    logged = '';
    begin();
    store.setRules(rules);
    store.setNumber('clerk', numberOf(1));
    store.setNumber('other', numberOf(2));
  });
  afterEach(async () => {
    await end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('go to who posts for the unit, three days before, on the day and three days after, once each', async () => {
    expect(await sent('2026-11-16T10:00')).toEqual([]);
    expect(await sent('2026-11-17T10:00')).toEqual([
      `${numberOf(1)} 【复兴乡】示范一村：“收支账目”（2026年10月）11月20日到期。请打开公开栏看“这周该办的”。`,
    ]);
    expect(await sent('2026-11-18T10:00')).toHaveLength(1);
    expect(await sent('2026-11-20T10:00')).toHaveLength(2);
    expect(await sent('2026-11-23T10:00')).toHaveLength(3);
    expect(await sent('2026-11-24T10:00')).toHaveLength(3);
  });

  it('are not sent again after a restart, nor when the boards are looked at again on the same day', async () => {
    await sent('2026-11-17T10:00');
    await end();
    begin();
    expect(await sent('2026-11-17T11:00')).toHaveLength(1);
    await reminders.changed();
    expect(await sent('2026-11-17T12:00')).toHaveLength(1);
  });

  it('are made up for when the server stood still on the day', async () => {
    expect(await sent('2026-11-18T10:00')).toHaveLength(1);
  });

  it('stop when it was published, and for who does not want them', async () => {
    boards = new Map([['v1', [october]]]);
    expect(await sent('2026-11-17T10:00')).toEqual([]);
    boards = new Map([['v1', []]]);
    store.setOff('clerk', true);
    await reminders.changed();
    expect(await sent('2026-11-18T10:00')).toEqual([]);
  });

  it('wait for the morning', async () => {
    expect(await sent('2026-11-17T21:00')).toEqual([]);
    expect(await sent('2026-11-18T07:59')).toEqual([]);
    expect(await sent('2026-11-18T08:00')).toHaveLength(1);
  });

  it('leave no name and no number in the log of the server, and none in the list of orders', async () => {
    await sent('2026-11-17T10:00');
    expect(logged).toContain('reminders were queued');
    for (const secret of [numberOf(1), '马某', 'clerk']) expect(logged).not.toContain(secret);
    expect(messages.orders({ latest: 9 })).toEqual([]);
    expect(store.since(at('2026-11-17T00:00'))).toBe(1);
  });
});

describe('what a reminder says', () => {
  it('is the most pressing thing, and how many others there are, in two messages at most', () => {
    const many = registry([MONTHLY, { ...QUARTERLY, name: '很'.repeat(60) }, YEARLY], { name: '复兴乡' });
    const window = { first: day('2026-01-01'), last: day('2026-12-31') };
    const today = day('2026-01-31');
    const items = dueItems(many, new Map([['v1', []]]), { window, today }).get('v1') ?? [];
    const due = remindings(items, today, { ...rules, before: 30 });
    const text = reminderText(many, due);
    expect(text).toContain('今天到期');
    expect(text).toContain(`另有${due.length - 1}项`);
    expect(measureMessage(text).segments.length).toBeLessThanOrEqual(2);
  });

  it('is nothing for what was told, and nothing for what has been late for long', () => {
    const item = { due: day('2026-11-20'), state: 'overdue' as const };
    expect(stageOf(item, day('2026-11-23'), rules)).toBe('after');
    expect(stageOf(item, day('2026-12-20'), rules)).toBeNull();
    expect(stageOf({ ...item, state: 'fulfilled-late' }, day('2026-11-23'), rules)).toBeNull();
  });

  it('knows the night by the clock of Shanghai', () => {
    expect([at('2026-11-20T07:59'), at('2026-11-20T21:00')].map(isQuiet)).toEqual([true, true]);
    expect([at('2026-11-20T08:00'), at('2026-11-20T20:59')].map(isQuiet)).toEqual([false, false]);
  });
});

describe('the settings of the reminders', () => {
  let server: TestServer;
  afterEach(() => server.stop());

  it('are the office’s alone; a cadre sees and refuses his own, and nobody is given a number', async () => {
    server = new TestServer();
    await (await server.start()).found();
    const cadre = await server.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
    const change = async (value: object, signer = server.office) =>
      (await server.post('/api/reminders', value, { signer })).status;
    expect(await change({ do: 'number', member: 'clerk', number: numberOf(1) }, cadre)).toBe(403);
    expect(await change({ do: 'number', member: 'nobody', number: numberOf(1) })).toBe(404);
    expect(await change({ do: 'number', member: 'clerk', number: '12345' })).toBe(400);
    expect(await change({ do: 'number', member: 'clerk', number: numberOf(1) })).toBe(200);
    expect(await change({ do: 'rules', rules })).toBe(200);
    const asked = await server.call('GET', '/api/reminders', { signer: server.office });
    expect(remindersResponse.parse(asked.json)).toEqual({
      mode: 'off',
      rules,
      people: [{ member: 'clerk', number: '138****0001', off: false }],
      today: 0,
    });
    const own = await server.call('GET', '/api/reminders/mine', { signer: cadre });
    // Nothing goes out of this server, so there is nothing to refuse.
    expect(myReminders.parse(own.json)).toEqual({ wanted: null });
    expect((await server.post('/api/reminders/mine', { wanted: false }, { signer: cadre })).status).toBe(200);
    const after = await server.call('GET', '/api/reminders', { signer: server.office });
    expect(remindersResponse.parse(after.json).people).toMatchObject([{ off: true }]);
  });
});
