import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Device } from '../../../../src/sync/client/device.ts';
import { board, openVillage, phases, publish, random, type Village } from './village.ts';

let village: Village;
beforeAll(async () => {
  village = await openVillage();
});
afterAll(() => village.end());

/** Writes a correction of a notice's title. */
async function correct(device: Device, notice: string, title: string): Promise<void> {
  const draft = await device.newDraft('v1', { notice });
  if (!draft.ok) throw new Error(draft.code);
  const { content } = draft.value;
  await device.saveDraft({ ...draft.value, reason: '写错了', content: { ...content, title } });
  const published = await device.publish(draft.value.id);
  if (!published.ok) throw new Error(published.code);
}

describe('a draft', () => {
  it('needs a device that is enrolled', async () => {
    const { device } = await village.reader();
    expect(await device.newDraft('v1')).toEqual({ ok: false, code: 'not-enrolled' });
  });

  it('stays, word for word, with its photos, until it is published or deleted', async () => {
    const phone = await village.phone();
    const draft = await phone.device.newDraft('v1');
    if (!draft.ok) throw new Error(draft.code);
    const text = `生僻字 𠮷㐂 \u202e <b>不是标记</b>\n第二段`;
    const content = { ...draft.value.content, title: '半', sections: [{ heading: '', text }] };
    await phone.device.saveDraft({ ...draft.value, content });
    await phone.device.addPhoto(draft.value.id, new Blob(['of a draft']));
    const { device } = phone.reopen();
    const kept = await device.db.drafts.get(draft.value.id);
    expect(kept?.content).toMatchObject({
      title: '半',
      sections: [{ text }],
      photos: [{ width: 1600, height: 1200 }],
    });
    expect((await device.photo(kept!.content.photos[0]!.hash))?.size).toBe(1000);
    await device.deleteDraft(draft.value.id);
    expect(await device.db.drafts.count()).toBe(0);
    expect(await device.db.blobs.filter((row) => row.pinned === 1).count()).toBe(0);
    expect(await device.saveDraft(kept!)).toEqual({ ok: false, code: 'gone' });
  });

  it('that lacks what is required is not valid, and stays', async () => {
    const { device } = await village.phone();
    const draft = await device.newDraft('v1');
    if (!draft.ok) throw new Error(draft.code);
    expect(await device.publish(draft.value.id)).toEqual({ ok: false, code: 'not-valid' });
    const long = { ...draft.value.content, title: '长', officer: '李某', entry: { id: 'a', name: 'a' } };
    const sections = [{ heading: '', text: '字'.repeat(100_000) }];
    await device.saveDraft({ ...draft.value, content: { ...long, sections } });
    expect(await device.publish(draft.value.id)).toEqual({ ok: false, code: 'not-valid' });
    expect(await device.db.drafts.count()).toBe(1);
    expect(await device.publish('no such draft')).toEqual({ ok: false, code: 'gone' });
  });

  it('is published once, however often it is pressed', async () => {
    const { device, network } = await village.phone();
    network.connected = false;
    const draft = await device.newDraft('v1');
    if (!draft.ok) throw new Error(draft.code);
    const content = {
      ...draft.value.content,
      title: '按了三次',
      officer: '李某',
      entry: { id: 'a', name: 'a' },
    };
    await device.saveDraft({ ...draft.value, content });
    const ends = await Promise.all([1, 2, 3].map(() => device.publish(draft.value.id)));
    expect(ends.filter((end) => end.ok)).toHaveLength(1);
    expect(await device.db.outbox.count()).toBe(1);
  });

  it('changed while it was being signed goes as it is then', async () => {
    let change: (() => void) | null = null;
    const salted = (bytes: number): Uint8Array => {
      change?.();
      change = null;
      return random(bytes);
    };
    const phone = await village.phone();
    const { device } = phone.reopen({ random: salted });
    const draft = await device.newDraft('v1');
    if (!draft.ok) throw new Error(draft.code);
    const entry = { id: 'a', name: 'a' };
    const content = { ...draft.value.content, title: '旧', officer: '李某', entry };
    await device.saveDraft({ ...draft.value, content });
    village.clock.ms += 1000;
    change = () => void device.saveDraft({ ...draft.value, content: { ...content, title: '新' } });
    expect((await device.publish(draft.value.id)).ok).toBe(true);
    expect((await device.db.outbox.toArray()).map(({ title }) => title)).toEqual(['新']);
  });

  it('takes photos only as far as they can be read and are not too many', async () => {
    const { device } = await village.phone();
    const draft = await device.newDraft('v1');
    if (!draft.ok) throw new Error(draft.code);
    const { id } = draft.value;
    expect(await device.addPhoto(id, new Blob(['bad bytes']))).toEqual({ ok: false, code: 'unreadable' });
    const huge = new Blob([new Uint8Array(51 * 1024 * 1024)]);
    expect(await device.addPhoto(id, huge)).toEqual({ ok: false, code: 'too-large' });
    for (let i = 0; i < 9; i++) expect((await device.addPhoto(id, new Blob([`photo ${i}`]))).ok).toBe(true);
    expect(await device.addPhoto(id, new Blob(['tenth']))).toEqual({ ok: false, code: 'too-many' });
    expect((await device.db.drafts.get(id))?.content.photos).toHaveLength(9);
  });
});

describe('a notice', () => {
  it('is corrected and withdrawn, and its history stays', async () => {
    const { device } = await village.phone();
    const { notice } = await publish(device, 'v1', '值班表');
    await device.contactNow();
    await correct(device, notice, '值班表（更正）');
    await device.contactNow();
    expect(await board(device)).toContain('值班表（更正）');
    const withdrawn = await device.withdraw('v1', notice, '发重了');
    expect(withdrawn.ok).toBe(true);
    await device.contactNow();
    const details = (await device.details('v1', notice))!;
    expect(details.proof).toBe('checked');
    expect(details.notice.revisions.map((one) => one.content.title)).toEqual(['值班表', '值班表（更正）']);
    expect(details.notice).toMatchObject({ withdrawal: { reason: '发重了' }, conflict: false });
    expect(await device.withdraw('v1', notice, '再来')).toEqual({ ok: false, code: 'gone' });
    expect(await device.newDraft('v1', { notice })).toEqual({ ok: false, code: 'gone' });
  });

  it('that has not gone yet can be corrected and withdrawn too, without a conflict', async () => {
    const { device, network } = await village.phone();
    network.connected = false;
    const { notice } = await publish(device, 'v1', '还没发出', [new Blob(['kept photo'])]);
    await correct(device, notice, '还没发出就改');
    await device.withdraw('v1', notice, '不发了');
    expect(await device.details('v1', notice)).toBeNull();
    network.heal();
    await device.contactNow();
    expect(await phases(device)).toEqual(['complete', 'complete', 'complete']);
    const details = (await device.details('v1', notice))!;
    expect(details.notice).toMatchObject({ conflict: false, withdrawal: { reason: '不发了' } });
    expect(details.notice.revisions[1]?.content.photos).toHaveLength(1);
  });

  it('corrected on two phones at once keeps both, and says so', async () => {
    const one = await village.phone();
    const two = await village.phone();
    const { notice } = await publish(one.device, 'v1', '两人改');
    await one.device.contactNow();
    await two.device.contactNow();
    await correct(one.device, notice, '甲改');
    await correct(two.device, notice, '乙改');
    await one.device.contactNow();
    await two.device.contactNow();
    await one.device.contactNow();
    for (const { device } of [one, two]) {
      const details = (await device.details('v1', notice))!;
      expect(details.notice.conflict).toBe(true);
      expect(details.notice.revisions.map((revision) => revision.content.title)).toEqual([
        '两人改',
        '甲改',
        '乙改',
      ]);
    }
  });

  it('whose text was changed in this device’s storage says that its proof failed', async () => {
    const { device } = await village.phone();
    const { notice } = await publish(device, 'v1', '存着的');
    await device.contactNow();
    await device.db.chunks.toCollection().modify((chunk) => {
      chunk.bodies = chunk.bodies.replace('存着的', '改过的');
    });
    expect((await device.details('v1', notice))?.proof).toBe('failed');
  });

  it('from elsewhere is followed by who asks for it', async () => {
    const { device } = await village.reader('v2');
    const phone = await village.phone('v2');
    await publish(phone.device, 'v2', '二村的');
    await phone.device.contactNow();
    await device.contactNow();
    expect(await board(device, 'v2')).toContain('二村的');
    expect(await board(device, 'v1')).toEqual([]);
  });
});
