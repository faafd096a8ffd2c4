// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen } from '../fake-device.tsx';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes, useLocation } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import SentRoutes from '../../../../src/app/sent/routes.tsx';
import { sampleRegistry, TABLET } from '../../domain/samples.ts';
import { WithWords } from '../with-words.tsx';
import { draft } from '../write/drafts.ts';
import { hash, item, received, STREAM } from './items.ts';

const Elsewhere = () => <p>{useLocation().pathname}</p>;

async function phone(answers: Parameters<typeof fakeDevice>[0] = {}): Promise<FakeDevice> {
  const device = fakeDevice(answers);
  await device.setIdentity({});
  await device.setRegistry(sampleRegistry());
  await device.setContact({ state: 'no-network' });
  return device;
}

const open = (device: FakeDevice, language: 'zh-CN' | 'en' = 'zh-CN') =>
  renderScreen(
    <WithWords>
      <Routes>
        <Route path="/sent/*" element={<SentRoutes />} />
        <Route path="*" element={<Elsewhere />} />
      </Routes>
    </WithWords>,
    { device, path: '/sent', language, now: () => Date.parse('2026-11-24T02:12:00.000Z') },
  );

const rungs = (): string[] => screen.getAllByRole('listitem').map((rung) => rung.textContent ?? '');
const called = (device: FakeDevice, name: string) =>
  device.calls.filter((call) => call.name === name).map((call) => call.args);

afterEach(cleanup);

describe('the outbox', () => {
  it('tells each step with its time, and claims no more than was proved', async () => {
    const device = await phone();
    await device.db.outbox.put(item());
    open(device);
    await screen.findByText('修路通知');
    await waitFor(() =>
      expect(rungs()).toEqual([
        expect.stringMatching(/^存在这部手机里.*10:00$/),
        expect.stringMatching(/^等网络，有网自动发.*等了 12 分钟$/),
        expect.stringMatching(/^乡里收到，记入公开簿/),
        expect.stringMatching(/^出现在v1平板上/),
      ]),
    );
    expect(screen.getByText('手机里还有 1 条')).toBeTruthy();
  });

  it('tells of the receipt, the photos and the tablet as each is proved', async () => {
    const device = await phone();
    const files = [{ hash: hash(1), bytes: 100, sent: 40, receipt: null }];
    await device.db.outbox.put(received({ files }));
    open(device);
    await screen.findByText('乡里收到，第 8 号');
    // Who has a tablet comes from another table.
    await waitFor(() => expect(rungs().join()).toContain('等平板联系乡里'));
    expect(rungs().join()).toContain('照片 0/1');
    expect(rungs().join()).toContain('已传 40%');
    await device.db.contacts.put({
      key: TABLET,
      at: '2026-11-24T02:06:00.000Z',
      held: { [STREAM]: 8 },
      report: null,
    });
    await screen.findByText('平板报来：已有这一条');
  });

  it('says in words why the township refused an item, and takes it back to be put right', async () => {
    const saved: unknown[] = [];
    const device = await phone({
      newDraft: async () => ({ ok: true, value: draft({ id: 'd7' }) }),
      saveDraft: async (row) => {
        saved.push(row);
        return { ok: true, value: undefined };
      },
    });
    const problem = { code: 'not-allowed', at: '2026-11-24T02:05:00.000Z' };
    await device.db.outbox.put(item({ phase: 'refused', problem }));
    open(device);
    await screen.findAllByText(/你现在不能替这个村公开/);
    fireEvent.click(screen.getByRole('button', { name: '拿回来改' }));
    await screen.findByText('/write/d7');
    expect(saved).toMatchObject([{ id: 'd7', content: { title: '修路通知', officer: '李某' } }]);
    expect(await device.db.outbox.count()).toBe(1);
  });

  it('tries one again, and all of them', async () => {
    const device = await phone();
    await device.db.outbox.bulkPut([item({ id: hash('e0') }), item()]);
    open(device);
    const [newest] = await screen.findAllByRole('button', { name: '再试一次' });
    fireEvent.click(newest as HTMLElement);
    fireEvent.click(await screen.findByRole('button', { name: '现在都再试一次' }));
    await waitFor(() => expect(called(device, 'contactNow')).toHaveLength(1));
    expect(called(device, 'retry')).toEqual([[item().id], []]);
  });

  const losses: [what: string, row: ReturnType<typeof item>, button: string, words: RegExp][] = [
    ['everything, before it was taken in', item(), '删除', /只在这部手机里。删了就没有了/],
    [
      'the photos, while they are on their way',
      received({ files: [{ hash: hash(1), bytes: 1, sent: 0, receipt: null }] }),
      '删除',
      /没传完的 1 张照片会丢掉/,
    ],
    ['nothing, after it has arrived', received({ phase: 'complete' }), '拿掉', /公开栏上不会少/],
  ];
  for (const [what, row, button, words] of losses) {
    it(`asks before an item is deleted, and says what is lost: ${what}`, async () => {
      const device = await phone();
      await device.db.outbox.put(row);
      open(device);
      fireEvent.click(await screen.findByRole('button', { name: button }));
      const dialog = within(screen.getByRole('alertdialog'));
      dialog.getByText(words);
      expect(called(device, 'deleteItem')).toEqual([]);
      fireEvent.click(dialog.getByRole('button', { name: button }));
      expect(called(device, 'deleteItem')).toEqual([[row.id]]);
    });
  }

  it('saves an item to a file named by its title', async () => {
    const clicked: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    URL.createObjectURL = () => 'blob:x';
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      clicked.push(this.download);
    };
    const device = await phone({ exportItem: async () => new Blob(['{}'], { type: 'application/json' }) });
    await device.db.outbox.put(item({ title: '../修路\u202e:通知' }));
    open(device);
    fireEvent.click(await screen.findByRole('button', { name: '存成文件' }));
    await waitFor(() => expect(clicked).toEqual(['公开栏-..-修路-通知.json']));
    HTMLAnchorElement.prototype.click = click;
  });

  it('folds what arrived more than a day ago into one line, the newest on top', async () => {
    const device = await phone();
    const long = received({
      id: hash(1),
      title: '前天的',
      phase: 'complete',
      completedAt: '2026-11-22T02:00:00.000Z',
    });
    await device.db.outbox.bulkPut([long, item({ title: '今天的' })]);
    const { container } = open(device);
    await screen.findByText('今天的');
    const texts = [...container.querySelectorAll('.card')].map((card) => card.textContent ?? '');
    expect(texts.map((text) => text.slice(0, 3))).toEqual(['今天的', '前天的']);
    expect(container.querySelectorAll('details')).toHaveLength(1);
    expect(container.querySelector('details')?.open).toBe(false);
  });

  it('says so when nothing was ever published', async () => {
    open(await phone());
    await screen.findByText('还没有公开过');
  });

  it('speaks English too', async () => {
    const device = await phone();
    await device.db.outbox.put(item());
    open(device, 'en');
    await screen.findByText('1 still in this phone');
  });
});
