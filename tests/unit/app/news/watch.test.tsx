// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, NOW, renderScreen } from '../fake-device.tsx';
import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Link } from 'react-router';
import { addMessages } from '../../../../src/app/i18n/i18n.ts';
import { AskNews, NewsSetting } from '../../../../src/app/news/ask.tsx';
import * as words from '../../../../src/app/news/messages.ts';
import { readUnseen } from '../../../../src/app/news/use-unseen.ts';
import { NewsWatch } from '../../../../src/app/news/watch.tsx';
import { UnseenMark } from '../../../../src/app/news/unseen-mark.tsx';
import { CHOSEN, putMeta } from '../../../../src/store/device/meta.ts';
import type { NoticeEvent } from '../../../../src/domain/notice/notice.ts';
import { published, sampleRegistry } from '../../domain/samples.ts';

/** What the browser would show and ask, kept. */
let shown: { title: string; body?: string; to?: string }[];
let answer: NotificationPermission;
let asked: number;
let visibility: DocumentVisibilityState;
let badge: (number | 'none')[];

const see = (state: DocumentVisibilityState): void => {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  shown = [];
  answer = 'granted';
  asked = 0;
  visibility = 'visible';
  badge = [];
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  vi.stubGlobal('Notification', {
    permission: 'default',
    requestPermission: async () => {
      asked += 1;
      (Notification as { permission: string }).permission = answer;
      return answer;
    },
  });
  const showNotification = async (title: string, { body, data }: NotificationOptions): Promise<void> =>
    void shown.push({ title, body, to: (data as { to: string }).to } as (typeof shown)[number]);
  Object.assign(navigator, {
    serviceWorker: { ready: Promise.resolve({ showNotification }) },
    setAppBadge: async (count: number) => void badge.push(count),
    clearAppBadge: async () => void badge.push('none'),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Accepted after the village was followed. */
const fresh = (number: number, title?: string): NoticeEvent => ({
  ...published(number, title),
  acceptedAt: '2026-11-24T02:30:00.000Z',
});

async function follower(): Promise<FakeDevice> {
  const device = fakeDevice();
  await device.setRegistry(sampleRegistry());
  await device.setContact({});
  await device.setIdentity(null);
  await device.setBoard('v1', [published(0)]);
  await device.setBoard('v2', [published(0)]);
  await putMeta(device.db, CHOSEN, ['v1', 'v2']);
  return device;
}

/** Opens the board of a village. */
const look = async (unit: string): Promise<void> => userEvent.click(screen.getByRole('link', { name: unit }));

/** @param hour of the Shanghai clock. */
async function open(device: FakeDevice, path: string, hour = 10) {
  const now = (): number => NOW + (hour - 10) * 3_600_000;
  const drawn = renderScreen(
    <>
      <Link to="/b/v1">v1</Link>
      <Link to="/b/v2">v2</Link>
      <NewsWatch />
      <UnseenMark unit="v1" />
    </>,
    { device, path, now },
  );
  addMessages('news', words);
  await waitFor(async () => expect(Object.keys(await seen(device))).toEqual(['v1', 'v2']));
  return drawn;
}

const seen = async ({ db }: FakeDevice) =>
  ((await db.meta.get('seen-boards'))?.value ?? {}) as Record<string, { upTo: number; told: number }>;
const counts = async ({ db }: FakeDevice): Promise<Record<string, number>> =>
  Object.fromEntries([...(await readUnseen(db))].map(([unit, notices]) => [unit, notices.length]));

describe('new notices of villages that a resident follows', () => {
  it('are counted from the moment he follows, and no more once he looks at the board', async () => {
    const device = await follower();
    await open(device, '/units');
    expect(await counts(device)).toEqual({});
    await device.setBoard('v1', [published(0), fresh(1), fresh(2)]);
    expect(await counts(device)).toEqual({ v1: 2 });
    expect(await screen.findByText('新 2 条')).toBeTruthy();
    await look('v1');
    await waitFor(async () => expect(await counts(device)).toEqual({}));
    expect((await seen(device))['v1']?.upTo).toBe(3);
  });

  it('put their number on the icon, with nothing due for who publishes nothing', async () => {
    const device = await follower();
    await open(device, '/units');
    await device.setBoard('v1', [published(0), fresh(1)]);
    await device.setBoard('v2', [published(0), fresh(1), fresh(2)]);
    await waitFor(() => expect(badge[badge.length - 1]).toBe(3));
    await look('v2');
    await waitFor(() => expect(badge[badge.length - 1]).toBe(1));
    await look('v1');
    await waitFor(() => expect(badge[badge.length - 1]).toBe('none'));
  });

  it('stay new while the board stands open behind other apps', async () => {
    const device = await follower();
    await open(device, '/b/v1');
    act(() => see('hidden'));
    await device.setBoard('v1', [published(0), fresh(1)]);
    expect(await screen.findByText('新 1 条')).toBeTruthy();
    act(() => see('visible'));
    await waitFor(async () => expect(await counts(device)).toEqual({}));
  });

  it('are forgotten with the choice', async () => {
    const device = await follower();
    await open(device, '/units');
    await device.setBoard('v1', [published(0), fresh(1)]);
    await putMeta(device.db, CHOSEN, ['v2']);
    await waitFor(async () => expect(Object.keys(await seen(device))).toEqual(['v2']));
    expect(await counts(device)).toEqual({});
  });
});

describe('the phone tells of a new notice', () => {
  const allow = async (device: FakeDevice): Promise<void> => {
    (Notification as { permission: string }).permission = 'granted';
    await putMeta(device.db, 'news-notice', { on: true });
  };

  it('once, behind other apps, and a tap leads to the board', async () => {
    const device = await follower();
    await allow(device);
    await open(device, '/units');
    act(() => see('hidden'));
    await device.setBoard('v1', [published(0), fresh(1, '低保名单')]);
    await waitFor(() => expect(shown).toEqual([{ title: 'v1有 1 条新公告', body: '低保名单', to: '/b/v1' }]));
    await device.setBoard('v1', [published(0), fresh(1, '低保名单'), fresh(2, '修路')]);
    await waitFor(() =>
      expect(shown.slice(1)).toEqual([{ title: 'v1有 1 条新公告', body: '修路', to: '/b/v1' }]),
    );
  });

  it('of several villages in one note', async () => {
    const device = await follower();
    await allow(device);
    await open(device, '/units', 22);
    act(() => see('hidden'));
    await device.setBoard('v1', [published(0), fresh(1)]);
    await device.setBoard('v2', [published(0), fresh(1)]);
    // At night it waits; the morning tells it all.
    expect(await counts(device)).toEqual({ v1: 1, v2: 1 });
    expect(shown).toEqual([]);
    await open(device, '/units', 9);
    await waitFor(() => expect(shown).toEqual([{ title: '2 个村有 2 条新公告', body: '', to: '/units' }]));
  });

  it('not while he looks at the app, and not afterwards either', async () => {
    const device = await follower();
    await allow(device);
    await open(device, '/units');
    await device.setBoard('v1', [published(0), fresh(1)]);
    await waitFor(async () => expect((await seen(device))['v1']?.told).toBe(2));
    act(() => see('hidden'));
    await device.setBoard('v2', [published(0), fresh(1, '修路')]);
    await waitFor(() => expect(shown).toEqual([{ title: 'v2有 1 条新公告', body: '修路', to: '/b/v2' }]));
  });

  it('never without his leave', async () => {
    const device = await follower();
    await open(device, '/units');
    act(() => see('hidden'));
    await device.setBoard('v1', [published(0), fresh(1)]);
    await waitFor(async () => expect((await seen(device))['v1']?.told).toBe(2));
    expect(shown).toEqual([]);
    expect(asked).toBe(0);
  });
});

describe('leave to tell', () => {
  async function ask(device: FakeDevice): Promise<void> {
    renderScreen(
      <>
        <AskNews />
        <NewsSetting />
      </>,
      { device },
    );
    addMessages('news', words);
    await screen.findByText('有新公告时');
  }
  const yes = async () => userEvent.click((await screen.findAllByRole('button', { name: '提醒我' }))[0]!);

  it('is asked of the browser after a tap, and can be taken back', async () => {
    const device = await follower();
    await ask(device);
    expect(asked).toBe(0);
    await yes();
    expect(asked).toBe(1);
    expect(await screen.findByText(/这部手机会提醒您/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '不用提醒' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '不提醒' }));
    expect(await screen.findByText(/这部手机不提醒/)).toBeTruthy();
  });

  it('that was refused is not asked for again: not by us, and the settings say where to change it', async () => {
    answer = 'denied';
    const device = await follower();
    await ask(device);
    await yes();
    expect(await screen.findByText(/不让公开栏弹提醒/)).toBeTruthy();
    // The question and the settings hear of it one after the other.
    await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
  });

  it('that he did not want stays a switch in the settings alone', async () => {
    const device = await follower();
    await ask(device);
    await userEvent.click(await screen.findByRole('button', { name: '不用提醒' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: '不用提醒' })).toBeNull());
    expect(asked).toBe(0);
    await ask(device);
    expect(screen.queryByRole('button', { name: '不用提醒' })).toBeNull();
    expect(screen.getAllByRole('button', { name: '提醒我' })).toHaveLength(1);
  });
});
