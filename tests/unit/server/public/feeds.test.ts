import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventId } from '../../../../src/log/event.ts';
import type { Signer } from '../../../../src/log/signature.ts';
import { folded } from '../../../../src/server/public/calendar.ts';
import { member, notice, TestServer } from '../harness.ts';

const HOUR = 3_600_000;

describe('feeds', () => {
  const village = new TestServer();
  let cadre: Signer;
  beforeAll(async () => {
    await (await village.start()).found();
    cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
  });
  afterAll(() => village.stop());

  const text = async (path: string): Promise<string> => (await village.call('GET', path)).body.toString();
  const atom = async (path: string) => parseAtomFeed(await text(path));
  const append = async (type: string, content: object): Promise<string> => {
    village.clock.ms += HOUR;
    const event = await village.sign(cadre, village.public('v1'), type, content);
    await village.mustAccept(event);
    return eventId(event.header);
  };

  it('are valid, keep ids for ever, and say what was corrected or withdrawn', async () => {
    const water = { ...notice('水费 <b>&"收支"'), entry: { id: 'water', name: '水费 & "电费"' } };
    const first = await append('notice.published', water);
    const second = await append('notice.published', notice('别的'));
    await append('notice.corrected', { ...water, notice: first, base: first, reason: '写错了' });
    await append('notice.withdrawn', { notice: second, base: second, reason: '发错了' });
    const feed = await atom('/b/v1/feed.atom');
    expect(feed.entries?.map(({ id, title }) => [id, title])).toEqual([
      [`urn:sha256:${second}`, expect.objectContaining({ value: '【已撤回】别的' })],
      [
        `urn:sha256:${first}`,
        expect.objectContaining({ value: '【已更正】水费 &lt;b&gt;&amp;&quot;收支&quot;' }),
      ],
    ]);
    const [withdrawn, corrected] = feed.entries ?? [];
    expect(withdrawn?.updated).toBe('2026-11-24T06:00:00.000Z');
    expect([corrected?.published, corrected?.updated]).toEqual([
      '2026-11-24T03:00:00.000Z',
      '2026-11-24T05:00:00.000Z',
    ]);
    expect(feed.updated).toBe('2026-11-24T06:00:00.000Z');
    const json = parseJsonFeed(await text('/b/v1/feed.json'));
    expect(json.items?.map(({ id, title }) => [id, title])).toEqual([
      [`urn:sha256:${second}`, '【已撤回】别的'],
      [`urn:sha256:${first}`, '【已更正】水费 <b>&"收支"'],
    ]);
    expect(json.feed_url).toBe(`${village.url}/b/v1/feed.json`);
  });

  it('are there for an entry of the catalogue, of one board and of all', async () => {
    for (const path of ['/b/v1/e/water/feed.atom', '/e/water/feed.atom']) {
      expect((await atom(path)).entries).toHaveLength(1);
    }
    expect((await atom('/feed.atom')).entries).toHaveLength(2);
    for (const path of [
      '/e/constructor/feed.atom',
      '/b/v1/e/none/feed.json',
      '/b/zz/feed.atom',
      '/b/zz/due.ics',
    ]) {
      expect([path, (await village.call('GET', path)).status]).toEqual([path, 404]);
    }
  });

  it('hold the 50 that changed last', async () => {
    for (let n = 0; n < 60; n++) await append('notice.published', notice(`第 ${n} 条`));
    const { entries } = await atom('/b/v1/feed.atom');
    expect(entries).toHaveLength(50);
    expect(entries?.[0]?.title).toMatchObject({ value: '第 59 条' });
    expect((await atom('/b/v1/e/water/feed.atom')).entries).toHaveLength(1);
  });

  it('come with a calendar of what is due, and sitemaps that robots may read', async () => {
    const calendar = await text('/b/v1/due.ics');
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n[^]*END:VCALENDAR\r\n$/);
    expect(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(await text('/robots.txt')).toContain(`Sitemap: ${village.url}/sitemap.xml`);
    expect(await text('/sitemap.xml')).toContain(`<loc>${village.url}/b/v1/sitemap.xml</loc>`);
    expect((await text('/b/v1/sitemap.xml')).match(/<url>/g)).toHaveLength(62);
  });

  it('fold long lines of a calendar within characters', () => {
    const line = `SUMMARY:${'村'.repeat(60)}`;
    expect(folded(line).replaceAll('\r\n ', '')).toBe(line);
    expect(
      folded(line)
        .split('\r\n')
        .every((one) => Buffer.byteLength(one) <= 75),
    ).toBe(true);
  });
});
