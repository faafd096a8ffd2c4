/** Whoever does not know the platform yet learns it in practice: really posting, with no network, and nothing of it is real. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHONE_RULES, problemsOf } from './harness/looks.ts';
import { startTownship, type Township } from './harness/township.ts';

let township: Township;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

const TITLE = '练习用的停水通知';
const RIGHT = [
  '接着写，照样点“公开”，有网自己会发',
  '看到“乡里收到，第几号”',
  '这件事谁负责就写谁，群众好找他',
];

describe('practice', () => {
  it('lets a cadre learn to post without a network; nothing of it leaves, and the office sees that he has learnt it', async () => {
    const phone = await township.cadresPhone();
    await phone.goes('/me');
    await phone.isReadyForOffline();
    phone.loses();
    await phone.link('练习和课程').tap();
    await phone.heading('练习和课程').waitFor();
    await phone.button('开始: 发一条公告').tap();

    await phone.sees('点下面的“写公告”');
    expect(await phone.showsNow('离开练习')).toBe(true);
    await phone.button('指给我看').tap();
    await phone.page.locator('[data-practice-hint]').waitFor();
    expect(await problemsOf(phone.page, 'a lesson under way', PHONE_RULES)).toEqual([]);
    await phone.link('写公告').first().tap();
    await phone.page.getByText('写一条新公告', { exact: true }).tap();
    await phone.sees('第 3 步，共 4 步');
    await phone.link(/公开什么/).tap();
    await phone
      .button(/^其他村务/)
      .first()
      .tap();
    await phone.fills({ title: TITLE, text: '明天停水', officer: '马某' });
    await phone.publishes();
    await phone.link('答题').waitFor();
    await phone.isTakenIn();

    await phone.link('答题').tap();
    for (const answer of RIGHT) {
      await phone.button(answer).tap();
      await phone.button(/下一题|看成绩/).tap();
    }
    await phone.sees('学完了：发一条公告');
    expect(await problemsOf(phone.page, 'a finished lesson', PHONE_RULES)).toEqual([]);
    await phone.button('离开练习').last().tap();
    await phone.sees('学完了 · 100 分');
    await phone.seesNoMore('离开练习');
    expect(await problemsOf(phone.page, 'lessons', PHONE_RULES)).toEqual([]);

    await phone.networkReturns();
    await phone.goes('/sent');
    await phone.sees('发一条公告');
    expect(await phone.showsNow(TITLE)).toBe(false);
    await phone.reaches('乡里收到', { within: 30_000 });
    expect(await phone.everythingStored()).not.toContain(TITLE);
    expect(await township.eventsWith('v1', TITLE)).toBe(0);

    const office = await township.office();
    await office.goes('/office/lessons');
    await office.page.getByRole('row', { name: /马某.*1 \/ 7.*100 分/ }).waitFor({ timeout: 30_000 });
    expect(await problemsOf(office.page, 'who has learnt what', null)).toEqual([]);
    await office.link('帮助').click();
    await office.heading('谁学会了').waitFor();
    expect(await problemsOf(office.page, 'help', null)).toEqual([]);
    await office.page.setViewportSize({ width: 800, height: 1280 });
    await office.goes('/help/guides/post');
    await office.page.getByRole('img', { name: '第 3 步的屏幕' }).waitFor();
    expect(await problemsOf(office.page, 'a guide', null)).toEqual([]);
  });
});
