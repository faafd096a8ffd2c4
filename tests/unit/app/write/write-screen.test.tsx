// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeDevice, type FakeDevice, renderScreen } from '../fake-device.tsx';
import WriteRoutes from '../../../../src/app/write/routes.tsx';
import type { Device } from '../../../../src/sync/client/device.ts';
import { WithWords } from '../with-words.tsx';
import { ASSIGNED, CADRE, published } from '../../domain/samples.ts';
import { item, hash } from '../sent/items.ts';
import { draft, EMPTY, registry } from './drafts.ts';

type Answers = Parameters<typeof fakeDevice>[0];

/** A phone of the village's clerk, whose drafts are really kept in its table. */
async function phone(answers: Answers = {}, key = CADRE): Promise<FakeDevice> {
  const saveDraft: Device['saveDraft'] = async (row) => {
    const updatedAt = '2026-11-24T01:59:00.000Z';
    await device.db.drafts.put({ ...row, updatedAt });
    return { ok: true, value: undefined };
  };
  const device = fakeDevice({ saveDraft, ...answers });
  await device.setIdentity({ key, unit: key === CADRE ? 'v1' : 'township' });
  await device.setRegistry(registry());
  await device.setContact({});
  return device;
}

const open = (device: FakeDevice, path: string) =>
  renderScreen(
    <WithWords>
      <Routes>
        <Route path="/write/*" element={<WriteRoutes />} />
        <Route path="/sent" element={<p>发送页</p>} />
      </Routes>
    </WithWords>,
    { device, path },
  );

const called = (device: FakeDevice, name: string) =>
  device.calls.filter((call) => call.name === name).map((call) => call.args);

const type = (label: RegExp | string, text: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
};
const press = (name: RegExp | string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

afterEach(cleanup);

describe('the list of drafts', () => {
  it('shows what is not finished, with when it was kept, and leaves out what is blank', async () => {
    const device = await phone();
    await device.db.drafts.bulkPut([draft(), draft({ id: 'd2', content: EMPTY })]);
    open(device, '/write');
    const line = await screen.findByRole('link', { name: /三社机修梯田进展/ });
    expect(line.textContent).toContain('存于 9:41');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });

  it('opens a correction of a notice, once', async () => {
    const change = { notice: hash('n1'), base: hash('n1') };
    const device = await phone();
    device.newDraft = async (unit, from) => {
      device.calls.push({ name: 'newDraft', args: [unit, from] });
      await device.db.drafts.put(draft({ change }));
      return { ok: true, value: draft({ change }) };
    };
    open(device, `/write?unit=v1&correct=${hash('n1')}`);
    await screen.findByRole('heading', { name: '更正公告' });
    expect(called(device, 'newDraft')).toEqual([['v1', { notice: hash('n1') }]]);
    open(device, `/write?unit=v1&correct=${hash('n1')}`);
    await screen.findByRole('heading', { name: '更正公告' });
    expect(called(device, 'newDraft')).toHaveLength(1);
  });

  it('says plainly that a device without a person cannot write', async () => {
    const device = fakeDevice();
    open(device, '/write');
    await screen.findByText('这台设备不能写公告');
  });
});

describe('writing', () => {
  it('is published with everything in it, after the last letter was kept', async () => {
    const published: unknown[] = [];
    const device = await phone({
      publish: async (id) => {
        published.push((await device.db.drafts.get(id))?.signed);
        await device.db.outbox.put(item());
        return { ok: true, value: { id: item().id, notice: item().id, submitted: false } };
      },
    });
    await device.db.drafts.put(draft({ content: EMPTY }));
    open(device, '/write/d1');
    fireEvent.click(await screen.findByRole('link', { name: /公开什么/ }));
    type('找一找', '梯田');
    press(/重点工作进展/);
    await screen.findByText(/基础设施、梯田/);
    press('换一种写法');
    press(/^普通公告/);
    type('标题', ' 修梯田 ');
    type('内容', '修好 86 亩。\n还剩 34 亩。');
    press('李某（村委会主任）');
    press('公开');
    await screen.findByText('存在这部手机里了，有网就会自己发出去');
    expect(published).toEqual([
      {
        ...EMPTY,
        entry: { id: 'works-progress', name: '重点工作进展' },
        period: expect.any(String),
        title: '修梯田',
        officer: '李某（村委会主任）',
        sections: [{ heading: '', text: '修好 86 亩。\n还剩 34 亩。' }],
      },
    ]);
    expect(screen.getByText('存在这部手机里')).toBeTruthy();
    expect(screen.getByRole('link', { name: '看发到哪一步了' }).getAttribute('href')).toBe('/sent');
  });

  it('keeps the draft at a pause, and says when from the table', async () => {
    const device = await phone();
    await device.db.drafts.put(draft());
    open(device, '/write/d1');
    await screen.findByText('草稿已存 9:41');
    type('标题', '换个标题');
    await screen.findByText('草稿已存 9:59');
    expect((await device.db.drafts.get('d1'))?.content.title).toBe('换个标题');
  });

  it('keeps the draft when the page is hidden and when it is left', async () => {
    const device = await phone();
    await device.db.drafts.put(draft());
    const view = open(device, '/write/d1');
    await screen.findByDisplayValue('三社机修梯田进展');
    type('标题', '离开之前');
    window.dispatchEvent(new Event('pagehide'));
    await waitFor(async () => expect((await device.db.drafts.get('d1'))?.content.title).toBe('离开之前'));
    type('标题', '回到列表之前');
    view.unmount();
    await waitFor(async () => expect((await device.db.drafts.get('d1'))?.content.title).toBe('回到列表之前'));
  });

  it('names what is missing, and publishes nothing', async () => {
    const device = await phone();
    await device.db.drafts.put(draft({ content: EMPTY }));
    open(device, '/write/d1');
    await screen.findByLabelText('标题');
    press('公开');
    await screen.findByText('还差一点，改好就能公开');
    for (const words of ['选一下公开什么', '写一个标题', '写上负责人', '写上内容，或者加一张照片']) {
      expect(screen.getAllByText(new RegExp(words)).length).toBeGreaterThan(0);
    }
    expect(called(device, 'publish')).toEqual([]);
  });

  it('loses none of 100,000 pasted characters, and says how many are too many', async () => {
    const device = await phone();
    await device.db.drafts.put(draft());
    open(device, '/write/d1');
    await screen.findByLabelText('内容');
    const text = '很长的字'.repeat(25_000);
    type('内容', text);
    await screen.findByText(/多了 80000 字/);
    await waitFor(async () =>
      expect((await device.db.drafts.get('d1'))?.content.sections[0]?.text).toBe(text),
    );
    press('公开');
    await screen.findByText(/内容多了 80000 个字/);
    expect(called(device, 'publish')).toEqual([]);
  });

  it('shows HTML, emoji and right-to-left marks as plain text in the preview', async () => {
    const text = '<img src=x onerror=alert(1)> 👨‍👩‍👧 𠮷㐂 \u202eabc';
    const device = await phone();
    await device.db.drafts.put(draft({}, { title: text, sections: [{ heading: '', text }] }));
    open(device, '/write/d1?look');
    await screen.findByText('还没有公开，只有你能看到。');
    expect(screen.getAllByText((_, element) => element?.textContent === text).length).toBeGreaterThan(0);
    expect(document.querySelector('img')).toBeNull();
  });

  it('says on whose behalf it is published, and lets the unit be chosen', async () => {
    const device = await phone({}, ASSIGNED);
    await device.db.drafts.put(draft());
    open(device, '/write/d1');
    await screen.findByText(/这条是替示范一村公开的/);
    fireEvent.change(screen.getByLabelText('替哪个单位公开'), { target: { value: 'township' } });
    await waitFor(() => expect(screen.queryByText(/这条是替/)).toBeNull());
    await waitFor(async () => expect((await device.db.drafts.get('d1'))?.unit).toBe('township'));
  });

  it('asks for the reason of a correction and shows what it corrects', async () => {
    const device = await phone();
    await device.setBoard('v1', [published(0, '原来的标题')]);
    await device.db.drafts.put(draft({ change: { notice: hash(1), base: hash(1) } }));
    open(device, '/write/d1');
    await screen.findByText('原来的标题');
    press('公开更正');
    await screen.findAllByText(/写上为什么更正/);
    expect(called(device, 'publish')).toEqual([]);
  });

  it('goes on from the last notice about the same thing', async () => {
    const device = await phone();
    const last = published(0, '上个月的账');
    (last.content as { entry: object }).entry = { id: 'money-accounts', name: '村集体收支账目' };
    await device.setBoard('v1', [last]);
    const entry = { id: 'money-accounts', name: '村集体收支账目' };
    await device.db.drafts.put(draft({ content: { ...EMPTY, entry } }));
    open(device, '/write/d1');
    fireEvent.click(await screen.findByRole('button', { name: '接着上次写' }));
    await screen.findByDisplayValue('上个月的账');
  });
});

describe('what can go wrong', () => {
  const faults: [code: 'storage-full' | 'storage-failed' | 'not-enrolled' | 'gone', words: RegExp][] = [
    ['storage-full', /手机存满了。不要关这个页面/],
    ['storage-failed', /手机没能写进存储/],
    ['not-enrolled', /这台设备还没有登记/],
    ['gone', /已经在别处公开或删掉了/],
  ];
  for (const [code, words] of faults) {
    it(`says what to do when publishing ends with ${code}, and keeps the text on the page`, async () => {
      const device = await phone({ publish: async () => ({ ok: false, code }) });
      await device.db.drafts.put(draft());
      open(device, '/write/d1');
      await screen.findByDisplayValue('三社机修梯田进展');
      press('公开');
      await screen.findByText(words);
      expect(screen.getByDisplayValue('三社机修梯田进展')).toBeTruthy();
      press('再存一次');
      await waitFor(() => expect(called(device, 'publish')).toHaveLength(2));
    });
  }

  it('says so when a draft cannot be kept', async () => {
    const device = await phone({ saveDraft: async () => ({ ok: false, code: 'storage-full' }) });
    await device.db.drafts.put(draft());
    open(device, '/write/d1');
    await screen.findByDisplayValue('三社机修梯田进展');
    type('标题', '存不下');
    await screen.findByText('草稿没存上');
    press('公开');
    await screen.findByText(/手机存满了/);
    expect(called(device, 'publish')).toEqual([]);
  });

  it('says where a draft went that is no longer there', async () => {
    open(await phone(), '/write/d9');
    await screen.findByText('这份草稿不在了');
  });

  it('asks before a draft is deleted, and says what goes with it', async () => {
    const device = await phone();
    await device.db.drafts.put(draft());
    open(device, '/write/d1');
    fireEvent.click(await screen.findByRole('button', { name: '不写了，删掉草稿' }));
    const dialog = within(screen.getByRole('alertdialog'));
    dialog.getByText(/《三社机修梯田进展》里写的字和 0 个照片、附件都会删掉/);
    fireEvent.click(dialog.getByRole('button', { name: '留着' }));
    expect(called(device, 'deleteDraft')).toEqual([]);
  });
});
