// @vitest-environment jsdom
import { fakeDevice, TOWNSHIP } from '../fake-device.tsx';
import { beforeEach, describe, expect, it } from 'vitest';
import { bestOf, finishedHere, keepFinished, unsigned } from '../../../../src/app/lessons/kept.ts';
import { signFinished } from '../../../../src/app/lessons/sign.ts';
import { hasPractice } from '../../../../src/app/practice/flag.ts';
import type { LocalDate } from '../../../../src/domain/time.ts';
import { sampleRegistry, CADRE } from '../../domain/samples.ts';

const DAY = '2026-11-25' as LocalDate;
const POST = { lesson: 'post', version: 1, day: DAY, score: 67 };
const SEARCH = { lesson: 'search', version: 1, day: DAY, score: 100 };

beforeEach(() => localStorage.clear());

describe('what was finished in practice', () => {
  it('waits here until the device itself has signed it, into the office stream of the person’s unit', async () => {
    keepFinished(POST);
    keepFinished(SEARCH);
    expect(hasPractice()).toBe(true);
    const device = fakeDevice({ record: async () => ({ ok: true, value: { id: 'f'.repeat(64) } }) });
    device.registry = async () => sampleRegistry();
    await device.setIdentity({ township: TOWNSHIP, key: CADRE, unit: 'v1', kind: 'phone', persistent: true });
    await signFinished(device);
    const records = device.calls.filter(({ name }) => name === 'record').map(({ args }) => args);
    expect(records).toEqual([
      ['v1', 'lesson.finished', POST, '发一条公告'],
      ['v1', 'lesson.finished', SEARCH, '替群众找一条'],
    ]);
    expect(unsigned()).toEqual([]);
    expect(hasPractice()).toBe(false);
    expect(finishedHere()).toEqual([POST, SEARCH]);
  });

  it('stays for another time where nothing can be stored, and on a device that is nobody’s', async () => {
    keepFinished(POST);
    const full = fakeDevice({ record: async () => ({ ok: false, code: 'storage-full' }) });
    await full.setIdentity({ township: TOWNSHIP, key: CADRE, unit: 'v1', kind: 'phone', persistent: true });
    await signFinished(full);
    expect(unsigned()).toEqual([POST]);
    const nobody = fakeDevice({});
    await nobody.setIdentity(null);
    await signFinished(nobody);
    expect(unsigned()).toEqual([POST]);
  });

  it('shows the best of today’s version', () => {
    keepFinished(POST);
    keepFinished({ ...POST, score: 33 });
    expect(bestOf('post', 1)?.score).toBe(67);
    expect(bestOf('post', 2)).toBeNull();
  });

  it('is nothing when what the browser keeps cannot be read', () => {
    localStorage.setItem('gongkailan.lessons-done', 'not json');
    expect(finishedHere()).toEqual([]);
  });
});
