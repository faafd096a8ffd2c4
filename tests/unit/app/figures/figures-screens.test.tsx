// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen, TOWNSHIP } from '../fake-device.tsx';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import { csvOf, xlsxOf } from '../../../../src/app/figures/export.ts';
import { choiceOf } from '../../../../src/app/figures/choice.ts';
import FiguresRoutes from '../../../../src/app/figures/routes.tsx';
import * as words from '../../../../src/app/figures/messages.ts';
import * as officeWords from '../../../../src/app/office/messages.ts';
import { addMessages } from '../../../../src/app/i18n/i18n.ts';
import type { NoticeEvent } from '../../../../src/domain/notice/notice.ts';
import { event, hex, OFFICE, published } from '../../domain/samples.ts';
import { day } from '../../domain/due/sample.ts';
import { registry } from '../write/drafts.ts';

afterEach(cleanup);

const broadcast = (number: number, notice: string): NoticeEvent =>
  event(number, 'outing.made', {
    notice,
    revision: notice,
    form: 'broadcast',
    place: null,
    at: '2026-11-24T10:00:00.000+08:00',
    photo: null,
    position: null,
    count: 2,
    segments: null,
    note: '',
  }) as NoticeEvent;

async function computer(): Promise<FakeDevice> {
  const device = fakeDevice();
  await device.setIdentity({ key: OFFICE, kind: 'office', unit: 'township' });
  await device.setRegistry(registry());
  await device.setContact({});
  await device.setBoard('v1', [
    published(0, '一号'),
    published(1, '二号'),
    broadcast(2, hex(1)),
    broadcast(3, hex(1)),
  ]);
  return device;
}

function open(device: FakeDevice, path: string): void {
  renderScreen(
    <Routes>
      <Route path="/office/figures" element={<FiguresRoutes />} />
      <Route path="/office/hanging" element={<FiguresRoutes />} />
    </Routes>,
    { device, path },
  );
  addMessages('figures', words);
  addMessages('office', officeWords);
}

const lines = (): number => document.querySelectorAll('.figures-list li').length;

describe('the figures of the office', () => {
  it('open the records that they count, as many as they say', async () => {
    open(await computer(), '/office/figures');
    fireEvent.click(await screen.findByRole('link', { name: /^2\s*平台公开/ }));
    await screen.findByRole('heading', { name: /平台公开 2 条/ });
    expect(lines()).toBe(2);
    fireEvent.click(screen.getByRole('link', { name: /^1\s*其他形式公开/ }));
    await screen.findByRole('heading', { name: /其他形式公开 1 条/ });
    expect(lines()).toBe(1);
    expect(screen.getByText(/广播，记了 2 次，算 1 条/)).toBeTruthy();
  });

  it('are empty for a time in which nothing was published, and say so', async () => {
    open(await computer(), '/office/figures?of=2026-10&list=platform');
    await screen.findByRole('heading', { name: /平台公开 0 条/ });
    expect(screen.getByText('这段时间没有。')).toBeTruthy();
  });

  it('say which boards have not come to this computer yet', async () => {
    const device = await computer();
    await device.setContact({ lastContact: null, state: 'checking' });
    await device.db.heads.delete(`${TOWNSHIP}/v1/public`);
    open(device, '/office/figures');
    expect(await screen.findByText(/还有 \d 个单位的公开栏没到这台电脑/)).toBeTruthy();
  });

  it('leave as a table that spreadsheets read, with no text that runs as a formula', async () => {
    const rows = [
      ['单位', '平台公开'],
      ['=示范"一"村', 3],
    ];
    expect(new Uint8Array(await csvOf(rows).arrayBuffer()).slice(0, 3)).toEqual(
      new Uint8Array([0xef, 0xbb, 0xbf]),
    );
    expect(await csvOf(rows).text()).toContain('单位,平台公开\r\n"\'=示范""一""村",3\r\n');
    expect((await xlsxOf(rows, '公开了多少')).size).toBeGreaterThan(1_000);
  });

  it('keep to what the address says, and to this year where it says nothing that can be read', () => {
    const choice = (search: string) => choiceOf(new URLSearchParams(search), day('2026-11-24'));
    expect(choice('').period?.id).toBe('2026');
    expect(choice('of=2026-Q3&list=walls')).toMatchObject({ period: { id: '2026-Q3' }, list: 'walls' });
    expect(choice('from=2026-02-01&to=2026-02-28').stretch).toEqual({
      first: '2026-02-01',
      last: '2026-02-28',
    });
    expect(choice('from=2026-02-30&to=2026-01-01&of=x&list=y')).toMatchObject({
      period: { id: '2026' },
      list: null,
    });
  });
});

describe('the board of boards', () => {
  it('says for each place what hangs', async () => {
    open(await computer(), '/office/hanging');
    expect(await screen.findByRole('heading', { name: '墙上贴着什么' })).toBeTruthy();
  });
});
