import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindFields } from '../../../../src/domain/kind/values.ts';
import { KINDS } from '../../../../src/domain/kind/kinds.ts';
import { SAMPLES } from '../../../../src/domain/kind/samples.ts';
import { eventId, type SignedEvent } from '../../../../src/log/event.ts';
import type { Signer } from '../../../../src/log/signature.ts';
import { member, notice, type Sent, TestServer } from '../harness.ts';
import { faultsOf } from './valid.ts';

const EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202e';
const KB = 1024;

const idOf = (event: SignedEvent): string => eventId(event.header);

describe('the plain page', () => {
  const village = new TestServer();
  let cadre: Signer;
  let helper: Signer;

  beforeAll(async () => {
    const dist = join(village.dataDir, 'dist');
    mkdirSync(join(dist, 'assets'), { recursive: true });
    const links =
      '<script type="module" crossorigin src="/assets/a-1.js"></script><link rel="stylesheet" crossorigin href="/assets/a-1.css">';
    writeFileSync(join(dist, 'index.html'), `<!doctype html>${links}`);
    writeFileSync(join(dist, 'plain.js'), '// plain');
    await (await village.start()).found();
    cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
    helper = await village.device('helper', 'phone', 'township', member('helper', 'township', ['v1']));
  });
  afterAll(() => village.stop());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Sent> =>
    village.call('GET', path, { headers });
  const page = async (path: string, headers: Record<string, string> = {}): Promise<string> =>
    (await get(path, headers)).body.toString();
  const publish = async (content: object, signer = cadre): Promise<string> => {
    const event = await village.sign(signer, village.public('v1'), 'notice.published', content);
    await village.mustAccept(event);
    return idOf(event);
  };
  const change = async (type: string, content: object, id: string, base = id): Promise<string> => {
    const event = await village.sign(cadre, village.public('v1'), type, { notice: id, base, ...content });
    await village.mustAccept(event);
    return idOf(event);
  };

  async function expectValid(path: string): Promise<string> {
    const text = await page(path);
    expect([path, await faultsOf(text)]).toEqual([path, []]);
    expect(Buffer.byteLength(text)).toBeLessThan(30 * KB);
    return text;
  }

  it('says all of a notice without a script, and previews well in chats', async () => {
    const id = await publish(notice('水费收支', '一季度收 9,600 元。\n支 6,400 元。'));
    const text = await expectValid(`/b/v1/n/${id}`);
    expect(text).toContain('<title>水费收支</title>');
    expect(text).toContain('property="og:title" content="水费收支"');
    expect(text).toMatch(
      /property="og:description" content="2026年11月24日公开，其他村务。一季度收 9,600 元。 支/,
    );
    expect(text).not.toContain('og:image');
    expect(text).toContain('<p>支 6,400 元。</p>');
    expect(text).toContain('负责人 李某');
    expect(text).toMatch(/核对码[^]*?<strong>\d{4} \d{4}<\/strong>/);
    expect(text).toContain(id);
    expect(text).toContain(`gongkailan/${village.public('v1')}\n`);
    expect(text).toContain('data-app="/assets/a-1.js" data-styles="/assets/a-1.css"');
  });

  it('shows every kind of notice, valid and under 30 KB', async () => {
    for (const kind of KINDS) {
      const fields = kindFields.parse(SAMPLES[kind.id]?.content.fields ?? {});
      const id = await publish({ ...notice(kind.name.zh), kind: kind.id, fields });
      const text = await expectValid(`/b/v1/n/${id}`);
      if (kind.fields.some(({ type }) => type === 'table') && Object.keys(fields).length > 0) {
        expect(text.includes('<table>') || !Object.values(fields).some((one) => one?.type === 'table')).toBe(
          true,
        );
      }
    }
    await expectValid('/b/v1');
  });

  it('is never made to do anything by what somebody wrote', async () => {
    const evil = { ...notice(EVIL.slice(0, 90), EVIL), officer: EVIL.slice(0, 40) };
    const photo = { hash: 'ab'.repeat(32), width: 9, height: 9, caption: EVIL.slice(0, 55) };
    const attachment = { hash: 'cd'.repeat(32), name: EVIL, bytes: 9 };
    const event = await village.sign(
      cadre,
      village.public('v1'),
      'notice.published',
      { ...evil, photos: [photo], attachments: [attachment], sections: [{ heading: EVIL, text: EVIL }] },
      [
        { hash: photo.hash, bytes: 9, type: 'image/png' },
        { hash: attachment.hash, bytes: 9, type: 'application/pdf' },
      ],
    );
    await village.mustAccept(event);
    for (const path of [`/b/v1/n/${idOf(event)}`, '/b/v1', '/b/v1/feed.atom']) {
      const text = await page(path);
      expect(text).not.toMatch(/<script>|<img src=x/);
      expect(text).not.toContain('\u202e');
    }
    await expectValid(`/b/v1/n/${idOf(event)}`);
    const { headers } = await get('/b/v1', { host: 'evil.example"><script>' }).catch(() => get('/b/v1'));
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';/);
  });

  it('shows corrections with their history, and on whose behalf it was', async () => {
    const id = await publish(notice('旧题目', '旧的话'), helper);
    await change('notice.corrected', { ...notice('新题目', '新的话'), reason: '写错了' }, id);
    const text = await expectValid(`/b/v1/n/${id}`);
    for (const words of ['已更正 1 次', '乡代办', '原因：写错了', '当时的标题：旧题目', '新的话'])
      expect(text).toContain(words);
    expect(text).not.toContain('旧的话');
  });

  it('shows why a notice was withdrawn, and nothing of it', async () => {
    const id = await publish(notice('发错了的', '张某某 低保'));
    const before = await page('/b/v1');
    await change('notice.withdrawn', { reason: '名单有误' }, id);
    const text = await expectValid(`/b/v1/n/${id}`);
    expect(text).toContain('原因：名单有误');
    expect(text).not.toContain('张某某');
    expect(await page('/b/v1')).not.toBe(before);
    expect(await page('/b/v1')).toContain('原因：名单有误');
  });

  it('shows what residents said of a notice, with the answers, and how many were not shown', async () => {
    const id = await publish(notice('修渠'));
    const path = `/b/v1/n/${id}`;
    expect(await page(path)).not.toContain('大家说的');
    const say = async (type: string, envelope: string, content: object): Promise<void> => {
      const whole = { notice: id, envelope: envelope.repeat(64), ...content };
      await village.mustAccept(await village.sign(cadre, village.public('v1'), type, whole));
    };
    const words = { text: `哪天开工？${EVIL}`, name: '', answer: '下月 3 号' };
    await say('comment.published', '1', words);
    await say('comment.answer-corrected', '1', { answer: '下月 5 号' });
    await say('comment.published', '2', { text: '会拆的话', name: '王', answer: '不会' });
    await say('comment.refused', '2', { reason: 'repeated' });
    const text = await expectValid(path);
    for (const part of ['大家说的', '一位居民说', '哪天开工', '下月 5 号', '改过 1 次', '没有登的有 1 条'])
      expect(text).toContain(part);
    for (const gone of ['下月 3 号', '会拆的话', '<img src=x']) expect(text).not.toContain(gone);
    for (const envelope of '3456789')
      await say('comment.published', envelope, {
        ...words,
        text: '长'.repeat(5_000),
        answer: '答'.repeat(5_000),
      });
    expect(await expectValid(path)).toContain('更早的');
    await change('notice.withdrawn', { reason: '写错了' }, id);
    expect(await expectValid(path)).not.toContain('哪天开工');
  });

  it('counts the days of a publicity period, and shows what is urgent until it is over', async () => {
    const until = new Date(village.clock.ms + 3_600_000).toISOString();
    const id = await publish({
      ...notice('洪水'),
      urgent: { until },
      publicity: { days: 5, unit: 'working' },
    });
    expect(await page(`/b/v1/n/${id}`)).toContain('>紧急<');
    expect(await page(`/b/v1/n/${id}`)).toContain('贴上墙以后公示 5 天');
    village.clock.ms += 2 * 3_600_000;
    expect(await page(`/b/v1/n/${id}`)).not.toContain('>紧急<');
  });

  it('leads from the newest notices of a board to the oldest, each once', async () => {
    for (let n = 0; n < 70; n++) await publish(notice(`第 ${n} 条 ${'长'.repeat(80)}`));
    const seen: string[] = [];
    let path: string | undefined = '/b/v1';
    while (path) {
      const text = await expectValid(path);
      seen.push(...[...text.matchAll(/href="\/b\/v1\/n\/([0-9a-f]{64})"/g)].map(([, id]) => id!));
      path = /href="(\/b\/v1\?before=\d+)"/.exec(text)?.[1];
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(90);
  });

  it('says what to do where an address leads nowhere', async () => {
    for (const path of [
      '/b/nowhere',
      '/b/constructor',
      '/b/v1/n/abc',
      `/b/v1/n/${'0'.repeat(64)}`,
      '/b/nowhere/n/x',
    ]) {
      const answer = await get(path);
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 404, 'no-store']);
      expect(answer.body.toString()).toMatch(/没有找到这一条|没有这个公开栏/);
      await expectValid(path);
    }
  });

  it('is asked for again only as far as it changed', async () => {
    const first = await get('/b/v2');
    expect(first.headers.get('cache-control')).toBe('public, max-age=60');
    const etag = first.headers.get('etag')!;
    expect((await get('/b/v2', { 'if-none-match': etag })).status).toBe(304);
    const clerk = await village.device('clerk2', 'phone', 'v2', member('clerk2', 'v2'));
    await village.mustAccept(await village.publish(clerk, 'v2', '新的'));
    const next = await get('/b/v2', { 'if-none-match': etag });
    expect([next.status, next.body.toString().includes('新的')]).toEqual([200, true]);
    expect((await get('/b/v2', { 'accept-language': 'en-GB,zh' })).body.toString()).toContain('Latest');
  });

  it('is the same after a restart, and when two processes fold one board', async () => {
    const before = (await page('/b/v1')).replaceAll(village.url, '');
    await village.restart();
    expect((await page('/b/v1')).replaceAll(village.url, '')).toBe(before);
  });

  it('lists the boards of the township, and sends an unfounded server to its setup', async () => {
    expect(await expectValid('/')).toMatch(/复兴乡[^]*\/b\/township[^]*\/b\/v1[^]*\/b\/v2/);
    const empty = await new TestServer({ distDir: join(village.dataDir, 'dist') }).start();
    expect((await empty.call('GET', '/')).body.toString()).toContain('<!doctype html><script');
    await empty.stop();
  });
});
