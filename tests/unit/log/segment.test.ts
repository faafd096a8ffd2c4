import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCheckpoint, originOf, signCheckpoint } from '../../../src/log/checkpoint.ts';
import { utf8 } from '../../../src/log/hex.ts';
import { leafLine, parseLeaf } from '../../../src/log/leaf.ts';
import { appendLeaves, EMPTY_FRONTIER, leafHash, rootOf } from '../../../src/log/merkle.ts';
import { toHex } from '../../../src/log/hex.ts';
import {
  decodeBodies,
  decodeLeaves,
  encodeBodies,
  encodeLeaves,
  splitLines,
} from '../../../src/log/segment.ts';
import { eventBy, NOW, signerOf, STREAM } from './samples.ts';

const COUNT = 4;
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
let leaves: string[];
let bodies: string[];
let note: string;

beforeAll(async () => {
  const events = await Promise.all(
    Array.from({ length: COUNT }, (_, seen) => eventBy('cadre', { title: `公告 ${seen} 𠮷` }, { seen })),
  );
  leaves = events.map(({ sig, header }) => leafLine(NOW, sig, header));
  bodies = events.map(({ body }) => body!);
  const root = toHex(rootOf(appendLeaves(EMPTY_FRONTIER, leaves.map(utf8).map(leafHash))));
  note = await signCheckpoint({ origin: originOf(STREAM), size: COUNT, root }, await signerOf('log'));
});

describe('a leaf', () => {
  it('is taken apart as it was put together', () => {
    const [acceptedAt, sig, ...header] = leaves[0]!.split(' ');
    expect(parseLeaf(leaves[0]!)).toEqual({ acceptedAt, sig, header: header.join(' ') });
  });

  it('is none with another time, a short signature, or other characters', () => {
    const leaf = leaves[0]!;
    for (const bad of [
      '',
      leaf.replace(NOW, '2026-02-30T02:00:00.000Z'),
      leaf.replace(NOW, '2026-11-24T10:00:00+08:00'),
      leaf.replace(/ [0-9a-f]/, ' '),
      `${leaf}\n`,
      `${leaf}村`,
      leaf.slice(0, 24 + 1 + 128 + 1),
    ]) {
      expect(parseLeaf(bad)).toBeNull();
    }
  });
});

describe('a segment', () => {
  it('gives back its checkpoint, leaves and bodies, and the leaves have the checkpoint’s root', async () => {
    const decoded = decodeLeaves(utf8(encodeLeaves(note, leaves)))!;
    expect(decoded.note).toBe(note);
    expect(decoded.lines.map(textOf)).toEqual(leaves);
    const root = rootOf(appendLeaves(EMPTY_FRONTIER, decoded.lines.map(leafHash)));
    const opened = await openCheckpoint(decoded.note, STREAM, (await signerOf('log')).publicKey);
    expect(opened).toEqual({ origin: originOf(STREAM), size: COUNT, root: toHex(root) });
    expect(decodeBodies(utf8(encodeBodies(bodies)), COUNT)).toEqual(bodies);
  });

  it('shows an erased body as null, wherever it is', () => {
    for (let erased = 0; erased < COUNT; erased++) {
      const some = bodies.map((body, i) => (i === erased ? null : body));
      expect(decodeBodies(utf8(encodeBodies(some)), COUNT)).toEqual(some);
    }
  });

  it('gives back any bodies that have no line breaks', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\r\n]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.option(line, { freq: 5 }), { maxLength: 20 }), (some) => {
        expect(decodeBodies(utf8(encodeBodies(some)), some.length)).toEqual(some);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('is found out when it was cut, at each byte of either part', () => {
    const leavesPart = utf8(encodeLeaves(note, leaves));
    for (let end = 0; end < leavesPart.length; end++) {
      const cut = decodeLeaves(leavesPart.subarray(0, end));
      // A cut just behind a line leaves whole lines, but not as many as the segment has events.
      if (cut) expect(cut.lines.length).toBeLessThan(COUNT);
    }
    const bodiesPart = utf8(encodeBodies(bodies));
    for (let end = 0; end < bodiesPart.length; end++) {
      expect(decodeBodies(bodiesPart.subarray(0, end), COUNT)).toBeNull();
    }
  });

  it('is found out when something stands behind it, or it is a page of something else', () => {
    const page = utf8('<!doctype html>\n\n<title>登录</title>\n\n<p>请先登录</p>\n');
    expect(decodeBodies(utf8(`${encodeBodies(bodies)}\n`), COUNT)).toBeNull();
    expect(decodeLeaves(utf8(`${encodeLeaves(note, leaves)}\n`))).toBeNull();
    expect(decodeLeaves(utf8(`${encodeLeaves(note, leaves)}<html>`))).toBeNull();
    expect(decodeBodies(page, COUNT)).toBeNull();
    expect(decodeLeaves(new Uint8Array(0))).toBeNull();
    expect(decodeLeaves(new Uint8Array(20_000).fill(10))).toBeNull();
  });

  it('refuses bytes that are not UTF-8', () => {
    const bad = new Uint8Array([...utf8('{"x":"'), 0xff, ...utf8('"}\n')]);
    expect(decodeBodies(bad, 1)).toBeNull();
    expect(decodeLeaves(new Uint8Array([0xff, ...utf8(encodeLeaves(note, leaves))]))).toBeNull();
  });

  it('keeps a byte-order mark where one is: hashes are over what was signed', () => {
    expect(decodeBodies(utf8('\ufeffx\n'), 1)).toEqual(['\ufeffx']);
  });

  it('leaves out the line that was cut when only lines are wanted', () => {
    expect(splitLines(utf8('one\n\ntwo\nthr')).map(textOf)).toEqual(['one', '', 'two']);
    expect(splitLines(utf8(''))).toEqual([]);
  });
});
