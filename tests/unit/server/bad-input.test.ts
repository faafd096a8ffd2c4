import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Signer } from '../../../src/log/signature.ts';
import { errorResponse, MAX_SYNC_BYTES, MAX_SYNC_STREAMS, syncResponse } from '../../../src/sync/protocol.ts';
import { codeOf, member, TestServer } from './harness.ts';

describe('bad input', () => {
  const village = new TestServer();
  let cadre: Signer;
  const empty = { v: 1, held: {}, events: [], report: null };
  beforeAll(async () => {
    await (await village.start()).found();
    cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
  });
  afterAll(() => village.stop());

  /** The next request on the same kind of connection is answered as always. */
  const stillWorks = async (): Promise<void> => {
    expect((await village.sync({ held: { [village.registry]: 0 } })).streams[village.registry]).toBeDefined();
  };

  it.each([
    ['nothing', ''],
    ['half of a JSON text', '{"v":1,"held":{'],
    ['words', 'hello'],
    ['bytes that are no text', '\u0000\u0001\ufffd'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '7'],
    [
      'a key that changes what an object is',
      '{"v":1,"held":{},"events":[],"report":null,"__proto__":{"x":1}}',
    ],
    ['such a key inside', '{"v":1,"held":{"__proto__":1},"events":[],"report":null}'],
    [
      'very deep nesting',
      `{"v":1,"held":${'['.repeat(200_000)}${']'.repeat(200_000)},"events":[],"report":null}`,
    ],
  ])('%s, where JSON is expected, is refused with a code', async (_, body) => {
    const answer = await village.call('POST', '/api/sync', {
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'bad-request']);
    expect(errorResponse.safeParse(answer.json).success).toBe(true);
    await stillWorks();
  });

  const event = { header: 'x', sig: 'x', body: null };
  it.each([
    ['another version', { ...empty, v: 2 }],
    ['a missing field', { v: 1, held: {}, events: [] }],
    ['an unknown field', { ...empty, more: 1 }],
    ['a negative size', { ...empty, held: { s: -1 } }],
    ['half an event', { ...empty, held: { s: 1.5 } }],
    ['a size beyond counting', { ...empty, held: { s: 1e300 } }],
    ['a size as text', { ...empty, held: { s: '1' } }],
    ['a very long stream name', { ...empty, held: { ['s'.repeat(81)]: 0 } }],
    ['events that are none', { ...empty, events: [1] }],
    ['an event with more in it', { ...empty, events: [{ ...event, more: 1 }] }],
    ['too many events', { ...empty, events: Array.from({ length: 201 }, () => event) }],
    [
      'too many streams',
      {
        ...empty,
        held: Object.fromEntries(Array.from({ length: MAX_SYNC_STREAMS + 1 }, (_, i) => [`s${i}`, 0])),
      },
    ],
    ['a report of another shape', { ...empty, report: { unsent: 'many' } }],
  ])('%s in a sync is refused with a code', async (_, body) => {
    const answer = await village.post('/api/sync', body);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'bad-request']);
    await stillWorks();
  });

  it('a body that is too large is refused with a code', async () => {
    const body = `{"v":1,"held":{},"events":[],"report":null,"x":"${'x'.repeat(MAX_SYNC_BYTES)}"}`;
    const answer = await village.call('POST', '/api/sync', {
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, codeOf(answer)]).toEqual([413, 'too-large']);
    await stillWorks();
  });

  it.each([
    'text/plain',
    'text/html',
    'application/xml',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
  ])('a body of type %s is refused with a code', async (type) => {
    const answer = await village.call('POST', '/api/sync', {
      body: JSON.stringify(empty),
      headers: { 'content-type': type },
    });
    expect([answer.status, codeOf(answer)]).toEqual([415, 'bad-request']);
    await stillWorks();
  });

  it('an event that is rubbish is refused by itself, and the sync goes on', async () => {
    const good = await village.publish(cadre, 'v1', '好');
    const answer = await village.sync({ events: [event, good, { header: '', sig: '', body: '' }] });
    expect(answer.results.map((result) => ('code' in result ? result.code : 'accepted'))).toEqual([
      'bad-header',
      'accepted',
      'bad-header',
    ]);
  });

  it.each([
    ['garbage', 'Bearer abc'],
    ['an empty one', ''],
    ['one cut short', 'Gongkailan key=ab,at=x,sig=y'],
    ['a very long one', `Gongkailan ${'x'.repeat(4_000)}`],
  ])('an Authorization header that is %s is refused with a code', async (_, authorization) => {
    const answer = await village.post('/api/sync', empty, { headers: { authorization } });
    expect([answer.status, codeOf(answer)]).toEqual([401, 'unauthorised']);
  });

  it('a device whose clock is off is told the server’s time', async () => {
    for (const off of [-301_000, 301_000, 365 * 86_400_000]) {
      const answer = await village.post('/api/sync', empty, { signer: cadre, at: village.clock.ms + off });
      expect([answer.status, codeOf(answer)]).toEqual([401, 'wrong-clock']);
      const { now } = errorResponse.parse(answer.json).error;
      const again = await village.post('/api/sync', empty, { signer: cadre, at: Date.parse(now!) });
      expect(syncResponse.safeParse(again.json).success).toBe(true);
    }
    for (const off of [-299_000, 299_000]) {
      const answer = await village.post('/api/sync', empty, { signer: cadre, at: village.clock.ms + off });
      expect(answer.status).toBe(200);
    }
  });

  it.each([
    ['GET', '/api/nothing', 404, 'not-found'],
    ['GET', '/api', 404, 'not-found'],
    ['DELETE', '/api/sync', 404, 'not-found'],
    ['GET', '/api/sync', 404, 'not-found'],
    ['GET', '/files/abc', 404, 'not-found'],
    ['GET', '/files/..%2f..%2flog-key', 404, 'not-found'],
    ['GET', '/files/../log-key', 404, 'not-found'],
    ['GET', '/assets/..%2flog-key', 404, 'not-found'],
    ['GET', '/assets/%2e%2e/log-key', 404, 'not-found'],
    ['GET', '/assets/builds.json', 404, 'not-found'],
    ['GET', '/api/segments/x/0/leaves', 404, 'not-found'],
    ['GET', '/api/segments/../../0/leaves', 404, 'not-found'],
    ['GET', '/%', 400, 'bad-request'],
    ['GET', '/log-key', 404, 'not-found'],
    ['GET', `/api/files/${'x'.repeat(300)}`, 404, 'not-found'],
  ])('%s %s is answered %i with %s', async (method, path, status, code) => {
    const answer = await village.call(method, path);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect(answer.body.toString()).not.toContain(village.recovery);
  });

  it('a segment of what is no whole number, or is not whole yet, is not found', async () => {
    for (const n of ['-1', '1.5', '00', '01', '1e3', '99999999999', '0']) {
      const answer = await village.call('GET', `/api/segments/${village.registry}/${n}/leaves`);
      expect([answer.status, codeOf(answer)]).toEqual([404, 'not-found']);
    }
  });

  it('what is no HTTP is answered, and others are served on', async () => {
    const text = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(village.url).port), '127.0.0.1', () =>
        socket.write('GARBAGE\r\n\r\n'),
      );
      let all = '';
      socket.on('data', (data) => void (all += data.toString()));
      socket.on('close', () => resolve(all));
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(errorResponse.safeParse(JSON.parse(text.split('\r\n\r\n')[1]!)).success).toBe(true);
    await stillWorks();
  });
});
