/** From the accepted event to the report of the receiver's network, on the whole server. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { measureMessage } from '../../../../src/domain/forms/text-message.ts';
import { eventId } from '../../../../src/log/event.ts';
import type { Signer } from '../../../../src/log/signature.ts';
import { messageSettings } from '../../../../src/server/messages/settings.ts';
import {
  type GroupChange,
  groupsResponse,
  progressResponse,
  receiversResponse,
  statusResponse,
} from '../../../../src/sync/messages-protocol.ts';
import { type HttpGatewayServer, startHttpGateway } from '../../../helpers/http-gateway.ts';
import { type SmppServer, startSmppServer } from '../../../helpers/smpp-server.ts';
import { codeOf, member, TestServer } from '../harness.ts';
import { httpEnv, numberOf, people, smppEnv, TEXT } from './samples.ts';

const LONG = `【单位 v1】${'低保名单公示七个工作日，有意见请到村委会说。'.repeat(5)}`;

describe('text messages by the server', () => {
  let village: TestServer;
  let smsc: SmppServer;
  let provider: HttpGatewayServer;
  let cadre: Signer;
  let notice: string;
  let logged = '';

  const change = async (value: GroupChange): Promise<void> => {
    const answer = await village.post('/api/messages/groups', value, { signer: village.office });
    expect([answer.status, answer.body.toString()]).toEqual([200, '{"ok":true}']);
  };
  const begin = async (env: Record<string, string> | null): Promise<void> => {
    const logger = pino(new Writable({ write: (chunk, _, done) => (void (logged += chunk), done()) }));
    village = new TestServer({ messages: env && messageSettings(env), logger });
    await (await village.start()).found();
    cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
    const published = await village.publish(cadre, 'v1', '低保名单');
    notice = eventId(published.header);
    await village.mustAccept(published);
    await change({ do: 'set', id: 'g1', unit: 'v1', name: '一村' });
    await change({ do: 'add', id: 'g1', receivers: people(3) });
    await change({ do: 'set', id: 'g2', unit: 'v2', name: '二村' });
    await change({ do: 'add', id: 'g2', receivers: people(1, 9) });
  };
  const order = async (text: string, groups = ['g1'], signer = cadre): Promise<string> => {
    const content = {
      notice,
      revision: notice,
      form: 'message',
      place: null,
      at: '2026-11-24T10:00:00.000+08:00',
      photo: null,
      position: null,
      count: 3,
      segments: measureMessage(text).segments.length,
      note: text,
      groups,
    };
    const event = await village.sign(signer, village.public('v1'), 'outing.made', content);
    const { results } = await village.sync({ events: [event] }, signer);
    expect(results).toMatchObject([{ status: 'accepted' }]);
    await village.sync({ events: [event] }, signer);
    return eventId(event.header);
  };
  const progress = async () => {
    const answer = await village.call('GET', `/api/messages/progress/${notice}`, { signer: cadre });
    return progressResponse.parse(answer.json);
  };
  const status = async () =>
    statusResponse.parse(
      (await village.call('GET', '/api/messages/status', { signer: village.office })).json,
    );

  beforeEach(async () => {
    logged = '';
    smsc = await startSmppServer();
    provider = await startHttpGateway();
  });
  afterEach(async () => {
    await village.stop();
    await smsc.close();
    await provider.close();
  });

  it('go out by SMPP once for an accepted order, and come back as delivered', async () => {
    await begin(smppEnv(smsc.port));
    const id = await order(LONG);
    const parts = measureMessage(LONG).segments.length;
    await expect.poll(() => smsc.came.length, { timeout: 5_000 }).toBe(3 * parts);
    for (const receiver of people(3)) {
      const texts = smsc.came
        .filter(({ number }) => number === `86${receiver.number}`)
        .map(({ text }) => text);
      expect(texts.join('')).toBe(LONG);
    }
    for (const { id: message } of smsc.came) await smsc.reports(message);
    expect(await progress()).toMatchObject({
      mode: 'on',
      orders: [{ id, counts: { delivered: 3, waiting: 0 } }],
    });
    expect(await status()).toMatchObject({
      kind: 'smpp',
      today: { delivered: 3 },
      segments: { used: 3 * parts, limit: 5_000 },
      fault: null,
    });
    await village.restart();
    expect(await progress()).toMatchObject({ orders: [{ counts: { delivered: 3 } }] });
    expect(smsc.came).toHaveLength(3 * parts);
  });

  it('go out by HTTP, and are reported by the callback with the right secret alone', async () => {
    await begin(httpEnv(provider.url));
    await order(TEXT);
    await expect.poll(() => provider.asked.length, { timeout: 5_000 }).toBe(3);
    const report = { id: 'g1', status: 'DELIVRD' };
    expect((await village.post('/api/messages/report/wrong-secret-00001', report)).status).toBe(404);
    expect((await village.post('/api/messages/report/callback-secret-0001', report)).status).toBe(200);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = { headers: form, body: 'id=g2&status=UNDELIV' };
    expect((await village.call('POST', '/api/messages/report/callback-secret-0001', sent)).status).toBe(200);
    const path = '/api/messages/report/callback-secret-0001?id=g3&status=ACCEPTD';
    expect((await village.call('GET', path)).body.toString()).toBe('ok');
    expect(await progress()).toMatchObject({ orders: [{ counts: { delivered: 1, failed: 1, sent: 1 } }] });
    const again = await village.post(
      '/api/messages/again',
      { order: (await progress()).orders[0]!.id },
      { signer: village.office },
    );
    expect(again.json).toEqual({ waiting: 1 });
    await expect.poll(() => provider.asked.length, { timeout: 5_000 }).toBe(4);
  });

  it('wait for a gateway that is switched on later', async () => {
    await begin(null);
    await order(TEXT);
    expect(await progress()).toEqual({ mode: 'off', orders: [] });
    village.options.messages = messageSettings(smppEnv(smsc.port));
    await village.restart();
    await expect.poll(() => smsc.came.length, { timeout: 5_000 }).toBe(3);
  });

  it('that the gateway had not answered for when the server ended are not sent again by themselves', async () => {
    await begin(smppEnv(smsc.port));
    smsc.answers = ['silent', 'silent', { status: 0 }];
    await order(TEXT);
    await expect.poll(() => smsc.came.length, { timeout: 5_000 }).toBe(3);
    await village.restart();
    await expect.poll(async () => (await status()).today).toMatchObject({ unsure: 2, sent: 1, waiting: 0 });
    expect(smsc.came).toHaveLength(3);
  }, 20_000);

  it('are not sent to another unit’s group, nor with a text that is longer than was shown', async () => {
    await begin(smppEnv(smsc.port));
    await order(TEXT, ['g1', 'g2']);
    await order(TEXT, ['none']);
    await expect.poll(async () => (await progress()).orders.length).toBe(2);
    expect((await progress()).orders.map(({ problem }) => problem)).toEqual(['no-group', 'no-group']);
    expect(smsc.came).toEqual([]);
  });

  it('are counted in a dry run, and do not leave', async () => {
    await begin({ ...smppEnv(smsc.port), GONGKAILAN_SMS_DRY_RUN: '1' });
    await order(TEXT);
    await expect.poll(async () => (await progress()).orders[0]?.counts.dry).toBe(3);
    expect([smsc.came, (await status()).mode]).toEqual([[], 'dry']);
  });

  it('show names and counts of groups to those who may use them, and numbers to nobody', async () => {
    await begin(smppEnv(smsc.port));
    const ask = async (signer: Signer) =>
      groupsResponse.parse((await village.call('GET', '/api/messages/groups', { signer })).json).groups;
    expect(await ask(cadre)).toEqual([{ id: 'g1', unit: 'v1', name: '一村', count: 3 }]);
    expect((await ask(village.office)).map(({ id }) => id)).toEqual(['g1', 'g2']);
    const people = await village.call('GET', '/api/messages/receivers/g1', { signer: village.office });
    const { receivers } = receiversResponse.parse(people.json);
    expect(receivers.map(({ number }) => number)).toEqual(['138****0001', '138****0002', '138****0003']);
    await change({ do: 'drop', id: 'g1', receivers: [receivers[0]!.id] });
    await change({ do: 'delete', id: 'g2' });
    expect((await ask(village.office)).map(({ id, count }) => [id, count])).toEqual([['g1', 2]]);
  });

  it('refuse a change of what is not there', async () => {
    await begin(null);
    const bad = [
      [{ do: 'add', id: 'nothing', receivers: [] }, 'not-found'],
      [{ do: 'set', id: 'g9', unit: 'v9', name: '九村' }, 'not-found'],
      [{ do: 'add', id: 'g1', receivers: [{ number: '12345', name: '' }] }, 'bad-request'],
    ] as const;
    for (const [value, code] of bad) {
      expect(codeOf(await village.post('/api/messages/groups', value, { signer: village.office }))).toBe(
        code,
      );
    }
  });

  it('leave no telephone number in logs, or in files beside the database', async () => {
    smsc.answers = [{ status: 0x0b }, 'hang up'];
    await begin(smppEnv(smsc.port));
    await order(TEXT);
    await expect.poll(() => smsc.came.length, { timeout: 5_000 }).toBeGreaterThan(0);
    await village.call('GET', '/api/messages/report/some-secret-00000001?id=1&status=x');
    const files = readdirSync(village.dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('log.db'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    expect(logged).toContain('/api/messages/');
    for (const text of [logged, ...files]) {
      for (const n of [1, 2, 3]) expect(text).not.toContain(numberOf(n));
      expect(text).not.toContain('some-secret');
      expect(text).not.toContain('geheim');
    }
    const { streams } = await village.sync({ held: { [village.public('v1')]: 0, [village.registry]: 0 } });
    expect(JSON.stringify(streams)).not.toContain(numberOf(1));
  });
});
