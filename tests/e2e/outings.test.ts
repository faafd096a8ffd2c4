/** A notice goes out onto a wall: the photo is taken without a network, and everybody of the unit sees how far it got. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PHONE_RULES, problemsOf } from './harness/looks.ts';
import { photoFile } from './harness/pictures.ts';
import { startTownship, type Township } from './harness/township.ts';

let township: Township;

beforeAll(async () => {
  township = await startTownship();
});
afterAll(() => township.end());

describe('a sheet on a wall', () => {
  it('is proved by a photo without a network, sent later, and seen in the ladder of the notice', async () => {
    const phone = await township.cadresPhone();
    const title = '公示：困难补助';
    await phone.writesAndPublishes({ title });
    await phone.isTakenIn();
    await phone.goes('/sent');
    await phone.item(title).getByRole('link', { name: '张贴、广播' }).tap();
    await phone.sees('走到了哪一步');
    phone.loses();
    await phone.link('贴好了，拍张照').tap();
    await phone.page.getByRole('combobox', { name: '贴在哪里' }).selectOption('v1-wall-1');
    await phone.page.getByLabel('拍贴好的样子').setInputFiles(photoFile(7));
    expect(await problemsOf(phone.page, 'proof of posting', PHONE_RULES)).toEqual([]);
    await phone.button('记下：贴好了').tap();
    await phone.sees('记下了。有网自动发到乡里。');
    await phone.sees(/贴在公开墙 1/);
    expect(await problemsOf(phone.page, 'how far a notice got', PHONE_RULES)).toEqual([]);
    expect(await township.eventsWith('v1', 'v1-wall-1')).toBe(0);

    await phone.networkReturns();
    await expect.poll(() => township.eventsWith('v1', 'v1-wall-1'), { timeout: 30_000 }).toBe(1);
    await phone.link('哪里贴着什么').tap();
    await phone.link(title).waitFor();
    expect(await problemsOf(phone.page, 'what hangs where', PHONE_RULES)).toEqual([]);
  });
});
