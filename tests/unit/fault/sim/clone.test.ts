import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickClone } from '../../../fault/sim/clone.ts';

describe('the quick copy of a row', () => {
  it('is what the platform would have made of it, and shares nothing with it', () => {
    const leaf = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.uint8Array());
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(leaf, fc.array(tie('tree')), fc.dictionary(fc.string({ maxLength: 4 }), tie('tree'))),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const plain = structuredClone(value);
        fc.pre(!JSON.stringify(plain)?.includes('__proto__'));
        expect(quickClone(plain)).toEqual(plain);
      }),
    );
    const row = { list: [{ n: 1 }], bytes: new Uint8Array([1]) };
    const copy = quickClone(row);
    copy.list[0]!.n = 2;
    copy.bytes[0] = 2;
    expect(row).toEqual({ list: [{ n: 1 }], bytes: new Uint8Array([1]) });
  });

  it('leaves what is not plain to the platform', () => {
    expect(quickClone(new Date(5))).toEqual(new Date(5));
    expect(() => quickClone({ run: () => {} })).toThrow();
  });
});
