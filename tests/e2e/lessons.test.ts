/** Every lesson, done to its end on a phone without a network, by what its steps say. The first one has a story of its own (practice). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Phone } from './harness/phone.ts';
import { photoFile } from './harness/pictures.ts';
import { startTownship, type Township } from './harness/township.ts';

let township: Township;
let phone: Phone;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

const choose = async (name: RegExp): Promise<void> => {
  await phone.page.getByRole('radio', { name }).check({ force: true });
  await phone.button('下一步').tap();
};
const says = async (name: RegExp, words: string): Promise<void> => {
  await phone.field(name).fill(words);
  await phone.button('下一步').tap();
};

/** What is done in each lesson, by its title. */
const JOBS: Record<string, () => Promise<void>> = {
  '写错了，更正': async () => {
    await phone
      .link(/冬季值班安排/)
      .first()
      .tap();
    await phone.link(/^更正$/).tap();
    const text = phone.field(/内容/);
    await text.fill((await text.inputValue()).replace('8 点', '8 点半'));
    await phone.field(/为什么更正/).fill('钟点写错了');
    await phone.button('公开更正').tap();
  },
  填补贴发放表: async () => {
    await phone.link('写公告').first().tap();
    await phone.page.getByText('写一条新公告', { exact: true }).tap();
    await phone.link(/公开什么/).tap();
    await phone
      .button(/^耕地地力保护补贴/)
      .first()
      .tap();
    await phone.fills({ title: '练习的名单', text: '', officer: '马某' });
    await phone.page.getByLabel('阶段（必填）').selectOption('拟发放公示');
    await phone.field('标准（必填）').fill('每亩 100 元');
    await phone.field('有意见找谁（必填）').fill('王某');
    await phone.field('电话（必填）').fill('0943-6850168');
    await phone.link(/^名单/).tap();
    await phone.button('粘贴或导入表格').tap();
    await phone.page.getByLabel('选一个表格文件（.xlsx 或 .csv）').setInputFiles({
      name: '名单.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('姓名,面积（亩）,金额（元）\n练习一,2,200\n练习二,3,300\n'),
    });
    await phone.sees('能放进来 2 行');
    await phone.button('放进来').tap();
    await phone.page.goBack();
    await phone.button(/按明细算出 2/).tap();
    await phone.button(/按明细算出 500/).tap();
    await phone.button(/^(公开|送审)$/).tap();
  },
  '贴上墙，拍照留证': async () => {
    await phone
      .link(/农家书屋开放时间/)
      .first()
      .tap();
    await phone.link(/张贴、广播/).tap();
    await phone.link('贴好了，拍张照').tap();
    await phone.page.getByLabel('拍贴好的样子').setInputFiles(photoFile(7));
    await phone.page.getByRole('combobox', { name: '贴在哪里' }).selectOption({ index: 1 });
    await phone.button('记下：贴好了').tap();
  },
  '这期没有，也要说': async () => {
    await phone
      .link(/这周该办的/)
      .first()
      .tap();
    await phone.button('本期没有').first().tap();
    await phone.button('没有，就这样公开').tap();
  },
  有人来申请公开: async () => {
    await phone.link('申请公开信息').first().tap();
    await phone.button('开始填写').tap();
    await choose(/来人口头申请/);
    await choose(/我自己/);
    await says(/姓名/, '练习的人');
    await says(/证件号码/, '110101199003070118');
    await says(/电话/, '13900000000');
    await says(/想知道/, '练习：水渠的账');
    await choose(/电子的/);
    await choose(/凭回执号看/);
    await phone.button(/交上去/).tap();
  },
  替群众找一条: async () => {
    await phone
      .link(/找一找/)
      .first()
      .tap();
    await phone.page.getByRole('searchbox').fill('书屋');
    await phone
      .link(/农家书屋开放时间/)
      .first()
      .tap();
  },
};

describe('lessons', () => {
  it('are there to be done without a network', async () => {
    phone = await township.cadresPhone();
    await phone.goes('/lessons');
    await phone.isReadyForOffline();
    phone.loses();
  });
  it.each(Object.entries(JOBS))('“%s” is done by what it says', async (title, job) => {
    await phone.goes('/lessons');
    await phone.button(`开始: ${title}`).tap();
    await job();
    await phone.link('答题').waitFor();
    await phone.button('离开练习').last().tap();
    await phone.seesNoMore('离开练习');
  });
  it('leave nothing behind and no fault', async () => {
    expect(await township.eventsWith('v1', '练习')).toBe(0);
    expect(phone.browser.complaints).toEqual([]);
  });
});
