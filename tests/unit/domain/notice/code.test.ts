import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeCode, readCode, spacedCode } from '../../../../src/domain/notice/code.ts';

const id = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const read = (typed: string) => readCode(typed).state;

describe('the number of a notice for the hand', () => {
  it('has a check digit by Damm', () => {
    // The example of the literature: 572 gives 4.
    expect(readCode('000005724')).toEqual({ state: 'code', code: '000005724' });
    expect(read('000005725')).toBe('mistyped');
  });

  it('is always the same nine digits for the same notice, in three groups', () => {
    expect(noticeCode('0'.repeat(64))).toBe('000000000');
    fc.assert(
      fc.property(id, (one) => {
        expect(spacedCode(noticeCode(one))).toMatch(/^\d{3} \d{3} \d{3}$/);
        expect(readCode(spacedCode(noticeCode(one)))).toEqual({ state: 'code', code: noticeCode(one) });
      }),
    );
  });

  it('is known however it is typed', () => {
    const code = noticeCode('ab'.repeat(32));
    const wide = code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const [a, b, c] = [code.slice(0, 3), code.slice(3, 6), code.slice(6)];
    for (const typed of [wide, ` ${a} ${b} ${c} `, `${a}-${b}-${c}`, `${a}.${b}.${c}`, `${a}　${b}${c}`])
      expect(readCode(typed), typed).toEqual({ state: 'code', code });
  });

  it('is refused with one wrong digit, and with two neighbours that changed places', () => {
    fc.assert(
      fc.property(id, fc.nat({ max: 8 }), fc.integer({ min: 1, max: 9 }), (one, at, by) => {
        const digits = [...noticeCode(one)];
        const wrong = digits.map((digit, n) => (n === at ? String((Number(digit) + by) % 10) : digit));
        expect(read(wrong.join(''))).toBe('mistyped');
        const next = (at + 1) % 9;
        if (next === 0 || digits[at] === digits[next]) return;
        const swapped = digits.map((digit, n) => (n === at ? digits[next] : n === next ? digits[at] : digit));
        expect(read(swapped.join(''))).toBe('mistyped');
      }),
    );
  });

  it('is told from other things that people type', () => {
    for (const typed of [
      '',
      '补贴',
      '2026',
      '12345678',
      '1234567890',
      '4821 0937 村',
      '０９４３-６８５０１６８',
    ])
      expect(read(typed), typed).toBe('other');
  });

  it('is seldom shared', () => {
    const ids = fc.sample(id, { numRuns: 2_000, seed: 5 });
    expect(new Set(ids.map(noticeCode)).size).toBeGreaterThanOrEqual(new Set(ids).size - 1);
  });
});
