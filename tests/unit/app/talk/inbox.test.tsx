// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen } from '../fake-device.tsx';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { addMessages } from '../../../../src/app/i18n/i18n.ts';
import TalkRoutes from '../../../../src/app/talk/inbox/routes.tsx';
import * as talk from '../../../../src/app/talk/messages.ts';
import type { Registry } from '../../../../src/domain/registry/registry.ts';
import type { ArrivedComment, DeskTalk } from '../../../../src/sync/client/talk.ts';
import { CADRE, hex, sampleRegistry } from '../../domain/samples.ts';

const DESK = { key: '04', holders: {}, openedBy: CADRE, openedAt: '', former: [] };
const registry = (): Registry => ({ ...sampleRegistry(), desks: { v1: DESK } });
const NOTICE = hex(1);

function comment(n: number, text: string, more: Partial<ArrivedComment> = {}): ArrivedComment {
  const envelope = { id: hex(100 + n), number: n, author: hex(n), adds: null, answers: [] };
  return {
    envelope: { ...envelope, acceptedAt: `2026-11-2${n % 4}T02:00:00.000Z` },
    notice: NOTICE,
    about: { title: '低保名单', withdrawn: false },
    text,
    name: '',
    decision: null,
    onItsWay: null,
    ...more,
  };
}

async function open(comments: ArrivedComment[], path = '/talk'): Promise<FakeDevice> {
  const desk: DeskTalk = { comments, clear: new Map(), closed: 0, upTo: 9 };
  const device = fakeDevice({ deskTalk: async () => desk });
  await device.setRegistry(registry());
  await device.setContact({});
  await device.setIdentity({ key: CADRE });
  renderScreen(
    <Routes>
      <Route path="/talk/*" element={<TalkRoutes />} />
    </Routes>,
    { device, path },
  );
  addMessages('talk', talk);
  return device;
}

const refused = ({ calls }: FakeDevice) =>
  calls
    .filter(({ name }) => name === 'refuseComment')
    .map(({ args }) => [(args[1] as ArrivedComment).envelope.number, (args[2] as { reason: string }).reason]);

describe('an abusive comment', () => {
  const swears = comment(1, '你们都是 <b>混账</b>');

  it('stands in the inbox as plain text, and is refused with a reason from the list and a word to who wrote it', async () => {
    const device = await open([swears], `/talk/v1/${swears.envelope.id}`);
    // As it came, and as it would be shown.
    expect(await screen.findAllByText('你们都是 <b>混账</b>')).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: '不登' }));
    await userEvent.click(screen.getByRole('button', { name: '不登，把这句话给他' }));
    expect(refused(device)).toEqual([]);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /理由/ }), 'insult');
    await userEvent.click(screen.getByRole('button', { name: '不登，把这句话给他' }));
    expect(refused(device)).toEqual([[1, 'insult']]);
  });

  it('is told from the others once it is refused, by its reason', async () => {
    await open([comment(1, '骂人的话', { onItsWay: 'refused' }), comment(2, '路灯什么时候修？')]);
    await userEvent.click(await screen.findByRole('button', { name: /没有登的 1/ }));
    expect(screen.getByText('不登，还没送出去')).toBeTruthy();
  });
});

describe('a repeated comment', () => {
  const one = comment(1, '路灯什么时候修？');
  const again = [comment(2, '路灯什么时候修'), comment(3, '路灯 什么时候修!!')];
  const others = [comment(4, '渠什么时候修？'), comment(5, '路灯什么时候修？', { onItsWay: 'refused' })];
  const path = `/talk/v1/${one.envelope.id}`;

  it('is refused with all that say the same, after a second tap, and the one on the screen stays to be answered', async () => {
    const device = await open([one, ...again, ...others], path);
    expect(await screen.findByText('还有 2 条话一样的')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '别的一起不登' }));
    expect(refused(device)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '2 条都不登' }));
    await waitFor(() =>
      expect(refused(device)).toEqual([
        [2, 'repeated'],
        [3, 'repeated'],
      ]),
    );
    expect(screen.getByRole('textbox', { name: /您的答复/ })).toBeTruthy();
  });

  it('is not offered where nobody else said it', async () => {
    await open([one, ...others], path);
    await screen.findAllByText('路灯什么时候修？');
    expect(screen.queryByText(/话一样的/)).toBeNull();
  });
});
