import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventId } from '../../../src/log/event.ts';
import { visitMonthsResponse, visitsResponse } from '../../../src/sync/visits-protocol.ts';
import { TestServer } from './harness.ts';

describe('visits', () => {
  const village = new TestServer();
  beforeAll(async () => {
    await (await village.start()).found();
    const place = {
      id: 'gate',
      unit: 'v1',
      kind: 'board',
      name: '村口',
      where: '',
      photo: null,
      closed: false,
    };
    await village.mustAccept(await village.sign(village.office, village.registry, 'place.set', place));
  });
  afterAll(() => village.stop());

  const totals = async () => {
    const answer = await village.call('GET', '/api/visits', { signer: village.office });
    return visitsResponse
      .parse(answer.json)
      .visits.map(({ day, unit, kind, subject, count }) => `${day} ${unit} ${kind} ${subject} ${count}`);
  };
  const open = (path: string, headers: Record<string, string> = {}) =>
    village.call('GET', path, { headers: { 'user-agent': 'Mozilla/5.0 (Linux; Android 10)', ...headers } });

  it('are counted by the day, for boards, notices and posters, without following anybody', async () => {
    const event = await village.publish(village.office, 'township', '一条');
    await village.mustAccept(event);
    const id = eventId(event.header);
    const first = await open('/b/v1?p=gate');
    expect(first.headers.get('set-cookie')).toBeNull();
    await open('/b/v1', { 'if-none-match': first.headers.get('etag')! });
    await open(`/b/township/n/${id}`);
    // Who turns the pages of a long notice has opened it once.
    await open(`/b/township/n/${id}?page=2`);
    await open(`/b/township/n/${id}`);
    await village.post('/api/visits', { place: 'gate' }, { headers: { 'user-agent': 'Mozilla/5.0' } });
    const day = '2026-11-24';
    const expected = [`${day} township notice ${id} 2`, `${day} v1 board  2`, `${day} v1 scan gate 2`];
    expect(await totals()).toEqual(expected);
    await village.restart();
    expect(await totals()).toEqual(expected);
  });

  it('of all units come to the office as sums of months, without which notice or poster it was', async () => {
    const ask = (year: string) =>
      village.call('GET', `/api/visits/months?year=${year}`, { signer: village.office });
    const { months } = visitMonthsResponse.parse((await ask('2026')).json);
    expect(months).toEqual([
      { month: '2026-11', unit: 'township', kind: 'notice', count: 2 },
      { month: '2026-11', unit: 'v1', kind: 'board', count: 2 },
      { month: '2026-11', unit: 'v1', kind: 'scan', count: 2 },
    ]);
    expect((await ask('2025')).json).toEqual({ v: 1, months: [] });
  });

  it('are not counted for robots, for what is not there, and for posters of other boards', async () => {
    const before = await totals();
    await open('/b/v1', { 'user-agent': 'Baiduspider/2.0' });
    await village.call('HEAD', '/b/v1');
    await open('/b/nowhere');
    await open(`/b/v1/n/${'0'.repeat(64)}`);
    await open('/b/v1/feed.atom');
    expect((await village.post('/api/visits', { place: 'constructor' })).status).toBe(404);
    expect(await totals()).toEqual(before);
    await open('/b/v2?p=gate');
    expect((await totals()).filter((line) => line.includes('scan'))).toEqual(['2026-11-24 v1 scan gate 2']);
  });
});
