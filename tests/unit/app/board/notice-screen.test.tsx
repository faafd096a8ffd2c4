// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen } from '../fake-device.tsx';
import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { NoticeScreen } from '../../../../src/app/board/notice-screen.tsx';
import type { NoticeContent } from '../../../../src/domain/notice/events.ts';
import type { NoticeEvent } from '../../../../src/domain/notice/notice.ts';
import type { Device } from '../../../../src/sync/client/device.ts';
import {
  ASSIGNED,
  CADRE,
  content,
  corrected,
  event,
  hex,
  published,
  sampleRegistry,
  withdrawn,
} from '../../domain/samples.ts';

const written = (number: number, more: Partial<NoticeContent>, author = CADRE): NoticeEvent =>
  event(number, 'notice.published', { ...content('修路通知'), ...more }, author) as NoticeEvent;

async function device(
  events: NoticeEvent[],
  answers: { [Name in 'withdraw']?: Device[Name] } = {},
): Promise<FakeDevice> {
  const made = fakeDevice(answers);
  await made.setRegistry(sampleRegistry());
  await made.setContact({});
  await made.setBoard('v1', events);
  return made;
}

const open = (fake: FakeDevice, notice = hex(1)) =>
  renderScreen(
    <Routes>
      <Route path="/b/:unit/n/:notice" element={<NoticeScreen />} />
      <Route path="*" element={<p>别处</p>} />
    </Routes>,
    { device: fake, path: `/b/v1/n/${notice}` },
  );

const article = (): HTMLElement => screen.getByRole('article');

beforeEach(() => {
  // jsdom draws nothing, so it has nowhere to scroll to.
  Element.prototype.scrollIntoView = () => undefined;
});

describe('a notice', () => {
  it('shows title, unit, day, officer, number and who signed', async () => {
    open(await device([written(0, {})]));
    expect(await screen.findByRole('heading', { name: '修路通知' })).toBeTruthy();
    const page = document.body.textContent ?? '';
    for (const fact of [
      '2026年11月24日公开',
      '负责人 李某',
      '第 1 号',
      'clerk（村文书）签名',
      '已核对，没被改过',
      '公开以后没有更正过',
    ]) {
      expect(page).toContain(fact);
    }
    await waitFor(() => expect(document.title).toBe('修路通知'));
  });

  it('shows its text as plain text, whatever is in it', async () => {
    const text = '第一段 <b>不是粗体</b>\n<script>alert(1)</script>\n𠮷 \u202eabc';
    open(await device([written(0, { sections: [{ heading: '', text }] })]));
    await screen.findByText(/不是粗体/);
    expect(article().querySelector('b, script')).toBeNull();
    expect([...article().querySelectorAll('.notice-section p')].map((one) => one.textContent)).toEqual(
      text.split('\n'),
    );
  });

  it('gives a long report a list of its parts', async () => {
    const sections = ['一、概述', '二、公开', '三、申请', '四、诉讼'].map((heading) => ({
      heading,
      text: '文字。',
    }));
    open(await device([written(0, { sections })]));
    const contents = await screen.findByRole('navigation', { name: '目录' });
    const links = within(contents).getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual(sections.map((one) => one.heading));
    for (const link of links) {
      expect(document.getElementById((link.getAttribute('href') ?? '').slice(1))?.tagName).toBe('H3');
    }
  });

  it('says when its text and its signature do not agree', async () => {
    const fake = await device([written(0, {})]);
    const before = fake.details;
    fake.details = async (unit, id) => {
      const details = await before(unit, id);
      return details && { ...details, proof: 'failed' };
    };
    open(fake);
    expect((await screen.findByRole('alert')).textContent).toContain('先别信');
    expect(screen.queryByText('已核对，没被改过')).toBeNull();
  });

  it('keeps its history: what, why, by whom; each older version can be opened', async () => {
    open(
      await device([
        written(0, { sections: [{ heading: '', text: '原来的话' }] }),
        corrected(1, hex(1), hex(1), '改过的'),
      ]),
    );
    await screen.findByRole('heading', { name: '改过的' });
    expect(screen.getByText('已更正 1 次')).toBeTruthy();
    expect(screen.getByText('原因：写错了')).toBeTruthy();
    expect(screen.queryByText('原来的话')).toBeNull();
    await userEvent.click(screen.getByText('看这一版原文'));
    expect(screen.getByText('原来的话')).toBeTruthy();
  });

  it('shows of a withdrawn one the line with its reason, and its text only in the history', async () => {
    open(
      await device([
        written(0, { sections: [{ heading: '', text: '撤回的话' }] }),
        withdrawn(1, hex(1), hex(1)),
      ]),
    );
    expect((await screen.findByRole('alert')).textContent).toContain('原因：发重了');
    expect(screen.queryByText('撤回的话')).toBeNull();
    await userEvent.click(screen.getByText('看这一版原文'));
    expect(screen.getByText('撤回的话')).toBeTruthy();
  });

  it('changes by itself when a correction arrives', async () => {
    const fake = await device([written(0, {})]);
    open(fake);
    await screen.findByRole('heading', { name: '修路通知' });
    await act(() => fake.setBoard('v1', [written(0, {}), corrected(1, hex(1), hex(1), '改过的')]));
    expect(await screen.findByRole('heading', { name: '改过的' })).toBeTruthy();
  });

  it('says what to do when it is not here', async () => {
    open(await device([written(0, {})]), hex(99));
    expect(await screen.findByText('没有找到这一条')).toBeTruthy();
    expect(screen.getAllByRole('link').some((link) => link.getAttribute('href') === '/b/v1')).toBe(true);
  });

  it('shows photos with their captions, and one of them large by a tap', async () => {
    URL.createObjectURL = () => 'blob:photo';
    URL.revokeObjectURL = () => undefined;
    const fake = await device([
      written(0, { photos: [{ hash: hex(7), width: 40, height: 30, caption: '水渠' }] }),
    ]);
    fake.photo = async () => new Blob(['x']);
    open(fake);
    await userEvent.click(await screen.findByRole('button', { name: '放大看：水渠' }));
    const large = screen.getByRole('dialog', { name: '水渠' });
    expect(large.contains(document.activeElement)).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('what a unit’s own cadre may do', () => {
  const asCadre = async (fake: FakeDevice, key = CADRE): Promise<void> => fake.setIdentity({ key });

  it('is nothing for anybody else', async () => {
    open(await device([written(0, {})]));
    await screen.findByRole('heading', { name: '修路通知' });
    expect(screen.queryByText('更正')).toBeNull();
  });

  it('is to correct it, also for a township cadre assigned to the village', async () => {
    const fake = await device([written(0, {})]);
    await asCadre(fake, ASSIGNED);
    open(fake);
    const link = await screen.findByRole('link', { name: '更正' });
    expect(link.getAttribute('href')).toBe(`/write?unit=v1&correct=${hex(1)}`);
  });

  it('is to withdraw it, with a reason that residents will read', async () => {
    const fake = await device([written(0, {})]);
    await asCadre(fake);
    open(fake);
    await userEvent.click(await screen.findByText('撤回'));
    const dialog = within(screen.getByRole('alertdialog'));
    await userEvent.click(dialog.getByRole('button', { name: '撤回' }));
    expect(dialog.getByText('请写一句原因，居民会看到。')).toBeTruthy();
    await userEvent.type(dialog.getByLabelText('为什么撤回（必填）'), ' 发重了 ');
    await userEvent.click(dialog.getByRole('button', { name: '撤回' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(fake.calls.find(({ name }) => name === 'withdraw')?.args).toEqual(['v1', hex(1), '发重了']);
  });

  it('says that nothing changed when the withdrawal could not be kept', async () => {
    const fake = await device([written(0, {})], {
      withdraw: async () => ({ ok: false, code: 'storage-full' }),
    });
    await asCadre(fake);
    open(fake);
    await userEvent.click(await screen.findByText('撤回'));
    const dialog = within(screen.getByRole('alertdialog'));
    await userEvent.type(dialog.getByLabelText('为什么撤回（必填）'), '发重了');
    await userEvent.click(dialog.getByRole('button', { name: '撤回' }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('公告没有变');
    expect(alert.textContent).toContain('手机存满了');
    expect(screen.getByRole('link', { name: '更正' })).toBeTruthy();
  });

  it('says that a change is still on this phone', async () => {
    const fake = await device([published(0)]);
    await asCadre(fake);
    await fake.db.outbox.put({ id: hex(50), notice: hex(1), phase: 'waiting' } as never);
    open(fake);
    expect(await screen.findByText('对这一条的 1 处改动还在这部手机里')).toBeTruthy();
  });
});
