// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen } from '../fake-device.tsx';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import OfficeRoutes from '../../../../src/app/office/routes.tsx';
import { typedCode } from '../../../../src/app/office/invitation-sheet.tsx';
import { makeInvitationLink, parseInvitationLink } from '../../../../src/sync/client/invitation.ts';
import { CADRE, OFFICE, published, TABLET } from '../../domain/samples.ts';
import { hash, item } from '../sent/items.ts';
import { WithWords } from '../with-words.tsx';
import { registry } from '../write/drafts.ts';

afterEach(cleanup);

async function computer(answers: Parameters<typeof fakeDevice>[0] = {}): Promise<FakeDevice> {
  const device = fakeDevice({
    change: async (type, content, title) => {
      const id = hash('c1');
      const body = JSON.stringify(content);
      await device.db.outbox.put(item({ id, type, title, body, stream: `${'a'.repeat(32)}/registry` }));
      return { ok: true, value: { id } };
    },
    ...answers,
  });
  await device.setIdentity({ key: OFFICE, kind: 'office', unit: 'township' });
  await device.setRegistry(registry());
  await device.setContact({});
  return device;
}

const open = (device: FakeDevice, path: string) =>
  renderScreen(
    <WithWords>
      <Routes>
        <Route path="/office/*" element={<OfficeRoutes />} />
        <Route path="/sent" element={<p>发送页</p>} />
      </Routes>
    </WithWords>,
    { device, path },
  );

const called = (device: FakeDevice, name: string) =>
  device.calls.filter((call) => call.name === name).map((call) => call.args);
const type = (label: string, text: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
};
const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

describe('the office', () => {
  it('is closed to a phone that is not the office’s', async () => {
    const device = await computer();
    await device.setIdentity({ key: CADRE });
    open(device, '/office');
    await screen.findByText('这里是党政办用的');
  });

  it('shows each village with its newest notice and its devices, and follows all boards', async () => {
    const device = await computer();
    await device.setBoard('v1', [published(0, '旧的'), published(1, '新的')]);
    open(device, '/office');
    const row = (await screen.findByRole('link', { name: '新的' })).closest('tr') as HTMLElement;
    expect(row.textContent).toContain('示范一村');
    expect(row.textContent).toContain('手机 1 · 平板 1');
    await waitFor(() => expect(called(device, 'follow').flat().sort()).toEqual(['township', 'v1', 'v2']));
  });

  it('says in a sentence which phone holds what, since when', async () => {
    const device = await computer();
    await device.db.contacts.put({
      key: CADRE,
      at: '2026-11-24T01:00:00.000Z',
      held: {},
      report: { unsent: 5, oldest: '2026-11-19T02:00:00.000Z', files: 0, app: '0.1.0' },
    });
    open(device, '/office');
    await screen.findByText('示范一村clerk的手机里压着 5 条');
    expect(screen.getByText(/最早一条 11月19日/)).toBeTruthy();
  });
});

describe('devices', () => {
  it('are closed with a reason, after the cost was said, through the outbox', async () => {
    const device = await computer();
    await device.db.contacts.put({
      key: CADRE,
      at: '2026-11-24T01:00:00.000Z',
      held: {},
      report: { unsent: 2, oldest: '2026-11-24T01:00:00.000Z', files: 0, app: '0.1.0' },
    });
    open(device, '/office/devices');
    const row = (await screen.findByText(/clerk/)).closest('tr') as HTMLElement;
    await within(row).findByText(/2 条，最早/);
    fireEvent.click(within(row).getByRole('button', { name: /停用/ }));
    const dialog = within(screen.getByRole('alertdialog'));
    dialog.getByText(/还压着 2 条，会收不到/);
    fireEvent.click(dialog.getByRole('button', { name: '停用' }));
    dialog.getByText('写上为什么停用');
    expect(called(device, 'change')).toEqual([]);
    fireEvent.change(dialog.getByRole('textbox'), { target: { value: ' 手机丢了 ' } });
    fireEvent.click(dialog.getByRole('button', { name: '停用' }));
    await screen.findByText('存在这台电脑里了，有网就发给乡服务器。');
    expect(called(device, 'change')).toEqual([
      ['device.revoked', { key: CADRE, reason: '手机丢了' }, '停用：示范一村 clerk'],
    ]);
  });

  it('cannot close the one in use, and keep closed ones with their reason', async () => {
    const device = await computer();
    const known = registry();
    known.devices[TABLET]!.revoked = { at: '2026-11-20T02:00:00.000Z', reason: '换了新的' };
    await device.setRegistry(known);
    open(device, '/office/devices');
    const own = (await screen.findByText('就是这台')).closest('tr') as HTMLElement;
    expect(within(own).queryByRole('button')).toBeNull();
    expect(screen.getByText(/停用：换了新的/)).toBeTruthy();
  });
});

describe('units and people', () => {
  it('are changed by a form that keeps what was there', async () => {
    const device = await computer();
    open(device, '/office/units/v1');
    await screen.findByDisplayValue('示范一村');
    press('加一个副组长');
    type('副组长第 1 人的姓名', '陈某');
    press('存好');
    await screen.findByText('有 1 处要改，都标出来了。');
    type('副组长第 1 人的职务', '监委会主任');
    press('存好');
    await screen.findByText('单位：示范一村');
    expect(called(device, 'change')).toEqual([
      [
        'unit.set',
        {
          ...registry().units['v1'],
          leadingGroup: {
            ...registry().units['v1']!.leadingGroup,
            deputies: [{ name: '陈某', post: '监委会主任' }],
          },
        },
        '单位：示范一村',
      ],
    ]);
  });

  it('take a new person with the villages that he looks after', async () => {
    const device = await computer();
    open(device, '/office/people/new');
    await screen.findByLabelText('姓名');
    type('姓名', '何某');
    type('职务', '包村干部');
    type('单位', 'township');
    fireEvent.click(screen.getByLabelText('示范二村'));
    press('存好');
    await screen.findByText('人员：何某');
    expect(called(device, 'change')[0]?.[1]).toMatchObject({
      name: '何某',
      unit: 'township',
      role: 'cadre',
      assigned: ['v2'],
    });
  });

  it('keep what was filled in when it cannot be kept', async () => {
    const device = await computer({ change: async () => ({ ok: false, code: 'storage-full' }) });
    open(device, '/office/people/new');
    await screen.findByLabelText('姓名');
    type('姓名', '何某');
    type('职务', '文书');
    type('单位', 'v2');
    press('存好');
    await screen.findByText(/这台电脑存满了/);
    expect(screen.getByDisplayValue('何某')).toBeTruthy();
  });
});

describe('an invitation', () => {
  const link = makeInvitationLink('https://example.test', 'a'.repeat(32), 'b'.repeat(64));
  const made = { link, key: hash('1b'), expires: '2026-12-01T02:00:00.000Z' };
  const invite = async () => ({ ok: true as const, value: made });

  it('works once the township has taken it in, and says so', async () => {
    const device = await computer({ invite });
    open(device, '/office/invite?member=clerk');
    fireEvent.click(await screen.findByRole('button', { name: '做一个邀请' }));
    await screen.findByText(/还在这台电脑里。等乡服务器收下/);
    expect(called(device, 'invite')).toEqual([[{ device: 'phone', unit: 'v1', member: 'clerk', days: 7 }]]);
    expect(screen.getByText(typedCode(link))).toBeTruthy();
    const receipt = { number: 20, acceptedAt: '2026-11-24T02:00:00.000Z', size: 21 };
    const row = { type: 'invitation.made', title: 'v1', body: JSON.stringify({ key: made.key }) };
    await device.db.outbox.put(item({ ...row, phase: 'complete', receipt }));
    await screen.findByText('乡里已收下，现在可以用了。');
  });

  it('is for a tablet of a unit, without a person', async () => {
    const device = await computer({ invite });
    open(device, '/office/invite?device=tablet');
    fireEvent.click(await screen.findByRole('button', { name: '做一个邀请' }));
    await screen.findByText('这里要选');
    type('放在哪里', 'v2');
    press('做一个邀请');
    await screen.findByText('给示范二村');
    expect(called(device, 'invite')).toEqual([[{ device: 'tablet', unit: 'v2', member: null, days: 7 }]]);
  });

  it('can be typed from its letters', () => {
    expect(parseInvitationLink(typedCode(link))).toEqual(parseInvitationLink(link));
    expect(parseInvitationLink(link)).not.toBeNull();
  });
});

describe('the catalogue', () => {
  it('is shown in its groups', async () => {
    open(await computer(), '/office/catalogue');
    await screen.findByText('耕地地力保护补贴');
    expect(screen.getByText(new RegExp(`共 ${registry().catalogue.length} 项`))).toBeTruthy();
  });
});

describe('a change of office', () => {
  it('is one step for the whole unit: who leaves, who comes, who leads', async () => {
    const device = await computer();
    open(device, '/office/units/v1');
    fireEvent.click(await screen.findByRole('link', { name: '换届：一次换完' }));
    await screen.findByRole('heading', { name: '换届：示范一村' });
    fireEvent.click(screen.getByRole('checkbox', { name: /^clerk/ }));
    press('加一个新来的人');
    type('新来的第 1 人：姓名', '新文书');
    const save = screen.getByRole('button', { name: '存好' });
    fireEvent.click(save);
    expect(called(device, 'change')).toEqual([]);
    type('新来的第 1 人：职务', '村文书');
    fireEvent.click(save);
    await waitFor(() => expect(called(device, 'change')).toHaveLength(1));
    const [[kind, content]] = called(device, 'change') as [[string, object]];
    expect(kind).toBe('unit.handed-over');
    expect(content).toMatchObject({
      unit: 'v1',
      leave: ['clerk'],
      join: [{ name: '新文书', post: '村文书', role: 'cadre' }],
      reason: '换届',
      leadingGroup: { leader: { name: '李某' } },
    });
    await screen.findByText('换届：示范一村');
  });

  it('leaves those who left in the list, without a way to invite them', async () => {
    const device = await computer();
    await device.setRegistry({ ...registry(), left: { clerk: '2026-11-20T02:00:00.000Z' } });
    open(device, '/office/people');
    const row = (await screen.findByText('2026年11月20日离任')).closest('tr') as HTMLElement;
    expect(within(row).queryByRole('link', { name: '发邀请' })).toBeNull();
  });
});
