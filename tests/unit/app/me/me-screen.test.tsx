// @vitest-environment jsdom
import { fakeDevice, renderScreen } from '../fake-device.tsx';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { MeScreen } from '../../../../src/app/me/me-screen.tsx';
import { setContrast, setSize } from '../../../../src/app/ui/settings.ts';
import { ASSIGNED, CADRE, event, hex, OFFICE, sampleRegistry, TABLET } from '../../domain/samples.ts';
import { hash, item } from '../sent/items.ts';
import { evolveRegistry } from '../../../../src/domain/registry/registry.ts';

afterEach(() => {
  setSize('normal');
  setContrast('normal');
  localStorage.clear();
});

async function open(key: string | null, persistent = true, registry = sampleRegistry()) {
  const device = fakeDevice();
  await device.setRegistry(registry);
  if (key) await device.setIdentity({ key, persistent, unit: 'v1' });
  return renderScreen(<MeScreen />, { device });
}

describe('what a person sees of himself on this phone', () => {
  it('is name, post, unit, and that he may publish', async () => {
    await open(CADRE);
    expect(await screen.findByText('clerk')).toBeTruthy();
    expect(screen.getByText('村文书')).toBeTruthy();
    expect(screen.getByText('可以写公告')).toBeTruthy();
    expect(screen.getByText('浏览器答应一直留着')).toBeTruthy();
  });

  it('says plainly when the browser does not promise to keep things', async () => {
    await open(CADRE, false);
    expect(await screen.findByText(/没有答应一直留着/)).toBeTruthy();
  });

  it('names the villages for which he may publish', async () => {
    await open(ASSIGNED);
    expect((await screen.findByText('可以代办')).nextSibling?.textContent).toBe('v1');
  });

  it('says when the phone was stopped, and why', async () => {
    const revoked = event(99, 'device.revoked', { key: CADRE, reason: '手机丢了' }, OFFICE);
    await open(CADRE, true, evolveRegistry(sampleRegistry(), revoked));
    expect(await screen.findByText('已停用')).toBeTruthy();
    expect(screen.getByText(/原因：手机丢了/)).toBeTruthy();
    expect(hex(1)).toHaveLength(64);
  });

  it('is only the settings for a visitor', async () => {
    await open(null);
    expect(await screen.findByText('我有邀请')).toBeTruthy();
    expect(screen.queryByText('手机丢了怎么办')).toBeNull();
  });
});

describe('settings', () => {
  it('change size and contrast at once, and are remembered', async () => {
    await open(null);
    await userEvent.click(await screen.findByLabelText('最大'));
    await userEvent.click(screen.getByLabelText('黑白分明'));
    expect(document.documentElement.dataset).toMatchObject({ size: 'largest', contrast: 'high' });
    expect(localStorage.getItem('gongkailan.size')).toBe('largest');
  });

  it('change the language, and the page says which it is', async () => {
    await open(null);
    await userEvent.click(await screen.findByLabelText('English'));
    expect(await screen.findByText('I have an invitation')).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
  });

  it('closes a lost tablet of his own unit, with the reason, without the office', async () => {
    const device = fakeDevice({
      change: async (type, content, title) => {
        const body = JSON.stringify(content);
        await device.db.outbox.put(item({ id: hash('c1'), type, title, body, phase: 'waiting' }));
        return { ok: true, value: { id: hash('c1') } };
      },
    });
    await device.setRegistry(sampleRegistry());
    await device.setIdentity({ key: CADRE, unit: 'v1' });
    renderScreen(<MeScreen />, { device });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: '停用：一部手机' }));
    const reason = screen.getByLabelText('为什么停用（会公开）') as HTMLInputElement;
    expect(reason.value).toBe('手机丢了');
    await user.clear(reason);
    screen.getByText('写上为什么停用');
    await user.type(reason, '平板被人拿走了');
    await user.click(screen.getByRole('button', { name: '停用' }));
    await screen.findByText('记下了，有网就停用');
    const [call] = device.calls.filter(({ name }) => name === 'change');
    expect(call!.args.slice(0, 2)).toEqual(['device.revoked', { key: TABLET, reason: '平板被人拿走了' }]);
  });

  it('closes nothing of another unit', async () => {
    await open(ASSIGNED);
    await screen.findByText('手机丢了怎么办');
    expect(screen.queryByRole('button', { name: /^停用/ })).toBeNull();
  });
});
