/** The way of an old person at the tablet, with the network cut: he finds his subsidy, has it read, finds himself, takes it along. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NoticeContent, PLAIN } from '../../src/domain/notice/events.ts';
import { startTownship, type Township } from './harness/township.ts';

const TITLE = '2026 年耕地地力保护补贴名单';
const list: NoticeContent = {
  ...PLAIN,
  entry: { id: 'subsidy-land', name: '耕地地力保护补贴' },
  kind: 'benefit-list',
  fields: {
    rows: {
      type: 'table',
      label: '名单',
      columns: [
        { id: 'group', name: '组', type: 'group' },
        { id: 'person', name: '户主', type: 'person' },
        { id: 'idNumber', name: '身份证号', type: 'id' },
        { id: 'amount', name: '金额', type: 'money' },
      ],
      rows: Array.from({ length: 60 }, (_, n) => [
        `${n < 30 ? '一' : '二'}社`,
        `村民某${n}`,
        `620403********${String(3100 + n)}`,
        32_800 + n * 100,
      ]),
    },
  },
  title: TITLE,
  officer: '李某',
  sections: [{ heading: '', text: '每亩九十四元。有意见找村务监督委员会。' }],
  photos: [],
};

let township: Township;
beforeAll(async () => {
  township = await startTownship();
  await township.takesIn(await township.sample.villageNotice(list));
});
afterAll(() => township.end());

/** A voice that notes what it is given, and is through with it at once. */
function voice(): void {
  const spoken: string[] = [];
  class Utterance extends EventTarget {
    text: string;
    voice = null;
    lang = '';
    rate = 1;
    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  const speechSynthesis = {
    speaking: false,
    getVoices: () => [{ lang: 'zh-CN', name: '普通话' }],
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    cancel: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
    speak: (utterance: Utterance) => {
      spoken.push(utterance.text);
      setTimeout(() => {
        utterance.dispatchEvent(new Event('start'));
        utterance.dispatchEvent(new Event('end'));
      }, 20);
    },
  };
  for (const [name, value] of Object.entries({
    speechSynthesis,
    SpeechSynthesisUtterance: Utterance,
    spoken,
  }))
    Object.defineProperty(window, name, { value, configurable: true });
}

describe('an old person at the tablet, without a network', () => {
  it('finds his subsidy in three taps, has it read, finds his own row, and takes it along', async () => {
    const tablet = await township.tablet();
    const { page } = tablet;
    await page.addInitScript(voice);
    await tablet.goes('/b/v1');
    await tablet.row(TITLE).first().waitFor();
    tablet.loses();
    await page.reload();
    await tablet.sees('网络断开');
    // He taps once the board stands before him; its head comes first.
    await tablet.row(TITLE).first().waitFor();

    let taps = 0;
    const taps1 = async (name: string): Promise<void> => {
      taps += 1;
      await page.getByRole('link', { name }).first().tap();
    };
    await taps1('我的补贴');
    await taps1(TITLE);
    await tablet.heading(TITLE).waitFor();
    expect(taps).toBeLessThanOrEqual(3);

    await tablet.button('读给我听').first().tap();
    const spoken = (): Promise<string> =>
      page.evaluate(() => (window as unknown as { spoken: string[] }).spoken.join('\n'));
    await page.waitForFunction(() =>
      (window as unknown as { spoken: string[] }).spoken.some((one) => one.includes('每亩九十四元')),
    );
    expect(await spoken()).toContain(TITLE);

    await tablet.link('找我的名字').tap();
    for (const key of ['3', '1', '4', '2']) await page.getByRole('button', { name: key, exact: true }).tap();
    await tablet.sees(/村民某42/);
    expect(await page.locator('tr.reading').innerText()).toContain('村民某42');

    await page.goBack();
    await tablet.heading(TITLE).waitFor();
    const code = page.locator('.take-home svg[role=img]');
    await code.scrollIntoViewIfNeeded();
    expect(await code.isVisible()).toBe(true);
    expect(tablet.browser.complaints).toEqual([]);
  });
});
