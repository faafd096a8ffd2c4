import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Signer } from '../../../src/log/signature.ts';
import { fromBase64 } from '../../../src/log/base64.ts';
import { openFileReceipt } from '../../../src/log/file-receipt.ts';
import { UPLOAD_CHUNK, uploadState } from '../../../src/sync/protocol.ts';
import { codeOf, member, type Sent, TestServer } from './harness.ts';

const JPEG = [0xff, 0xd8, 0xff, 0xe0];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const WEBP = [...Buffer.from('RIFF0000WEBP')];

/** A file that begins with `magic`, each with content of its own. */
const photo = (magic: number[], size: number, seed = size): Buffer => {
  const bytes = Buffer.alloc(size, seed % 251);
  Buffer.from(magic).copy(bytes);
  bytes.writeUInt32BE(seed, Math.max(magic.length, size - 4));
  return bytes;
};
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('an upload', () => {
  const village = new TestServer();
  let cadre: Signer;
  beforeAll(async () => {
    await (await village.start()).found();
    cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
  });
  afterAll(() => village.stop());

  const expectFile = async (bytes: Buffer, size = bytes.length, hash = hashOf(bytes)): Promise<string> => {
    await village.mustAccept(
      await village.publish(cadre, 'v1', '有照片', [{ hash, bytes: size, type: 'image/jpeg' }]),
    );
    return hash;
  };
  const patch = (
    hash: string,
    offset: number | string,
    body: Uint8Array,
    signer: Signer | undefined = cadre,
  ): Promise<Sent> =>
    village.call('PATCH', `/api/files/${hash}`, {
      signer,
      body,
      headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    });
  const head = (hash: string): Promise<Sent> => village.call('HEAD', `/api/files/${hash}`, { signer: cadre });
  const send = async (hash: string, bytes: Buffer): Promise<Sent> => {
    let answer = await head(hash);
    for (let at = Number(answer.headers.get('upload-offset')); at < bytes.length; at += UPLOAD_CHUNK) {
      answer = await patch(hash, at, bytes.subarray(at, at + UPLOAD_CHUNK));
    }
    return answer;
  };

  it('ends with a receipt that the township’s key has signed, and the file can be read by anybody', async () => {
    const bytes = photo(JPEG, 3 * UPLOAD_CHUNK + 17);
    const hash = await expectFile(bytes);
    const state = uploadState.parse((await send(hash, bytes)).json);
    expect(state).toMatchObject({ hash, received: bytes.length });
    expect(await openFileReceipt(state.receipt!, village.township, village.logKey)).toEqual({
      hash,
      bytes: bytes.length,
    });
    const file = await village.call('GET', `/files/${hash}`);
    expect(file.body.equals(bytes)).toBe(true);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    });
  });

  it('goes on where it stopped, after the server was started again too', async () => {
    const bytes = photo(PNG, 2 * UPLOAD_CHUNK + 5);
    const hash = await expectFile(bytes);
    await patch(hash, 0, bytes.subarray(0, 40_000));
    await village.restart();
    expect((await head(hash)).headers.get('upload-offset')).toBe('40000');
    for (let at = 40_000; at < bytes.length; at += 50_000)
      await patch(hash, at, bytes.subarray(at, at + 50_000));
    const state = await head(hash);
    const receipt = Buffer.from(fromBase64(state.headers.get('upload-receipt')!)!).toString('utf8');
    expect(await openFileReceipt(receipt, village.township, village.logKey)).toEqual({
      hash,
      bytes: bytes.length,
    });
  });

  it('is told where to go on when a piece comes twice, too early, or from two devices at once', async () => {
    const bytes = photo(WEBP, 1_000);
    const hash = await expectFile(bytes);
    await patch(hash, 0, bytes.subarray(0, 400));
    for (const offset of [0, 700]) {
      const answer = await patch(hash, offset, bytes.subarray(offset, 1_000));
      expect([answer.status, codeOf(answer), answer.headers.get('upload-offset')]).toEqual([
        409,
        'offset-mismatch',
        '400',
      ]);
    }
    const both = await Promise.all([1, 2].map(() => patch(hash, 400, bytes.subarray(400))));
    expect(both.map((answer) => answer.status)).toEqual([200, 200]);
    // Whole already: the receipt again, whatever comes.
    expect(uploadState.parse((await patch(hash, 0, bytes)).json).receipt).not.toBeNull();
  });

  it('is refused when no public notice names the file', async () => {
    const bytes = photo(JPEG, 900);
    const answer = await patch(hashOf(bytes), 0, bytes);
    expect([answer.status, codeOf(answer)]).toEqual([404, 'file-not-expected']);
    const state = await head(hashOf(bytes));
    expect([state.status, state.headers.get('error-code')]).toEqual([404, 'file-not-expected']);
  });

  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(300))],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'.padEnd(300))],
    ['a program', Buffer.from('\u007fELF'.padEnd(300))],
    ['an archive', Buffer.from('PK\u0003\u0004'.padEnd(300))],
    ['three bytes', Buffer.from([1, 2, 3])],
    ['a picture of another kind', Buffer.from('GIF89a'.padEnd(300))],
    ['a script', Buffer.from('#!/bin/sh\nrm -rf /'.padEnd(300))],
  ])('is refused when the file is no photo and no document but %s', async (_, bytes) => {
    const hash = await expectFile(bytes);
    const answer = await patch(hash, 0, bytes);
    expect([answer.status, codeOf(answer)]).toEqual([415, 'file-type-refused']);
    expect((await head(hash)).headers.get('upload-offset')).toBe('0');
    expect((await village.call('GET', `/files/${hash}`)).status).toBe(404);
  });

  it('is refused by its first pieces already, however small they are', async () => {
    const bytes = Buffer.from('<html>'.padEnd(300));
    const hash = await expectFile(bytes);
    expect((await patch(hash, 0, bytes.subarray(0, 5))).status).toBe(200);
    expect(codeOf(await patch(hash, 5, bytes.subarray(5, 20)))).toBe('file-type-refused');
  });

  it('begins again when what arrived is not what the name says', async () => {
    const bytes = photo(JPEG, 2_000);
    const hash = await expectFile(bytes);
    const wrong = Buffer.from(bytes);
    wrong[1_000] = 1 + wrong[1_000]!;
    const answer = await patch(hash, 0, wrong);
    expect([answer.status, codeOf(answer), answer.headers.get('upload-offset')]).toEqual([
      422,
      'file-hash-mismatch',
      '0',
    ]);
    expect(uploadState.parse((await patch(hash, 0, bytes)).json).receipt).not.toBeNull();
  });

  it('is not kept out by an event that gave the file a wrong size', async () => {
    const bytes = photo(JPEG, 3_000, 5);
    const hash = hashOf(bytes);
    await expectFile(bytes, 2_000, hash);
    await expectFile(bytes, 4_000, hash);
    await expectFile(bytes, 3_000, hash);
    expect((await patch(hash, 0, bytes.subarray(0, 2_000))).status).toBe(200);
    expect(uploadState.parse((await patch(hash, 2_000, bytes.subarray(2_000))).json).receipt).not.toBeNull();
  });

  it('is refused beyond the size that the notice gave, beyond 5 MB for a photo, and in pieces that are too large', async () => {
    const bytes = photo(JPEG, 1_500, 9);
    const hash = await expectFile(bytes);
    expect(codeOf(await patch(hash, 0, Buffer.concat([bytes, Buffer.from('x')])))).toBe('too-large');
    const huge = 'ef'.repeat(32);
    await expectFile(bytes, 6_000_000, huge);
    expect(codeOf(await patch(huge, 0, bytes))).toBe('too-large');
    const piece = await patch(hash, 0, Buffer.alloc(UPLOAD_CHUNK + 1, 1));
    expect([piece.status, codeOf(piece)]).toEqual([413, 'too-large']);
  });

  it('of a document is given away as a file to keep, never as a page, whole or in pieces', async () => {
    const bytes = Buffer.from(`%PDF-1.4\n<html><script>alert(1)</script>${'x'.repeat(2_000)}`);
    const hash = await expectFile(bytes);
    expect(uploadState.parse((await send(hash, bytes)).json).receipt).not.toBeNull();
    const name = encodeURIComponent('低保名单.exe');
    const file = await village.call('GET', `/files/${hash}?name=${name}`);
    expect(file.body.equals(bytes)).toBe(true);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="file.pdf"; filename*=UTF-8''${name}.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    });
    const piece = await village.call('GET', `/files/${hash}`, { headers: { range: 'bytes=100-199' } });
    expect([piece.status, piece.headers.get('content-range')]).toEqual([
      206,
      `bytes 100-199/${bytes.length}`,
    ]);
    expect(piece.body.equals(bytes.subarray(100, 200))).toBe(true);
    const beyond = await village.call('GET', `/files/${hash}`, { headers: { range: 'bytes=9999-' } });
    expect(beyond.status).toBe(416);
  });

  it.each(['', 'x', '-1', '1.5', '1e3', '99999999999'])('is refused with the offset "%s"', async (offset) => {
    const hash = await expectFile(photo(JPEG, 1_600));
    expect(codeOf(await patch(hash, offset, photo(JPEG, 100)))).toBe('bad-request');
  });

  it('is refused when its bytes are not those that were signed', async () => {
    const bytes = photo(JPEG, 1_700);
    const hash = await expectFile(bytes);
    const answer = await village.call('PATCH', `/api/files/${hash}`, {
      body: bytes,
      headers: {
        'content-type': 'application/octet-stream',
        'upload-offset': '0',
        authorization: `Gongkailan key=${cadre.publicKey},at=${new Date(village.clock.ms).toISOString()},sig=${'3'.repeat(128)}`,
      },
    });
    expect([answer.status, codeOf(answer)]).toEqual([401, 'unauthorised']);
  });
});
