import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../src/log/hex.ts';
import { checkRequest, parseAuthorization, signRequest } from '../../../src/log/request-signature.ts';
import { NOW, signerOf } from './samples.ts';

const REQUEST = { method: 'POST', path: '/api/sync?x=1', body: utf8('{"v":1}') };

describe('a signed request', () => {
  it('says who calls, and is believed', async () => {
    const signer = await signerOf('phone');
    const header = await signRequest(signer, { ...REQUEST, at: NOW });
    const auth = parseAuthorization(header)!;
    expect(auth).toMatchObject({ key: signer.publicKey, at: NOW });
    expect(await checkRequest(auth, REQUEST)).toBe(true);
  });

  it('is worth nothing for another method, path, body, time or caller', async () => {
    const auth = parseAuthorization(await signRequest(await signerOf('phone'), { ...REQUEST, at: NOW }))!;
    expect(await checkRequest(auth, { ...REQUEST, method: 'PATCH' })).toBe(false);
    expect(await checkRequest(auth, { ...REQUEST, path: '/api/sync' })).toBe(false);
    expect(await checkRequest(auth, { ...REQUEST, body: utf8('{"v":2}') })).toBe(false);
    expect(await checkRequest({ ...auth, at: '2026-11-24T02:00:00.001Z' }, REQUEST)).toBe(false);
    expect(await checkRequest({ ...auth, key: (await signerOf('other')).publicKey }, REQUEST)).toBe(false);
  });

  it('cannot stand for two requests: no spaces or line breaks in method and path', async () => {
    const signer = await signerOf('phone');
    const auth = parseAuthorization(await signRequest(signer, { ...REQUEST, at: NOW }))!;
    for (const change of [
      { path: '/a b' },
      { path: '/a\n/b' },
      { path: 'a' },
      { method: 'POST ' },
      { path: '/村' },
    ]) {
      await expect(signRequest(signer, { ...REQUEST, ...change, at: NOW })).rejects.toThrow(RangeError);
      expect(await checkRequest(auth, { ...REQUEST, ...change })).toBe(false);
    }
    await expect(signRequest(signer, { ...REQUEST, at: 'now' })).rejects.toThrow(RangeError);
  });

  it('has one form of header only', async () => {
    const header = await signRequest(await signerOf('phone'), { ...REQUEST, at: NOW });
    for (const bad of [
      '',
      `${header} `,
      ` ${header}`,
      header.toLowerCase(),
      header.replace('Gongkailan', 'Bearer'),
      header.replace(NOW, '2026-11-24T10:00:00+08:00'),
      header.replace(NOW, '2026-13-24T02:00:00.000Z'),
      header.slice(0, -1),
      `${header},x=1`,
    ]) {
      expect(parseAuthorization(bad)).toBeNull();
    }
  });
});
