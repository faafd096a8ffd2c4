// @vitest-environment jsdom
import { renderScreen } from '../fake-device.tsx';
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addMessages } from '../../../../src/app/i18n/i18n.ts';
import * as words from '../../../../src/app/tablet/messages.ts';
import { StillThere } from '../../../../src/app/tablet/still-there.tsx';

const pass = (ms: number): Promise<void> =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
const asks = (): boolean => screen.queryByRole('alertdialog') !== null;

function open(path: string): void {
  renderScreen(<StillThere idleSeconds={90} home="/b/v1" />, { path });
  addMessages('tablet', words);
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a shared tablet that is about to erase what was typed', () => {
  it('asks half a minute before, counts the seconds, and goes on at one press', async () => {
    open('/ask');
    await pass(59_000);
    expect(asks()).toBe(false);
    await pass(1_000);
    expect(screen.getByText('还有 30 秒')).toBeTruthy();
    await pass(7_000);
    expect(screen.getByText('还有 23 秒')).toBeTruthy();
    fireEvent.pointerDown(screen.getByRole('button', { name: '我还在，接着来' }));
    expect(asks(), 'the rest of the tap must not reach what lies beneath').toBe(true);
    fireEvent.click(screen.getByRole('button', { name: '我还在，接着来' }));
    expect(asks()).toBe(false);
    await pass(59_000);
    expect(asks()).toBe(false);
  });

  it('goes on at a key, too', async () => {
    open('/box');
    await pass(60_000);
    fireEvent.keyDown(window, { key: 'a' });
    expect(asks()).toBe(false);
  });

  it('asks nothing on its own board', async () => {
    open('/b/v1');
    await pass(80_000);
    expect(asks()).toBe(false);
  });
});
