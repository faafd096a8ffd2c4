/** A notice followed over time: against the period before, a project's course, and two versions made at the same time. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticeContent } from '../../src/domain/notice/events.ts';
import { SERIES } from '../../src/server/demo/series.ts';
import { startTownship, type Township } from './harness/township.ts';

let township: Township;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

const inSeries = (title: RegExp): NoticeContent => SERIES.find((one) => title.test(one.title))!;

describe('a list of each quarter', () => {
  it('shows everybody what changed against the quarter before, the names folded away', async () => {
    await township.publishes(inSeries(/第二季度/));
    await township.publishes(inSeries(/第三季度/));
    const tablet = await township.tablet();
    await tablet.opens('第三季度农村低保发放名单');
    await tablet.heading('和2026年第二季度比').waitFor();
    await tablet.sees('新增 2');
    await tablet.sees('减少 1');
    expect(await tablet.showsNow('二社 孙某某')).toBe(false);
    await tablet.button('看变了哪些').tap();
    await tablet.sees('二社 孙某某');
    await tablet.link('看2026年第二季度的原文').tap();
    await tablet.heading('第二季度农村低保发放名单').waitFor();
  });
});

describe('a project', () => {
  it('is one from tender to today, on each notice and on a page of its own', async () => {
    for (const notice of SERIES.filter(({ kind }) => kind === 'project')) await township.publishes(notice);
    const phone = await township.cadresPhone();
    await phone.goes('/');
    await phone.link('村道硬化进度').tap();
    await phone.heading('这个工程走到哪一步').waitFor();
    await phone.sees(/已付 468.000\.00 元（48%）/);
    await phone.link('本村全部工程').tap();
    await phone.heading('工程项目').waitFor();
    await phone.sees('3 条公告');
    await phone.link('村道硬化招标结果').tap();
    await phone.heading('村道硬化招标结果').waitFor();
  });
});

describe('two people without a network', () => {
  it('correct the same version: both are kept, the unit sees them side by side and settles it', async () => {
    const title = '冬季清雪安排';
    const [one, other] = [await township.cadresPhone(), await township.cadresPhone()];
    await one.writesAndPublishes({ title, text: '七点集合' });
    await one.isTakenIn();
    for (const phone of [one, other]) {
      await phone.goes('/');
      await phone.link(title).waitFor();
      phone.loses();
      await phone.link(title).tap();
      await phone.link(/^更正$/).tap();
      await phone.field('为什么更正（会公开）').fill('时间不对');
      await phone.fills({ text: phone === one ? '八点集合' : '九点集合' });
      await phone.publishes();
    }
    await one.networkReturns();
    await one.isTakenIn();
    await other.networkReturns();
    await other.isTakenIn();

    await other.goes('/');
    await other.link(title).tap();
    await other.sees('两个人同时改了这一条，请定下来');
    await other.sees('先到的一版');
    await other.link('以这一版为准，改成最后的').tap();
    expect(await other.field('内容').inputValue()).toBe('八点集合');
    await other.field('为什么更正（会公开）').fill('商量好了，八点');
    await other.publishes();
    await other.isTakenIn();
    await other.goes('/');
    await other.link(title).tap();
    await other.sees('八点集合');
    expect(await other.showsNow('两个人同时改了这一条，请定下来')).toBe(false);
    await other.sees(/公开以后更正过 3 次/);
  });
});
