// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen } from '../fake-device.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { BoardScreen } from '../../../../src/app/board/board-screen.tsx';
import { NoticeScreen } from '../../../../src/app/board/notice-screen.tsx';
import ProjectsScreen from '../../../../src/app/follow/projects-screen.tsx';
import * as follow from '../../../../src/app/follow/messages.ts';
import * as outings from '../../../../src/app/outings/messages.ts';
import * as sent from '../../../../src/app/sent/messages.ts';
import { addMessages } from '../../../../src/app/i18n/i18n.ts';
import { SAMPLES } from '../../../../src/domain/kind/samples.ts';
import type { KindFields } from '../../../../src/domain/kind/values.ts';
import type { NoticeContent } from '../../../../src/domain/notice/events.ts';
import { fingerprint } from '../../../../src/domain/notice/fingerprint.ts';
import type { NoticeEvent } from '../../../../src/domain/notice/notice.ts';
import { SERIES } from '../../../../src/server/demo/series.ts';
import { CADRE, corrected, event, hex, published, sampleRegistry } from '../../domain/samples.ts';

const written = (number: number, content: NoticeContent): NoticeEvent =>
  event(number, 'notice.published', { ...content, urgent: null, publicity: null }, CADRE) as NoticeEvent;
const inSeries = (title: RegExp): NoticeContent => SERIES.find((one) => title.test(one.title))!;
const accounts = (period: string, fields: KindFields): NoticeContent => ({
  ...inSeries(/9 月/),
  title: `${period} 账目`,
  period,
  fields,
});
const { fields } = SAMPLES.accounts!.content;

async function device(events: NoticeEvent[]): Promise<FakeDevice> {
  const made = fakeDevice();
  await made.setRegistry(sampleRegistry());
  await made.setContact({});
  await made.setBoard('v1', events);
  return made;
}

/** Words come with the parts once; each test here begins without any. */
function WithWords({ children }: { children: ReactNode }) {
  for (const [folder, own] of Object.entries({ follow, sent, outings })) addMessages(folder, own);
  return children;
}

const open = (fake: FakeDevice, path: string) =>
  renderScreen(
    <WithWords>
      <Routes>
        <Route path="/b/:unit" element={<BoardScreen />} />
        <Route path="/b/:unit/projects" element={<ProjectsScreen />} />
        <Route path="/b/:unit/n/:notice" element={<NoticeScreen />} />
      </Routes>
    </WithWords>,
    { device: fake, path },
  );

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

const card = async (heading: string): Promise<HTMLElement> => {
  const found = (await screen.findByRole('heading', { name: heading }, { timeout: 5_000 })).closest('.card');
  return found as HTMLElement;
};

describe('a list against the quarter before', () => {
  it('says how many came, went and changed, and by name who', async () => {
    const events = [written(0, inSeries(/第二季度/)), written(1, inSeries(/第三季度/))];
    open(await device(events), `/b/v1/n/${hex(2)}`);
    const found = within(await card('和2026年第二季度比'));
    for (const count of ['新增 2', '减少 1', '变动 2', '没变 2']) expect(found.getByText(count)).toBeTruthy();
    await userEvent.click(found.getByRole('button', { name: '看变了哪些' }));
    expect(found.getByText('二社 孙某某')).toBeTruthy();
    expect(found.getByText(/金额 720\.00 → 1.440\.00（\+720\.00）/)).toBeTruthy();
  });

  it('is not drawn where no earlier one is here', async () => {
    open(await device([written(0, inSeries(/第三季度/))]), `/b/v1/n/${hex(1)}`);
    await screen.findByText('怎么公开出去的');
    expect(screen.queryByText(/^和.*比$/)).toBeNull();
  });
});

describe('an account against the month before', () => {
  it('is told to go on from the balance that was published', async () => {
    const events = [written(0, inSeries(/9 月/)), written(1, accounts('2026-10', fields))];
    open(await device(events), `/b/v1/n/${hex(2)}`);
    expect(within(await card('和2026年9月比')).getByText('结余接得上')).toBeTruthy();
  });

  it('warns by how much the balance was not carried over', async () => {
    const off = { ...fields, opening: { ...fields.opening, value: 1_825_041 } } as KindFields;
    const events = [written(0, inSeries(/9 月/)), written(1, accounts('2026-10', off))];
    open(await device(events), `/b/v1/n/${hex(2)}`);
    expect(
      within(await card('和2026年9月比')).getByText('上期结余和本期开头对不上，差 0.01 元'),
    ).toBeTruthy();
  });

  it('carries in the list whether it agrees to the fen', async () => {
    const wrong = { ...fields, closing: { ...fields.closing, value: 1 } } as KindFields;
    open(
      await device([written(0, accounts('2026-09', fields)), written(1, accounts('2026-10', wrong))]),
      '/b/v1',
    );
    const row = async (title: string) => within((await screen.findByText(title)).closest('li')!);
    expect((await row('2026-09 账目')).getByText('账目相符')).toBeTruthy();
    expect((await row('2026-10 账目')).getByText('账目对不上')).toBeTruthy();
  });
});

describe('a project', () => {
  const events = SERIES.filter(({ kind }) => kind === 'project').map((one, at) => written(at, one));

  it('shows its course on each notice, with money against the budget and what is missing', async () => {
    open(await device(events), `/b/v1/n/${hex(3)}`);
    const found = within(await card('这个工程走到哪一步'));
    expect(found.getByText(/已付 468.000\.00 元（48%）/)).toBeTruthy();
    expect(found.getByRole('link', { name: '村道硬化招标结果' }).getAttribute('href')).toBe(
      `/b/v1/n/${hex(1)}`,
    );
    expect(found.getAllByText('还没有公开')).toHaveLength(3);
  });

  it('stands once in the list of projects, however many notices it has', async () => {
    open(await device(events), '/b/v1/projects');
    expect(await screen.findByText('3 条公告')).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(1);
  });
});

describe('two versions made at the same time', () => {
  const events = [
    published(0),
    corrected(1, hex(1), hex(1), '甲改的'),
    corrected(2, hex(1), hex(1), '乙改的'),
  ];

  it('stand side by side before the unit’s own people, each a start for the one that settles it', async () => {
    const fake = await device(events);
    await fake.setIdentity({ key: CADRE });
    open(fake, `/b/v1/n/${hex(1)}`);
    const one = await screen.findByRole('link', { name: '以这一版为准，改成最后的' }, { timeout: 5_000 });
    expect(one.getAttribute('href')).toBe(`/write?unit=v1&correct=${hex(1)}&from=${hex(2)}`);
    expect(screen.getByText('先到的一版')).toBeTruthy();
    expect(screen.getByText('后到的一版（现在看到的）')).toBeTruthy();
  });

  it('are settled by the next version', async () => {
    const fake = await device([...events, corrected(3, hex(1), hex(3), '定下来的')]);
    await fake.setIdentity({ key: CADRE });
    open(fake, `/b/v1/n/${hex(1)}`);
    await screen.findByText('怎么公开出去的', {}, { timeout: 5_000 });
    expect(screen.queryByText('先到的一版')).toBeNull();
    expect(screen.queryByText('两处改动请核对')).toBeNull();
  });
});

describe('how a notice went out', () => {
  it('is told to everybody, with what went out as an older version', async () => {
    const outing = {
      notice: hex(1),
      revision: hex(1),
      form: 'broadcast',
      place: null,
      at: '2026-11-24T10:05:00.000+08:00',
      photo: null,
      position: null,
      count: 3,
      segments: null,
      note: '',
    };
    const events = [
      published(0),
      event(1, 'outing.made', outing) as NoticeEvent,
      corrected(2, hex(1), hex(1)),
    ];
    open(await device(events), `/b/v1/n/${hex(1)}`);
    const steps = await card('怎么公开出去的');
    await waitFor(() => expect(steps.textContent).toContain('乡里收到，第 3 号'));
    expect(steps.textContent).toContain('广播过');
    expect(screen.getByText(`那时是旧的一版，核对码 ${fingerprint(hex(1))}`)).toBeTruthy();
    expect(screen.getByText(fingerprint(hex(3)))).toBeTruthy();
  });
});
