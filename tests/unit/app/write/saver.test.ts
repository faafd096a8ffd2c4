import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LATEST_MS, makeSaver, PAUSE_MS } from '../../../../src/app/write/saver.ts';

describe('keeping what is typed', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const writing = () => {
    const kept: string[] = [];
    const saver = makeSaver<string>(async (value) => void kept.push(value));
    return { kept, saver };
  };

  it('writes at a pause', async () => {
    const { kept, saver } = writing();
    saver.changed('一');
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    saver.changed('一二');
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    expect(kept).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(kept).toEqual(['一二']);
  });

  it('never leaves more than a second unwritten, however fast somebody types', async () => {
    const { kept, saver } = writing();
    for (let ms = 0; ms < 3000; ms += 100) {
      saver.changed(String(ms));
      await vi.advanceTimersByTimeAsync(100);
      expect(ms - Number(kept[kept.length - 1] ?? 0)).toBeLessThanOrEqual(1000);
    }
    expect(LATEST_MS).toBeLessThan(1000);
  });

  it('writes at once when asked, and what changed meanwhile after it', async () => {
    const kept: string[] = [];
    let release: () => void = () => undefined;
    const saver = makeSaver<string>(async (value) => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      kept.push(value);
    });
    saver.changed('first');
    const flushed = saver.flush();
    saver.changed('second');
    release();
    await Promise.resolve();
    await vi.advanceTimersByTimeAsync(0);
    release();
    await flushed;
    expect(kept).toEqual(['first', 'second']);
  });

  it('goes on keeping after it was asked to when there was nothing to keep, as when the camera hides the page', async () => {
    const { kept, saver } = writing();
    await saver.flush();
    saver.changed('写了一段');
    await saver.flush();
    expect(kept).toEqual(['写了一段']);
    saver.changed('再写一段');
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(kept).toEqual(['写了一段', '再写一段']);
  });

  it('keeps every last word, whatever is typed and asked in between', async () => {
    const kept: number[] = [];
    const saver = makeSaver<number>(async (value) => {
      await new Promise((resolve) => setTimeout(resolve, (value % 5) * 200));
      kept.push(value);
    });
    for (let value = 1; value <= 60; value++) {
      saver.changed(value);
      if (value % 3 === 0) void saver.flush();
      await vi.advanceTimersByTimeAsync((value % 7) * 150);
      if (value % 4 === 0) void saver.flush();
    }
    const all = saver.flush();
    await vi.advanceTimersByTimeAsync(5_000);
    await all;
    expect(kept[kept.length - 1]).toBe(60);
    saver.changed(61);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(kept[kept.length - 1]).toBe(61);
  });

  it('forgets the rest when it is stopped', async () => {
    const { kept, saver } = writing();
    saver.changed('gone');
    saver.stop();
    saver.changed('gone too');
    await vi.advanceTimersByTimeAsync(5000);
    await saver.flush();
    expect(kept).toEqual([]);
  });
});
