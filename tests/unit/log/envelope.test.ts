import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deriveSealingKeys,
  makeSealingKeys,
  MAX_SEALED_BYTES,
  privateBytes,
  keysFromBytes,
  seal,
  SIZE_CLASSES,
  unseal,
} from '../../../src/log/envelope.ts';
import { toHex, utf8 } from '../../../src/log/hex.ts';

const { subtle } = globalThis.crypto;

describe('a sealed envelope', () => {
  it('is opened by its key, for its purpose, and by nothing else', async () => {
    const [desk, other] = [await makeSealingKeys(subtle, true), await makeSealingKeys(subtle, true)];
    const sealed = await seal(desk.publicKey, utf8('申请公开低保名单'), 'desk');
    expect(new TextDecoder().decode((await unseal(desk, sealed, 'desk'))!)).toBe('申请公开低保名单');
    expect(await unseal(other, sealed, 'desk')).toBeNull();
    expect(await unseal(desk, sealed, 'box')).toBeNull();
  });

  it('is the same length whatever was written, within a size class', async () => {
    const { publicKey } = await makeSealingKeys(subtle, true);
    const lengths = await Promise.all(
      [0, 1, 500, SIZE_CLASSES[0] - 4].map(
        async (n) => (await seal(publicKey, new Uint8Array(n), '')).length,
      ),
    );
    expect(new Set(lengths).size).toBe(1);
    const [largest] = [await seal(publicKey, new Uint8Array(MAX_SEALED_BYTES), '')];
    expect(largest.length).toBeLessThan(600_000);
    await expect(seal(publicKey, new Uint8Array(MAX_SEALED_BYTES + 1), '')).rejects.toThrow(RangeError);
  });

  it('gives nothing when any byte of it is changed', async () => {
    const keys = await makeSealingKeys(subtle, true);
    const sealed = await seal(keys.publicKey, utf8('举报'), 'box');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: sealed.length - 5 }), async (at) => {
        const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
        expect(await unseal(keys, changed, 'box')).toBeNull();
      }),
      { numRuns: 40, seed: 7 },
    );
    for (const bad of ['', 'x', '****', sealed.slice(0, 40)])
      expect(await unseal(keys, bad, 'box')).toBeNull();
  });

  it('can be opened after the key was handed on as bytes', async () => {
    const { publicKey, privateKey } = await makeSealingKeys(subtle, false);
    const again = await keysFromBytes(await privateBytes(privateKey), publicKey);
    const sealed = await seal(publicKey, utf8('交接'), 'desk');
    expect(await unseal(again!, sealed, 'desk')).toEqual(utf8('交接'));
    expect(await keysFromBytes(new Uint8Array(3), publicKey)).toBeNull();
  });

  it('opens with the pair that follows from the same secret', async () => {
    const secret = new Uint8Array(32).fill(9);
    const [one, two] = [await deriveSealingKeys(secret), await deriveSealingKeys(secret)];
    expect(toHex(one.publicKey)).toBe(toHex(two.publicKey));
    expect(await unseal(two, await seal(one.publicKey, utf8('答复'), 'answer'), 'answer')).toEqual(
      utf8('答复'),
    );
  });
});
