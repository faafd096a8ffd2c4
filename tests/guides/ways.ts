/** How to come to the screen of each step of each guide, from the board of the practice village. */
import type { Locator, Page } from 'playwright-core';

type Way = (page: Page) => Promise<void>;

/** Brings what the step speaks of into the middle, with a ring around it as in the lessons. */
async function points(target: Locator): Promise<void> {
  await target.first().waitFor();
  await target.first().evaluate((element) => {
    for (const one of Array.from(document.querySelectorAll('[data-practice-hint]')))
      one.removeAttribute('data-practice-hint');
    element.setAttribute('data-practice-hint', '');
    element.scrollIntoView({ block: 'center' });
  });
}

const link = (page: Page, name: string | RegExp): Locator => page.getByRole('link', { name });
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

async function opens(page: Page, title: string): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click();
  await page.getByRole('link', { name: /张贴、广播/ }).waitFor();
}

const post: Way[] = [
  async (page) => {
    await link(page, '写公告').first().click();
    await points(page.getByText('写一条新公告'));
  },
  async (page) => {
    await page.getByText('写一条新公告').first().click();
    await link(page, /公开什么/).click();
    await button(page, /^其他村务/)
      .first()
      .click();
    await page.getByLabel('标题').fill('明天上午停水');
    await page.getByLabel('内容').fill('修水管，明天上午 9 点到 12 点停水，请提前接水。');
    await page.getByLabel('负责人（必填）').fill('马某（村文书）');
    await points(button(page, /^公开$/));
  },
  async (page) => {
    await button(page, /^公开$/).click();
    await page.getByText('乡里已经收到').waitFor();
    await points(page.getByText(/乡里收到，第/));
  },
];

const correct: Way[] = [
  async (page) => {
    await opens(page, '冬季值班安排');
    await points(button(page, /^更正$/).or(link(page, /^更正$/)));
  },
  async (page) => {
    await button(page, /^更正$/)
      .or(link(page, /^更正$/))
      .first()
      .click();
    await page.getByLabel(/为什么更正/).fill('钟点写错了，应为 8 点半');
    await points(page.getByLabel(/为什么更正/));
  },
  async (page) => points(button(page, '公开更正')),
];

const proof: Way[] = [
  async (page) => {
    await opens(page, '农家书屋开放时间');
    await points(link(page, /张贴、广播/));
  },
  async (page) => {
    await link(page, /张贴、广播/).click();
    await points(link(page, '贴好了，拍张照').or(button(page, '贴好了，拍张照')));
  },
  async (page) => {
    await link(page, '贴好了，拍张照').or(button(page, '贴好了，拍张照')).first().click();
    await points(page.getByText('拍贴好的样子'));
  },
];

const nothing: Way[] = [
  async (page) => {
    await page.goto(new URL('/', page.url()).href);
    await points(link(page, /这周该办的/));
  },
  async (page) => {
    await link(page, /这周该办的/).click();
    await points(button(page, '本期没有'));
  },
  async (page) => {
    await button(page, '本期没有').first().click();
    await points(button(page, '没有，就这样公开'));
  },
];

const request: Way[] = [
  async (page) => points(link(page, '申请公开信息')),
  async (page) => {
    await link(page, '申请公开信息').first().click();
    await points(button(page, '开始填写'));
  },
  async (page) => {
    await button(page, '开始填写').click();
    await points(page.getByText('来人口头申请'));
  },
];

const search: Way[] = [
  async (page) => points(link(page, /找一找/)),
  async (page) => {
    await page.goto(new URL('/b/v1/find', page.url()).href);
    await points(page.getByRole('searchbox'));
  },
  async (page) => {
    await page.getByRole('searchbox').fill('书屋');
    await points(link(page, /农家书屋/));
  },
];

export const WAYS: Record<string, Way[]> = { post, correct, proof, nothing, request, search };
