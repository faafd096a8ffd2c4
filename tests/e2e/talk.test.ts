/** A resident says something at the tablet without a network; the clerk answers it in public, or says why not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLAIN } from '../../src/domain/notice/events.ts';
import { PHONE_RULES, problemsOf, TABLET_RULES } from './harness/looks.ts';
import type { Phone } from './harness/phone.ts';
import type { Tablet } from './harness/tablet.ts';
import { startTownship, type Township } from './harness/township.ts';

const TITLE = '村道硬化进度通报';
const WORDS = '三社的路为什么先不修，张老三家门口倒修了';
const RUDE = '你们都是骗人的';
const ANSWER = '三社的路等水管埋好再修，预计明年四月。';

let township: Township;
let tablet: Tablet;
let clerk: Phone;
let notice: string;
let code = '';

beforeAll(async () => {
  township = await startTownship();
  notice = await township.publishes({
    ...PLAIN,
    entry: { id: 'general-affairs', name: '其他村务' },
    title: TITLE,
    officer: '李某',
    sections: [{ heading: '', text: '一社、二社已经修完。' }],
    photos: [],
  });
});
afterAll(() => township.end());

/** Everything that the tablet keeps, besides the public log. */
const keptWords = (): Promise<string> =>
  tablet.page.evaluate(async () => {
    const found: unknown[] = [
      { ...localStorage },
      { ...sessionStorage },
      location.href,
      history.state,
      document.title,
    ];
    for (const { name } of await indexedDB.databases()) {
      const open = indexedDB.open(name!);
      const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
      for (const table of db.objectStoreNames) {
        const all = db.transaction(table).objectStore(table).getAll();
        found.push(await new Promise((resolve) => (all.onsuccess = () => resolve(all.result))));
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      found.push((await cache.keys()).map(({ url }) => url));
    }
    return JSON.stringify(found);
  });

async function says(words: string, name = ''): Promise<void> {
  await tablet.goes(`/b/v1/n/${notice}`);
  await tablet.link('说一句、问一句').tap();
  await tablet.field(/您想说什么/).fill(words);
  if (name) await tablet.field(/您的名字/).fill(name);
  await tablet.button('封好，交上去').tap();
  await tablet.sees('您的回执号');
}

/** Opens what has arrived with these words, as often as it takes to come. */
async function opensInbox(words: string): Promise<void> {
  await clerk.goes('/talk');
  const line = clerk.link(new RegExp(words.slice(0, 8)));
  await line.waitFor({ timeout: 60_000 });
  await line.tap();
  await clerk.heading('答一条').waitFor();
}

describe('a resident who says something', () => {
  it('does so without a network, and leaves nothing that can be read on the tablet', async () => {
    clerk = await township.cadresPhone();
    tablet = await township.tablet();
    // The clerk's phone opens the village's desk by itself; the tablet hears of it.
    await tablet.goes(`/b/v1/n/${notice}`);
    await tablet.button('看明白了').first().waitFor({ timeout: 60_000 });
    tablet.loses();
    await says(WORDS, '王建国');
    code = (await tablet.page.locator('.receipt-groups').innerText()).replace(/\D/g, '');
    expect(code).toMatch(/^\d{20}$/);
    expect(await problemsOf(tablet.page, 'handed in', TABLET_RULES)).toEqual([]);
    await tablet.link(/好了，回到这条公开/).tap();
    await tablet.button('没看明白').tap();
    await tablet.sees('已经封好', { within: 10_000 });
    await tablet.goes('/b/v1');
    await tablet.heading('示范一村 · 村务公开栏').waitFor();
    const kept = await keptWords();
    for (const words of ['三社的路', '张老三', '王建国', code, code.slice(0, 4) + ' ' + code.slice(4, 8)])
      expect(kept).not.toContain(words);
    expect(kept).toContain('envelope.sealed');
  });

  it('is answered by the clerk, who covers a name, and everybody reads it under the notice', async () => {
    await tablet.networkReturns();
    await opensInbox(WORDS);
    expect(await problemsOf(clerk.page, 'one comment', PHONE_RULES)).toEqual([]);
    await clerk.field(/还要盖住的字/).fill('张老三');
    await clerk.page.getByRole('button', { name: '盖住', exact: true }).tap();
    await clerk.field('您的答复').fill(ANSWER);
    clerk.loses();
    await clerk.button('连同答复登出来').tap();
    await clerk.sees('已存好');
    await clerk.networkReturns();
    await clerk.sees('已公开答复', { within: 30_000 });
    await tablet.goes(`/b/v1/n/${notice}`);
    await tablet.sees(ANSWER, { within: 60_000 });
    await tablet.sees('王建国说');
    const text = await tablet.text();
    expect(text).toContain('三社的路为什么先不修，**家门口倒修了');
    expect(text).toContain('0 人看明白了，1 人没看明白');
    expect(text).toContain('村文书');
    expect(text).not.toContain('张老三');
    expect(await problemsOf(tablet.page, 'answered', TABLET_RULES)).toEqual([]);
  });

  it('and is refused, is counted with the reason on the board, and his words are nowhere', async () => {
    await says(RUDE);
    await opensInbox(RUDE);
    await clerk.button('不登').tap();
    await clerk.page.getByLabel('理由', { exact: true }).selectOption('insult');
    await clerk.button('不登，把这句话给他').tap();
    await clerk.sees('没登：骂人的话', { within: 30_000 });
    await tablet.goes(`/b/v1/n/${notice}`);
    await tablet.sees('没有登的有 1 条：骂人的话 1 条', { within: 60_000 });
    await tablet.goes('/b/v1');
    await tablet.sees('看过以后没有登');
    expect(await keptWords()).not.toContain(RUDE);
    expect(await township.eventsWith('v1', RUDE)).toBe(0);
    expect(tablet.browser.complaints).toEqual([]);
    expect(clerk.browser.complaints).toEqual([]);
  });
});
