import { expect, it } from 'vitest';
import { hasOwn } from '../../../../src/sync/client/older-browsers.ts';

// The platform's own cannot be taken away here: the runner of these tests uses it..
it.each([
  [{ a: 1 }, 'a'],
  [{ a: 1 }, 'toString'],
  [Object.create(null) as object, 'a'],
  [[1], 0],
])('gives an older browser the same answer as a newer one: %j has %j', (object, key) => {
  expect(hasOwn(object, key)).toBe(Object.hasOwn(object, key));
});
