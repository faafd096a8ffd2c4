// @vitest-environment jsdom
import { fakeDevice, renderScreen } from '../fake-device.tsx';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import DeskRoutes from '../../../../src/app/desk/routes.tsx';
import { addMessages } from '../../../../src/app/i18n/i18n.ts';
import * as office from '../../../../src/app/office/messages.ts';
import type { CaseRecord } from '../../../../src/domain/request/record.ts';
import type { HeldRequest } from '../../../../src/sync/client/cases.ts';
import type { Registry } from '../../../../src/domain/registry/registry.ts';

const idOf = (n: number): string => n.toString(16).padStart(64, '0');
const registry = {
  name: '复兴乡',
  units: {},
  members: {},
  devices: {},
  catalogue: [],
} as unknown as Registry;

/** A request of the n-th applicant, with these steps. */
function held(n: number, asked: string, steps: Record<string, unknown>[] = []): HeldRequest {
  const record = {
    id: idOf(n),
    steps: steps.map(({ type, ...content }, at) => ({
      id: idOf(n * 100 + at),
      number: at,
      type,
      author: 'a',
      acceptedAt: '2026-11-02T02:00:00.000Z',
      content: { case: idOf(n), base: at === 0 ? null : idOf(n * 100 + at - 1), words: null, ...content },
    })),
  } as unknown as CaseRecord;
  const envelope = {
    id: idOf(n),
    number: n,
    author: 'b',
    acceptedAt: '2026-11-02T02:00:00.000Z',
    adds: null,
    answers: [],
  };
  const request = {
    kind: 'request',
    applicant: 'person',
    name: `申请人${n}`,
    contact: '',
    document: { type: 'id-card', number: '11010519491231002X' },
    phone: '13900000000',
    address: '',
    asked,
    form: 'text',
    handover: 'receipt',
    way: 'online',
    on: '2026-11-02',
  };
  return { envelope, request, record, onItsWay: [] } as unknown as HeldRequest;
}
const OPENED = { type: 'case.opened', on: '2026-11-02', way: 'online', applicant: 'person' };

function Desk() {
  useState(() => addMessages('office', office));
  return (
    <Routes>
      <Route path="/office/desk/*" element={<DeskRoutes registry={registry} />} />
    </Routes>
  );
}
function draw(requests: HeldRequest[], path = '/office/desk') {
  return renderScreen(<Desk />, { device: fakeDevice({ requests: async () => requests }), path });
}

describe('the desk for requests', () => {
  it('lists what waits with its clock in words, the most pressing first', async () => {
    draw([
      held(1, '水费怎么收', [OPENED]),
      held(2, '修路花了多少钱'),
      held(3, '低保名单', [OPENED, { type: 'case.answered', on: '2026-11-09', answer: 'open' }]),
    ]);
    const lines = await screen.findAllByRole('link', { name: /申请人/ });
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/修路.*还没登记/),
      expect.stringMatching(/水费.*还有 4 个工作日/),
    ]);
    await userEvent.click(screen.getByRole('button', { name: /已办结/ }));
    expect(await screen.findByText(/低保名单/)).toBeTruthy();
  });

  it('suggests to publish what is asked more than twice', async () => {
    draw([1, 2, 3].map((n) => held(n, '村口修路花了多少钱')));
    expect(await screen.findByText(/有 3 份申请问的差不多/)).toBeTruthy();
  });

  it('takes an answer from its text block, and not before its gaps are filled in', async () => {
    const { device } = draw([held(1, '水费怎么收', [OPENED])], `/office/desk/${idOf(1)}`);
    await userEvent.click(await screen.findByRole('button', { name: '答复' }));
    await userEvent.click(screen.getByRole('button', { name: /签名/ }));
    expect(await screen.findByText('【】里的还没有填')).toBeTruthy();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /哪一种答复/ }), 'petition');
    const text = screen.getByRole('textbox', { name: /告诉申请人/ });
    expect((text as HTMLTextAreaElement).value).toContain('第三十九条');
    await userEvent.clear(text);
    await userEvent.click(text);
    await userEvent.paste('请向信访办反映。');
    await userEvent.click(screen.getByRole('button', { name: /签名/ }));
    const taken = device.calls.find(({ name }) => name === 'takeStep')!;
    expect(taken.args[1]).toMatchObject({
      type: 'case.answered',
      fields: { on: '2026-11-24', answer: 'petition' },
      words: '请向信访办反映。',
      tell: '请向信访办反映。',
    });
  });

  it('says when two people acted at once, and which step does not count', async () => {
    const answered = { type: 'case.answered', on: '2026-11-09', answer: 'open' };
    draw([held(1, '水费', [OPENED, answered, { ...answered, base: idOf(100) }])], `/office/desk/${idOf(1)}`);
    expect(await screen.findByText('两个人同时办了这份申请')).toBeTruthy();
    expect(screen.getByText('已经办结，不算')).toBeTruthy();
  });

  it('in the name of another says that nobody has seen who asks, and that the same document left another telephone', async () => {
    const other = held(2, '他家低保领了多少');
    draw(
      [
        held(1, '水费怎么收', [OPENED]),
        { ...other, request: { ...other.request, phone: '13911112222' } } as HeldRequest,
      ],
      `/office/desk/${idOf(2)}`,
    );
    expect(await screen.findByText('是不是他本人，还没有人当面看过')).toBeTruthy();
    expect(screen.getByText(/答复只给拿回执号的人/)).toBeTruthy();
    expect(screen.getByText('同一个证件号还有 1 份申请，留的电话或地址不一样。')).toBeTruthy();
  });

  it('that was made at the counter says nothing of the kind: an official saw the person', async () => {
    const one = held(1, '水费怎么收');
    draw([{ ...one, request: { ...one.request, way: 'counter' } } as HeldRequest], `/office/desk/${idOf(1)}`);
    await screen.findByText('水费怎么收');
    expect(screen.queryByText('是不是他本人，还没有人当面看过')).toBeNull();
  });

  it('counts for the report without anybody’s name', async () => {
    draw([held(1, '水费', [OPENED]), held(2, '修路')], '/office/desk/figures');
    expect(await screen.findByText(/核对无误/)).toBeTruthy();
    expect(screen.getByText(/有 1 份还没登记/)).toBeTruthy();
    const row = screen.getByRole('row', { name: /一、本年新收/ });
    expect(within(row).getAllByText('1')).toHaveLength(2);
    expect(document.body.textContent).not.toContain('申请人1');
  });
});
