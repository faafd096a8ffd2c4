import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KIND_LIMITS, kindFields } from '../../../../src/domain/kind/values.ts';
import { NOTICE_LIMITS } from '../../../../src/domain/notice/events.ts';
import { eventId } from '../../../../src/log/event.ts';
import type { Signer } from '../../../../src/log/signature.ts';
import { member, notice, TestServer } from '../harness.ts';
import { faultsOf } from './valid.ts';

const KB = 1024;
type Files = { hash: string; bytes: number; type: string }[];

describe('the pages of a long notice', () => {
  const village = new TestServer();
  let cadre: Signer;

  beforeAll(async () => {
    await (await village.start()).found();
    cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
  });
  afterAll(() => village.stop());

  const page = async (path: string): Promise<string> => (await village.call('GET', path)).body.toString();

  const accept = async (type: string, content: object, files?: Files): Promise<string> => {
    const event = await village.sign(cadre, village.public('v1'), type, content, files);
    await village.mustAccept(event);
    return eventId(event.header);
  };
  const publish = (content: object, files?: Files): Promise<string> =>
    accept('notice.published', content, files);

  async function expectValid(path: string): Promise<string> {
    const text = await page(path);
    expect([path, await faultsOf(text)]).toEqual([path, []]);
    expect(Buffer.byteLength(text)).toBeLessThan(30 * KB);
    return text;
  }

  /** Every page from one on, as the links lead. */
  async function pagesFrom(first: string, read = expectValid): Promise<string[]> {
    const texts: string[] = [];
    let path: string | undefined = first;
    while (path) {
      const text: string = await read(path);
      texts.push(text);
      path = /href="([^"]*)">看下一页/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    return texts;
  }

  it('gives a long table over several pages, each row once', async () => {
    const rows = Array.from({ length: 900 }, (_, at) => [`张${at}某`, `${at}.5`]);
    const columns = [
      { id: 'name', name: '姓名', type: 'person' },
      { id: 'area', name: '面积', type: 'quantity', unit: '亩' },
    ];
    const id = await publish({
      ...notice('名单'),
      kind: 'other',
      fields: { list: { type: 'table', label: '名单', columns, rows } },
    });
    const texts = await pagesFrom(`/b/v1/n/${id}`);
    expect(texts.length).toBeGreaterThan(1);
    const seen = texts.flatMap((text) => [...text.matchAll(/>(张\d+某)</g)].map(([, name]) => name!));
    expect(seen).toEqual(rows.map(([name]) => name));
    expect(texts[1]).toMatch(/<th scope="col"[^>]*>姓名<\/th>[^]*第 \d+ 到 \d+ 行，共 900 行/);
  });

  it('gives the longest text that may be published over several pages, every word once', async () => {
    const long = Array.from({ length: 40 }, (_, at) => ({
      heading: `第 ${at + 1} 节`,
      // A paragraph without any end of a sentence among them.
      text: at === 0 ? '字'.repeat(1_000) : `第 ${at} 段，${'说明这件事的来龙去脉。'.repeat(40)}`,
    }));
    const spare = NOTICE_LIMITS.text - long.reduce((sum, { text }) => sum + text.length, 0);
    long[0]!.text += '尾'.repeat(spare);
    const id = await publish({ ...notice('长公告'), sections: long });
    const texts = await pagesFrom(`/b/v1/n/${id}`);
    expect(texts.length).toBeGreaterThan(2);
    const plain = (text: string): string => text.replaceAll(/<[^>]*>|\s/g, '');
    const body = texts.map((text) => plain(/<div id="plain-text">([^]*?)<\/div>/.exec(text)![1]!)).join('');
    expect(body).toBe(plain(long.map(({ heading, text }) => heading + text).join('')));
    for (const text of texts) {
      expect(text).toMatch(/核对码[^]*?<strong>\d{4} \d{4}<\/strong>/);
      expect(text).not.toMatch(/<\/h2>\s*<\/div>/);
    }
    expect(texts[0]).toContain('第 1 页，共');
    expect(texts[0]).not.toContain('看上一页');
    expect(texts.at(-1)).not.toContain('看下一页');
    expect(await page(`/b/v1/n/${id}?page=99`)).toBe(await page(`/b/v1/n/${id}?page=${texts.length}`));
  });

  // Pieces as heavy as they may be; of the lightest ones, and of the heaviest, fewer than there may be: more make more pages.
  it('stays under 30 KB on every page of the heaviest notice', async () => {
    const heavy = '"'.repeat(KIND_LIMITS.cell);
    const columns = Array.from({ length: KIND_LIMITS.columns }, (_, at) => ({
      id: `c${at}`,
      name: `${at}${'&'.repeat(KIND_LIMITS.label - 3)}`,
      type: 'text',
    }));
    const table = (rows: number, cell: string) => ({
      type: 'table',
      label: '"'.repeat(KIND_LIMITS.label),
      columns,
      rows: Array.from({ length: rows }, () => columns.map(() => cell)),
    });
    const ROWS = 200;
    const masks = '**一'.repeat(KIND_LIMITS.cell / 3);
    const fields = {
      list: table(12, heavy),
      hidden: table(6, masks),
      many: table(ROWS, '1'),
      items: { type: 'steps', label: '办法', items: Array(10).fill('**&'.repeat(166)) },
      note: { type: 'text', label: '说明', value: '"'.repeat(KIND_LIMITS.text) },
      other: { type: 'text', label: '又', value: `**${'&*'.repeat(9_000)}` },
    };
    kindFields.parse(fields);
    const photos = Array.from({ length: NOTICE_LIMITS.photos }, (_, at) => ({
      hash: `${at}`.repeat(64),
      width: 20_000,
      height: 20_000,
      caption: '"'.repeat(NOTICE_LIMITS.caption),
    }));
    const attachments = Array.from({ length: NOTICE_LIMITS.attachments }, (_, at) => ({
      hash: `a${at}`.repeat(32),
      name: '&'.repeat(NOTICE_LIMITS.name),
      bytes: 9,
    }));
    const content = {
      ...notice('&'.repeat(NOTICE_LIMITS.title), '"'.repeat(NOTICE_LIMITS.text)),
      officer: '&'.repeat(NOTICE_LIMITS.officer),
      kind: 'other',
      fields,
      photos,
      attachments,
    };
    const files = [
      ...photos.map(({ hash }) => ({ hash, bytes: 9, type: 'image/png' })),
      ...attachments.map(({ hash }) => ({ hash, bytes: 9, type: 'application/pdf' })),
    ];
    const id = await publish(content, files);
    let base = id;
    const { photos: _, attachments: __, ...light } = content;
    for (let n = 0; n < 30; n++) {
      const words = { ...light, photos: [], attachments: [], reason: '&'.repeat(NOTICE_LIMITS.reason) };
      if (n < 29) Object.assign(words, { fields: {}, sections: [{ heading: '', text: '短' }] });
      base = await accept('notice.corrected', { notice: id, base, ...words });
    }
    // Each page is weighed here, and two of them are validated: that takes a second each.
    const texts = await pagesFrom(`/b/v1/n/${id}`, page);
    for (const text of texts) expect(Buffer.byteLength(text)).toBeLessThan(30 * KB);
    await expectValid(`/b/v1/n/${id}`);
    await expectValid(`/b/v1/n/${id}?page=${texts.length}`);
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.join('').split('第 30 版，更正').length).toBe(2);
    expect(texts.join('').split('<td class="t d">1</td>').length - 1).toBe(ROWS * KIND_LIMITS.columns);
  });
});
