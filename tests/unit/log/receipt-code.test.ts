import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../../src/log/hex.ts';
import {
  formatReceiptCode,
  makeReceiptCode,
  parseReceiptCode,
  receiptKeys,
} from '../../../src/log/receipt-code.ts';

const random = (seed: number) => {
  let n = 0;
  return (bytes: number): Uint8Array =>
    new Uint8Array(
      createHash('sha256')
        .update(`${seed} ${(n += 1)}`)
        .digest(),
    ).subarray(0, bytes);
};

describe('a receipt code', () => {
  it('is read again however it is typed', () => {
    const code = makeReceiptCode(random(1));
    expect(code).toMatch(/^\d{20}$/);
    const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    for (const typed of [code, formatReceiptCode(code), code.replace(/(\d{4})/g, '$1-'), wide, ` ${code} `])
      expect(parseReceiptCode(typed)).toBe(code);
  });

  it('tells every single mistyped digit, and nothing that is no code', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(19), fc.integer({ min: 1, max: 9 }), (seed, at, step) => {
        const code = makeReceiptCode(random(seed));
        const wrong = code.slice(0, at) + ((Number(code[at]) + step) % 10) + code.slice(at + 1);
        expect(parseReceiptCode(wrong)).toBeNull();
      }),
      { seed: 11 },
    );
    for (const bad of ['', '1234', 'abcd efgh', '1'.repeat(21)]) expect(parseReceiptCode(bad)).toBeNull();
  });

  it('gives the same keys again in its township, and others elsewhere', async () => {
    const code = makeReceiptCode(random(2));
    const [one, two, elsewhere] = [
      await receiptKeys(code, 'a'.repeat(32)),
      await receiptKeys(code, 'a'.repeat(32)),
      await receiptKeys(code, 'b'.repeat(32)),
    ];
    expect(one.signer.publicKey).toBe(two.signer.publicKey);
    expect(toHex(one.reply.publicKey)).toBe(toHex(two.reply.publicKey));
    expect(one.signer.publicKey).not.toBe(elsewhere.signer.publicKey);
  });
});
