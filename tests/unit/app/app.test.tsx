// @vitest-environment jsdom
import { fakeDevice, type FakeDevice, renderScreen } from './fake-device.tsx';
import { screen, waitFor } from '@testing-library/react';
import { useLocation } from 'react-router';
import { describe, expect, it } from 'vitest';
import { App } from '../../../src/app/app.tsx';
import { sampleRegistry } from '../domain/samples.ts';

const Where = () => <p data-testid="where">{useLocation().pathname}</p>;
const where = (): string | null => screen.getByTestId('where').textContent;

async function open(
  path: string,
  kind: 'phone' | 'tablet' | 'office' | null,
  setUp = true,
): Promise<FakeDevice> {
  const device = fakeDevice();
  await device.setContact({});
  if (setUp) await device.setRegistry(sampleRegistry());
  else await device.db.meta.put({ key: 'not-set-up', value: true });
  if (kind) await device.setIdentity({ kind });
  renderScreen(
    <>
      <App />
      <Where />
    </>,
    { device, path },
  );
  return device;
}

describe('the first screen', () => {
  it('of a visitor is the choice of villages', async () => {
    await open('/', null);
    expect(await screen.findByText('看哪个村的？')).toBeTruthy();
  });

  it('of a cadre is his own board, with his four places', async () => {
    await open('/', 'phone');
    expect(await screen.findByRole('heading', { name: 'v1 · 村务公开栏' })).toBeTruthy();
    const tabs = await screen.findByRole('navigation', { name: '主要页面' });
    expect([...tabs.querySelectorAll('a')].map((tab) => tab.textContent)).toEqual([
      '公开栏',
      '写公告',
      '发送',
      '我的',
    ]);
  });

  it('of a tablet is its village’s board', async () => {
    await open('/', 'tablet');
    await waitFor(() => expect(where()).toBe('/b/v1'));
  });

  it('on an empty server is the setup', async () => {
    await open('/', null, false);
    await waitFor(() => expect(where()).toBe('/setup'));
  });
});

describe('a shared tablet', () => {
  it.each(['/write', '/sent', '/office', '/setup', '/me', '/join', '/nowhere'])(
    'has no way to %s: it is back at its board',
    async (path) => {
      await open(path, 'tablet');
      await waitFor(() => expect(where()).toBe('/b/v1'));
      expect(screen.queryByText('写公告')).toBeNull();
    },
  );
});
