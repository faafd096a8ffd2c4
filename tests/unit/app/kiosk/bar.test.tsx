// @vitest-environment jsdom
import { renderScreen } from '../fake-device.tsx';
import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { KioskBar } from '../../../../src/app/kiosk/bar.tsx';
import { useReader } from '../../../../src/app/kiosk/reader.ts';
import { setSize } from '../../../../src/app/ui/settings.ts';
import { fakeVoice, type FakeVoice } from './voice.ts';

let voice: FakeVoice | null = null;

function Tablet({ sentences }: { sentences: string[] }) {
  const reader = useReader(sentences);
  return (
    <>
      <p data-testid="now">{reader.index === null ? '' : sentences[reader.index]}</p>
      <KioskBar unit="v1" reader={reader} />
    </>
  );
}

const now = (): string => screen.getByTestId('now').textContent ?? '';
const TEXT = ['标题', '第一句。', '第二句。'];

afterEach(() => {
  vi.useRealTimers();
  voice?.remove();
  voice = null;
  setSize('normal');
});

describe('reading aloud', () => {
  it('goes from sentence to sentence, marks the one that is read, and ends', async () => {
    voice = fakeVoice(['en-US', 'zh-CN']);
    renderScreen(<Tablet sentences={TEXT} />);
    await userEvent.click(screen.getByText('读给我听'));
    await waitFor(() => expect(now()).toBe('标题'));
    act(() => voice?.end());
    expect(now()).toBe('第一句。');
    act(() => voice?.end());
    act(() => voice?.end());
    expect(now()).toBe('');
    expect(voice.spoken).toEqual(TEXT);
    expect(screen.getByText('读给我听')).toBeTruthy();
  });

  it('pauses, and goes on with the same sentence', async () => {
    voice = fakeVoice(['zh-CN']);
    renderScreen(<Tablet sentences={TEXT} />);
    await userEvent.click(screen.getByText('读给我听'));
    await waitFor(() => expect(now()).toBe('标题'));
    act(() => voice?.end());
    await userEvent.click(screen.getByText('停一下'));
    expect(now()).toBe('第一句。');
    await userEvent.click(screen.getByText('接着读'));
    await waitFor(() => expect(voice?.spoken).toEqual(['标题', '第一句。', '第一句。']));
  });

  it('reads slower on request', async () => {
    voice = fakeVoice(['zh-CN']);
    renderScreen(<Tablet sentences={TEXT} />);
    await userEvent.click(screen.getByText('读给我听'));
    await userEvent.click(await screen.findByText('慢一点'));
    await waitFor(() => expect(voice?.rates).toHaveLength(2));
    expect(voice?.rates[1]).toBeLessThan(voice?.rates[0] ?? 0);
    expect(screen.getByText('快一点').closest('button')?.getAttribute('aria-pressed')).toBe('true');
  });

  it('falls silent when the text changes', async () => {
    voice = fakeVoice(['zh-CN']);
    const { rerender } = renderScreen(<Tablet sentences={TEXT} />);
    await userEvent.click(screen.getByText('读给我听'));
    await waitFor(() => expect(now()).toBe('标题'));
    rerender(<Tablet sentences={['另一条']} />);
    await waitFor(() => expect(now()).toBe(''));
    expect(window.speechSynthesis.speaking).toBe(false);
  });

  it.each([
    ['without speech', null],
    ['with foreign voices only', ['en-US']],
  ])('says plainly that the machine has no voice, %s', async (_, voices) => {
    voice = voices && fakeVoice(voices);
    renderScreen(<Tablet sentences={TEXT} />);
    await userEvent.click(screen.getByText('读给我听'));
    expect(await screen.findByText('这台机器没有装朗读的声音', {}, { timeout: 4000 })).toBeTruthy();
    await userEvent.click(screen.getByText('知道了'));
    expect(screen.queryByText('这台机器没有装朗读的声音')).toBeNull();
  });

  it('says so when the voice fails in the middle', async () => {
    voice = fakeVoice(['zh-CN']);
    renderScreen(<Tablet sentences={TEXT} />);
    await userEvent.click(screen.getByText('读给我听'));
    await waitFor(() => expect(now()).toBe('标题'));
    act(() => voice?.fail());
    expect(screen.getByText('这台机器没有装朗读的声音')).toBeTruthy();
  });
});

describe('larger type', () => {
  it('has three sizes, and comes back to the first', async () => {
    renderScreen(<Tablet sentences={TEXT} />);
    const size = (): string | undefined => document.documentElement.dataset['size'];
    await userEvent.click(screen.getByText('字更大'));
    expect(size()).toBe('larger');
    await userEvent.click(screen.getByText('字更大'));
    expect(size()).toBe('largest');
    await userEvent.click(screen.getByText('字变回'));
    expect(size()).toBe('normal');
  });
});
