/** An inspection: drawn at random, found in the village without a network, answered, checked again; a falsified notice makes the score 0. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHONE_RULES, problemsOf } from './harness/looks.ts';
import { photoFile } from './harness/pictures.ts';
import { startTownship, type Township } from './harness/township.ts';

let township: Township;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

const WITHIN = { timeout: 40_000 };

describe('an inspection', () => {
  it('is drawn so that it can be drawn again, goes on without a network, and ends with a score of 0', async () => {
    const inspector = await township.inspectorsPhone();
    await inspector.goes('/inspect/rounds/new');
    await inspector.button('全不选').tap();
    await inspector.page.getByRole('checkbox', { name: '示范一村' }).check();
    await inspector.field('种子').fill('双色球 2026135 期 03 08 17');
    await inspector.field('抽几条').fill('1');
    await inspector.heading(/[1-9]\d* 条里抽出 1 条/).waitFor(WITHIN);
    expect(await problemsOf(inspector.page, 'a new round', PHONE_RULES)).toEqual([]);
    await inspector.button('开始检查').tap();
    await inspector.button('重抽一遍，核对').tap();
    await inspector.sees('重抽的结果一样');
    expect(await problemsOf(inspector.page, 'a round', PHONE_RULES)).toEqual([]);

    inspector.loses();
    await inspector.button('看过了，记下').tap();
    await inspector.page.getByRole('checkbox', { name: '负责的人说得清' }).check();
    await inspector.button('存').tap();
    await inspector.sees('3 项不对');
    await inspector.link('立为问题').tap();
    await inspector.field('一句话说是什么问题').fill('照片是去年的');
    await inspector.field('看到了什么').fill('现场的工程还没有开工，公告说已经完工。');
    await inspector.page.getByLabel('拍照片').setInputFiles(photoFile(7));
    await inspector.page.getByRole('img', { name: '现场照片 1' }).waitFor();
    await inspector.page.getByRole('radio', { name: /弄虚作假/ }).check();
    expect(await problemsOf(inspector.page, 'a new finding', PHONE_RULES)).toEqual([]);
    await inspector.button('存下问题').tap();
    await inspector.sees('已存好，有网络就交出去');
    const finding = new URL(inspector.page.url()).pathname;
    await inspector.networkReturns();
    await inspector.seesNoMore('已存好，有网络就交出去');

    const cadre = await township.cadresPhone();
    await cadre.goes('/due');
    await cadre.link('看问题，写答复').tap(WITHIN);
    await cadre.heading('照片是去年的').waitFor();
    await cadre.page.getByRole('img', { name: '现场照片 1' }).waitFor(WITHIN);
    expect(await cadre.page.getByRole('button', { name: '改好了，了结' }).count()).toBe(0);
    await cadre.field('答复').fill('公告已经撤下，完工以后重新公开。');
    expect(await problemsOf(cadre.page, 'a finding to answer', PHONE_RULES)).toEqual([]);
    await cadre.button('交答复').tap();
    await cadre.heading(/答复，/).waitFor();

    await inspector.goes(finding);
    await inspector.heading(/马某 答复/).waitFor(WITHIN);
    await inspector.field('看到了什么').fill('去看过，公告撤下了。');
    await inspector.button('改好了，了结').tap();
    await inspector.heading(/复查，改好了/).waitFor();
    await inspector.goes('/inspect/findings');
    await inspector.heading(/了结的 1/).waitFor();

    await cadre.goes('/inspect/findings');
    await cadre.heading(/了结的 1/).waitFor(WITHIN);
    await cadre.goes('/scores/v1');
    await cadre.sees('检查发现弄虚作假，这段时间记 0 分。', { within: 40_000 });
  });
});
