import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex, utf8 } from '../../../src/log/hex.ts';
import {
  type Equation,
  platformEquation,
  softwareSigner,
  verifySignature,
  verifyStrict,
  verifyWithNoble,
} from '../../../src/log/signature.ts';
import { RFC_8032 } from './rfc8032.ts';
import { signerOf } from './samples.ts';
import { named, readVectors, withoutVectors } from './vectors.ts';

interface Ed25519Case {
  number: number;
  key: string;
  sig: string;
  msg: string;
  flags: string[] | null;
}

/** The strict rule: a case with one of these is refused, every other accepted. */
const REFUSED = new Set([
  'low_order_A',
  'low_order_R',
  'non_canonical_A',
  'non_canonical_R',
  'low_order_residue',
  'reencoded_k',
]);
const ORDER = (1n << 252n) + 27742317777372353535851937790883648493n;

const { subtle } = globalThis.crypto;
/** This Node's own verifier, without our probes in between. */
const nodeEquation: Equation = async (key, message, signature) => {
  const imported = await subtle.importKey('raw', key as BufferSource, 'Ed25519', false, ['verify']);
  return subtle.verify('Ed25519', imported, signature as BufferSource, message as BufferSource);
};

const littleEndian = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes.slice().reverse())}`);

describe('Ed25519, RFC 8032 §7.1', () => {
  it.each(RFC_8032)('signs and verifies $name', async ({ secret, key, message, sig }) => {
    const signer = await softwareSigner(fromHex(secret));
    expect(signer.publicKey).toBe(key);
    expect(toHex(await signer.sign(fromHex(message)))).toBe(sig);
    expect(await verifySignature(fromHex(key), fromHex(message), fromHex(sig))).toBe(true);
    expect(await verifyWithNoble(fromHex(key), fromHex(message), fromHex(sig))).toBe(true);
  });
});

describe('the strict rule', () => {
  it('uses the platform where the platform answers as we do', async () => {
    expect(await platformEquation()).not.toBeNull();
  });

  it('refuses the 14 encodings of points of small order, and a y that is not below p, as key and as R', async () => {
    const { ed25519 } = await import('@noble/curves/ed25519.js');
    const { Fp, BASE } = { Fp: ed25519.Point.Fp, BASE: ed25519.Point.BASE };
    const torsion = ed25519.Point.fromHex(
      'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
      true,
    );
    const small = Array.from({ length: 8 }, (_, i) =>
      i === 0 ? ed25519.Point.ZERO : torsion.multiplyUnsafe(BigInt(i)),
    );
    const canonical = small.map((point) => point.toBytes());
    const beyond = [0n, 1n].map((y) => fromHex((y + Fp.ORDER).toString(16)).reverse());
    const all = [...canonical, ...beyond].flatMap((bytes) => {
      const other = bytes.slice();
      other[31] = other[31]! ^ 0x80;
      return [bytes, other];
    });
    const distinct = [...new Set(all.map(toHex))];
    expect(distinct).toHaveLength(14);
    const good = BASE.toBytes();
    const yes: Equation = async () => true;
    const zero = new Uint8Array(32);
    expect(await verifyStrict(good, utf8(''), new Uint8Array([...good, ...zero]), yes)).toBe(true);
    for (const encoding of distinct.map(fromHex)) {
      expect(await verifyStrict(encoding, utf8(''), new Uint8Array([...good, ...zero]), yes)).toBe(false);
      expect(await verifyStrict(good, utf8(''), new Uint8Array([...encoding, ...zero]), yes)).toBe(false);
    }
  });

  it('refuses S + L, which a lax verifier takes for the same signature', async () => {
    const { key, message, sig } = RFC_8032[2]!;
    const s = littleEndian(fromHex(sig.slice(64))) + ORDER;
    const malleated = sig.slice(0, 64) + toHex(fromHex(s.toString(16).padStart(64, '0')).reverse());
    expect(await verifySignature(fromHex(key), fromHex(message), fromHex(malleated))).toBe(false);
  });

  it('is false, and throws nothing, for keys and signatures of any other length', async () => {
    const signer = await signerOf('cadre');
    const message = utf8('notice');
    const key = fromHex(signer.publicKey);
    const sig = await signer.sign(message);
    for (const length of [0, 31, 33])
      expect(await verifySignature(new Uint8Array(length), message, sig)).toBe(false);
    for (const length of [0, 63, 65])
      expect(await verifySignature(key, message, new Uint8Array(length))).toBe(false);
  });

  it('finds any flipped bit of key, message and signature', async () => {
    const signer = await signerOf('cadre');
    const message = utf8('一条公告');
    const parts = [fromHex(signer.publicKey), message, await signer.sign(message)] as const;
    expect(await verifySignature(...parts)).toBe(true);
    const bits = parts.map((part) => part.length * 8);
    const where = fc
      .integer({ min: 0, max: 2 })
      .chain((part) =>
        fc.record({ part: fc.constant(part), bit: fc.integer({ min: 0, max: bits[part]! - 1 }) }),
      );
    await fc.assert(
      fc.asyncProperty(where, async ({ part, bit }) => {
        const spoiled = parts.map((bytes) => bytes.slice());
        spoiled[part]![bit >> 3]! ^= 1 << (bit & 7);
        const [key, text, sig] = spoiled as [Uint8Array, Uint8Array, Uint8Array];
        return !(await verifySignature(key, text, sig)) && !(await verifyWithNoble(key, text, sig));
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('answers garbage with false, by noble and by the platform alike', async () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    await fc.assert(
      fc.asyncProperty(bytes(32), bytes(64), bytes(5), async (key, sig, message) => {
        return !(await verifySignature(key, message, sig)) && !(await verifyWithNoble(key, message, sig));
      }),
      { seed: 2, numRuns: 50 },
    );
  });
});

describe('the 914 cases of C2SP CCTV', () => {
  it.skipIf(withoutVectors)(
    named('get the strict answer from noble, from this platform, and from both as the product uses them'),
    async () => {
      const cases = readVectors<Ed25519Case>('ed25519/cctv.json');
      expect(cases).toHaveLength(914);
      const wrong: string[] = [];
      let accepted = 0;
      for (const { number, key, sig, msg, flags } of cases) {
        const wanted = !(flags ?? []).some((flag) => REFUSED.has(flag));
        if (wanted) accepted += 1;
        const input = [fromHex(key), utf8(msg), fromHex(sig)] as const;
        const answers = {
          product: await verifySignature(...input),
          noble: await verifyWithNoble(...input),
          platform: await verifyStrict(...input, nodeEquation),
        };
        for (const [who, answer] of Object.entries(answers)) {
          if (answer !== wanted) wrong.push(`case ${number}: ${who} says ${answer}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(accepted).toBe(43);
    },
  );
});
