// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen } from '../fake-device.tsx';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import MessageRoutes from '../../../../src/app/messages/routes.tsx';
import type { StatusResponse } from '../../../../src/sync/messages-protocol.ts';
import { hex, OFFICE } from '../../domain/samples.ts';
import { WithWords } from '../with-words.tsx';
import { registry } from '../write/drafts.ts';

afterEach(cleanup);

const NONE = { waiting: 0, sending: 0, sent: 0, delivered: 0, failed: 0, unsure: 0, expired: 0, dry: 0 };
const STATUS: StatusResponse = {
  mode: 'on',
  kind: 'smpp',
  fault: null,
  today: NONE,
  segments: { used: 6, limit: 5_000 },
  orders: [],
};
const GROUP = { id: 'g1', unit: 'v1', name: '一村村民', count: 2 };

async function open(path: string, answers: Parameters<typeof fakeDevice>[0] = {}): Promise<FakeDevice> {
  const device = fakeDevice(answers);
  await device.setIdentity({ key: OFFICE, kind: 'office', unit: 'township' });
  await device.setRegistry(registry());
  await device.setContact({});
  const value = { mode: 'on', groups: [GROUP], at: '2026-11-24T01:00:00.000Z' };
  await device.db.meta.put({ key: 'message-groups', value });
  const routes = (
    <Routes>
      <Route path="/office/messages/*" element={<MessageRoutes registry={registry()} />} />
    </Routes>
  );
  renderScreen(<WithWords>{routes}</WithWords>, { device, path });
  return device;
}
const withStatus = (part: Partial<StatusResponse>) => ({
  messageStatus: async () => ({ ok: true, value: { ...STATUS, ...part } }) as const,
});
const called = (device: FakeDevice, name: string) =>
  device.calls.filter((call) => call.name === name).map(({ args }) => args);
const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }));

describe('the office’s page of text messages', () => {
  it('says in plain words that there is no gateway', async () => {
    await open('/office/messages', withStatus({ mode: 'off', kind: null, segments: { used: 0, limit: 0 } }));
    await screen.findByText('还没有开通');
    expect(screen.queryByText('今天')).toBeNull();
  });

  it('says that it is a dry run, and what is wrong with the gateway', async () => {
    const fault = { code: 'login-refused', at: '2026-11-24T01:30:00.000Z' } as const;
    await open('/office/messages', withStatus({ mode: 'dry', fault }));
    await screen.findByText('试运行');
    expect(screen.getByRole('alert').textContent).toContain('网关不认账号或密码');
  });

  it('says when the day’s segments are used up', async () => {
    const today = { ...NONE, waiting: 4, delivered: 2 };
    await open('/office/messages', withStatus({ today, segments: { used: 5_000, limit: 5_000 } }));
    await screen.findByText(/今天的条数用完了/);
    expect(screen.getByText('今天用了 5000 条，每天最多 5000 条')).toBeTruthy();
  });

  it('sends again to those who were not reached, after it was asked', async () => {
    const order = {
      id: hex('d1'),
      unit: 'v1',
      notice: hex(1),
      acceptedAt: '2026-11-24T01:00:00.000Z',
      segments: 2,
      problem: null,
      repeated: 0,
      counts: { ...NONE, delivered: 5, failed: 1, unsure: 1 },
    };
    const device = await open('/office/messages', withStatus({ orders: [order] }));
    await screen.findByText('送到 5 人，共 7 人');
    press('没送到的再发一次');
    const dialog = screen.getByRole('alertdialog');
    expect(dialog.textContent).toContain('再发给 2 人？');
    expect(dialog.textContent).toContain('可能会收到两次');
    fireEvent.click(within(dialog).getByRole('button', { name: '没送到的再发一次' }));
    await screen.findByText('1 人重新排队了。');
    expect(called(device, 'sendMessagesAgain')).toEqual([[order.id]]);
  });

  it('without a network says so, and asks again when told', async () => {
    const device = await open('/office/messages');
    await screen.findByText(/现在没有网/);
    press('再问一次');
    await waitFor(() => expect(called(device, 'messageStatus').length).toBeGreaterThan(1));
  });
});

describe('a group of receivers', () => {
  it('is made with a name and the unit that may use it', async () => {
    const device = await open('/office/messages/groups/new');
    await screen.findByLabelText(/名称/);
    press('存好');
    expect(screen.getByRole('alert').textContent).toBe('请写名称');
    fireEvent.change(screen.getByLabelText(/名称/), { target: { value: '  党员 ' } });
    fireEvent.change(screen.getByLabelText('哪个单位能用'), { target: { value: 'v1' } });
    press('存好');
    await waitFor(() =>
      expect(called(device, 'changeMessageGroup')).toMatchObject([[{ do: 'set', name: '党员', unit: 'v1' }]]),
    );
  });

  it('takes a paste, says which lines it cannot use, and never shows a whole number', async () => {
    const people = [{ id: 4, name: '张三', number: '138****0001' }];
    const device = await open('/office/messages/groups/g1', {
      messageReceivers: async () => ({ ok: true, value: people }),
    });
    await screen.findByText('138****0001');
    const pasted = '张三 13800000001\n李四\t13800000002\n13800000001\n没有';
    fireEvent.change(screen.getByLabelText(/粘贴在这里/), { target: { value: pasted } });
    expect(screen.getByText('读到 2 个号码')).toBeTruthy();
    expect(screen.getByText('1 行是重复的，已合并')).toBeTruthy();
    expect(screen.getByText(/第 4 行没有看到手机号/)).toBeTruthy();
    press('加进去 2 人');
    const receivers = [
      { number: '13800000001', name: '张三' },
      { number: '13800000002', name: '李四' },
    ];
    await waitFor(() =>
      expect(called(device, 'changeMessageGroup')).toEqual([[{ do: 'add', id: 'g1', receivers }]]),
    );
    press('去掉 138****0001');
    await waitFor(() =>
      expect(called(device, 'changeMessageGroup')[1]).toEqual([{ do: 'drop', id: 'g1', receivers: [4] }]),
    );
  });

  it('reads a file of commas', async () => {
    await open('/office/messages/groups/g1');
    const input = await screen.findByLabelText(/从表格读/);
    const file = new File(['姓名,电话\n张三,13800000001\n'], '名单.csv', { type: 'text/csv' });
    file.arrayBuffer ??= async () =>
      new TextEncoder().encode('姓名,电话\n张三,13800000001\n').buffer as ArrayBuffer;
    fireEvent.change(input, { target: { files: [file] } });
    await screen.findByText('读到 1 个号码');
  });

  it('is deleted only after it was asked', async () => {
    const device = await open('/office/messages/groups/g1');
    await screen.findByRole('button', { name: '删掉这一组' });
    press('删掉这一组');
    expect(screen.getByRole('alertdialog').textContent).toContain('号码一起删掉');
    fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: '删掉这一组' }));
    await waitFor(() => expect(called(device, 'changeMessageGroup')).toEqual([[{ do: 'delete', id: 'g1' }]]));
  });
});
