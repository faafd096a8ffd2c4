// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen, TOWNSHIP } from '../fake-device.tsx';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import SetupRoutes from '../../../../src/app/setup/routes.tsx';
import { groupsOf } from '../../../../src/app/setup/setup-form.ts';
import { WithWords } from '../with-words.tsx';

afterEach(cleanup);

const open = (device: FakeDevice) =>
  renderScreen(
    <WithWords>
      <Routes>
        <Route path="/setup/*" element={<SetupRoutes />} />
        <Route path="/office" element={<p>党政办页</p>} />
      </Routes>
    </WithWords>,
    { device, path: '/setup' },
  );

const VALUES: [label: string, text: string][] = [
  ['设置码', 'ABCD-2345'],
  ['乡镇名称', '复兴乡'],
  ['属于哪里', '白银市平川区'],
  ['办公室名称', '党政办'],
  ['你的姓名', '孙某'],
  ['职务', '党政办主任'],
  ['这台电脑叫什么', '党政办电脑'],
];
const FOUNDING = {
  code: 'ABCD-2345',
  township: '复兴乡',
  region: '白银市平川区',
  office: '党政办',
  person: { name: '孙某', post: '党政办主任' },
  deviceName: '党政办电脑',
};

async function fillIn(): Promise<void> {
  await screen.findByLabelText('设置码');
  for (const [label, text] of VALUES) {
    fireEvent.change(screen.getByLabelText(label), { target: { value: ` ${text} ` } });
  }
  fireEvent.click(screen.getByRole('button', { name: '建立' }));
}

const RECOVERY = '0123456789abcdef'.repeat(4);

describe('the first run', () => {
  it('founds the township and gives the recovery sheet; nobody leaves before it is put away', async () => {
    const device = fakeDevice({
      found: async () => {
        // As the real device does: it is the office's first before the answer is given.
        await device.setIdentity({ kind: 'office', unit: 'township' });
        return { ok: true, value: { township: TOWNSHIP, recovery: RECOVERY } };
      },
    });
    open(device);
    await fillIn();
    await screen.findByText('公开簿私钥（保密）');
    expect(device.calls.filter(({ name }) => name === 'found').map(({ args }) => args)).toEqual([[FOUNDING]]);
    expect(document.querySelector('.sheet-secret')?.textContent).toContain('0123 4567 89ab cdef');
    const leave = screen.getByRole('button', { name: '打印好、收好了，再打勾' });
    fireEvent.click(leave);
    expect(screen.queryByText('党政办页')).toBeNull();
    const closing = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(closing);
    expect(closing.defaultPrevented).toBe(true);
    fireEvent.click(screen.getByLabelText('我打印好了，放在锁着的柜子里了'));
    fireEvent.click(screen.getByRole('button', { name: '去党政办，加村、加人' }));
    await screen.findByText('党政办页');
  });

  it('asks for what is missing before anything is sent', async () => {
    const device = fakeDevice();
    open(device);
    await screen.findByLabelText('设置码');
    fireEvent.click(screen.getByRole('button', { name: '建立' }));
    expect(await screen.findAllByText('这里要填')).toHaveLength(6);
    expect(device.calls.some(({ name }) => name === 'found')).toBe(false);
  });

  const faults: ['wrong-code' | 'no-network' | 'not-valid' | 'storage-failed' | 'not-secure', RegExp][] = [
    ['wrong-code', /设置码不对/],
    ['no-network', /没有连上服务器/],
    ['not-valid', /有一处填得不合规定/],
    ['storage-failed', /不让存东西/],
    ['not-secure', /不是 https/],
  ];
  for (const [code, words] of faults) {
    it(`says what to do when it ends with ${code}, with the form still filled in`, async () => {
      open(fakeDevice({ found: async () => ({ ok: false, code }) }));
      await fillIn();
      await screen.findByText(words);
      expect((screen.getByLabelText('乡镇名称') as HTMLInputElement).value.trim()).toBe('复兴乡');
    });
  }

  it('says so when the server has been set up already', async () => {
    open(fakeDevice({ found: async () => ({ ok: false, code: 'already-set-up' }) }));
    await fillIn();
    await screen.findByText('这个服务器已经设置好了');
  });

  it('sends an enrolled device on to the office, and one that knows the township to its board', async () => {
    const device = fakeDevice();
    await device.setIdentity({ kind: 'office' });
    open(device);
    await waitFor(() => expect(screen.getByRole('link', { name: '去党政办' })).toBeTruthy());
    const stranger = fakeDevice();
    await stranger.db.meta.put({ key: 'township', value: { id: TOWNSHIP } });
    open(stranger);
    await screen.findByText(/不能再设置一次/);
  });

  it('has the form filled in as it was when the answer to it was lost', async () => {
    const device = fakeDevice();
    await device.db.meta.put({ key: 'founding', value: { setup: JSON.stringify(FOUNDING) } });
    open(device);
    await screen.findByDisplayValue('ABCD-2345');
    expect(screen.getByDisplayValue('党政办主任')).toBeTruthy();
  });
});

describe('a key on paper', () => {
  it('stands in lines of four groups of four digits', () => {
    expect(groupsOf(RECOVERY)).toEqual(Array.from({ length: 4 }, () => ['0123', '4567', '89ab', 'cdef']));
  });
});
