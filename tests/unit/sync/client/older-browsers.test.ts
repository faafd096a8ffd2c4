import { afterEach, expect, it } from 'vitest';

const own = Object.hasOwn;
afterEach(() => {
  Object.hasOwn = own;
});

it('gives an older browser what the libraries take for granted', async () => {
  delete (Object as { hasOwn?: unknown }).hasOwn;
  await import('../../../../src/sync/client/older-browsers.ts');
  expect(Object.hasOwn({ a: 1 }, 'a')).toBe(true);
  expect(Object.hasOwn({ a: 1 }, 'toString')).toBe(false);
  expect(Object.hasOwn(Object.create(null) as object, 'a')).toBe(false);
});
