/** Notices on paper, printed from a phone without a network: what the pages say is read out of the PDF. */
import { writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import jsqr from 'jsqr';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLES } from '../../src/domain/kind/samples.ts';
import { money, product, quantity, table } from '../../src/domain/kind/samples/write.ts';
import { noticeCode } from '../../src/domain/notice/code.ts';
import { type NoticeContent, PLAIN } from '../../src/domain/notice/events.ts';
import { fingerprint } from '../../src/domain/notice/fingerprint.ts';
import { problemsOf } from './harness/looks.ts';
import { pagesOf } from './harness/pdf.ts';
import type { Phone } from './harness/phone.ts';
import { startTownship, type Township } from './harness/township.ts';

const HOUSEHOLDS = 218;
/** A point of a PDF is 1/72 inch. */
const POINTS = { A4: [595, 842], A3: [842, 1191] } as const;
/** Where the printed files are left to be looked at; unset: nowhere. */
const KEPT = process.env['KEEP_PAPER'];

let township: Township;
let phone: Phone;
const ids: Record<string, string> = {};

const notice = (kind: string, entry: [id: string, name: string], rest: object = {}): NoticeContent => {
  const { title, officer, content } = SAMPLES[kind]!;
  const sections = [{ heading: '', text: '' }];
  return {
    ...PLAIN,
    entry: { id: entry[0], name: entry[1] },
    title,
    officer,
    photos: [],
    sections,
    ...content,
    ...rest,
  };
};

const SURNAMES = '王李张陈赵刘杨马周吴';
const lastDigits = (n: number): string => String(1000 + 37 * n).padStart(4, '0');
/** 亩, without zeros at the end. */
const acres = (n: number): string => String(Number((2 + n / 100).toFixed(2)));
const list = (): NoticeContent => {
  const made = notice('benefit-list', ['subsidy-land', '耕地地力保护补贴']);
  const rows = Array.from({ length: HOUSEHOLDS }, (_, n) => [
    `${'一二三四五六'[n % 6]}组`,
    `${SURNAMES[n % 10]}某${n + 1}`,
    `620403********${lastDigits(n)}`,
    acres(n),
    product(acres(n), 10_250),
  ]);
  const columns = ['group', 'person', 'idNumber', 'quantity', 'amount'];
  const total = rows.reduce((sum, row) => sum + Number(row[4]), 0);
  const fields = {
    ...made.fields,
    households: quantity(String(HOUSEHOLDS), '户'),
    total: money(total),
    rows: table('benefit-list', 'rows', columns, rows),
  };
  return { ...made, fields };
};

/** What the code at the foot opens: its dots are drawn as an image, and read as a camera's would be. */
async function scanned(): Promise<string | undefined> {
  const { path, size } = await phone.page
    .locator('.paper-scaled .qr svg')
    .first()
    .evaluate((svg) => ({
      path: svg.querySelector('path')!.getAttribute('d')!,
      size: (svg as SVGSVGElement).viewBox.baseVal.width,
    }));
  const scale = 4;
  const edge = (size + 8) * scale;
  const pixels = new Uint8ClampedArray(edge * edge * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)/g))
    for (let dy = 0; dy < scale; dy++)
      for (let dx = 0; dx < scale; dx++) {
        const at = 4 * (((Number(y) + 4) * scale + dy) * edge + (Number(x) + 4) * scale + dx);
        pixels.fill(0, at, at + 3);
      }
  return jsqr.default(pixels, edge, edge)?.data;
}

async function prints(name: string): Promise<{ pages: string[]; size: [number, number] }> {
  await phone.button(/^打印（\d+ 页）$/).waitFor();
  const pdf = await phone.page.pdf({ preferCSSPageSize: true, printBackground: false });
  if (KEPT) {
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(join(KEPT, `${name}.pdf`), pdf);
  }
  const [, , width, height] = (await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1)).view;
  return { pages: await pagesOf(pdf), size: [Math.round(width!), Math.round(height!)] };
}

const plain = (words: string): string => words.replace(/\s/g, '');
const choose = (label: string, value: string) =>
  phone.page.getByRole('combobox', { name: label }).selectOption(value);

beforeAll(async () => {
  township = await startTownship();
  ids['list'] = await township.publishes(list());
  ids['accounts'] = await township.publishes(notice('accounts', ['money-accounts', '村集体收支账目']));
  ids['card'] = await township.publishes(notice('subsidy-card', ['subsidy-land', '耕地地力保护补贴']));
  ids['meeting'] = await township.publishes(notice('meeting', ['general-affairs', '其他村务']));
  ids['letter'] = await township.publishes(notice('letter', ['general-affairs', '其他村务']));
});
afterAll(() => township.end());

const open = (what: string) => phone.goes(`/b/v1/n/${ids[what]}/paper`);

describe('a notice on paper, without a network', () => {
  it('is made on a phone that has taken the notices along', async () => {
    phone = await township.cadresPhone();
    await phone.goes('/b/v1');
    await phone.link('森林草原防火的一封信').first().waitFor();
    phone.loses();
  });

  it('is a list of 218 households on several pages, each with the header, the number and the code', async () => {
    await open('list');
    const { pages, size } = await prints('list');
    expect(size).toEqual(POINTS.A4);
    expect(pages.length).toBeGreaterThan(5);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(`第${at + 1}页共${pages.length}页`);
      if (page.includes('********')) expect(page).toContain('组户主身份证号');
      expect(page).toContain(plain(fingerprint(ids['list']!)));
      expect(page).toContain(noticeCode(ids['list']!));
      expect(page).toMatch(/公开簿共\d+条,校验码[0-9a-f]{12}/);
    }
    const all = pages.join('');
    for (let n = 0; n < HOUSEHOLDS; n++) {
      expect(all.split(`620403********${lastDigits(n)}`)).toHaveLength(2);
      expect(all).toContain(`${SURNAMES[n % 10]}某${n + 1}`);
    }
    expect(all.split('合计')).toHaveLength(2);
    expect(all).not.toMatch(/[1-9]\d{16}[\dX]/);
    expect(pages[0]).toContain('带*的号码,按规定没有全部写出');
    expect(await scanned()).toBe(`${phone.network.origin}/b/v1/n/${ids['list']}`);
    expect(await problemsOf(phone.page, 'a list on paper', null)).toEqual([]);
  });

  it('is as large as the paper that was chosen, and that is remembered', async () => {
    await open('list');
    await choose('纸多大', 'A3');
    await choose('字多大', 'small');
    const small = await prints('list-a3');
    expect(small.size).toEqual(POINTS.A3);
    await open('accounts');
    await choose('怎么放', 'across');
    const accounts = await prints('accounts-a3-across');
    expect(accounts.size).toEqual([...POINTS.A3].reverse());
    await choose('纸多大', 'A4');
    await choose('字多大', 'large');
    await choose('怎么放', 'upright');
    const large = await prints('accounts');
    expect(large.size).toEqual(POINTS.A4);
    expect(large.pages[0]).toContain(plain(SAMPLES['accounts']!.title));
    expect(large.pages.join('')).toMatch(/本期结余20704\.20元/);
    expect(large.pages[0]).toContain(plain(`核对码${fingerprint(ids['accounts']!)}`));
  });

  it('is a small card, several on a sheet', async () => {
    await open('card');
    await choose('做成什么', 'cards');
    for (const count of [2, 4, 8]) {
      await choose('一张 A4 纸放几张卡', String(count));
      const { pages } = await prints(`cards-${count}`);
      expect(pages).toHaveLength(1);
      expect(pages[0]!.split(plain(SAMPLES['subsidy-card']!.title))).toHaveLength(count + 1);
      expect(pages[0]!.split(noticeCode(ids['card']!))).toHaveLength(count + 1);
    }
    expect(await scanned()).toBe(`${phone.network.origin}/b/v1/n/${ids['card']}`);
  });

  it('is a record of a meeting to be signed, and a letter', async () => {
    await open('meeting');
    const meeting = (await prints('meeting')).pages.find((page) => page.includes('主持人签字'));
    // What was decided stands on the page that is signed.
    expect(meeting?.indexOf('主持人签字')).toBeGreaterThan(40);
    await open('letter');
    const letter = (await prints('letter')).pages.join('');
    expect(letter).not.toContain('称呼');
    expect(letter).toContain('森林草原防火的一封信');
  });

  it('is the whole board by subject', async () => {
    await phone.goes('/b/v1/paper');
    const { pages } = await prints('board');
    const all = pages.join('');
    expect(all).toContain('示范一村公开了什么');
    expect(all).toContain('我的补贴');
    expect(all).toContain(noticeCode(ids['letter']!));
    expect(pages[0]).toContain(`第1页共${pages.length}页`);
    expect(await scanned()).toBe(`${phone.network.origin}/b/v1`);
    expect(await problemsOf(phone.page, 'the board on paper', null)).toEqual([]);
  });

  it('opens again by its number, typed on the board, and says when a digit is wrong', async () => {
    const code = noticeCode(ids['accounts']!);
    await phone.goes('/b/v1/find');
    const field = phone.page.getByRole('searchbox');
    await field.fill(`${code.slice(0, 8)}${(Number(code[8]) + 1) % 10}`);
    await phone.sees('这个编号有一位不对');
    await field.fill(`${code.slice(0, 3)} ${code.slice(3, 6)} ${code.slice(6)}`);
    await phone.page.waitForURL((url) => url.pathname === `/b/v1/n/${ids['accounts']}`);
    await phone.heading(SAMPLES['accounts']!.title).first().waitFor();
  });

  it('says so while the township has not taken it in', async () => {
    await phone.writesAndPublishes({ title: '明天停水', text: '明天上午八点到十二点停水。' });
    await phone.goes('/sent');
    await phone.item('明天停水').getByRole('link', { name: '张贴、广播' }).tap();
    await phone.link('打印出来').first().tap();
    const { pages } = await prints('not-yet');
    expect(pages[0]).toContain('乡里还没有收到');
    expect(pages[0]).toContain('还没有进公开簿');
  });
});
