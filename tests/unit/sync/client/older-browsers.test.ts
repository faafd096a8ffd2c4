import { describe, expect, it } from 'vitest';
import { complete } from '../../../../src/sync/client/older-browsers.ts';

type Completed = { hasOwn: (owner: object, key: PropertyKey) => boolean };

describe('an older browser', () => {
  it('gets what the libraries take for granted', () => {
    const old: Partial<Completed> = {};
    complete(old);
    const { hasOwn } = old as Completed;
    expect(hasOwn({ a: 1 }, 'a')).toBe(true);
    expect(hasOwn({ a: 1 }, 'toString')).toBe(false);
    expect(hasOwn(Object.create(null) as object, 'a')).toBe(false);
  });

  it('keeps its own where it has one', () => {
    const own = (): boolean => true;
    const fresh = { hasOwn: own };
    complete(fresh);
    expect(fresh.hasOwn).toBe(own);
  });
});
