/** Files with a notice: added offline, sent, and read on the tablet when the network is gone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { startTownship, type Township } from './harness/township.ts';
import type { Phone } from './harness/phone.ts';
import type { Tablet } from './harness/tablet.ts';

let township: Township;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

/** A real PDF of two pages, with the font's characters in it, as offices make them. */
async function printed(phone: Phone): Promise<Buffer> {
  const page = await phone.page.context().newPage();
  await page.setContent(`<html lang="zh"><body style="font-family: 'Noto Serif CJK SC'">
    <h1>关于耕地地力保护补贴的通知</h1><p>每户二百零五元，十二月十日前发放。</p>
    <h2 style="break-before: page">附表</h2><p>第二页的字</p></body></html>`);
  const bytes = await page.pdf({ format: 'A4' });
  await page.close();
  return bytes;
}

/** A PDF as old programs write Chinese: no font in it, only the name of one, and the characters by their number. */
function withoutFont(text: string): Buffer {
  const hex = [...text].map((char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  const drawn = `BT /F1 24 Tf 50 700 Td <${hex}> Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(
    `${file}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`,
  );
}

const chosen = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

async function adds(phone: Phone, ...files: ReturnType<typeof chosen>[]): Promise<void> {
  await phone.page.getByLabel('加文件').setInputFiles(files);
}

/** Everything that reading needs is kept in the tablet. */
const hasReader = (tablet: Tablet): Promise<void> =>
  expect
    .poll(
      () =>
        tablet.page.evaluate(async () => {
          const kept = await (await caches.open('assets-later')).keys();
          const names = kept.map(({ url }) => url).join();
          return [/pdf\.min/, /pdf\.worker/, /UniGB-UTF8-V/].every((name) => name.test(names));
        }),
      { timeout: 60_000, interval: 500 },
    )
    .toBe(true);

/** The words stand in the page for those who hear the screen. Programs put them there sign by sign. */
const reads = (tablet: Tablet, words: string): Promise<void> =>
  expect
    .poll(async () => (await tablet.page.locator('.pdf-text').allTextContents()).join(''), {
      timeout: 15_000,
    })
    .toContain(words);

/** The tablet holds so many whole files. */
const holds = (tablet: Tablet, count: number) =>
  tablet.page
    .getByText('已在这台机器上')
    .nth(count - 1)
    .waitFor({ timeout: 30_000 });

describe('files with a notice', () => {
  it('added on the phone without a network are read on the tablet after the network is gone', async () => {
    const [phone, tablet] = [await township.cadresPhone(), await township.tablet()];
    const pdf = await printed(phone);
    const xlsx = await writeXlsx([
      [{ value: '户主' }, { value: '金额' }],
      [{ value: '村民甲' }, { value: 205 }],
    ]).toBuffer();
    const title = '耕地地力保护补贴通知';
    await hasReader(tablet);
    phone.loses();
    await phone.writes({ title });
    await adds(
      phone,
      chosen('通知.pdf', pdf),
      chosen('名单13812345678.xlsx', xlsx),
      chosen('旧.pdf', withoutFont('低保户名单')),
    );
    await phone.field('第 3 个附件的名字').waitFor();
    await phone.sees('群众看到的名字：名单138****5678.xlsx');
    await phone.field('第 3 个附件的名字').fill('老文件');
    await phone.button('往前挪第 3 个附件').tap();
    // What was typed is kept: a reload loses nothing.
    await phone.sees(/草稿已存/);
    await phone.publishes();
    await phone.networkReturns();

    await tablet.row(title).first().waitFor({ timeout: 30_000 });
    await tablet.opens(title);
    await holds(tablet, 3);
    tablet.loses();
    expect(await tablet.text()).toContain('名单138****5678.xlsx');
    expect(await tablet.text()).not.toContain('13812345678');
    await tablet.link(/通知\.pdf/).tap();
    await tablet.sees('第 1 页，共 2 页');
    await reads(tablet, '二百零五元');
    await tablet.button('下一页').tap();
    await tablet.sees('第 2 页，共 2 页');
    await reads(tablet, '附表');
  });

  it('that are not what they say are refused in plain words, and what was written stays', async () => {
    const phone = await township.cadresPhone();
    await phone.writes({ title: '有一个假文件' });
    await adds(phone, chosen('补贴.pdf', Buffer.from('MZ\u0090\u0000这是程序')));
    await phone.sees(/“补贴.pdf”是程序/);
    await adds(phone, chosen('补贴.pdf', Buffer.from('<!doctype html><script>alert(1)</script>')));
    await phone.sees(/“补贴.pdf”是网页/);
    await adds(phone, chosen('补贴.pdf', Buffer.from('只是几个字')));
    await phone.sees(/看的是里面，不是名字/);
    expect(await phone.field('标题').inputValue()).toBe('有一个假文件');
    // Begins like a PDF and is none: kept, for only a reader can tell, and the reader says so.
    await adds(phone, chosen('坏的.pdf', Buffer.from(`%PDF-1.7\n${'x'.repeat(500)}`)));
    await phone.field('第 1 个附件的名字').waitFor();
    await phone.publishes();
    await phone.goes('/');
    await phone.link('有一个假文件').first().tap({ timeout: 30_000 });
    await phone.link(/坏的\.pdf/).tap();
    await phone.sees('这个 PDF 坏了，打不开');
  });
});
