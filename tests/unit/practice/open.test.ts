import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openPractice, PRACTICE_DB, type Practice } from '../../../src/practice/open.ts';
import { PRACTICE_VILLAGE } from '../../../src/practice/sample.ts';

const NOW = Date.parse('2026-11-25T09:00:00+08:00');
const opened: Practice[] = [];

async function practice(): Promise<Practice> {
  const one = await openPractice({ now: () => NOW, origin: 'https://practice.invalid' });
  opened.push(one);
  return one;
}

async function writes({ device }: Practice, title: string): Promise<void> {
  const made = await device.newDraft(PRACTICE_VILLAGE);
  if (!made.ok) throw new Error(made.code);
  const entry = { id: 'general-affairs', name: '其他村务' };
  const sections = [{ heading: '', text: '正文' }];
  const content = { ...made.value.content, entry, title, officer: '马某（村文书）', sections };
  const kept = await device.saveDraft({ ...made.value, content, signed: content });
  const published = kept.ok ? await device.publish(made.value.id) : kept;
  if (!published.ok) throw new Error(published.code);
}

afterEach(async () => {
  for (const one of opened.splice(0)) await one.reset().catch(() => undefined);
});

describe('practice', () => {
  it('gives whoever opens it a village with notices and a phone that is enrolled, without a network', async () => {
    const network = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('no network'));
    const { device } = await practice();
    await device.contactNow();
    const identity = (await device.db.meta.get('identity'))?.value as { unit: string };
    expect(identity.unit).toBe(PRACTICE_VILLAGE);
    expect(device.db.name).toBe(PRACTICE_DB);
    const notices = (await device.db.pages.toArray()).flatMap((page) => page.notices);
    expect(notices.map(({ title }) => title)).toContain('冬季值班安排');
    expect(network).not.toHaveBeenCalled();
    network.mockRestore();
  });

  it('takes in what is published, with a receipt that the phone proves, and has it again when it is opened again', async () => {
    const first = await practice();
    await writes(first, '停水通知');
    await first.device.contactNow();
    await first.device.contactNow();
    expect((await first.device.db.outbox.toArray()).map(({ phase }) => phase)).toEqual(['complete']);
    await first.device.stop();
    first.device.db.close();

    const again = await practice();
    const contact = await again.device.contactNow();
    expect(contact.state).toBe('connected');
    expect(await again.device.db.evidence.count()).toBe(0);
    expect((await again.device.db.outbox.toArray()).map(({ title }) => title)).toEqual(['停水通知']);
  });

  it('takes a request to the office’s desk, and proves that it stands there', async () => {
    const { device, requests } = await practice();
    await device.contactNow();
    const sealed = await device.sealTo('township', { kind: 'practice' });
    expect(sealed.ok).toBe(true);
    await device.contactNow();
    await device.contactNow();
    // What is proved to stand in the log leaves no trace on the device.
    expect(await device.db.outbox.count()).toBe(0);
    expect(await requests()).toBe(1);
  });

  it('forgets everything on reset', async () => {
    const first = await practice();
    await writes(first, '停水通知');
    await first.reset();
    const again = await practice();
    expect(await again.device.db.outbox.count()).toBe(0);
    expect(await again.device.registry()).not.toBeNull();
  });
});
