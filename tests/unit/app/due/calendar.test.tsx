// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen } from '../fake-device.tsx';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CalendarScreen } from '../../../../src/app/due/calendar-screen.tsx';
import * as words from '../../../../src/app/due/messages.ts';
import { addMessages } from '../../../../src/app/i18n/i18n.ts';
import { CADRE, sampleRegistry } from '../../domain/samples.ts';
import { MONTHLY, OCCASION } from '../../domain/due/sample.ts';

/** A village that answers since August, on 24 November 2026: nothing was published. */
async function device(): Promise<FakeDevice> {
  const state = sampleRegistry();
  const made = fakeDevice({});
  await made.setRegistry({
    ...state,
    units: { ...state.units, v1: { ...state.units['v1']!, dueFrom: '2026-08-01' } },
    catalogue: [
      { ...MONTHLY, name: '收支账目' },
      { ...OCCASION, name: '工程' },
    ],
  });
  await made.setContact({});
  await made.setIdentity({ key: CADRE, kind: 'phone' });
  await made.setBoard('v1', []);
  return made;
}

const open = async (path: string) => {
  renderScreen(<CalendarScreen />, { device: await device(), path });
  addMessages('due', words);
  await screen.findByRole('navigation', { name: '怎么看' });
};

describe('what a unit has due', () => {
  it('is a list: what is late first, then the next three months, then what waits for an occasion', async () => {
    await open('/due/calendar?view=list');
    expect(await screen.findByRole('heading', { name: '已经过期' })).toBeTruthy();
    expect(screen.getAllByText(/收支账目 · 2026年/).map((one) => one.textContent)).toEqual([
      '收支账目 · 2026年8月',
      '收支账目 · 2026年9月',
      '收支账目 · 2026年10月',
      '收支账目 · 2026年11月',
      '收支账目 · 2026年12月',
    ]);
    expect(screen.getByText('什么时候：项目到了下一步')).toBeTruthy();
    expect(screen.getByText('还没有公开过')).toBeTruthy();
  });

  it('is a year: each month says how much was due and what is missing, and opens', async () => {
    await open('/due/calendar?view=year&year=2026');
    const november = await screen.findByRole('link', { name: /11月/ });
    expect(november.textContent).toContain('0/1');
    expect(november.textContent).toContain('缺 1 项');
    expect(november.getAttribute('href')).toBe('/due/calendar?view=month&month=2026-11');
    expect(screen.getByRole('link', { name: /12月/ }).textContent).toContain('还有 1 项');
    expect(screen.getByRole('link', { name: /^7月/ }).textContent).toContain('没有到期的');
  });

  it('is a month, as before', async () => {
    await open('/due/calendar?month=2026-11');
    const day = await screen.findByRole('heading', { name: /11月20日/ });
    expect(within(day.closest('section')!).getByText(/收支账目/)).toBeTruthy();
  });
});
