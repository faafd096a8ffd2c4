// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen, TOWNSHIP } from '../fake-device.tsx';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { describe, expect, it } from 'vitest';
import * as box from '../../../../src/app/box/messages.ts';
import { BoxScreen } from '../../../../src/app/box/box-screen.tsx';
import { addMessages } from '../../../../src/app/i18n/i18n.ts';
import * as receipt from '../../../../src/app/receipt/messages.ts';
import { INSPECTOR_DESK } from '../../../../src/domain/desk/events.ts';
import type { Registry } from '../../../../src/domain/registry/registry.ts';

const CODE = '1234 5678 9012 3456 7897';
const ID = 'ab'.repeat(32);
const NO_REGISTRY = { name: '复兴乡', units: {}, members: {}, devices: {}, desks: {} };
const registry = (open: boolean): Registry => {
  const desks = open ? { [INSPECTOR_DESK]: { key: '04', holders: {} } } : {};
  return { ...NO_REGISTRY, logKey: TOWNSHIP, desks } as unknown as Registry;
};

function WithBoxWords() {
  useState(() => {
    addMessages('box', box);
    addMessages('receipt', receipt);
  });
  return <BoxScreen />;
}

function Where() {
  return <p data-testid="where">{useLocation().pathname}</p>;
}

async function open(device: FakeDevice, desk = true): Promise<void> {
  await device.setRegistry(registry(desk));
  renderScreen(
    <Routes>
      <Route path="/box" element={<WithBoxWords />} />
      <Route path="*" element={<Where />} />
    </Routes>,
    { device, path: '/box' },
  );
  await screen.findByRole('heading', { name: '举报箱' });
}

const press = async (name: string | RegExp): Promise<void> => {
  await userEvent.click((await screen.findAllByRole('button', { name }))[0]!);
};
const sealing = (): FakeDevice =>
  fakeDevice({ sealTo: async () => ({ ok: true, value: { code: CODE, id: ID } }) });

async function written(device: FakeDevice): Promise<void> {
  await open(device);
  await press('写举报');
  await userEvent.click(screen.getByRole('textbox', { name: /要说的事/ }));
  await userEvent.paste('修路的钱对不上');
}

describe('the report box', () => {
  it('says what it does not protect from before anything is written, and has a title that says nothing', async () => {
    await open(fakeDevice());
    expect(screen.getByText('保护不了的')).toBeTruthy();
    expect(screen.getByText(/摄像头/)).toBeTruthy();
    expect(document.title).toBe('公开栏');
  });

  it('without an inspector’s device has no form, but the way to somebody', async () => {
    await open(fakeDevice(), false);
    await screen.findByText('举报箱现在还不能用');
    expect(screen.queryByRole('button', { name: '写举报' })).toBeNull();
  });

  it('shows what was received, answered and is overdue, with the day up to which it counts', async () => {
    const device = fakeDevice();
    const value = { until: '2026-11-22T16:00:00.000Z', received: 5, answered: 3, overdue: 1, size: 9 };
    await device.db.meta.put({ key: 'box-figures', value });
    await open(device);
    await screen.findByText(/算到 11月22日/);
    expect([...document.querySelectorAll('.box-figures dd')].map((one) => one.textContent)).toEqual([
      '5',
      '3',
      '1',
    ]);
  });

  it('seals to the inspector, and keeps nothing of it in any table', async () => {
    const device = sealing();
    await written(device);
    await press('封好，交上去');
    await screen.findByText('记下回执号');
    expect(device.calls.find(({ name }) => name === 'sealTo')?.args).toEqual([
      INSPECTOR_DESK,
      { kind: 'report', text: '修路的钱对不上', photos: [] },
      null,
    ]);
    const tables = await Promise.all(device.db.tables.map((table) => table.toArray()));
    expect(JSON.stringify(tables)).not.toMatch(/修路|1234/);
  });

  it('does not take an empty one', async () => {
    const device = sealing();
    await open(device);
    await press('写举报');
    await press('封好，交上去');
    await screen.findByText('还没有写。请先写一句。');
    expect(device.calls.some(({ name }) => name === 'sealTo')).toBe(false);
  });

  it('keeps the words and says why when it could not be sealed', async () => {
    const device = fakeDevice({ sealTo: async () => ({ ok: false, code: 'storage-full' }) });
    await written(device);
    await press('封好，交上去');
    await screen.findByText(/这台机器存满了/);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /要说的事/ }).value).toBe(
      '修路的钱对不上',
    );
  });

  it('has the code typed in without showing it, and erases it when it is right', async () => {
    await written(sealing());
    await press('封好，交上去');
    await press('记好了，对一遍');
    expect(document.body.textContent).not.toContain('9012');
    for (const digit of '12345678901234567890') await press(digit);
    await screen.findByText(/跟给您的不一样/);
    await press('退一格');
    await press('7');
    await screen.findByText('记对了，回执号已经从屏幕上抹掉');
    expect(document.body.textContent).not.toContain('9012');
    expect(screen.getByText('abab abab abab abab')).toBeTruthy();
  });

  it('asks before something is lost, and leaves nothing behind the back button', async () => {
    await written(sealing());
    await press('离开，全部抹掉');
    await screen.findByText(/写的还没有交/);
    await press('离开，抹掉');
    await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/'));
  });

  it('is erased when the browser leaves the page, also where it keeps the page for its back button', async () => {
    await written(sealing());
    window.dispatchEvent(new Event('pagehide'));
    await screen.findByText('保护您的');
    await press('写举报');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /要说的事/ }).value).toBe('');
  });

  it('shows the answer under a code, never what was written, and adds under the same code', async () => {
    const answer = {
      v: 1 as const,
      text: '已经查过',
      closes: true,
      result: 'partly' as const,
      acceptedAt: '2026-11-20T02:00:00.000Z',
      by: { name: '郑某', post: '纪委书记' },
    };
    const found = { id: ID, acceptedAt: '2026-11-10T02:00:00.000Z', stream: 'x/township/box' };
    const device = fakeDevice({
      readReceipt: async () => ({ ok: true, value: [{ ...found, answers: [answer] }] }) as never,
      sealTo: async () => ({ ok: true, value: { code: CODE, id: ID } }),
    });
    await open(device);
    await press(/凭回执号/);
    for (const digit of CODE.replace(/ /g, '')) await press(digit);
    await screen.findByText('已经查过');
    expect(screen.getByText('结果：部分查实')).toBeTruthy();
    await press('再补充一些');
    await userEvent.click(screen.getByRole('textbox', { name: /要说的事/ }));
    await userEvent.paste('还有一张收据');
    await press('封好，交上去');
    await screen.findByText('补充的也封好了');
    const sealed = device.calls.find(({ name }) => name === 'sealTo')?.args;
    expect(sealed?.[1]).toMatchObject({ kind: 'addition' });
    expect(String(sealed?.[2]).replace(/\D/g, '')).toBe(CODE.replace(/ /g, ''));
  });

  it('does not show what belongs to another desk', async () => {
    const found = { id: ID, acceptedAt: '2026-11-10T02:00:00.000Z', stream: 'x/township/desk', answers: [] };
    await open(fakeDevice({ readReceipt: async () => ({ ok: true, value: [found] }) as never }));
    await press(/凭回执号/);
    for (const digit of CODE.replace(/ /g, '')) await press(digit);
    await screen.findByText('这个回执号不是举报箱的');
  });
});
