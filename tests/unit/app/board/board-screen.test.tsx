// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen, TOWNSHIP } from '../fake-device.tsx';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';
import { BoardScreen } from '../../../../src/app/board/board-screen.tsx';
import { CategoryScreen } from '../../../../src/app/board/category-screen.tsx';
import { UnitsScreen } from '../../../../src/app/board/units-screen.tsx';
import type { NoticeEvent } from '../../../../src/domain/notice/notice.ts';
import type { Registry } from '../../../../src/domain/registry/registry.ts';
import {
  ASSIGNED,
  CADRE,
  content,
  corrected,
  event,
  hex,
  published,
  sampleRegistry,
  withdrawn,
} from '../../domain/samples.ts';

const registry = (): Registry => ({ ...sampleRegistry(), catalogue: READY_MADE });

const publishedBy = (number: number, title: string, author: string, entry = 'general-affairs'): NoticeEvent =>
  event(
    number,
    'notice.published',
    { ...content(title), entry: { id: entry, name: entry } },
    author,
  ) as NoticeEvent;

async function device(events: NoticeEvent[] = []): Promise<FakeDevice> {
  const made = fakeDevice();
  await made.setRegistry(registry());
  await made.setContact({});
  if (events.length > 0) await made.setBoard('v1', events);
  return made;
}

const Elsewhere = () => <p data-testid="where">{useLocation().pathname}</p>;

const open = (device: FakeDevice, path = '/b/v1', language: 'zh-CN' | 'en' = 'zh-CN') =>
  renderScreen(
    <Routes>
      <Route path="/b/:unit" element={<BoardScreen />} />
      <Route path="/b/:unit/c/:aspect" element={<CategoryScreen />} />
      <Route path="/units" element={<UnitsScreen />} />
      <Route path="*" element={<Elsewhere />} />
    </Routes>,
    { device, path, language },
  );

const titles = (): string[] =>
  [...document.querySelectorAll('.row-title')].map((one) => one.textContent ?? '');
const rowOf = (title: string): string => screen.getByText(title).closest('li')?.textContent ?? '';

const FOLLOWS = { name: '常看这里，没网也能打开' };

describe('a wide window', () => {
  const narrow = window.matchMedia;
  afterEach(() => {
    cleanup();
    window.matchMedia = narrow;
  });
  const wide = (): void => {
    window.matchMedia = (query) =>
      Object.assign(new EventTarget(), {
        matches: true,
        media: query,
      }) as MediaQueryList;
  };

  it('lets a resident follow the village in his own browser', async () => {
    const fake = await device();
    wide();
    open(fake);
    await userEvent.click(await screen.findByRole('button', FOLLOWS));
    expect(fake.calls).toContainEqual({ name: 'choose', args: ['v1', true] });
  });

  it('keeps nobody’s choice on the shared tablet', async () => {
    const fake = await device();
    await fake.setIdentity({ unit: 'v1', kind: 'tablet' });
    wide();
    open(fake);
    expect(await screen.findByRole('link', { name: /平板/ })).toBeTruthy();
    expect(screen.queryByRole('button', FOLLOWS)).toBeNull();
  });
});

describe('a board', () => {
  it('shows the newest notice first, and a new one by itself', async () => {
    const fake = await device([published(0, '旧的'), published(1, '新的')]);
    open(fake);
    await screen.findByText('新的');
    expect(titles()).toEqual(['新的', '旧的']);
    await act(() =>
      fake.setBoard('v1', [published(0, '旧的'), published(1, '新的'), published(2, '刚来的')]),
    );
    await waitFor(() => expect(titles()).toEqual(['刚来的', '新的', '旧的']));
  });

  it('marks what was corrected, withdrawn with its reason, and changed twice at once', async () => {
    const first = [published(0, '值班'), published(1, '发重的'), published(2, '两处改')];
    const fake = await device([
      ...first,
      corrected(3, hex(1), hex(1), '值班（改）'),
      withdrawn(4, hex(2), hex(2)),
      corrected(5, hex(3), hex(3), '两处改'),
      corrected(6, hex(3), hex(3), '两处改'),
    ]);
    open(fake);
    await screen.findByText('值班（改）');
    expect(rowOf('值班（改）')).toContain('已更正 1 次');
    expect(rowOf('发重的')).toMatch(/原因：发重了.*已撤回/);
    expect(rowOf('两处改')).toContain('两处改动请核对');
  });

  it('says when the township published for the village', async () => {
    const fake = await device([publishedBy(0, '村里发的', CADRE), publishedBy(1, '乡里代发的', ASSIGNED)]);
    open(fake);
    await screen.findByText('村里发的');
    expect(rowOf('乡里代发的')).toContain('乡代办');
    expect(rowOf('村里发的')).not.toContain('乡代办');
  });

  it('says since when it has not been brought up to date', async () => {
    const fake = await device([published(0)]);
    await fake.setContact({ state: 'no-network', lastContact: '2026-11-24T00:12:00.000Z' });
    open(fake);
    expect(await screen.findByText('网络断开 · 内容更新到今天 8:12')).toBeTruthy();
  });

  it('never says up to date before it was in touch', async () => {
    const fake = await device();
    await fake.setContact({ state: 'checking', lastContact: null });
    open(fake);
    expect(await screen.findByText('正在联系乡里 · 还没有联系上乡里')).toBeTruthy();
  });

  it('shows how a first load goes on, with what is already here', async () => {
    const fake = await device([published(0, '已到的')]);
    await fake.setContact({ pulling: { held: 2048, size: 10_000 } });
    open(fake);
    await screen.findByText('已到的');
    expect((await screen.findByRole('progressbar')).getAttribute('value')).toBe('2048');
  });

  it('tells an empty board from one that has not come', async () => {
    const fake = await device();
    await fake.setContact({ state: 'no-network', lastContact: null });
    open(fake);
    await screen.findByText('这里的内容还没到这台机器上');
    await act(() => fake.setContact({ state: 'connected' }));
    expect(await screen.findByText('还没有公开过')).toBeTruthy();
  });

  it('follows another village’s board, and its own not twice', async () => {
    const fake = await device();
    await fake.setIdentity({ unit: 'v2', kind: 'tablet' });
    open(fake);
    await screen.findByText('还没有公开过');
    expect(fake.calls.filter(({ name }) => name === 'follow').map(({ args }) => args)).toEqual([['v1']]);
  });

  it('says so when there is no such village', async () => {
    open(await device(), '/b/v77');
    expect(await screen.findByText('没有这个公开栏')).toBeTruthy();
  });

  it('names who answers for it', async () => {
    const fake = await device([published(0)]);
    const own = registry();
    own.units['v1'] = {
      ...own.units['v1']!,
      leadingGroup: { leader: { name: '李某', post: '村党支部书记' }, deputies: [], members: [] },
    };
    await fake.setRegistry(own);
    open(fake);
    expect(await screen.findByText('李某（村党支部书记）')).toBeTruthy();
  });

  it('draws a long board a part at a time, and more on request', async () => {
    const many = Array.from({ length: 300 }, (_, number) => published(number, `第 ${number} 条`));
    open(await device(many));
    await screen.findByText('第 299 条');
    expect(titles()).toHaveLength(40);
    for (let times = 0; times < 12; times++) {
      const more = screen.queryByText('看更早的');
      if (more) await userEvent.click(more);
    }
    await waitFor(() => expect(titles()).toHaveLength(300));
    expect(screen.queryByText('看更早的')).toBeNull();
  });

  it.each([
    ['contradiction', '公开簿前后对不上'],
    ['wrong-township', '连到了别处的服务器'],
    ['update-needed', '程序太旧了，收不到新公告'],
  ] as const)('says loudly: %s', async (state, words) => {
    const fake = await device([published(0)]);
    await fake.setContact({ state });
    open(fake);
    expect((await screen.findByRole('alert')).textContent).toContain(words);
  });
});

describe('the ways through a board', () => {
  it('leads by subject to its notices alone', async () => {
    const fake = await device([
      publishedBy(0, '补贴怎么领', CADRE, 'subsidy-land'),
      publishedBy(1, '十月账目', CADRE, 'money-accounts'),
    ]);
    open(fake);
    await userEvent.click(await screen.findByText('我的补贴'));
    await screen.findByText(/包括：耕地地力保护补贴/);
    expect(titles()).toEqual(['补贴怎么领']);
  });

  it('says so when nothing was published on a subject', async () => {
    open(await device([published(0)]), '/b/v1/c/relief');
    expect(await screen.findByText('这一类还没有公开过')).toBeTruthy();
  });

  it('lists the township and its villages', async () => {
    open(await device(), '/units');
    await screen.findByText('看哪个村的？');
    expect(screen.getAllByRole('link').map((one) => one.getAttribute('href'))).toEqual(
      expect.arrayContaining(['/b/township', '/b/v1', '/b/v2']),
    );
  });

  it('says on a first visit without a network what is wrong, and calls again by a button', async () => {
    const fake = fakeDevice();
    await fake.setContact({ state: 'no-network', lastContact: null });
    open(fake, '/units');
    await userEvent.click(await screen.findByText('再试一次'));
    expect(fake.calls.map(({ name }) => name)).toContain('contactNow');
  });
});

describe('a board of another township', () => {
  it('is not shown from what is left in the tables', async () => {
    const fake = await device([published(0, '别处的')]);
    await fake.db.meta.put({ key: 'township', value: { id: 'b'.repeat(32), logKey: '', name: '' } });
    open(fake);
    await screen.findByText('还没有公开过');
    expect(TOWNSHIP).not.toBe('b'.repeat(32));
    expect(screen.queryByText('别处的')).toBeNull();
  });
});
