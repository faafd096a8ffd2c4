/** Finding on the shared tablet, without a network: any two characters, sounds, and one's own row in a list. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticeContent } from '../../src/domain/notice/events.ts';
import { PLAIN } from '../../src/domain/notice/events.ts';
import type { KindFields } from '../../src/domain/kind/values.ts';
import { startTownship, type Township } from './harness/township.ts';
import { problemsOf, TABLET_RULES } from './harness/looks.ts';
import type { Tablet } from './harness/tablet.ts';

const HOUSEHOLDS = 120;
const TITLE = '三季度农村低保发放名单';

const rows: KindFields = {
  rows: {
    type: 'table',
    label: '名单',
    columns: [
      { id: 'group', name: '组', type: 'group' },
      { id: 'person', name: '户主', type: 'person' },
      { id: 'idNumber', name: '身份证号', type: 'id' },
      { id: 'amount', name: '金额', type: 'money' },
    ],
    rows: Array.from({ length: HOUSEHOLDS }, (_, n) => [
      '一社',
      n === 99 ? '欧阳某某' : `村民某${n}`,
      `620403********${String(1000 + n)}`,
      20_500 + n * 100,
    ]),
  },
};
const list: NoticeContent = {
  ...PLAIN,
  entry: { id: 'relief-minimum', name: '农村低保' },
  kind: 'benefit-list',
  fields: rows,
  title: TITLE,
  officer: '李某',
  sections: [{ heading: '', text: '有意见找村务监督委员会。' }],
  photos: [],
};

let township: Township;
let tablet: Tablet;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

const types = (words: string): Promise<void> => tablet.page.getByLabel('找什么').fill(words);

/** Everything that the tablet's page may keep words in. */
const keptWords = (): Promise<string> =>
  tablet.page.evaluate(async () => {
    const found: unknown[] = [{ ...localStorage }, { ...sessionStorage }, location.href, history.state];
    for (const { name } of await indexedDB.databases()) {
      const open = indexedDB.open(name!);
      const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
      for (const table of db.objectStoreNames) {
        if (/chunks|pages|ids/.test(table)) continue; // The public log.
        const all = db.transaction(table).objectStore(table).getAll();
        found.push(await new Promise((resolve) => (all.onsuccess = () => resolve(all.result))));
      }
      db.close();
    }
    return JSON.stringify(found);
  });

describe('a resident at the tablet, without a network', () => {
  it('finds by two characters, by sounds and by a word of the text, with the words marked', async () => {
    tablet = await township.tablet();
    await township.takesIn(await township.sample.villageNotice(list));
    await tablet.row(TITLE).first().waitFor({ timeout: 30_000 });
    tablet.loses();
    await tablet.link('找一找').tap();
    await types('书屋');
    await tablet.row('农家书屋开放时间').first().waitFor();
    await types('njsw');
    await tablet.row('农家书屋开放时间').first().waitFor();
    // The row stood there for the words before, too: the mark is what is waited for.
    await tablet.page
      .locator('.found-word', { hasText: /^农家书屋$/ })
      .first()
      .waitFor();
    await types('玉米');
    await tablet.row('三社机修梯田进展').first().waitFor();
    await tablet.page.locator('.found-excerpt .found-word', { hasText: /^玉米$/ }).waitFor();
    expect(await problemsOf(tablet.page, 'find', TABLET_RULES)).toEqual([]);
    await types('欧阳某');
    await tablet.row(TITLE).first().waitFor();
    await types('没有的词');
    await tablet.sees('没有找到');
  });

  it('finds his own row by the last four figures, on keys', async () => {
    await tablet.goes('/b/v1');
    await tablet.opens(TITLE);
    await tablet.link('找我的名字').tap();
    for (const key of ['1', '0', '9', '9'])
      await tablet.page.getByRole('button', { name: key, exact: true }).tap();
    await tablet.sees(/^一社，?欧阳某某|欧阳某某，/);
    const row = tablet.page.locator('tr.reading');
    expect(await row.innerText()).toContain('欧阳某某');
    await tablet.page.waitForFunction(() => {
      const box = document.querySelector('tr.reading')!.getBoundingClientRect();
      return box.top >= 0 && box.bottom <= window.innerHeight;
    });
    expect(await problemsOf(tablet.page, 'own row', TABLET_RULES)).toEqual([]);
  });

  it('finds the lists that he is in', async () => {
    await tablet.goes('/b/v1/find/me');
    await tablet.button('按名字').tap();
    await tablet.field('您的名字').fill('欧阳某某');
    await tablet.page.getByRole('button', { name: '找', exact: true }).tap();
    await tablet.sees('在 1 份名单里找到');
    await tablet.heading(/我在哪些名单里/).waitFor();
    expect(await problemsOf(tablet.page, 'own lists', TABLET_RULES)).toEqual([]);
  });

  it('leaves nothing of it behind', async () => {
    await tablet.goes('/b/v1');
    await tablet.heading('示范一村 · 村务公开栏').waitFor();
    const kept = await keptWords();
    for (const words of ['欧阳', '"1099"', '玉米', 'njsw']) expect(kept).not.toContain(words);
    expect(tablet.browser.complaints).toEqual([]);
  });
});
