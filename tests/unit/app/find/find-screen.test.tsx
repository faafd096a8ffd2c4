// @vitest-environment jsdom
import { fakeDevice, renderScreen } from '../fake-device.tsx';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router';
import { describe, expect, it } from 'vitest';
import FindRoutes from '../../../../src/app/find/routes.tsx';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';
import type { NoticeEvent } from '../../../../src/domain/notice/notice.ts';
import { hex, published, sampleRegistry, withdrawn } from '../../domain/samples.ts';

const Where = () => <p data-testid="where">{useLocation().search}</p>;

async function device(kind: 'phone' | 'tablet', events: NoticeEvent[]) {
  const fake = fakeDevice();
  await fake.setIdentity({ unit: 'v1', kind });
  await fake.setRegistry({ ...sampleRegistry(), catalogue: READY_MADE });
  await fake.setBoard('v1', events);
  return fake;
}

/** Opens a screen, and waits for its frame: a phone's or a tablet's. */
async function open(fake: Awaited<ReturnType<typeof device>>, path = '/b/v1/find'): Promise<void> {
  renderScreen(
    <>
      <Where />
      <Routes>
        <Route path="/b/:unit/find/*" element={<FindRoutes />} />
        <Route path="/b/:unit/n/:notice/me" element={<FindRoutes />} />
      </Routes>
    </>,
    { device: fake, path },
  );
  const identity = (await fake.db.meta.get('identity')) as { value: { kind: string } };
  if (identity.value.kind === 'tablet') await screen.findByRole('navigation', { name: '主要按钮' });
}

const titles = (): string[] =>
  [...document.querySelectorAll('.row-title')].map((one) => one.textContent ?? '');
const marked = (): string[] =>
  [...document.querySelectorAll('.found-word')].map((one) => one.textContent ?? '');
const types = async (words: string): Promise<void> =>
  void fireEvent.change(await screen.findByLabelText('找什么'), { target: { value: words } });

const withEntry = (event: NoticeEvent, id: string): NoticeEvent =>
  ({ ...event, content: { ...(event.content as object), entry: { id, name: id } } }) as NoticeEvent;

describe('finding', () => {
  it('finds while the words are typed, marks them, and says how many there are', async () => {
    await open(await device('tablet', [published(0, '扶贫补贴怎么领'), published(1, '十月账目')]));
    await types('补');
    await waitFor(() => expect(titles()).toEqual(['扶贫补贴怎么领']));
    expect(screen.getByText('找到 1 条').getAttribute('aria-live')).toBe('polite');
    await types('fpbt');
    await waitFor(() => expect(marked()).toEqual(['扶贫补贴']));
    await types('没有的');
    expect(await screen.findByText('没有找到')).toBeTruthy();
  });

  it('marks a withdrawn notice and gives the reason', async () => {
    await open(await device('tablet', [published(0, '发重的'), withdrawn(1, hex(1), hex(1))]));
    await types('发重');
    expect(await screen.findByText('已撤回')).toBeTruthy();
    expect(screen.getByText('撤回原因：发重了')).toBeTruthy();
  });

  it('offers subjects before anything is typed, and finds by them', async () => {
    const money = withEntry(published(0, '十月账目'), 'money-accounts');
    await open(await device('tablet', [money, published(1, '补贴怎么领')]));
    await userEvent.click(await screen.findByRole('button', { name: '村里的钱' }));
    await waitFor(() => expect(titles()).toEqual(['十月账目']));
    expect(screen.getByLabelText('哪一类')).toHaveProperty('value', 'money');
  });

  it('takes in what comes while it stands', async () => {
    const fake = await device('tablet', [published(0, '补贴')]);
    await open(fake);
    await types('补贴');
    await waitFor(() => expect(titles()).toEqual(['补贴']));
    await act(() => fake.setBoard('v1', [published(0, '补贴'), published(1, '补贴二')]));
    await waitFor(() => expect(titles()).toContain('补贴'));
  });

  it('leaves what was typed in the address of a phone, and nowhere on a tablet', async () => {
    await open(await device('phone', [published(0, '补贴')]));
    await types('补贴');
    await waitFor(() => expect(screen.getByTestId('where').textContent).toContain('q='));
    await open(await device('tablet', [published(0, '补贴')]));
    await types('补贴');
    expect(screen.getByTestId('where').textContent).toBe('');
  });
});

const list = (): NoticeEvent => {
  const event = published(0, '低保名单');
  const rows = {
    type: 'table',
    label: '名单',
    columns: [
      { id: 'person', name: '户主', type: 'person' },
      { id: 'idNumber', name: '身份证号', type: 'id' },
      { id: 'amount', name: '金额', type: 'money' },
    ],
    rows: [
      ['王某某', '620403********0018', 20_500],
      ['赵某', '620403********1234', 41_000],
      ['马某', '620403********1234', 10_000],
    ],
  };
  const content = { ...(event.content as object), kind: 'benefit-list', fields: { rows } };
  return { ...event, content } as NoticeEvent;
};
const presses = async (...keys: string[]): Promise<void> => {
  for (const name of keys) await userEvent.click(await screen.findByRole('button', { name }));
};

describe('am I in it', () => {
  const path = `/b/v1/n/${hex(1)}/me`;

  it('finds by four figures on large keys, says the row, and marks it', async () => {
    await open(await device('tablet', [list()]), path);
    await presses('0', '0', '1', '8');
    expect(await screen.findByText(/^王某某，.*二百零五元/)).toBeTruthy();
    expect(document.querySelector('tr.reading')?.textContent).toContain('王某某');
    await presses('再找一个人');
    expect(document.querySelector('tr.reading')).toBeNull();
  });

  it('goes from one row to the next when several have the same figures', async () => {
    await open(await device('tablet', [list()]), path);
    await presses('1', '2', '3', '4');
    await screen.findByText(/^赵某，/);
    await presses('看下一行');
    await screen.findByText(/^马某，/);
    expect(document.querySelector('tr.reading')?.textContent).toContain('马某');
  });

  it('takes X only as the last, and figures back', async () => {
    await open(await device('tablet', [list()]), path);
    await presses('字母 X', '9', '退一位', '0', '0', '1', '8');
    expect(await screen.findByText(/^王某某，/)).toBeTruthy();
  });

  it('finds by name, and says what to do when nobody is found', async () => {
    await open(await device('phone', [list()]), path);
    await userEvent.type(await screen.findByLabelText('您的名字'), '赵某{Enter}');
    await screen.findByText(/^赵某，/);
    await presses('再找一个人');
    await userEvent.type(screen.getByLabelText('您的名字'), '孙某{Enter}');
    expect(await screen.findByText('这份名单里没有找到')).toBeTruthy();
    expect(screen.getByText(/请问负责人李某/)).toBeTruthy();
  });

  it('says so when a notice has no list', async () => {
    await open(await device('tablet', [published(0, '值班')]), path);
    expect(await screen.findByText('这一条公告里没有名单')).toBeTruthy();
  });

  it('leaves nothing in the device’s tables', async () => {
    const fake = await device('tablet', [list()]);
    await open(fake, path);
    await presses('0', '0', '1', '8');
    await screen.findByText(/^王某某，/);
    expect(JSON.stringify(await fake.db.meta.toArray())).not.toContain('0018');
    expect(localStorage.length + sessionStorage.length).toBe(0);
  });
});
