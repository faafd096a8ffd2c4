import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';
import type { Submission } from '../../../../src/domain/review/queue.ts';
import type { Device } from '../../../../src/sync/client/device.ts';
import { board, jpeg, openVillage, phases, type TestDevice, type Village } from './village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
  const { office, registry } = village;
  await village.mustAccept(await village.sign(office, registry, 'catalogue.set', { entries: READY_MADE }));
});
afterAll(() => village.end());

/** Of an entry that the village's committee reviews. */
const ENTRY = READY_MADE.find((entry) => entry.review === 'committee')!;

async function handIn(device: Device, title: string, urgent = false, photo?: Blob): Promise<string> {
  await device.contactNow();
  const draft = await device.newDraft('v1');
  if (!draft.ok) throw new Error(draft.code);
  if (photo) await device.addPhoto(draft.value.id, photo);
  const kept = (await device.db.drafts.get(draft.value.id))!;
  const content = {
    ...kept.content,
    entry: { id: ENTRY.id, name: ENTRY.name },
    title,
    officer: '李某',
    sections: [{ heading: '', text: '一户一户核过。' }],
  };
  const outward = urgent ? { urgent: { until: '2026-11-30T00:00:00.000Z' }, publicity: null } : kept.outward;
  await device.saveDraft({ ...kept, content, outward });
  const done = await device.publish(draft.value.id);
  if (!done.ok) throw new Error(done.code);
  expect(done.value.submitted).toBe(!urgent);
  await device.contactNow();
  return done.value.id;
}

const submissions = async ({ device }: TestDevice): Promise<Submission[]> =>
  (await device.officeRecords('v1')).filter((one) => one.what === 'submission');

describe('a notice that must be reviewed', () => {
  it('is read by the committee, not by a tablet, and published by the committee as it was handed in', async () => {
    const [clerk, committee, tablet] = [
      await village.phone(),
      await village.phone('v1', {}, 'supervisor'),
      await village.tablet(),
    ];
    const photo = new Blob([jpeg('a sheet', 900) as BlobPart]);
    const id = await handIn(clerk.device, '低保名单', false, photo);
    await committee.device.contactNow();
    await tablet.device.contactNow();
    expect(await board(tablet.device)).not.toContain('低保名单');
    expect(await tablet.device.officeRecords('v1')).toEqual([]);
    const found = await committee.device.submission('v1', id);
    expect(found?.content.notice.title).toBe('低保名单');
    const { hash } = found!.content.notice.photos[0]!;
    expect(await committee.device.photo(hash)).not.toBeNull();
    expect(await tablet.device.photo(hash)).toBeNull();

    committee.network.connected = false;
    expect(await committee.device.approve('v1', id)).toMatchObject({ ok: true });
    expect(await committee.device.decisions()).toEqual(new Map([[id, 'approved']]));
    expect(await committee.device.approve('v1', id)).toEqual({ ok: false, code: 'gone' });
    committee.network.heal();
    await committee.device.contactNow();
    expect(await phases(committee.device)).toEqual(['complete']);
    await tablet.device.contactNow();
    expect(await board(tablet.device)).toContain('低保名单');
    expect(await tablet.device.photo(hash)).not.toBeNull();
    await clerk.device.contactNow();
    expect((await clerk.device.submission('v1', id))?.published).toMatchObject({
      notice: expect.any(String),
    });
  });

  it('can be returned with a comment, mended and handed in again', async () => {
    const [clerk, committee] = [await village.phone(), await village.phone('v1', {}, 'supervisor')];
    const first = await handIn(clerk.device, '要改的名单');
    await committee.device.contactNow();
    await committee.device.returnSubmission('v1', first, '第三户的金额不对');
    await committee.device.contactNow();
    await clerk.device.contactNow();
    expect((await submissions(clerk)).find((one) => one.id === first)?.returned?.comment).toBe(
      '第三户的金额不对',
    );
    const draft = await clerk.device.redraft('v1', first);
    if (!draft.ok) throw new Error(draft.code);
    expect(draft.value).toMatchObject({ mends: first, content: { title: '要改的名单' } });
    const second = await clerk.device.publish(draft.value.id);
    if (!second.ok) throw new Error(second.code);
    await clerk.device.contactNow();
    await committee.device.contactNow();
    const all = await submissions(committee);
    expect(all.find((one) => one.id === second.value.id)).toMatchObject({ mends: first, returned: null });
    expect(all.find((one) => one.id === first)).toMatchObject({ mended: true });
  });

  it('cannot be approved by who wrote it, twice, or after it was taken back', async () => {
    const [clerk, one, other] = [
      await village.phone(),
      await village.phone('v1', {}, 'supervisor'),
      await village.phone('v1', {}, 'supervisor'),
    ];
    const id = await handIn(clerk.device, '两个人都看');
    expect(await clerk.device.approve('v1', id)).toEqual({ ok: false, code: 'own' });
    for (const { device, network } of [one, other]) {
      await device.contactNow();
      network.connected = false;
      await device.approve('v1', id);
      network.heal();
    }
    await one.device.contactNow();
    await other.device.contactNow();
    expect(await phases(one.device)).toEqual(['complete']);
    expect((await other.device.db.outbox.toArray())[0]?.problem?.code).toBe('submission-closed');

    const taken = await handIn(clerk.device, '拿回来的');
    await one.device.contactNow();
    await clerk.device.takeSubmissionBack('v1', taken);
    await clerk.device.contactNow();
    await one.device.approve('v1', taken);
    await one.device.contactNow();
    expect((await one.device.db.outbox.toArray()).at(-1)?.problem?.code).toBe('submission-closed');
  });

  it('goes out at once when it is urgent, and says what the review after found', async () => {
    const [clerk, committee] = [await village.phone(), await village.phone('v1', {}, 'supervisor')];
    const id = await handIn(clerk.device, '防汛转移', true);
    await committee.device.contactNow();
    expect(
      await committee.device.reviewAfter('v1', id, { approved: true, comment: '情况属实' }),
    ).toMatchObject({
      ok: true,
    });
    await committee.device.contactNow();
    await clerk.device.contactNow();
    const details = await clerk.device.details('v1', id);
    expect(details?.notice.revisions[0].reviewed).toMatchObject({ approved: true, comment: '情况属实' });
  });

  it('keeps the records when the views are made again from the log', async () => {
    const clerk = await village.phone();
    await clerk.device.contactNow();
    const before = await clerk.device.officeRecords('v1');
    expect(before.length).toBeGreaterThan(3);
    await clerk.device.db.rows.clear();
    await clerk.device.db.meta.put({ key: 'fold-version', value: -1 });
    const again = clerk.reopen();
    again.device.start();
    await again.device.contactNow();
    expect(await again.device.officeRecords('v1')).toEqual(before);
  });
});

describe('a publicity period', () => {
  it('takes objections at the counter, answers them, and publishes the result with their number', async () => {
    const [clerk, committee] = [await village.phone(), await village.phone('v1', {}, 'supervisor')];
    const id = await handIn(clerk.device, '公示的名单');
    await committee.device.contactNow();
    const approved = await committee.device.approve('v1', id);
    if (!approved.ok) throw new Error(approved.code);
    await committee.device.contactNow();
    await clerk.device.contactNow();
    const { notice } = approved.value;
    await clerk.device.makeObjection('v1', notice, { name: '', contact: '', text: '第二户早就搬走了' });
    await clerk.device.contactNow();
    await committee.device.contactNow();
    const objection = (await committee.device.officeRecords('v1')).find((one) => one.what === 'objection');
    await committee.device.answerObjection('v1', objection!.id, { upheld: true, answer: '属实，已取消' });
    await committee.device.contactNow();
    await clerk.device.contactNow();
    await clerk.device.closePublicity('v1', notice, '公示期满，取消一户。');
    await clerk.device.contactNow();
    const details = await clerk.device.details('v1', notice);
    expect(details?.notice.publicityResult).toMatchObject({ objections: 1, upheld: 1 });
    expect((await village.sync({ held: { [village.public('v1')]: 0 } })).streams).not.toHaveProperty(
      'office',
    );
  });
});
