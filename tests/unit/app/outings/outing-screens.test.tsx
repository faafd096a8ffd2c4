// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen } from '../fake-device.tsx';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import OutingRoutes from '../../../../src/app/outings/routes.tsx';
import { foldNotice, type NoticeEvent } from '../../../../src/domain/notice/notice.ts';
import { CADRE, event, hex, published, TABLET } from '../../domain/samples.ts';
import { WithWords } from '../with-words.tsx';
import { registry } from '../write/drafts.ts';

beforeAll(() => {
  URL.createObjectURL = () => 'blob:photo';
  URL.revokeObjectURL = () => undefined;
});
afterEach(cleanup);

const place = (id: string, kind: 'board' | 'wall' | 'loudspeaker', name: string, closed = false) => ({
  id,
  unit: 'v1',
  kind,
  name,
  where: '',
  photo: null,
  closed,
});
const PLACES = [
  place('wall-1', 'wall', '东头墙'),
  place('wall-2', 'wall', '拆掉的墙', true),
  place('speaker', 'loudspeaker', '村广播'),
];

const made = (number: number, part: object): NoticeEvent =>
  event(
    number,
    'outing.made',
    {
      notice: hex(1),
      revision: hex(1),
      form: 'paper',
      place: 'wall-1',
      at: '2026-11-24T09:30:00.000+08:00',
      photo: { hash: hex('f0'), width: 4, height: 3, caption: '' },
      position: null,
      count: null,
      segments: null,
      note: '',
      ...part,
    },
    CADRE,
  ) as NoticeEvent;

async function phone(events: NoticeEvent[], key = CADRE): Promise<FakeDevice> {
  const device = fakeDevice({ ownNotice: async () => foldNotice(events) });
  await device.setIdentity({ key });
  const places = Object.fromEntries(PLACES.map((one) => [one.id, one]));
  await device.setRegistry({ ...registry(), places });
  await device.setContact({});
  await device.setBoard('v1', events);
  return device;
}

const open = (device: FakeDevice, path: string) =>
  renderScreen(
    <WithWords>
      <Routes>
        <Route path="/b/:unit/n/:notice/out/*" element={<OutingRoutes />} />
        <Route path="/b/:unit/places" element={<OutingRoutes />} />
      </Routes>
    </WithWords>,
    { device, path },
  );

const OUT = `/b/v1/n/${hex(1)}/out`;
const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value } });
const called = (device: FakeDevice, name: string) =>
  device.calls.filter((call) => call.name === name).map((call) => call.args);

describe('how far a notice got', () => {
  it('tells each record with its own proof, and what was taken down', async () => {
    const events = [
      published(0),
      made(1, {}),
      made(2, { form: 'broadcast', place: 'speaker', count: 3, photo: null }),
    ];
    const end = { notice: hex(1), outing: hex(2), at: '2026-11-24T09:50:00.000+08:00', reason: '淋湿了' };
    const device = await phone([...events, event(3, 'outing.ended', end, CADRE) as NoticeEvent]);
    open(device, OUT);
    const ladder = within(await screen.findByRole('list'));
    await waitFor(() => expect(ladder.getByText(/贴在东头墙/)).toBeTruthy());
    expect(ladder.getByText('9:50 取下：淋湿了')).toBeTruthy();
    expect(ladder.getByText(/广播过，村广播/)).toBeTruthy();
    expect(ladder.getByText('3 遍')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /取下了/ })).toBeNull();
  });

  it('is not shown to a tablet’s reader', async () => {
    open(await phone([published(0)], TABLET), OUT);
    await screen.findByText('这里是本单位的人用的');
  });

  it('takes a record back that was made by mistake', async () => {
    const device = await phone([published(0), made(1, {})]);
    open(device, OUT);
    fireEvent.click(await screen.findByText('有记错的？'));
    press('东头墙 · 记错了');
    type('错在哪里', '点错了');
    press('记下：记错了');
    await waitFor(() =>
      expect(called(device, 'endOuting')).toEqual([['v1', hex(1), hex(2), '点错了', true]]),
    );
  });

  it('records a taking down, with its reason', async () => {
    const device = await phone([published(0), made(1, {})]);
    open(device, OUT);
    fireEvent.click(await screen.findByRole('button', { name: '东头墙 · 取下了' }));
    type('为什么取下', '公示期满');
    press('记下：取下了');
    await waitFor(() =>
      expect(called(device, 'endOuting')).toEqual([['v1', hex(1), hex(2), '公示期满', undefined]]),
    );
  });
});

describe('recording', () => {
  it('a sheet asks for the wall and the photo, and offers only walls that are in use', async () => {
    const device = await phone([published(0)]);
    open(device, `${OUT}/paper`);
    const save = await screen.findByRole('button', { name: '记下：贴好了' });
    fireEvent.click(save);
    expect(screen.getAllByRole('alert').map((one) => one.textContent)).toEqual([
      '请选贴在哪里',
      '请拍一张照片，照片是证明',
    ]);
    expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual([
      '选公开栏或公开墙',
      '东头墙',
    ]);
    type('贴在哪里', 'wall-1');
    const photo = new File(['photo'], 'wall.jpg', { type: 'image/jpeg' });
    fireEvent.change(screen.getByLabelText('拍贴好的样子'), { target: { files: [photo] } });
    fireEvent.click(save);
    await screen.findByText('记下了。有网自动发到乡里。');
    expect(called(device, 'makeOuting')).toEqual([
      ['v1', hex(1), { form: 'paper', place: 'wall-1', photo, position: null, note: '' }],
    ]);
  });

  it('a broadcast has a script with its seconds, and says when it is too long', async () => {
    const device = await phone([published(0)]);
    open(device, `${OUT}/broadcast`);
    await screen.findByText(/念完大约 \d+ 秒$/);
    type('广播稿', '说'.repeat(400));
    expect(screen.getByRole('alert').textContent).toContain('念完大约 100 秒，超过 90 秒');
    type('广播稿', '开会了。');
    type('播了几遍', '２');
    press('记下：播过了');
    await waitFor(() =>
      expect(called(device, 'makeOuting')).toEqual([
        ['v1', hex(1), { form: 'broadcast', place: 'speaker', count: 2, note: '开会了。' }],
      ]),
    );
  });

  it('a text message is counted in segments, and says that it is sent from elsewhere', async () => {
    const device = await phone([published(0)]);
    open(device, `${OUT}/message`);
    await screen.findByText(/还不知道乡里能不能发短信/);
    type('短信内容', '字'.repeat(140));
    expect(screen.getByRole('alert').textContent).toContain('3 条，超过了 2 条');
    type('短信内容', '字'.repeat(100));
    expect(screen.getByText('100 个字，2 条')).toBeTruthy();
    type('发给了多少人', '120');
    press('记下：发过了');
    await waitFor(() =>
      expect(called(device, 'makeOuting')[0]?.[2]).toEqual({
        form: 'message',
        place: null,
        count: 120,
        segments: 2,
        note: '字'.repeat(100),
      }),
    );
  });

  it('a text message goes to groups, shows what it comes to, and is ordered with its text', async () => {
    const device = await phone([published(0)]);
    const groups = [
      { id: 'g1', unit: 'v1', name: '党员', count: 12 },
      { id: 'g2', unit: null, name: '村干部', count: 30 },
      { id: 'g3', unit: 'v2', name: '别的村', count: 9 },
    ];
    await device.db.meta.put({
      key: 'message-groups',
      value: { mode: 'on', groups, at: '2026-11-24T01:00:00.000Z' },
    });
    open(device, `${OUT}/message`);
    await screen.findByText('党员（12 人）');
    expect(screen.queryByText(/别的村/)).toBeNull();
    type('短信内容', '字'.repeat(100));
    press('让乡里发出去');
    expect(screen.getByRole('alert').textContent).toBe('请选发给谁');
    fireEvent.click(screen.getByLabelText('党员（12 人）'));
    fireEvent.click(screen.getByLabelText(/村干部 · 全乡/));
    expect(screen.getByText('最多 42 人 × 2 条 = 84 条')).toBeTruthy();
    press('让乡里发出去');
    await waitFor(() =>
      expect(called(device, 'makeOuting')[0]?.[2]).toEqual({
        form: 'message',
        place: null,
        count: 42,
        segments: 2,
        note: '字'.repeat(100),
        groups: ['g1', 'g2'],
      }),
    );
  });

  it('a text message does not carry personal data that the notice does not show', async () => {
    const device = await phone([published(0)]);
    open(device, `${OUT}/message`);
    await screen.findByLabelText('短信内容');
    type('短信内容', '【一村】张三 13812345678 领到了');
    type('发给了多少人', '12');
    press('记下：发过了');
    expect(screen.getByRole('alert').textContent).toContain('13812345678');
    expect(called(device, 'makeOuting')).toEqual([]);
    type('短信内容', '【一村】张三领到了');
    press('记下：发过了');
    await waitFor(() => expect(called(device, 'makeOuting')).toHaveLength(1));
  });

  it('a text message without a gateway says so, and can be sent by hand', async () => {
    const device = await phone([published(0)]);
    const value = { mode: 'off', groups: [], at: '2026-11-24T01:00:00.000Z' };
    await device.db.meta.put({ key: 'message-groups', value });
    open(device, `${OUT}/message`);
    await screen.findByText(/还没有开通短信/);
    expect(screen.getByRole('link', { name: '打开手机的短信' })).toBeTruthy();
  });

  it('an ordered text message shows how many were reached', async () => {
    const ordered = made(1, {
      form: 'message',
      place: null,
      photo: null,
      count: 3,
      segments: 1,
      note: '【一村】看',
      groups: ['g1'],
    });
    const device = await phone([published(0), ordered]);
    const none = { waiting: 0, sending: 0, sent: 0, delivered: 0, failed: 0, unsure: 0, expired: 0, dry: 0 };
    const order = {
      id: ordered.id,
      unit: 'v1',
      notice: hex(1),
      acceptedAt: '2026-11-24T01:00:00.000Z',
      segments: 1,
      problem: null,
      repeated: 0,
      counts: { ...none, delivered: 2, unsure: 1 },
    };
    await device.db.meta.put({
      key: `message-progress/${hex(1)}`,
      value: { mode: 'on', orders: [order], at: '2026-11-24T01:00:00.000Z' },
    });
    open(device, OUT);
    await screen.findByText('送到 2 人，共 3 人');
    expect(screen.getByText('不知道送没送到 1 人，不会自己重发')).toBeTruthy();
    expect(called(device, 'refreshMessageProgress')[0]).toEqual([hex(1)]);
  });

  it('a meeting counts who came', async () => {
    const device = await phone([published(0)]);
    open(device, `${OUT}/record`);
    fireEvent.click(await screen.findByRole('button', { name: '记下' }));
    expect(screen.getByRole('alert').textContent).toBe('请填一个数');
    type('到了多少人', '46');
    press('记下');
    await waitFor(() =>
      expect(called(device, 'makeOuting')[0]?.[2]).toEqual({
        form: 'meeting',
        place: null,
        count: 46,
        note: '',
      }),
    );
  });
});

describe('what hangs where', () => {
  it('names for each wall what hangs and since when, and leaves out walls that are closed', async () => {
    open(await phone([published(0), made(1, {})]), '/b/v1/places');
    await screen.findByText('9:30 贴上');
    expect(screen.getByRole('link', { name: '公告 0' }).getAttribute('href')).toBe(OUT);
    expect(screen.queryByText('拆掉的墙')).toBeNull();
  });
});
