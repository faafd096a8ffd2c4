// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen } from '../fake-device.tsx';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import FiguresRoutes from '../../../../src/app/figures/routes.tsx';
import * as words from '../../../../src/app/figures/messages.ts';
import * as officeWords from '../../../../src/app/office/messages.ts';
import { addMessages } from '../../../../src/app/i18n/i18n.ts';
import type { VisitMonth } from '../../../../src/domain/counting/visits.ts';
import type { Device } from '../../../../src/sync/client/device.ts';
import { CADRE, OFFICE } from '../../domain/samples.ts';
import { registry } from '../write/drafts.ts';

afterEach(cleanup);
afterEach(() => vi.restoreAllMocks());

const VISITS: VisitMonth[] = [
  { month: '2026-03', unit: 'v1', kind: 'board', count: 4 },
  { month: '2026-11', unit: 'v1', kind: 'board', count: 8 },
  { month: '2026-11', unit: 'v2', kind: 'board', count: 3 },
  { month: '2026-11', unit: 'v2', kind: 'scan', count: 2 },
];

async function computer(visitMonths: Device['visitMonths'], key = OFFICE): Promise<FakeDevice> {
  const device = fakeDevice({ visitMonths });
  await device.setIdentity({ key, kind: 'office', unit: 'township' });
  await device.setRegistry(registry());
  await device.setContact({});
  return device;
}

function open(device: FakeDevice, path = '/office/visits'): void {
  renderScreen(
    <Routes>
      <Route path="/office/visits" element={<FiguresRoutes />} />
    </Routes>,
    { device, path },
  );
  addMessages('figures', words);
  addMessages('office', officeWords);
}

const told = async (): ReturnType<Device['visitMonths']> => ({ ok: true, value: VISITS });
const cells = (row: HTMLElement): (string | null)[] =>
  within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

describe('how many came to look, for the office', () => {
  it('shows every unit by the month, with totals, and each kind on its own', async () => {
    open(await computer(told));
    const table = await screen.findByRole('table');
    const rows = within(table).getAllByRole('row');
    const v1 = rows.find((row) => row.textContent?.startsWith('示范一村'))!;
    expect(cells(v1)).toEqual(['0', '0', '4', '0', '0', '0', '0', '0', '0', '0', '8', '0', '12']);
    expect(cells(rows[rows.length - 1]!).slice(-3)).toEqual(['11', '0', '15']);
    await userEvent.click(screen.getByRole('button', { name: '2扫海报' }));
    expect(
      cells(
        within(await screen.findByRole('table'))
          .getAllByRole('row')
          .pop()!,
      ).slice(-1),
    ).toEqual(['2']);
  });

  it('draws the most visited unit first', async () => {
    open(await computer(told));
    const bars = await screen.findByRole('region', { name: '各单位 · 打开公开栏' });
    const names = within(bars)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(names.slice(0, 2)).toEqual(['示范一村12 次', '示范二村3 次']);
  });

  it('asks for the year that was chosen', async () => {
    const device = await computer(told);
    open(device, '/office/visits?year=2025');
    await screen.findByRole('table');
    expect(device.calls.filter(({ name }) => name === 'visitMonths')).toEqual([
      { name: 'visitMonths', args: [2025] },
    ]);
  });

  it('goes along as a file: one line for each unit and month, then the sums', async () => {
    const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
    vi.spyOn(URL, 'revokeObjectURL').mockReturnValue(undefined);
    open(await computer(told));
    await userEvent.click(await screen.findByRole('button', { name: '.csv' }));
    await vi.waitFor(() => expect(made).toHaveBeenCalled());
    const text = await (made.mock.calls[0]![0] as Blob).text();
    expect(text.replace('\uFEFF', '').trim().split('\r\n')).toEqual([
      '单位,月份,扫海报,打开公开栏,打开公告',
      '示范一村,3,0,4,0',
      '示范一村,11,0,8,0',
      '示范二村,11,2,3,0',
      '合计,,2,15,0',
    ]);
  });

  it('says that it needs a network, and asks again by a button', async () => {
    let tries = 0;
    open(
      await computer(async () => {
        tries += 1;
        return tries === 1 ? { ok: false, code: 'no-network' } : { ok: true, value: VISITS };
      }),
    );
    await screen.findByText('现在数不到');
    await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
    expect(await screen.findByRole('table')).toBeTruthy();
  });

  it('is closed to who is not of the office, and nothing is asked', async () => {
    const device = await computer(told, CADRE);
    open(device);
    expect(await screen.findByText('这里是党政办用的')).toBeTruthy();
    expect(device.calls.some(({ name }) => name === 'visitMonths')).toBe(false);
  });
});
