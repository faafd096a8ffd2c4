import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outgoing, Receipt, Submitted } from '../../../../src/server/messages/gateway.ts';
import { HttpGateway, receiptsIn } from '../../../../src/server/messages/http-gateway.ts';
import type { HttpSettings } from '../../../../src/server/messages/http-settings.ts';
import { messageSettings, type SmppSettings } from '../../../../src/server/messages/settings.ts';
import { SmppGateway } from '../../../../src/server/messages/smpp-gateway.ts';
import { idForms } from '../../../../src/server/messages/smpp-wire.ts';
import { type HttpGatewayServer, startHttpGateway } from '../../../helpers/http-gateway.ts';
import { type SmppServer, startSmppServer } from '../../../helpers/smpp-server.ts';
import { httpEnv, NOW, numberOf, smppEnv, TEXT } from './samples.ts';

const LONG = `【示范一村】${'低保名单公示七个工作日，有意见请到村委会说。'.repeat(6)}𠮷`;

const message = (part: Partial<Outgoing> = {}): Outgoing => ({
  key: 'abc-1-1',
  number: numberOf(1),
  text: TEXT,
  whole: TEXT,
  reference: 300,
  part: 1,
  parts: 1,
  ...part,
});

describe('a gateway by SMPP', () => {
  let smsc: SmppServer;
  let gateway: SmppGateway;
  let receipts: Receipt[];
  const settingsWith = (env: Record<string, string> = {}): SmppSettings =>
    messageSettings({ ...smppEnv(smsc.port), ...env })!.gateway as SmppSettings;
  const open = (change: Partial<SmppSettings> = {}): void => {
    gateway = new SmppGateway({ ...settingsWith(), ...change }, (receipt) => receipts.push(receipt));
  };
  const sendWhole = async (text: string): Promise<Submitted[]> => {
    const texts = gateway.partsOf(text);
    const parts = texts.map((one, index) =>
      message({ text: one, whole: text, part: index + 1, parts: texts.length }),
    );
    const answers: Submitted[] = [];
    for (const part of parts) answers.push(await gateway.submit(part));
    return answers;
  };

  beforeEach(async () => {
    smsc = await startSmppServer();
    receipts = [];
    open();
  });
  afterEach(async () => {
    await gateway.close();
    await smsc.close();
  });

  it('sends a short Chinese message as UCS-2, in one piece', async () => {
    expect(await sendWhole(TEXT)).toEqual([{ status: 'taken', id: '0a1' }]);
    expect(smsc.came).toEqual([
      { number: `86${numberOf(1)}`, text: TEXT, dataCoding: 8, joined: null, id: '0a1' },
    ]);
  });

  it('cuts a long one into the segments that were counted, joined by a header', async () => {
    await sendWhole(LONG);
    const { came } = smsc;
    expect(came.map(({ text }) => text).join('')).toBe(LONG);
    expect(came.map(({ joined }) => joined)).toEqual(
      came.map((_, index) => ({ reference: 300 % 256, parts: came.length, part: index + 1 })),
    );
    expect(came.every(({ text }) => text.length <= 67)).toBe(true);
    expect(smsc.binds).toBe(1);
  });

  it('gives a long one whole where the settings say so', async () => {
    open({ long: 'payload' });
    await sendWhole(LONG);
    expect(smsc.came.map(({ text, joined }) => [text, joined])).toEqual([[LONG, null]]);
  });

  it('is told of the delivery, and of nothing that is not final', async () => {
    await sendWhole(TEXT);
    await smsc.reports('0a1', 'ENROUTE');
    await smsc.reports('0a1');
    await smsc.reports('999', 'UNDELIV');
    expect(receipts.map(({ ids, state }) => [ids[0], state])).toEqual([
      ['0a1', 'delivered'],
      ['999', 'failed'],
    ]);
  });

  it('knows an id that comes back in decimals', () => {
    expect(idForms('161')).toContain('a1');
    expect(idForms('00a1')).toContain('161');
  });

  it('tells apart what the gateway has not, will never have, and may have', async () => {
    open({ timeout: 300 });
    smsc.answers = [{ status: 0x58 }, { status: 0x14 }, { status: 0x08 }, { status: 0x0b }, 'silent'];
    const answers: Submitted[] = [];
    for (let n = 0; n < 5; n += 1) answers.push(await gateway.submit(message()));
    expect(answers).toEqual([
      { status: 'closed', fault: 'throttled' },
      { status: 'closed', fault: 'throttled' },
      { status: 'later', problem: 'not-taken' },
      { status: 'refused', problem: 'smpp-0000000b' },
      { status: 'unsure', problem: 'no-answer' },
    ]);
  });

  it('is unsure when the line breaks before the answer, and opens another for the next', async () => {
    smsc.answers = ['hang up'];
    expect(await gateway.submit(message())).toEqual({ status: 'unsure', problem: 'no-answer' });
    expect(await gateway.submit(message())).toMatchObject({ status: 'taken' });
    expect(smsc.binds).toBe(2);
  });

  it('says when nobody is there, and when the password is wrong', async () => {
    open({ password: 'falsch' });
    expect(await gateway.submit(message())).toEqual({ status: 'closed', fault: 'login-refused' });
    await smsc.close();
    open();
    expect(await gateway.submit(message())).toEqual({ status: 'closed', fault: 'unreachable' });
  });

  it('keeps the line alive', async () => {
    open({ enquireEvery: 20 });
    await gateway.submit(message());
    await expect.poll(() => smsc.enquiries).toBeGreaterThan(1);
  });
});

describe('a gateway by HTTP', () => {
  let provider: HttpGatewayServer;
  let gateway: HttpGateway;
  let receipts: Receipt[];
  const settingsWith = (change: Record<string, string> = {}): HttpSettings =>
    messageSettings({ ...httpEnv(provider.url), ...change })!.gateway as HttpSettings;
  const open = (change: Record<string, string> = {}): HttpSettings => {
    const settings = settingsWith(change);
    gateway = new HttpGateway(settings, { fetch, now: () => NOW, onReceipt: (one) => receipts.push(one) });
    return settings;
  };

  beforeEach(async () => {
    provider = await startHttpGateway();
    receipts = [];
    open();
  });
  afterEach(async () => {
    await gateway.close();
    await provider.close();
  });

  it('is given its fields, signed', async () => {
    expect(await gateway.submit(message())).toEqual({ status: 'taken', id: 'g1' });
    const seconds = String(NOW / 1_000);
    const signed = `account=fuxing&mobile=${numberOf(1)}&content=${TEXT}&ts=${seconds}`;
    expect(provider.asked[0]).toMatchObject({
      method: 'POST',
      path: '/send',
      fields: {
        account: 'fuxing',
        mobile: numberOf(1),
        content: TEXT,
        msgid: 'abc-1-1',
        ts: seconds,
        sign: createHmac('sha256', 'a secret of the provider').update(signed).digest('hex'),
      },
    });
  });

  it('is given JSON, or a query, where the settings say so, and the signature in a header', async () => {
    open({
      GONGKAILAN_SMS_HTTP_FORMAT: 'json',
      GONGKAILAN_SMS_HTTP_SIGN_FIELD: '',
      GONGKAILAN_SMS_HTTP_SIGN_HEADER: 'X-Sign',
    });
    await gateway.submit(message());
    open({ GONGKAILAN_SMS_HTTP_METHOD: 'GET' });
    await gateway.submit(message());
    expect(provider.asked.map(({ method, fields }) => [method, fields['content']])).toEqual([
      ['POST', TEXT],
      ['GET', TEXT],
    ]);
    expect(provider.asked[0]!.headers['x-sign']).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    [
      { status: 200, json: { code: 8 } },
      { status: 'closed', fault: 'throttled' },
    ],
    [
      { status: 429, json: {} },
      { status: 'closed', fault: 'throttled' },
    ],
    [
      { status: 401, json: {} },
      { status: 'closed', fault: 'login-refused' },
    ],
    [
      { status: 200, json: { code: 21 } },
      { status: 'refused', problem: 'number-refused' },
    ],
    [
      { status: 200, json: { code: 7 } },
      { status: 'later', problem: 'not-taken' },
    ],
    [
      { status: 502, json: {} },
      { status: 'unsure', problem: 'no-answer' },
    ],
    ['cut', { status: 'unsure', problem: 'no-answer' }],
  ] as const)('answering %o is taken for %o', async (answer, judged) => {
    provider.answers = [answer];
    expect(await gateway.submit(message())).toEqual(judged);
  });

  it('may be asked again where it drops repetitions itself', async () => {
    open({ GONGKAILAN_SMS_HTTP_REPEATS_SAFE: '1' });
    provider.answers = ['cut'];
    expect(await gateway.submit(message())).toEqual({ status: 'later', problem: 'no-answer' });
  });

  it('that is not there has got nothing', async () => {
    await provider.close();
    expect(await gateway.submit(message())).toEqual({ status: 'closed', fault: 'unreachable' });
  });

  it('reports by callback, one or many, and by polling', async () => {
    const settings = open({
      GONGKAILAN_SMS_HTTP_POLL_URL: `${provider.url}/reports`,
      GONGKAILAN_SMS_HTTP_POLL_LIST: 'data.list',
    });
    expect(receiptsIn({ id: 'g1', status: 'DELIVRD' }, settings)).toEqual([
      { ids: ['g1'], state: 'delivered' },
    ]);
    expect(receiptsIn([{ id: 1, status: 'UNDELIV' }, { id: 2, status: 'ENROUTE' }, 'x'], settings)).toEqual([
      { ids: ['1'], state: 'failed' },
    ]);
    provider.answers = [
      { status: 200, json: { code: 0, data: { list: [{ id: 'g9', status: 'DELIVRD' }] } } },
    ];
    await gateway.poll();
    expect(receipts).toEqual([{ ids: ['g9'], state: 'delivered' }]);
    expect(Object.keys(provider.asked[0]!.fields).toSorted()).toEqual(['account', 'sign', 'ts']);
  });
});
