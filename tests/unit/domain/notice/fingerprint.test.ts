import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../../src/domain/notice/fingerprint.ts';

const id = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });

describe('the fingerprint of a version', () => {
  it('is the same wherever it is made from the same version', () => {
    expect(fingerprint('0123456789ab'.padEnd(64, 'c'))).toBe('9989 6491');
    expect(fingerprint('0'.repeat(64))).toBe('0000 0000');
  });

  it('is always two groups of four digits', () => {
    fc.assert(fc.property(id, (one) => /^\d{4} \d{4}$/.test(fingerprint(one))));
  });

  it('tells versions apart', () => {
    const ids = fc.sample(id, { numRuns: 500, seed: 4 });
    expect(new Set(ids.map(fingerprint)).size).toBe(new Set(ids).size);
  });
});
