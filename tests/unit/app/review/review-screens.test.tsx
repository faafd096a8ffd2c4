// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, NOW, renderScreen } from '../fake-device.tsx';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { addMessages } from '../../../../src/app/i18n/i18n.ts';
import * as review from '../../../../src/app/review/messages.ts';
import ReviewRoutes from '../../../../src/app/review/routes.tsx';
import type { CatalogueEntry } from '../../../../src/domain/catalogue/entry.ts';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';
import { ORDINARY } from '../../../../src/domain/notice/events.ts';
import type { NoticeEvent } from '../../../../src/domain/notice/notice.ts';
import type { Device as Enrolled, Registry } from '../../../../src/domain/registry/registry.ts';
import type { OfficeRecord, Objection, Submission } from '../../../../src/domain/review/queue.ts';
import type { SealedObjection } from '../../../../src/sync/client/objections.ts';
import { CADRE, content, event, hex, sampleRegistry } from '../../domain/samples.ts';

const COMMITTEE = 'd'.repeat(64);
const ENTRY = READY_MADE.find((entry) => entry.review === 'committee') as CatalogueEntry;
const TITLE = '农村低保拟保对象公示';

/** The sample township with a supervision committee that has a phone. */
function registry(): Registry {
  const base = sampleRegistry();
  const device: Enrolled = {
    ...Object.values(base.devices)[0]!,
    key: COMMITTEE,
    member: 'm-committee',
    revoked: null,
  };
  return {
    ...base,
    catalogue: READY_MADE,
    members: {
      ...base.members,
      'm-committee': {
        id: 'm-committee',
        name: '陈某',
        post: '监委会主任',
        unit: 'v1',
        role: 'supervisor',
        assigned: [],
      },
    },
    devices: { ...base.devices, [COMMITTEE]: device },
  };
}

const notice = {
  ...content(TITLE),
  entry: { id: ENTRY.id, name: ENTRY.name },
  ...ORDINARY,
};

const submission = (part: Partial<Submission> = {}): Submission => ({
  what: 'submission',
  id: hex(5),
  number: 0,
  at: '2026-11-22T09:00:00.000+08:00',
  author: CADRE,
  acceptedAt: new Date(NOW - 2 * 86_400_000).toISOString(),
  title: TITLE,
  entry: ENTRY.id,
  entryName: ENTRY.name,
  kind: 'plain',
  changes: null,
  mends: null,
  mended: false,
  returned: null,
  takenBack: false,
  ...part,
});

async function device(
  key: string,
  records: OfficeRecord[],
  more: Parameters<typeof fakeDevice>[0] = {},
): Promise<FakeDevice> {
  const made = fakeDevice({
    officeRecords: async () => records,
    submission: async (_unit, id) => {
      const record = records.find((one) => one.what === 'submission' && one.id === id);
      if (record?.what !== 'submission') return null;
      return { record, content: { notice, change: null, mends: record.mends }, files: [], published: null };
    },
    approve: async () => ({ ok: true, value: { id: hex(8), notice: hex(8) } }),
    redraft: async () => ({ ok: true, value: { id: 'draft' } as never }),
    ...more,
  });
  await made.setRegistry(registry());
  await made.setContact({});
  await made.setIdentity({ key });
  return made;
}

function WithWords() {
  useState(() => addMessages('review', review));
  return (
    <Routes>
      <Route path="/review/*" element={<ReviewRoutes />} />
      <Route path="/write/*" element={<p>写公告的屏</p>} />
    </Routes>
  );
}

const open = (made: FakeDevice, path = '/review', language: 'zh-CN' | 'en' = 'zh-CN') =>
  renderScreen(<WithWords />, { device: made, path, language });
const called = (made: FakeDevice, name: string): unknown[][] =>
  made.calls.filter((call) => call.name === name).map(({ args }) => args);

describe('the queue of who reviews', () => {
  it('says what waits, who wrote it, for whom it waits and how long', async () => {
    open(await device(COMMITTEE, [submission()]));
    const line = await screen.findByRole('link', { name: new RegExp(TITLE) });
    expect(line.textContent).toMatch(/等村务监督委员会看/);
    expect(line.textContent).toMatch(/等了 2 天/);
    expect(screen.getByRole('button', { name: /等我看/ }).textContent).toContain('1');
  });

  it('shows a writer what he handed in and that it came back', async () => {
    const returned = { author: COMMITTEE, acceptedAt: new Date(NOW).toISOString(), comment: '标准没写清' };
    open(await device(CADRE, [submission({ returned })]));
    expect((await screen.findByRole('link', { name: new RegExp(TITLE) })).textContent).toContain('退回了');
  });

  it('says what will stand there when nothing does, in both languages', async () => {
    open(await device(COMMITTEE, []));
    await screen.findByText('没有等您看的。');
    open(await device(COMMITTEE, []), '/review', 'en');
    await screen.findByText('Nothing waits for you.');
  });

  it('is closed to who may not see a unit’s records', async () => {
    const made = await device(COMMITTEE, []);
    await made.setIdentity({ key: 'e'.repeat(64) });
    open(made);
    await screen.findByText('这里是审公告的人用的');
  });
});

describe('publicity periods on the queue', () => {
  it('say how many objections wait, the sealed ones too, and lead there', async () => {
    const sealed: SealedObjection = {
      envelope: { id: hex(40), number: 3, author: hex(41), acceptedAt: '', adds: null, answers: [] },
      text: '七户家里有人上班',
      name: '',
      contact: '',
      onItsWay: false,
    };
    const made = await device(COMMITTEE, [], { sealedObjections: async () => [sealed] });
    const outward = { urgent: null, publicity: { days: 7, unit: 'working' } };
    await made.setBoard('v1', [
      event(0, 'notice.published', { ...content(TITLE), ...outward }, CADRE) as NoticeEvent,
    ]);
    open(made);
    const line = await screen.findByRole('link', { name: /1 条意见等答复/ });
    expect(line.getAttribute('href')).toBe(`/review/v1/n/${hex(1)}`);
    expect(screen.queryByRole('button', { name: /我送的/ })).toBeNull();
  });
});

describe('one submission', () => {
  const path = `/review/v1/s/${hex(5)}`;

  it('is approved after a question that says what follows', async () => {
    const made = await device(COMMITTEE, [submission()]);
    open(made, path);
    await userEvent.click(await screen.findByRole('button', { name: '同意，公开' }));
    const asked = within(await screen.findByRole('alertdialog'));
    asked.getByText(/以您的名义签名/);
    await userEvent.click(asked.getByRole('button', { name: '公开' }));
    expect(called(made, 'approve')).toEqual([['v1', hex(5)]]);
  });

  it('is not returned without a word of what is to be mended', async () => {
    const made = await device(COMMITTEE, [submission()]);
    open(made, path);
    await userEvent.click(await screen.findByRole('button', { name: '退回去改' }));
    const asked = within(await screen.findByRole('alertdialog'));
    await userEvent.click(asked.getByRole('button', { name: '退回' }));
    asked.getByText('请写一句要改什么。');
    expect(called(made, 'returnSubmission')).toEqual([]);
    await userEvent.type(asked.getByRole('textbox'), '标准没写清');
    await userEvent.click(asked.getByRole('button', { name: '退回' }));
    expect(called(made, 'returnSubmission')).toEqual([['v1', hex(5), '标准没写清']]);
  });

  it('offers its author no approval, but to take it back; and to mend it once it was returned', async () => {
    open(await device(CADRE, [submission()]), path);
    await screen.findByRole('button', { name: '拿回来' });
    expect(screen.queryByRole('button', { name: '同意，公开' })).toBeNull();
    const returned = { author: COMMITTEE, acceptedAt: new Date(NOW).toISOString(), comment: '标准没写清' };
    open(await device(CADRE, [submission({ returned })]), path);
    await screen.findByText(/陈某退回了：标准没写清/);
    await userEvent.click(await screen.findByRole('button', { name: '改好再送' }));
    await screen.findByText('写公告的屏');
  });

  it('says why when a decision could not be kept', async () => {
    const made = await device(COMMITTEE, [submission()], {
      approve: async () => ({ ok: false, code: 'storage-full' }),
    });
    open(made, path);
    await userEvent.click(await screen.findByRole('button', { name: '同意，公开' }));
    await userEvent.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: '公开' }),
    );
    await screen.findByText('手机存满了。删掉一些东西，再试一次。');
  });
});

describe('objections to a notice', () => {
  const NOTICE = hex(1);
  const published = event(
    0,
    'notice.published',
    { ...content(TITLE), ...ORDINARY, publicity: { days: 7, unit: 'working' } },
    CADRE,
  ) as NoticeEvent;
  const objection: Objection = {
    what: 'objection',
    id: hex(30),
    at: '2026-11-23T09:00:00.000+08:00',
    author: CADRE,
    acceptedAt: '2026-11-23T01:00:00.000Z',
    notice: NOTICE,
    name: '',
    contact: '',
    text: '第二户早就搬走了',
    envelope: null,
    answer: null,
  };
  const sealed: SealedObjection = {
    envelope: {
      id: hex(40),
      number: 3,
      author: hex(41),
      acceptedAt: '2026-11-23T02:00:00.000Z',
      adds: null,
      answers: [],
    },
    text: '七户家里有人上班',
    name: '张三',
    contact: '村东头',
    onItsWay: false,
  };
  const path = `/review/v1/n/${NOTICE}`;
  const opened = async (
    key: string,
    records: OfficeRecord[],
    arrived: SealedObjection[] = [],
  ): Promise<FakeDevice> => {
    const made = await device(key, records, { sealedObjections: async () => arrived });
    await made.setBoard('v1', [published]);
    open(made, path);
    await screen.findByText(TITLE);
    return made;
  };

  it('are taken down at the counter without a name', async () => {
    const made = await opened(CADRE, []);
    await userEvent.click(screen.getByRole('button', { name: '记一条意见' }));
    await userEvent.type(screen.getByRole('textbox', { name: /^说了什么/ }), '少写了一户');
    await userEvent.click(screen.getByRole('button', { name: '记下' }));
    expect(called(made, 'makeObjection')).toEqual([
      ['v1', NOTICE, { name: '', contact: '', text: '少写了一户' }],
    ]);
  });

  it('keep the result back until each is answered, those that came sealed among them', async () => {
    await opened(CADRE, [objection], [sealed]);
    await screen.findByText('还有 2 条意见没有答复。请先答复，再公布结果。');
    screen.getByText('收到 2 条意见');
    expect(screen.queryByRole('button', { name: '公布公示结果' })).toBeNull();
    await opened(CADRE, []);
    await screen.findByRole('button', { name: '公布公示结果' });
  });

  it('that came sealed are answered in the record and under the code, and how to reach the sender is not handed on', async () => {
    const made = await opened(COMMITTEE, [], [sealed]);
    await screen.findByText(/张三/);
    await userEvent.click(screen.getByRole('button', { name: '答复' }));
    await userEvent.type(screen.getByRole('textbox', { name: /^怎么答复/ }), '核过，属实');
    await userEvent.selectOptions(screen.getByRole('combobox'), 'upheld');
    await userEvent.click(screen.getByRole('button', { name: '答复' }));
    const [[unit, of, , said]] = called(made, 'answerSealedObjection') as [unknown[]];
    expect([unit, of]).toEqual(['v1', NOTICE]);
    expect(said).toEqual({ upheld: true, answer: '核过，属实', word: '您的意见成立。核过，属实' });
  });

  it('are not closed early without being told that the notice will say so', async () => {
    await opened(CADRE, []);
    await userEvent.click(await screen.findByRole('button', { name: '公布公示结果' }));
    await screen.findByText(/公示还没有开始：墙上没有贴/);
  });

  it('lead from one that was right to the correction', async () => {
    const answer = { author: COMMITTEE, acceptedAt: '2026-11-23T03:00:00.000Z', upheld: true, text: '属实' };
    await opened(CADRE, [{ ...objection, answer }]);
    const correct = await screen.findByRole('link', { name: '更正公告' });
    expect(correct.getAttribute('href')).toBe(`/write?unit=v1&correct=${NOTICE}`);
  });
});
