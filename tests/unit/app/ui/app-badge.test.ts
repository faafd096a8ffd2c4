// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { badgeOf } from '../../../../src/app/ui/app-badge.ts';

function icon() {
  const shown: (number | 'none')[] = [];
  const tell = badgeOf({
    setAppBadge: async (count) => void shown.push(count),
    clearAppBadge: async () => void shown.push('none'),
  });
  return { shown, tell };
}

describe('the number on the app’s icon', () => {
  it('is the sum of what is due and what is new, and waits until both are known', () => {
    const { shown, tell } = icon();
    tell('news', 2);
    expect(shown).toEqual([]);
    tell('due', 3);
    tell('news', 1);
    expect(shown).toEqual([5, 4]);
  });

  it('goes when there is nothing any more, and is not written again when it stays the same', () => {
    const { shown, tell } = icon();
    tell('due', 0);
    tell('news', 1);
    tell('news', 1);
    tell('news', 0);
    expect(shown).toEqual([1, 'none']);
  });

  it('is left out without a fault where the device has none, or refuses', async () => {
    const none = badgeOf({});
    none('due', 1);
    expect(() => none('news', 1)).not.toThrow();
    const refuses = badgeOf({ setAppBadge: async () => Promise.reject(new Error('not allowed')) });
    refuses('due', 1);
    expect(() => refuses('news', 1)).not.toThrow();
  });
});
