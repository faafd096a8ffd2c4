import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../src/log/base64.ts';
import {
  formatCheckpoint,
  openCheckpoint,
  openNote,
  originOf,
  signCheckpoint,
  signNote,
  splitNote,
} from '../../../src/log/checkpoint.ts';
import { openFileReceipt, signFileReceipt } from '../../../src/log/file-receipt.ts';
import { sha256, sha256Hex } from '../../../src/log/hash.ts';
import { fromHex, utf8 } from '../../../src/log/hex.ts';
import { signerOf, STREAM, TOWNSHIP, withChar } from './samples.ts';

const ROOT = sha256Hex('root');
const HEAD = { origin: originOf(STREAM), size: 20_852_163, root: ROOT };

describe('a checkpoint', () => {
  it('has the shape of C2SP: origin, size, root, an empty line, signatures by a key named after the origin', async () => {
    const log = await signerOf('log');
    const note = await signCheckpoint(HEAD, log);
    const lines = note.split('\n');
    expect(lines.slice(0, 4)).toEqual([`gongkailan/${STREAM}`, '20852163', toBase64(fromHex(ROOT)), '']);
    expect(lines[4]).toMatch(/^— \S+ [A-Za-z0-9+/]{91}=?$/);
    expect(lines.slice(5)).toEqual(['']);
    const [, name, signed] = lines[4]!.split(' ');
    expect(name).toBe(HEAD.origin);
    // Key id: the first 4 bytes of SHA-256(name ‖ "\n" ‖ 0x01 ‖ key).
    const id = sha256(new Uint8Array([...utf8(`${name}\n`), 1, ...fromHex(log.publicKey)])).slice(0, 4);
    expect([...Buffer.from(signed!, 'base64').subarray(0, 4)]).toEqual([...id]);
  });

  it('opens with the log’s key, and with no other key, stream or root', async () => {
    const log = await signerOf('log');
    const note = await signCheckpoint(HEAD, log);
    expect(await openCheckpoint(note, STREAM, log.publicKey)).toEqual(HEAD);
    expect(await openCheckpoint(note, STREAM, (await signerOf('other')).publicKey)).toBeNull();
    expect(await openCheckpoint(note, `${TOWNSHIP}/v2/public`, log.publicKey)).toBeNull();
    expect(await openCheckpoint(note.replace('20852163', '20852164'), STREAM, log.publicKey)).toBeNull();
    expect(await openCheckpoint(note, STREAM, 'no key')).toBeNull();
  });

  it('passes over the signatures of witnesses, known to it or not', async () => {
    const log = await signerOf('log');
    const note = await signCheckpoint(HEAD, log);
    const witnessed = await signNote(formatCheckpoint(HEAD), await signerOf('witness'), 'witness.example/w1');
    const line = witnessed.split('\n')[4]!;
    const [text, own] = [note.split('\n').slice(0, 4).join('\n'), note.split('\n')[4]!];
    expect(await openCheckpoint(`${text}\n${own}\n${line}\n`, STREAM, log.publicKey)).toEqual(HEAD);
    expect(await openCheckpoint(`${text}\n${line}\n${own}\n`, STREAM, log.publicKey)).toEqual(HEAD);
    expect(await openCheckpoint(`${text}\n${line}\n`, STREAM, log.publicKey)).toBeNull();
    const sixteen = Array<string>(16).fill(line).join('\n');
    expect(await openCheckpoint(`${text}\n${own}\n${sixteen}\n`, STREAM, log.publicKey)).toBeNull();
  });

  it('is refused when one of two signatures by the log itself is wrong', async () => {
    const log = await signerOf('log');
    const note = await signCheckpoint(HEAD, log);
    const other = (await signCheckpoint({ ...HEAD, size: 1 }, log)).split('\n')[4]!;
    expect(await openCheckpoint(`${note}${other}\n`, STREAM, log.publicKey)).toBeNull();
  });

  it('may have more lines in a later version, but none that is empty', async () => {
    const log = await signerOf('log');
    const more = await signNote(`${formatCheckpoint(HEAD)}later: yes\n`, log, HEAD.origin);
    expect(await openCheckpoint(more, STREAM, log.publicKey)).toEqual(HEAD);
    const empty = await signNote(`${formatCheckpoint(HEAD)}\nlater\n`, log, HEAD.origin);
    expect(await openCheckpoint(empty, STREAM, log.publicKey)).toBeNull();
  });

  it.each(['01', '-1', '1.0', '', '9007199254740992', '1e3'])('has no size written %s', async (size) => {
    const log = await signerOf('log');
    const text = `${HEAD.origin}\n${size}\n${toBase64(fromHex(ROOT))}\n`;
    expect(await openCheckpoint(await signNote(text, log, HEAD.origin), STREAM, log.publicKey)).toBeNull();
  });

  it('is refused when any of its characters is another, is missing, or when something follows', async () => {
    const log = await signerOf('log');
    const note = await signCheckpoint(HEAD, log);
    const place = fc.nat(note.length - 1);
    const char = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 });
    await fc.assert(
      fc.asyncProperty(place, char, async (at, one) => {
        const changed = withChar(note, at, one);
        fc.pre(changed !== note);
        expect(await openCheckpoint(changed, STREAM, log.publicKey)).toBeNull();
      }),
      { seed: 6, numRuns: 150 },
    );
    for (let end = 0; end < note.length; end++) {
      expect(await openCheckpoint(note.slice(0, end), STREAM, log.publicKey)).toBeNull();
    }
    expect(await openCheckpoint(`${note}x`, STREAM, log.publicKey)).toBeNull();
    expect(await openCheckpoint(note + ' '.repeat(5000), STREAM, log.publicKey)).toBeNull();
  });
});

describe('a note', () => {
  it('is not signed when its text or key name would not fit the format', async () => {
    const signer = await signerOf('log');
    for (const text of ['no line break', 'tab\there\n', 'half \ud842\n', `${'x'.repeat(5000)}\n`]) {
      await expect(signNote(text, signer, 'name')).rejects.toThrow(RangeError);
    }
    for (const name of ['', 'two words', 'a+b'])
      await expect(signNote('x\n', signer, name)).rejects.toThrow(RangeError);
  });

  it('may have empty lines in its text; the last one ends it', async () => {
    const signer = await signerOf('log');
    const note = await signNote('one\n\ntwo\n', signer, 'name');
    expect(await openNote(note, 'name', signer.publicKey)).toEqual({ text: 'one\n\ntwo\n' });
  });

  it('is taken from the front of a longer text', async () => {
    const note = await signCheckpoint(HEAD, await signerOf('log'));
    expect(splitNote(`${note}\nrest\n`)).toEqual({ note, rest: 'rest\n' });
    expect(splitNote(note)).toBeNull();
    expect(splitNote('')).toBeNull();
  });
});

describe('a file’s receipt', () => {
  const file = { hash: sha256Hex('photo'), bytes: 123_456 };

  it('opens in the township that gave it, and nowhere else', async () => {
    const log = await signerOf('log');
    const receipt = await signFileReceipt(TOWNSHIP, file, log);
    expect(await openFileReceipt(receipt, TOWNSHIP, log.publicKey)).toEqual(file);
    expect(await openFileReceipt(receipt, 'e1'.repeat(16), log.publicKey)).toBeNull();
    expect(await openFileReceipt(receipt, TOWNSHIP, (await signerOf('other')).publicKey)).toBeNull();
    expect(await openFileReceipt(receipt.replace('123456', '123457'), TOWNSHIP, log.publicKey)).toBeNull();
  });

  it('is no checkpoint, and a checkpoint is no receipt', async () => {
    const log = await signerOf('log');
    const receipt = await signFileReceipt(TOWNSHIP, file, log);
    expect(await openCheckpoint(receipt, `${TOWNSHIP}/files`, log.publicKey)).toBeNull();
    expect(await openFileReceipt(await signCheckpoint(HEAD, log), TOWNSHIP, log.publicKey)).toBeNull();
  });
});
