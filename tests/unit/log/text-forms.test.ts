import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../../src/log/base64.ts';
import { sha256, sha256All, sha256Hex } from '../../../src/log/hash.ts';
import { fromHex, isWellFormed, sameBytes, toHex, utf8 } from '../../../src/log/hex.ts';
import {
  FOUNDING_STREAM,
  parseStream,
  publicStream,
  registryOf,
  townshipIdOf,
} from '../../../src/log/stream.ts';
import { isUtcTime, isZonedTime } from '../../../src/log/timestamp.ts';
import { TOWNSHIP } from './samples.ts';

const RUNS = { seed: 8, numRuns: 200 };

describe('hex', () => {
  it('writes bytes in lower case and reads them back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = toHex(bytes);
        return text === Buffer.from(bytes).toString('hex') && sameBytes(fromHex(text), bytes);
      }),
      RUNS,
    );
  });

  it.each(['0', 'AB', '0g', '0 ', '0x', '村村', '０0'])('refuses %j', (text) => {
    expect(() => fromHex(text)).toThrow(RangeError);
  });

  it('tells bytes apart by length and by each byte', () => {
    expect(sameBytes(fromHex('00'), fromHex('0000'))).toBe(false);
    expect(sameBytes(fromHex('0102'), fromHex('0103'))).toBe(false);
  });

  it('knows a text whose UTF-8 stands for it alone', () => {
    expect(isWellFormed('𠮷㐂 👨‍👩‍👧')).toBe(true);
    expect(isWellFormed('\ud842')).toBe(false);
    expect(isWellFormed('x\udfb7')).toBe(false);
  });
});

describe('base64', () => {
  it('writes what RFC 4648 §10 gives, and reads it back', () => {
    const examples = ['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==', 'Zm9vYmE=', 'Zm9vYmFy'];
    examples.forEach((text, length) => {
      const bytes = utf8('foobar').subarray(0, length);
      expect(toBase64(bytes)).toBe(text);
      expect(toHex(fromBase64(text)!)).toBe(toHex(bytes));
    });
  });

  it('reads back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => sameBytes(fromBase64(toBase64(bytes))!, bytes)),
      RUNS,
    );
  });

  it.each(['Zg', 'Zg=', 'Zh==', 'Zm9=', 'Z', 'Zm9v\n', 'Zm9v ', 'Z-_v', '====', 'Zg==Zg=='])(
    'refuses %j: one text for the same bytes, and one only',
    (text) => {
      expect(fromBase64(text)).toBeNull();
    },
  );
});

describe('SHA-256', () => {
  it('gives the figures of FIPS 180-4', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('gives the same one by one and in numbers', async () => {
    const items = ['', 'a', '村务公开'].map(utf8);
    expect((await sha256All(items)).map(toHex)).toEqual(items.map((item) => toHex(sha256(item))));
  });
});

describe('times in signed text', () => {
  it.each([
    '2026-11-24T10:00:00+08:00',
    '2026-11-24T10:00:00.0Z',
    '2024-02-29T23:59:59.999-14:59',
    '2000-02-29T00:00:00Z',
  ])('takes %s', (text) => expect(isZonedTime(text)).toBe(true));

  it.each([
    '',
    '2026-11-24',
    '2026-11-24T10:00:00',
    '2026-11-24 10:00:00Z',
    '2026-02-29T10:00:00Z',
    '1900-02-29T10:00:00Z',
    '2026-04-31T10:00:00Z',
    '2026-00-01T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-11-00T10:00:00Z',
    '2026-11-24T24:00:00Z',
    '2026-11-24T10:60:00Z',
    '2026-11-24T10:00:60Z',
    '2026-11-24T10:00:00+15:00',
    '2026-11-24T10:00:00.1234Z',
    '2026-11-24T10:00:00Z\n',
    '２026-11-24T10:00:00Z',
    '0026-11-24T10:00:00Z',
  ])('refuses %j', (text) => expect(isZonedTime(text)).toBe(false));

  it('agrees with the calendar on every day that there is', () => {
    const range = {
      min: new Date('1000-01-01T00:00:00Z'),
      max: new Date('2999-12-31T00:00:00Z'),
      noInvalidDate: true,
    };
    fc.assert(
      fc.property(fc.date(range), (date) => isUtcTime(date.toISOString()) && isZonedTime(date.toISOString())),
      RUNS,
    );
  });

  it('knows UTC with milliseconds from all other forms', () => {
    expect(isUtcTime('2026-11-24T02:00:00.000Z')).toBe(true);
    for (const text of ['2026-11-24T02:00:00Z', '2026-11-24T02:00:00.00Z', '2026-11-24T10:00:00+08:00']) {
      expect(isUtcTime(text)).toBe(false);
    }
  });
});

describe('names of streams', () => {
  const township = townshipIdOf(TOWNSHIP + '0'.repeat(32));

  it('come apart as they were put together', () => {
    expect(parseStream(registryOf(township))).toEqual({ township, kind: 'registry', unit: null });
    expect(parseStream(publicStream(township, 'v1'))).toEqual({ township, kind: 'public', unit: 'v1' });
    expect(parseStream(`${township}/v1/office`)).toEqual({ township, kind: 'office', unit: 'v1' });
  });

  it.each([
    FOUNDING_STREAM,
    '',
    'x',
    `${TOWNSHIP}/`,
    `${TOWNSHIP}/v1`,
    `${TOWNSHIP}/v1/private`,
    `${TOWNSHIP}//public`,
    `${TOWNSHIP}/V1/public`,
    `${TOWNSHIP}/${'v'.repeat(25)}/public`,
    `${TOWNSHIP}/v1/public/`,
    `${TOWNSHIP}/v1/public\n`,
    `${TOWNSHIP.slice(1)}/registry`,
    `${TOWNSHIP.toUpperCase()}/registry`,
    `../${TOWNSHIP}/registry`,
  ])('are refused when written %j', (name) => {
    expect(parseStream(name)).toBeNull();
  });
});
