import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventId } from '../../../../../src/log/event.ts';
import type { Signer } from '../../../../../src/log/signature.ts';
import { makeYearPage } from '../../../../../src/server/archive/archive.ts';
import { yearBuild } from '../../../../../src/server/archive/year/build.ts';
import { checkPage, type CheckOptions } from '../../../../../src/server/archive/year/self-check.ts';
import { isWhole, verdictHtml } from '../../../../../src/server/archive/year/verdict.ts';
import { readLogKey } from '../../../../../src/server/log-key.ts';
import { openStorage } from '../../../../../src/server/storage.ts';
import { member, notice, TestServer } from '../../harness.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const HASH = createHash('sha256').update(PNG).digest('hex');
const ABSENT = createHash('sha256').update('absent').digest('hex');
const FORMULA = 'a < b & "c" </script><script>alert(1)</script>';

const test = new TestServer();
let page = '';

const { DOMParser } = new JSDOM().window;
const parse = (markup: string): Document => new DOMParser().parseFromString(markup, 'text/html');
const options: CheckOptions = { parse, pause: async () => {}, progress: () => {} };
async function said(markup: string): Promise<string> {
  const { checked } = await checkPage(parse(markup), options);
  return isWhole(checked) ? 'whole' : parse(verdictHtml(checked).text).body.textContent!.replace(/\s+/g, ' ');
}
/** The page with one text in it changed; it must be there. */
function changed(from: string, to: string, near = ''): string {
  const at = page.indexOf(from, page.indexOf(near));
  if (at < 0) throw new Error(`not in the page: ${from}`);
  return page.slice(0, at) + to + page.slice(at + from.length);
}

/** A notice that was told at a meeting, and withdrawn later. */
async function withdrawn(cadre: Signer): Promise<void> {
  const stream = test.public('v1');
  const own = await test.sign(cadre, stream, 'notice.published', notice('发错的', '不该公开的话'));
  const id = eventId(own.header);
  const nothing = { place: null, photo: null, position: null, count: 9, segments: null };
  const told = {
    notice: id,
    revision: id,
    form: 'meeting',
    at: '2026-11-24T10:00:00+08:00',
    note: '会上念的话',
  };
  await test.mustAccept(
    own,
    await test.sign(cadre, stream, 'outing.made', { ...nothing, ...told }),
    await test.sign(cadre, stream, 'notice.withdrawn', { notice: id, base: id, reason: '发错了村' }),
  );
}

beforeAll(async () => {
  await test.start();
  await test.found();
  const cadre = await test.device('phone', 'phone', 'v1', member('li', 'v1', ['general-affairs']));
  const photo = { hash: HASH, bytes: PNG.length, type: 'image/png' };
  const gone = { hash: ABSENT, bytes: 6, type: 'image/png' };
  const pictured = {
    ...notice('有照片的'),
    photos: [
      { hash: HASH, width: 1, height: 1, caption: '水渠' },
      { hash: ABSENT, width: 1, height: 1, caption: '村口' },
    ],
  };
  await withdrawn(cadre);
  await test.mustAccept(
    await test.publish(cadre, 'v1', '修渠的钱 12,650.00 元'),
    await test.sign(cadre, test.public('v1'), 'notice.published', pictured, [photo, gone]),
    await test.sign(cadre, test.public('v1'), 'notice.published', notice('怪字', FORMULA)),
  );
  test.clock.ms = Date.parse('2027-02-01T02:00:00.000Z');
  await test.mustAccept(await test.publish(cadre, 'v1', '2027 年的'));
  await test.server.close();
  const storage = await openStorage(test.dataDir);
  await storage.blobs.put(HASH, PNG);
  const signer = (await readLogKey(test.dataDir))?.signer ?? null;
  const source = { log: storage.log, blobs: storage.blobs, signer, script: 'void 0;' };
  page = await makeYearPage(source, 2026, 'v1');
  await storage.close();
});
afterAll(() => test.stop());

describe('a unit’s year as one page', () => {
  it('has the notices of the year, their photos in it, and is whole', async () => {
    expect(await said(page)).toBe('whole');
    const shown = parse(page);
    expect([...shown.querySelectorAll('article h1')].map((one) => one.textContent)).toEqual([
      '发错的',
      '修渠的钱 12,650.00 元',
      '有照片的',
      '怪字',
    ]);
    expect(shown.querySelectorAll('script')).toHaveLength(1);
    expect(shown.querySelector('article:last-of-type')!.textContent).toContain(FORMULA);
    expect(page).not.toContain('2027 年的');
  });

  it('shows of what was withdrawn the reason alone, not what it said or where it was told', () => {
    const [article] = parse(page).querySelectorAll('article');
    expect(article!.textContent).toContain('已撤回。原因：发错了村');
    expect(article!.textContent).not.toMatch(/不该公开的话|会上念的话/);
  });

  it('has a script that needs nothing that only a server has', async () => {
    const own = yearBuild(['chrome87', 'safari14']);
    const built = await build({ ...own, build: { ...own.build, write: false } });
    const [{ output }] = built as unknown as [{ output: { code: string }[] }];
    expect(output).toHaveLength(1);
    expect(output[0]!.code.match(/\bBuffer\b|\bprocess\.\w+|\brequire\(|\bnode:\w+/g)).toBeNull();
  });

  it('says what it has proved, what not, and which photos lie elsewhere', async () => {
    const { checked } = await checkPage(parse(page), options);
    const box = parse(verdictHtml(checked).text).body.textContent!;
    expect(box).toContain('下面显示的 4 件事、1 张照片，就是签过名的那些');
    expect(box).toContain('不在这一页里的 1 个照片和附件');
    expect(box).toContain('写的是不是事实');
    expect(box).toContain(test.township.slice(0, 4));
  });

  it.each([
    [
      'a figure in a title',
      '12,650',
      '19,650',
      '<article',
      '《修渠的钱 12,650.00 元》：显示的和签过名的不一样',
    ],
    ['a figure in the list', '12,650', '19,650', 'class="title"', '抬头、目录或原始记录那一栏被改过'],
    ['a figure in a body', '12,650', '19,650', 'data-of="bodies"', '正文不是当时签名的那份'],
    ['the photo', 'iVBORw0KGgo', 'iVBORw0KGgp', '<img', '《有照片的》：显示的和签过名的不一样'],
    [
      'the text of a record without its list',
      '有照片的',
      '没照片的',
      'data-of="bodies"',
      '《有照片的》：显示出来了，签过名的记录里却没有',
    ],
    ['the style', '#fbf8f1', '#000000', '<style', '抬头、目录或原始记录那一栏被改过'],
    ['something laid over it', '<script>', '<p>假的</p><script>', '</main>', '页面里多了别的东西'],
    ['the words beside it', '</div> <script>', '</div>假的<script>', '</main>', '页面里多了别的东西'],
    ['the township’s name', '复兴乡', '复光乡', 'data-of="bodies"', '建簿记录和乡镇编号不符'],
  ])('finds a change in %s', async (_, from, to, near, words) => {
    expect(await said(changed(from, to, near))).toContain(words);
  });

  it('finds a changed time, header, signature and head, and names the record', async () => {
    const own = page.indexOf('data-of="leaves"', page.indexOf('data-of="checkpoint"'));
    const leaf = page.slice(own, page.indexOf('\n', own + 20));
    const edited = (from: RegExp, to: string): string => page.replace(leaf, leaf.replace(from, to));
    expect(await said(edited(/T02:00:00.000Z/, 'T02:00:00.001Z'))).toContain('改了收到时间');
    expect(await said(edited(/"seen":0/, '"seen":1'))).toMatch(/公开簿第 1 条.*：签名不对/);
    const flipped = (sign: string): string => (sign === '0' ? '1' : '0');
    const sign = leaf.slice(leaf.indexOf('Z ') + 2)[0]!;
    expect(await said(edited(/Z [0-9a-f]/, `Z ${flipped(sign)}`))).toMatch(/公开簿第 1 条.*：签名不对/);
    expect(
      await said(page.replace(/gongkailan\/(\w+)\/v1\/public\n\d+/, 'gongkailan/$1/v1/public\n2')),
    ).toContain('簿头不是这本公开簿的密钥签的');
  });

  it('finds a record left out with its article, and records that changed places', async () => {
    const shown = parse(page);
    const own = [...shown.querySelectorAll('.stream')].at(-1)!;
    const lines = (name: string): HTMLElement => own.querySelector(`[data-of="${name}"]`)!;
    const whole = ['leaves', 'bodies'].map((name) => lines(name).textContent!.split('\n').slice(0, -1));
    const put = (change: (all: string[]) => string[]): Promise<string> => {
      for (const [at, name] of ['leaves', 'bodies'].entries())
        lines(name).textContent = change(whole[at]!)
          .map((line) => `${line}\n`)
          .join('');
      return said(`<!doctype html>${shown.documentElement.outerHTML}`);
    };
    expect(await put((all) => all.slice(0, -1))).toContain('记录比簿头说的少');
    expect(await put((all) => [...all].reverse())).toContain('有记录被改、被换、被挪动');
    expect(await put((all) => [...all, all[0]!])).toContain('记录比簿头说的多');
    expect(await put((all) => all)).toBe('whole');
  });

  it('finds whatever single character is changed, but where the same page is shown', async () => {
    const original = parse(page).documentElement;
    const places = fc.integer({ min: page.indexOf('<meta'), max: page.lastIndexOf('<script>') - 1 });
    await fc.assert(
      fc.asyncProperty(places, fc.constantFrom('7', 'x', '村', '<', '"', '/'), async (at, sign) => {
        const markup = page.slice(0, at) + sign + page.slice(at + 1);
        const isSame = parse(markup).documentElement.isEqualNode(original);
        expect((await said(markup)) === 'whole').toBe(isSame);
      }),
      { numRuns: 25 },
    );
  });
});
