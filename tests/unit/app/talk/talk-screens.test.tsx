// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen, TOWNSHIP } from '../fake-device.tsx';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addMessages } from '../../../../src/app/i18n/i18n.ts';
import * as receipt from '../../../../src/app/receipt/messages.ts';
import { NoticeTalk } from '../../../../src/app/talk/notice-talk.tsx';
import { UNDO_MS } from '../../../../src/app/talk/clear-question.tsx';
import * as talk from '../../../../src/app/talk/messages.ts';
import { forgetPace, handedIn } from '../../../../src/app/talk/pace.ts';
import { SayScreen } from '../../../../src/app/talk/say-screen.tsx';
import { UnitTalk } from '../../../../src/app/talk/unit-talk.tsx';
import type { DomainEvent } from '../../../../src/domain/event.ts';
import type { NoticeEvent } from '../../../../src/domain/notice/notice.ts';
import type { Registry } from '../../../../src/domain/registry/registry.ts';
import { applyToTalk } from '../../../../src/domain/talk/talk.ts';
import { CADRE, content, event, hex, sampleRegistry } from '../../domain/samples.ts';
import { NOW } from '../fake-device.tsx';

const NOTICE = hex(1);
const DESK = { key: '04', holders: {}, openedBy: CADRE, openedAt: '', former: [] };
const withDesk = (): Registry => ({ ...sampleRegistry(), desks: { v1: DESK } });
const CODE = '4642 7702 7425 1529 4074';

async function device(registry: Registry = withDesk()): Promise<FakeDevice> {
  const made = fakeDevice({ sealTo: async () => ({ ok: true, value: { code: CODE, id: hex(9) } }) });
  await made.setRegistry(registry);
  await made.setContact({});
  await made.setIdentity({ kind: 'tablet' });
  await made.setBoard('v1', [event(0, 'notice.published', { ...content('低保名单') }, CADRE) as NoticeEvent]);
  return made;
}

/** Puts what the unit decided into the tables, as the engine folds it. */
async function decided(made: FakeDevice, ...decisions: [string, object][]): Promise<void> {
  const events = decisions.map(([type, more], n): DomainEvent => ({
    id: hex(50 + n),
    number: n + 1,
    type,
    author: CADRE,
    at: '',
    acceptedAt: '2026-11-24T01:00:00.000Z',
    content: { notice: NOTICE, ...more },
  }));
  const { records } = applyToTalk(new Map(), events);
  const stream = `${TOWNSHIP}/v1/public`;
  await made.db.rows.bulkPut([...records].map(([key, value]) => ({ stream, key, value })));
}

function open(made: FakeDevice, path = `/b/v1/n/${NOTICE}/say`) {
  const shown = renderScreen(
    <Routes>
      <Route path="/b/:unit/n/:notice/say" element={<SayScreen />} />
      <Route
        path="/b/:unit/n/:notice"
        element={<NoticeTalk unit="v1" notice={NOTICE} registry={withDesk()} />}
      />
      <Route path="/b/:unit" element={<UnitTalk unit="v1" />} />
    </Routes>,
    { device: made, path },
  );
  act(() => {
    addMessages('talk', talk);
    addMessages('receipt', receipt);
  });
  return shown;
}

/** The field for the words, once the screen stands as the tablet's. */
async function words(): Promise<HTMLTextAreaElement> {
  await screen.findByText('各村公开栏');
  return screen.findByRole('textbox', { name: /您想说什么/ });
}

const sealed = (made: FakeDevice) => made.calls.filter(({ name }) => name === 'sealTo');

beforeEach(() => forgetPace());
afterEach(() => vi.useRealTimers());

describe('saying something about a notice', () => {
  it('seals it to the unit’s desk, shows the receipt code, and keeps nothing of it in the tables', async () => {
    const made = await device();
    open(made);
    const user = userEvent.setup();
    await user.type(await words(), '三社少了一户');
    await user.type(screen.getByRole('textbox', { name: /您的名字/ }), '欧阳建国');
    await user.click(screen.getByRole('radio', { name: /只写姓/ }));
    await user.click(screen.getByRole('button', { name: /封好，交上去/ }));
    await screen.findByText(/抄下来/);
    expect(sealed(made)[0]?.args).toEqual([
      'v1',
      { kind: 'comment', notice: NOTICE, text: '三社少了一户', name: '欧阳某' },
    ]);
    const tables = await Promise.all(made.db.tables.map((table) => table.toArray()));
    const page = `${JSON.stringify(tables)}${document.title}${window.location.href}`;
    for (const word of ['三社少了', '欧阳', '4642']) expect(page).not.toContain(word);
  });

  it('asks for words when there are none, and seals nothing', async () => {
    const made = await device();
    open(made);
    const user = userEvent.setup();
    await user.type(await words(), '  \n ');
    await user.click(screen.getByRole('button', { name: /封好，交上去/ }));
    await screen.findByText(/还没写/);
    expect(sealed(made)).toEqual([]);
  });

  it('says how much too long it is, and cuts nothing off', async () => {
    const made = await device();
    open(made);
    const field = await words();
    fireEvent.change(field, { target: { value: '啊'.repeat(5_010) } });
    await userEvent.click(screen.getByRole('button', { name: /封好，交上去/ }));
    expect(field.value.length).toBe(5_010);
    expect(sealed(made)).toEqual([]);
  });

  it('warns of a number that will be covered', async () => {
    open(await device());
    await userEvent.type(await words(), '打13800001234');
    await screen.findByText(/像有手机号/);
  });

  it('says so before anything is typed when nobody could open it, with where to go', async () => {
    open(await device(sampleRegistry()));
    await screen.findByText('这里还收不了');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('slows a device that hands in a flood, keeps what is written, and says when to press again', async () => {
    const made = await device();
    for (let n = 0; n < 6; n++) handedIn(NOW - 1000);
    open(made);
    const field = await words();
    await userEvent.type(field, '第七条');
    await userEvent.click(screen.getByRole('button', { name: /封好，交上去/ }));
    await screen.findByText(/请过 5 分钟/);
    expect(field.value).toBe('第七条');
    expect(sealed(made)).toEqual([]);
  });
});

describe('‘was this clear?’', () => {
  it('is sealed some seconds after the tap, and can be undone until then', async () => {
    const made = await device();
    open(made, `/b/v1/n/${NOTICE}`);
    const no = await screen.findByRole('button', { name: '没看明白' });
    vi.useFakeTimers();
    fireEvent.click(no);
    fireEvent.click(screen.getByRole('button', { name: /撤回/ }));
    vi.advanceTimersByTime(UNDO_MS * 2);
    expect(sealed(made)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '看明白了' }));
    vi.advanceTimersByTime(UNDO_MS);
    expect(sealed(made)[0]?.args).toEqual(['v1', { kind: 'clear', notice: NOTICE, clear: true }]);
  });

  it('is sealed when the person walks on before', async () => {
    const made = await device();
    const { unmount } = open(made, `/b/v1/n/${NOTICE}`);
    fireEvent.click(await screen.findByRole('button', { name: '看明白了' }));
    unmount();
    expect(sealed(made)).toHaveLength(1);
  });
});

describe('under a notice', () => {
  it('stands what was said, as plain text, with the answer, who gave it, and how many are not shown', async () => {
    const made = await device();
    await decided(
      made,
      [
        'comment.published',
        { envelope: hex(2), text: '<img src=x onerror=alert(1)>为什么？', name: '', answer: '因为下雨' },
      ],
      ['comment.refused', { envelope: hex(3), reason: 'insult' }],
      ['comment.answer-corrected', { envelope: hex(2), answer: '因为下大雨' }],
      ['comment.clear-counted', { yes: 12, no: 3, upTo: 15 }],
    );
    open(made, `/b/v1/n/${NOTICE}`);
    await screen.findByText('一位居民说');
    const page = document.body.textContent ?? '';
    expect(page).toContain('<img src=x onerror=alert(1)>为什么？');
    expect(document.querySelector('img')).toBeNull();
    for (const words of [
      '因为下大雨',
      '改过 1 次',
      '没有登的有 1 条：骂人的话 1 条',
      '12 人看明白了，3 人没看明白',
    ])
      expect(page).toContain(words);
  });
});

describe('on the board', () => {
  it('stand the answered, the refused with their reasons, and the unit’s own count of what waits', async () => {
    const made = await device();
    await decided(
      made,
      ['comment.published', { envelope: hex(2), text: '问', name: '', answer: '答' }],
      ['comment.refused', { envelope: hex(3), reason: 'advertising' }],
      ['comment.counted', { received: 5, waiting: 3, overdue: 1, upTo: 9 }],
    );
    open(made, '/b/v1');
    await screen.findByText('已经公开答复');
    const figures = [...document.querySelectorAll('dt')].map(
      (term) => `${term.textContent} ${term.nextElementSibling?.textContent}`,
    );
    expect(figures).toEqual([
      '已经公开答复 1 条',
      '看过以后没有登 1 条',
      '广告 1 条',
      '还在等答复 3 条',
      '超过期限还没答 1 条',
    ]);
  });

  it('stands nothing where nobody has said anything', async () => {
    open(await device(), '/b/v1');
    await waitFor(() => expect(document.body.textContent).toBe(''));
  });
});
