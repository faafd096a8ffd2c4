// @vitest-environment jsdom
import { fakeDevice, renderScreen } from '../fake-device.tsx';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isChunkFailure, Outdated, ScreenBoundary } from '../../../../src/app/ui/broken.tsx';

let failing = true;
let error = new Error('cannot read x');

function Screen() {
  if (failing) throw error;
  return <p>好了</p>;
}

beforeEach(() => {
  failing = true;
  error = new Error('cannot read x');
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

describe('a screen that fails', () => {
  it('says that nothing is lost, and opens again by a button', async () => {
    renderScreen(
      <ScreenBoundary at="/">
        <Screen />
      </ScreenBoundary>,
    );
    expect(screen.getByRole('alert').textContent).toContain('没有丢');
    failing = false;
    await userEvent.click(screen.getByText('再打开一次'));
    expect(screen.getByText('好了')).toBeTruthy();
  });

  it('offers to open anew when a part of the program is gone', () => {
    error = new TypeError('Failed to fetch dynamically imported module: /assets/routes.js');
    renderScreen(
      <ScreenBoundary at="/write">
        <Screen />
      </ScreenBoundary>,
    );
    expect(screen.getByText('重新打开')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('草稿');
  });

  it('is left behind with its address', () => {
    const { rerender } = renderScreen(
      <ScreenBoundary at="/a">
        <Screen />
      </ScreenBoundary>,
    );
    failing = false;
    rerender(
      <ScreenBoundary at="/b">
        <Screen />
      </ScreenBoundary>,
    );
    expect(screen.getByText('好了')).toBeTruthy();
  });

  it.each([
    'Failed to fetch dynamically imported module: x',
    'Importing a module script failed.',
    'error loading dynamically imported module',
    'Unable to preload CSS for /assets/a.css',
  ])('knows a missing part by %s', (message) => {
    expect(isChunkFailure(new TypeError(message))).toBe(true);
  });
});

describe('a window that another has overtaken', () => {
  it('says that nothing is lost, and what to press', async () => {
    renderScreen(<Outdated />, { device: fakeDevice() });
    await screen.findByText('另一个窗口已经换上新版本');
    expect(screen.getByText(/没有丢/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '重新打开' })).toBeTruthy();
  });
});
