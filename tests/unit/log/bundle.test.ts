import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Bundle, decodeBundle, encodeBundle, MAX_BUNDLE_BYTES } from '../../../src/log/bundle.ts';
import { utf8 } from '../../../src/log/hex.ts';

const EMPTY: Bundle = {
  kind: 'gongkailan-bundle',
  v: 1,
  township: 'ab'.repeat(16),
  runs: [],
  items: [],
  files: [],
};
const packed = (value: unknown): Uint8Array => gzipSync(utf8(JSON.stringify(value)));

describe('a bundle', () => {
  it('comes back as it went in', () => {
    const run = {
      stream: `${EMPTY.township}/registry`,
      from: 0,
      note: 'note',
      leaves: ['一'],
      bodies: [null],
    };
    const bundle = { ...EMPTY, runs: [run] };
    expect(decodeBundle(encodeBundle(bundle))).toEqual({ ok: true, bundle });
  });

  it('is refused with a word for what is wrong', () => {
    const fault = (bytes: Uint8Array) => {
      const read = decodeBundle(bytes);
      return read.ok ? null : read.fault;
    };
    expect(fault(utf8('not gzip'))).toBe('not-a-bundle');
    expect(fault(packed({ kind: 'something' }))).toBe('not-a-bundle');
    expect(fault(packed({ ...EMPTY, v: 2 }))).toBe('newer');
    expect(fault(packed({ ...EMPTY, more: 1 }))).toBe('not-a-bundle');
    expect(fault(new Uint8Array(MAX_BUNDLE_BYTES + 1))).toBe('too-large');
    // 101 MB of blanks in 100 KB.
    expect(fault(gzipSync(new Uint8Array(101_000_000).fill(32), { level: 9 }))).toBe('too-large');
  });

  it('is refused when it was cut off, at every place', () => {
    const bytes = encodeBundle(EMPTY);
    // The last 8 bytes are gzip's own sum: without them nothing of the text is missing.
    for (let length = 0; length < bytes.length - 8; length++)
      expect(decodeBundle(bytes.subarray(0, length)).ok, `${length}`).toBe(false);
  });

  it('never makes the reader fail, whatever it holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.jsonValue(), (bytes, value) => {
        expect(decodeBundle(bytes).ok).toBe(false);
        expect(decodeBundle(packed(value)).ok).toBe(false);
      }),
    );
  });
});
