// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen } from '../fake-device.tsx';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import OfficeRoutes from '../../../../src/app/office/routes.tsx';
import { parseContent } from '../../../../src/domain/event-types.ts';
import { OFFICE } from '../../domain/samples.ts';
import { WithWords } from '../with-words.tsx';
import { registry } from '../write/drafts.ts';

afterEach(cleanup);

const WALL = {
  id: 'wall-1',
  unit: 'v1',
  kind: 'wall' as const,
  name: '东头墙',
  where: '村口',
  photo: null,
  closed: false,
};

const PHOTO = { hash: 'b'.repeat(64), width: 800, height: 600, caption: '' };

async function open(path: string): Promise<FakeDevice> {
  const device = fakeDevice({
    change: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }),
    keepPhoto: async (file) =>
      file.size > 3 ? { ok: true, value: PHOTO } : { ok: false, code: 'unreadable' },
  });
  await device.setIdentity({ key: OFFICE, kind: 'office', unit: 'township' });
  await device.setRegistry({ ...registry(), places: { 'wall-1': WALL } });
  await device.setContact({});
  const routes = (
    <Routes>
      <Route path="/office/*" element={<OfficeRoutes />} />
    </Routes>
  );
  renderScreen(<WithWords>{routes}</WithWords>, { device, path });
  return device;
}

const changes = (device: FakeDevice) =>
  device.calls.filter(({ name }) => name === 'change').map(({ args }) => args);
const type = (label: string, value: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('the office’s register of boards and walls', () => {
  it('lists each with its unit, and counts those in use', async () => {
    await open('/office/places');
    const row = (await screen.findByRole('link', { name: '东头墙' })).closest('tr');
    expect(row?.textContent).toBe('东头墙示范一村公开墙村口海报和扫码次数在用');
    expect(screen.getByText('公开栏 0 块，公开墙 1 面，喇叭 0 只')).toBeTruthy();
  });

  it('takes a new one when unit and name are there', async () => {
    const device = await open('/office/places/new');
    const save = await screen.findByRole('button', { name: '存好' });
    fireEvent.click(save);
    expect(screen.getAllByRole('alert').map((one) => one.textContent)).toEqual(['请选单位', '请写名称']);
    type('单位', 'v1');
    type('种类', 'board');
    type('名称', ' 院内公开栏 ');
    fireEvent.click(save);
    await waitFor(() => expect(changes(device)).toHaveLength(1));
    const [name, content] = changes(device)[0] as [string, object];
    expect(content).toMatchObject({ unit: 'v1', kind: 'board', name: '院内公开栏', closed: false });
    expect(parseContent(name, content).status).toBe('known');
  });

  it('closes one that is no longer used, under the same id', async () => {
    const device = await open('/office/places/wall-1');
    await screen.findByLabelText('还在用吗');
    type('还在用吗', 'closed');
    fireEvent.click(screen.getByRole('button', { name: '存好' }));
    await waitFor(() => expect(changes(device)[0]?.[1]).toEqual({ ...WALL, closed: true }));
  });

  it('takes a photo of it, says when one cannot be kept, and lets go of it again', async () => {
    const device = await open('/office/places/wall-1');
    const pick = (await screen.findByLabelText('选一张照片')) as HTMLInputElement;
    fireEvent.change(pick, { target: { files: [new File(['x'], 'bad.jpg')] } });
    await screen.findByText('这张照片没能存下来，请换一张。');
    fireEvent.change(pick, { target: { files: [new File(['a photo'], 'wall.jpg')] } });
    await screen.findByText('换一张');
    expect(screen.queryByText('这张照片没能存下来，请换一张。')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '存好' }));
    await waitFor(() => expect(changes(device)[0]?.[1]).toMatchObject({ id: 'wall-1', photo: PHOTO }));
  });
});
