import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../../src/log/hex.ts';
import { softwareSigner } from '../../../src/log/signature.ts';
import { eventId, type SignedEvent } from '../../../src/log/event.ts';
import { registryOf, townshipIdOf } from '../../../src/log/stream.ts';
import { newSetupCode } from '../../../src/server/setup.ts';
import { setupBeginResponse, setupFoundResponse, townshipResponse } from '../../../src/sync/protocol.ts';
import { codeOf, notice, type Sent, signerNamed, TestServer, unit } from './harness.ts';
import { readVerified } from './verified.ts';

describe('the setup of an empty server', () => {
  let village: TestServer;
  let code: string;
  beforeEach(async () => {
    village = await new TestServer().start();
    code = village.server.setupCode!;
  });
  afterEach(() => village.stop());

  const setup = (value: object): Promise<Sent> => village.post('/api/setup', value);
  const begin = async (): Promise<string> => setupBeginResponse.parse((await setup({ code })).json).logKey;

  /** The events that the office's first device signs, and the township that comes of them. */
  async function events(logKey: string): Promise<[SignedEvent, SignedEvent]> {
    const office = await signerNamed('office');
    const founding = await village.foundingEvent(office, logKey);
    village.township = townshipIdOf(eventId(founding.header));
    const stream = registryOf(village.township);
    return [founding, await village.sign(office, stream, 'unit.set', unit('township', 'township'))];
  }

  it('founds the township in two steps, and gives the recovery seed', async () => {
    expect(codeOf(await village.call('GET', '/api/township'))).toBe('not-set-up');
    village.logKey = await begin();
    const answer = setupFoundResponse.parse(
      (await setup({ code, events: await events(village.logKey) })).json,
    );
    expect(answer.township).toBe(village.township);
    expect((await softwareSigner(fromHex(answer.recovery))).publicKey).toBe(village.logKey);
    expect(townshipResponse.parse((await village.call('GET', '/api/township')).json)).toMatchObject({
      id: village.township,
      name: '复兴乡',
    });
    expect((await readVerified(village, village.registry)).map(({ id }) => id.slice(0, 32))[0]).toBe(
      village.township,
    );
  });

  it('keeps the log key for the server’s user alone', async () => {
    await begin();
    expect(statSync(join(village.dataDir, 'log-key')).mode % 0o1000).toBe(0o600);
  });

  it('takes the code without its dashes and in small letters, and no other', async () => {
    expect((await setup({ code: code.toLowerCase().replaceAll('-', ' ') })).status).toBe(200);
    for (const wrong of ['', 'AAAA-AAAA-AAAA', `${code}2`, code.slice(1)]) {
      expect(codeOf(await setup({ code: wrong }))).toBe('wrong-code');
    }
    expect(codeOf(await setup({ code: 'wrong', events: await events('a'.repeat(64)) }))).toBe('wrong-code');
  });

  it('does not let the code be guessed', async () => {
    const codes: (string | undefined)[] = [];
    for (let i = 0; i < 25; i++) codes.push(codeOf(await setup({ code: newSetupCode() })));
    expect(codes.slice(0, 20)).toEqual(Array(20).fill('wrong-code'));
    expect(codes.slice(20)).toEqual(Array(5).fill('too-many-requests'));
  });

  it('names the same log key each time, also after a restart', async () => {
    const logKey = await begin();
    expect(await begin()).toBe(logKey);
    await village.restart();
    code = village.server.setupCode!;
    expect(await begin()).toBe(logKey);
  });

  it('gives the same answer when the same setup comes again, because the answer was lost', async () => {
    const all = await events(await begin());
    const first = await setup({ code, events: all });
    const again = await setup({ code, events: all });
    expect([again.status, again.json]).toEqual([200, first.json]);
    village.clock.ms += 11 * 60_000;
    expect(codeOf(await setup({ code, events: all }))).toBe('already-set-up');
  });

  it('is done once: a second one is refused, with the code and without', async () => {
    const logKey = await begin();
    await setup({ code, events: await events(logKey) });
    const other = await village.foundingEvent(await signerNamed('somebody else'), logKey);
    expect(codeOf(await setup({ code }))).toBe('already-set-up');
    expect(codeOf(await setup({ code, events: [other] }))).toBe('already-set-up');
    expect(codeOf(await setup({ code: 'guess', events: [other] }))).toBe('already-set-up');
    await village.restart();
    expect(village.server.setupCode).toBeNull();
    expect(codeOf(await setup({ code }))).toBe('already-set-up');
    expect(codeOf(await setup({ code, events: [other] }))).toBe('already-set-up');
  });

  it('lets one of two that come at once through', async () => {
    const logKey = await begin();
    const all = await Promise.all(
      ['one', 'two'].map(async (name) => [await village.foundingEvent(await signerNamed(name), logKey)]),
    );
    const answers = await Promise.all(all.map((one) => setup({ code, events: one })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { heads } = (await village.call('GET', '/health')).json as unknown as { heads: number };
    expect(heads).toBe(1);
  });

  it('stores nothing when one of its events is wrong', async () => {
    const logKey = await begin();
    const [founding, first] = await events(logKey);
    const office = await signerNamed('office');
    const stranger = await signerNamed('stranger');
    const stream = registryOf(village.township);
    const sign = (signer: typeof office, to: string, type: string, content: object) =>
      village.sign(signer, to, type, content);
    const bad: SignedEvent[][] = [
      [first],
      [await village.foundingEvent(office, toHex(new Uint8Array(32).fill(7)))],
      [{ ...founding, sig: '0'.repeat(128) }],
      [{ ...founding, body: null }],
      [{ ...founding, body: founding.body!.replace('复兴', '复活') }],
      [await sign(office, 'new/registry', 'unit.set', unit('township', 'township'))],
      [await sign(office, 'new/registry', 'township.founded', { name: '' })],
      [founding, await sign(stranger, stream, 'unit.set', unit('v1', 'village'))],
      [founding, await sign(office, village.public('township'), 'notice.published', notice('一'))],
      [founding, await sign(office, stream, 'unit.sung', {})],
      [founding, { ...first, body: null }],
    ];
    // Before the limit on tries: two were used above.
    for (const one of bad) expect(codeOf(await setup({ code, events: one }))).toBe('bad-request');
    expect(codeOf(await village.call('GET', '/api/township'))).toBe('not-set-up');
    expect((await setup({ code, events: [founding, first] })).status).toBe(200);
  });

  it('answers every other call with not-set-up until then', async () => {
    for (const [method, path] of [
      ['POST', '/api/sync'],
      ['GET', `/api/segments/${'a'.repeat(32)}/registry/0/leaves`],
      ['PATCH', `/api/files/${'a'.repeat(64)}`],
      ['GET', `/files/${'a'.repeat(64)}`],
    ] as const) {
      expect(codeOf(await village.call(method, path))).toBe('not-set-up');
    }
    expect((await village.call('GET', '/health')).json).toMatchObject({ ok: true, heads: 0 });
  });
});
