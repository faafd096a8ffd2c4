// @vitest-environment jsdom
import { renderScreen } from '../fake-device.tsx';
import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { KioskBar } from '../../../../src/app/kiosk/bar.tsx';
import { resetReading, useScreenReader } from '../../../../src/app/kiosk/screen-reader.ts';
import { speakingNow } from '../../../../src/app/kiosk/speaker.ts';
import { setSize } from '../../../../src/app/ui/settings.ts';
import { fakeVoice, type FakeVoice } from './voice.ts';

let voice: FakeVoice | null = null;

function Tablet({ children }: { children?: React.ReactNode }) {
  const reader = useScreenReader();
  return (
    <>
      <h1>标题</h1>
      <main>{children ?? <p>第一句。第二句。</p>}</main>
      <KioskBar unit="v1" reader={reader} />
    </>
  );
}

/** What is being said. */
const now = (): string => {
  const { source, state, index } = speakingNow();
  return state === 'reading' || state === 'paused' ? (source?.said(index) ?? '') : '';
};
const press = (words: string): Promise<void> => userEvent.click(screen.getByText(words));
const says = (words: string) => waitFor(() => expect(voice?.spoken[voice.spoken.length - 1]).toBe(words));
const TEXT = ['标题', '第一句。', '第二句。'];

afterEach(() => {
  vi.useRealTimers();
  act(resetReading);
  voice?.remove();
  voice = null;
  setSize('normal');
  localStorage.clear();
});

describe('reading aloud', () => {
  it('goes from sentence to sentence, and ends', async () => {
    voice = fakeVoice(['en-US', 'zh-CN']);
    renderScreen(<Tablet />);
    await press('读给我听');
    await says('标题');
    act(() => voice?.end());
    expect(now()).toBe('第一句。');
    act(() => voice?.end());
    act(() => voice?.end());
    expect(now()).toBe('');
    expect(voice.spoken).toEqual(TEXT);
    expect(screen.getByText('读给我听')).toBeTruthy();
  });

  it('tells which word is being said, where the voice tells', async () => {
    voice = fakeVoice(['zh-CN']);
    renderScreen(<Tablet />);
    await press('读给我听');
    await says('标题');
    expect(speakingNow().word).toBeNull();
    act(() => voice?.word(1, 1));
    expect(speakingNow().word).toEqual({ from: 1, to: 2 });
    act(() => voice?.word(0));
    expect(speakingNow().word).toEqual({ from: 0, to: 1 });
    act(() => voice?.end());
    expect(speakingNow().word).toBeNull();
  });

  it('pauses, and goes on with the same sentence', async () => {
    voice = fakeVoice(['zh-CN']);
    renderScreen(<Tablet />);
    await press('读给我听');
    await says('标题');
    act(() => voice?.end());
    await press('停一下');
    expect(now()).toBe('第一句。');
    await press('接着读');
    await waitFor(() => expect(voice?.spoken).toEqual(['标题', '第一句。', '第一句。']));
  });

  it('goes a sentence back and on, also while it pauses', async () => {
    voice = fakeVoice(['zh-CN']);
    renderScreen(<Tablet />);
    await press('读给我听');
    await says('标题');
    await press('下一句');
    await says('第一句。');
    await press('上一句');
    await says('标题');
    await press('停一下');
    await press('下一句');
    expect(now()).toBe('第一句。');
    await press('接着读');
    await says('第一句。');
  });

  it('reads slower and faster, keeps the pace, and is as it was for the next person', async () => {
    voice = fakeVoice(['zh-CN']);
    renderScreen(<Tablet />);
    await press('读给我听');
    await says('标题');
    await press('慢');
    await waitFor(() => expect(voice?.rates).toHaveLength(2));
    await press('快');
    await waitFor(() => expect(voice?.rates).toHaveLength(3));
    const [usual = 0, slow = 0, fast = 0] = voice.rates;
    expect(slow).toBeLessThan(usual);
    expect(fast).toBeGreaterThan(usual);
    expect(localStorage.getItem('gongkailan.pace')).toBe('fast');
    expect(screen.getByText('快').getAttribute('aria-pressed')).toBe('true');
    act(resetReading);
    expect(localStorage.getItem('gongkailan.pace')).toBe('usual');
    expect(now()).toBe('');
  });

  it('passes over a sentence whose end the voice never reports', async () => {
    voice = fakeVoice(['zh-CN']);
    renderScreen(<Tablet />);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    act(() => screen.getByText('读给我听').click());
    await vi.waitFor(() => expect(voice?.spoken).toEqual(['标题']));
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    expect(now()).toBe('第二句。');
  });

  it('goes on with what came to the screen while it read', async () => {
    voice = fakeVoice(['zh-CN']);
    const { rerender } = renderScreen(<Tablet />);
    await press('读给我听');
    await says('标题');
    rerender(
      <Tablet>
        <p>第一句。第二句。</p>
        <p>刚到的。</p>
      </Tablet>,
    );
    for (const _ of TEXT) act(() => voice?.end());
    expect(now()).toBe('刚到的。');
  });

  it.each([
    ['without speech', null],
    ['with foreign voices only', ['en-US']],
  ])('says plainly that the machine has no voice, and how it gets one, %s', async (_, voices) => {
    voice = voices && fakeVoice(voices);
    renderScreen(<Tablet />);
    await press('读给我听');
    expect(await screen.findByText('这台机器没有装中文朗读的声音', {}, { timeout: 4000 })).toBeTruthy();
    expect(screen.getByText(/文字转语音/)).toBeTruthy();
    await press('知道了');
    expect(screen.queryByText('这台机器没有装中文朗读的声音')).toBeNull();
  });

  it('says so when the voice fails in the middle', async () => {
    voice = fakeVoice(['zh-CN']);
    renderScreen(<Tablet />);
    await press('读给我听');
    await says('标题');
    act(() => voice?.fail());
    expect(screen.getByText('这台机器没有装中文朗读的声音')).toBeTruthy();
  });
});

describe('larger type', () => {
  it('has three sizes, and comes back to the first', async () => {
    renderScreen(<Tablet />);
    const size = (): string | undefined => document.documentElement.dataset['size'];
    await press('字更大');
    expect(size()).toBe('larger');
    await press('字更大');
    expect(size()).toBe('largest');
    await press('字变回');
    expect(size()).toBe('normal');
  });
});
