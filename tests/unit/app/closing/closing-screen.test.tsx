// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen, TOWNSHIP } from '../fake-device.tsx';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
// Loaded later by the office; here at once, so that no test waits for it.
import '../../../../src/app/closing/routes.tsx';
import OfficeRoutes from '../../../../src/app/office/routes.tsx';
import type { Registry } from '../../../../src/domain/registry/registry.ts';
import { MONTHLY } from '../../domain/due/sample.ts';
import { OFFICE, published } from '../../domain/samples.ts';
import { hash, item } from '../sent/items.ts';
import { WithWords } from '../with-words.tsx';
import { registry } from '../write/drafts.ts';

afterEach(cleanup);

/** v1 answers from the beginning of 2025 for what is due each month. */
const answering = (part: Partial<Registry> = {}): Registry => {
  const sample = registry();
  return {
    ...sample,
    catalogue: [MONTHLY],
    units: { ...sample.units, v1: { ...sample.units['v1']!, dueFrom: '2025-01-01' } },
    ...part,
  };
};

async function computer(held: Registry, contact: object = {}): Promise<FakeDevice> {
  const device = fakeDevice({
    change: async (type, content, title) => {
      const id = hash('c1');
      await device.db.outbox.put(
        item({ id, type, title, body: JSON.stringify(content), stream: `${TOWNSHIP}/registry` }),
      );
      return { ok: true, value: { id } };
    },
  });
  await device.setIdentity({ key: OFFICE, kind: 'office', unit: 'township' });
  await device.setRegistry(held);
  await device.setContact({ lastContact: '2026-11-24T01:00:00.000Z', ...contact });
  return device;
}

const open = (device: FakeDevice, path = '/office/closing') =>
  renderScreen(
    <WithWords>
      <Routes>
        <Route path="/office/*" element={<OfficeRoutes />} />
      </Routes>
    </WithWords>,
    { device, path },
  );

const closing = { year: 2025, missing: 4, at: '2026-02-01T00:00:00.000Z', by: OFFICE, number: 7 };

describe('the yearly closing', () => {
  it('lists first what was never told, and says that there is no way back', async () => {
    const device = await computer(answering());
    open(device);
    const title = await screen.findByRole('heading', { name: /还没公开的 \d+ 项/ });
    const count = Number(/\d+/.exec(title.textContent)![0]);
    expect(count).toBe(12);
    screen.getByText(`示范一村：${count} 项`);
    expect(screen.getAllByText(/到期$/)).toHaveLength(count);
    fireEvent.click(screen.getByRole('button', { name: '结 2025 年的账' }));
    const dialog = within(screen.getByRole('alertdialog'));
    dialog.getByText(/结了就不能再打开/);
    dialog.getByText(`还有 ${count} 项没公开，这个数会写在封面上。`);
    fireEvent.click(dialog.getByRole('button', { name: '结账' }));
    await screen.findByText('2025年结账');
    const [call] = device.calls.filter(({ name }) => name === 'change');
    expect(call!.args.slice(0, 2)).toEqual(['year.closed', { year: 2025, missing: count, heads: [] }]);
  });

  it('does not close a year that is not over', async () => {
    open(await computer(answering()), '/office/closing?year=2026');
    await screen.findByText('2026年还没有过完，过完了才能结账。');
    expect(screen.queryByRole('button', { name: /结 .* 的账/ })).toBeNull();
  });

  it('waits for boards that have not come yet', async () => {
    open(await computer(answering(), { pulling: { held: 1, size: 9 } }));
    await screen.findByText(/还没有到这台电脑/);
    const button = screen.getByRole('button', { name: '结 2025 年的账' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
  });

  it('lists what of a closed year was touched since, and marks it', async () => {
    const device = await computer(answering({ closings: { 2025: closing } }));
    const late = published(0, '补的公告');
    const content = { ...(late.content as object), period: '2025-12' };
    await device.setBoard('v1', [{ ...late, content } as typeof late, published(1, '今年的公告')]);
    open(device);
    await screen.findByRole('heading', { name: '结账以后动过的 1 件' });
    screen.getByRole('link', { name: '补的公告' });
    screen.getByText('结账后公开');
    expect(screen.queryByText('今年的公告')).toBeNull();
    // The cover sheet waits for the township's signed head.
    await screen.findByText(/乡里还没有确认/);
  });

  it('makes the archive of the year, and says what to do when it cannot', async () => {
    const device = await computer(answering());
    open(device);
    const make = await screen.findByRole('button', { name: '做 2025 年的档案' });
    fireEvent.click(make);
    await screen.findByText('没做成，什么都没有丢。连上网再点一次。');
    expect(device.calls.filter(({ name }) => name === 'archive').map(({ args }) => args[0])).toEqual([2025]);
    screen.getByRole('button', { name: '做 2025 年的档案' });
  });
});
