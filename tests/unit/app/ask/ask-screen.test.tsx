// @vitest-environment jsdom
import { fakeDevice, renderScreen } from '../fake-device.tsx';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import * as words from '../../../../src/app/ask/messages.ts';
import AskRoutes from '../../../../src/app/ask/routes.tsx';
import { addMessages } from '../../../../src/app/i18n/i18n.ts';
import * as receipt from '../../../../src/app/receipt/messages.ts';

const CODE = '1234 5678 9012 3456 7890';

/** Brings its words, as the app does when it is opened. */
function Asking() {
  useState(() => addMessages('ask', words));
  return <AskRoutes />;
}

function draw(device = fakeDevice(), path = '/ask') {
  return renderScreen(
    <Routes>
      <Route path="/ask/*" element={<Asking />} />
      <Route path="/" element={<p>首页</p>} />
    </Routes>,
    { device, path },
  );
}
const sealing = () =>
  fakeDevice({ sealTo: async () => ({ ok: true, value: { code: CODE, id: 'a'.repeat(64) } }) });
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: RegExp) => userEvent.click(await screen.findByRole('radio', { name }));
const type = async (name: RegExp, text: string) => {
  const field = await screen.findByRole('textbox', { name });
  await userEvent.clear(field);
  if (text !== '') {
    await userEvent.click(field);
    await userEvent.paste(text);
  }
};

/** Answers all questions and stands before the last look. */
async function fill(asked = '村口修路花了多少钱'): Promise<void> {
  await press('开始填写');
  await choose(/我自己/);
  await press('下一步');
  await type(/姓名/, '张秀英');
  await press('下一步');
  await type(/证件号码/, '11010519491231002X');
  await press('下一步');
  await type(/电话/, '13900000000');
  await press('下一步');
  await type(/想知道/, asked);
  await press('下一步');
  await choose(/电子的/);
  await press('下一步');
  await choose(/凭回执号看/);
  await press('下一步');
}

beforeEach(() => {
  window.print = () => undefined;
});

describe('asking for information', () => {
  it('takes plain questions one by one, seals the answers, and gives a receipt code', async () => {
    const { device } = draw(sealing());
    await fill();
    expect(await screen.findByText('都对吗？')).toBeTruthy();
    await press('密封交上去');
    expect((await screen.findAllByText(/1234/))[0]).toBeTruthy();
    const sealed = device.calls.find(({ name }) => name === 'sealTo')!;
    expect(sealed.args[0]).toBe('township');
    expect(sealed.args[1]).toMatchObject({ kind: 'request', name: '张秀英', way: 'online', form: 'text' });
    expect(document.body.textContent).not.toContain('张秀英');
    await press('抄好了，完成');
    expect(await screen.findByText('首页')).toBeTruthy();
  });

  it('goes on from no question that is empty, mistyped or far too long', async () => {
    draw(sealing());
    await press('开始填写');
    await press('下一步');
    expect(await screen.findByText('请选一个')).toBeTruthy();
    await choose(/我自己/);
    await press('下一步');
    await type(/姓名/, '   ');
    await press('下一步');
    expect(await screen.findByText('请写名字')).toBeTruthy();
    await type(/姓名/, '<script>alert(1)</script>');
    await press('下一步');
    await type(/证件号码/, '110105194912310021');
    await press('下一步');
    expect(await screen.findByText(/身份证号不对/)).toBeTruthy();
    await type(/证件号码/, '１１０１０５　19491231002x');
    await press('下一步');
    await type(/电话/, '13900000000');
    await press('下一步');
    await type(/想知道/, '多'.repeat(2001));
    await press('下一步');
    expect(screen.getByRole('textbox', { name: /想知道/ })).toBeTruthy();
  });

  it('keeps nothing typed when the page goes or the screen is left', async () => {
    const { device } = draw(sealing());
    await fill('谁也不要知道的事');
    window.dispatchEvent(new Event('pagehide'));
    expect(await screen.findByText('开始填写')).toBeTruthy();
    expect(document.body.textContent).not.toContain('谁也不要知道的事');
    expect(JSON.stringify(await device.db.drafts.toArray())).toBe('[]');
    expect(localStorage.length + sessionStorage.length).toBe(0);
  });

  it('says why it could not be sealed and keeps what was typed', async () => {
    draw(fakeDevice());
    await fill();
    await press('密封交上去');
    expect(await screen.findByText(/还没有开通网上收件/)).toBeTruthy();
    expect(screen.getByText('张秀英')).toBeTruthy();
  });
});

describe('looking up a receipt code', () => {
  const clock = {
    received: '2026-11-02',
    unclear: null,
    pauses: [{ why: 'third-party', from: '2026-11-04', to: '2026-11-11' }],
    extended: { on: '2026-11-20', days: 10, by: '王主任' },
    ended: null,
  } as const;
  const answer = {
    v: 1,
    text: '正在办理',
    acceptedAt: '2026-11-20T02:00:00Z',
    closes: false,
    by: null,
    case: { clock },
  };
  const found = {
    id: 'e'.repeat(64),
    acceptedAt: '2026-11-02T02:00:00Z',
    stream: 'x/township/desk',
    answers: [answer],
  };

  it('shows the clock with each day, counted or skipped, and the answers', async () => {
    draw(fakeDevice({ readReceipt: async () => ({ ok: true, value: [found] }) as never }), '/ask/receipt');
    await userEvent.click(await screen.findByRole('textbox', { name: /回执号/ }));
    await userEvent.paste('1234５678-9012 3456 7890');
    await press('查询');
    expect(await screen.findByText('正在办理')).toBeTruthy();
    expect(screen.getByText(/延长 10 个工作日，王主任 批准/)).toBeTruthy();
    expect(screen.getAllByText(/停（第三方函 1）/)).toHaveLength(7);
    expect(screen.getByText(/还有 19 个工作日/)).toBeTruthy();
  });

  it.each(['mistyped', 'unknown', 'no-network'] as const)('says what to do when it is %s', async (code) => {
    draw(fakeDevice({ readReceipt: async () => ({ ok: false, code }) }), '/ask/receipt');
    await userEvent.click(await screen.findByRole('textbox', { name: /回执号/ }));
    await userEvent.paste('1'.repeat(20));
    await press('查询');
    await waitFor(() => expect(screen.getByText(receipt.zh.fault[code])).toBeTruthy());
  });
});
