import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { acceptedEncoding } from '../../../src/server/http/compression.ts';
import { imageType } from '../../../src/server/image-type.ts';
import { Serial } from '../../../src/server/serial.ts';
import { newSetupCode } from '../../../src/server/setup.ts';
import { expectedFile } from '../../../src/server/township/expected-files.ts';
import { member, TestServer } from './harness.ts';
import { openStorage } from '../../../src/server/storage.ts';

describe('tasks of one name', () => {
  it('run one after another, also after one that failed; those of other names do not wait', async () => {
    const serial = new Serial();
    const steps: string[] = [];
    const gate = Promise.withResolvers<void>();
    const first = serial.run('a', async () => {
      await gate.promise;
      steps.push('a1');
      throw new Error('failed');
    });
    const second = serial.run('a', async () => void steps.push('a2'));
    await serial.run('b', async () => void steps.push('b'));
    expect(steps).toEqual(['b']);
    gate.resolve();
    await expect(first).rejects.toThrow('failed');
    await second;
    expect(steps).toEqual(['b', 'a1', 'a2']);
    await serial.idle();
  });
});

describe('the type of a file', () => {
  it.each([
    ['image/jpeg', [0xff, 0xd8, 0xff, 0xdb]],
    ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['image/webp', [...Buffer.from('RIFF\u0001\u0002\u0003\u0004WEBPVP8 ')]],
    [null, [...Buffer.from('RIFF\u0001\u0002\u0003\u0004WAVE')]],
    [null, [...Buffer.from('GIF89a')]],
    [null, [...Buffer.from('<svg')]],
    [null, [0xff, 0xd8]],
    [null, []],
  ])('is %s by its first bytes %j', (type, bytes) => {
    expect(imageType(new Uint8Array(bytes))).toBe(type);
  });
});

describe('the encoding of an answer', () => {
  it.each([
    ['br', 'gzip, deflate, br'],
    ['br', 'BR;q=0.5, gzip'],
    ['gzip', 'gzip;q=1.0, br;q=0'],
    ['gzip', 'gzip, br; q=0.0'],
    ['identity', 'deflate'],
    ['identity', ''],
    ['identity', undefined],
  ])('is %s for %j', (encoding, header) => {
    expect(acceptedEncoding({ headers: { 'accept-encoding': header } } as FastifyRequest)).toBe(encoding);
  });
});

describe('a setup code', () => {
  it('can be read out on the telephone, and is never the same', () => {
    const codes = Array.from({ length: 100 }, newSetupCode);
    for (const code of codes) expect(code).toMatch(/^([2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}$/);
    expect(new Set(codes).size).toBe(100);
  });
});

describe('the sizes that notices give for one file', () => {
  it('are kept, each once, also when they come in one request, and not without end', async () => {
    const village = await (await new TestServer().start()).found();
    const cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
    const hash = 'ab'.repeat(32);
    const named = (bytes: number) =>
      village.publish(cadre, 'v1', '照片', [{ hash, bytes, type: 'image/png' }]);
    await village.mustAccept(await named(5), await named(7), await named(5));
    await village.mustAccept(await named(6));
    const storage = await openStorage(village.dataDir);
    expect(await expectedFile(storage.log, village.township, hash)).toEqual({ sizes: [5, 7, 6] });
    await village.mustAccept(...(await Promise.all(Array.from({ length: 20 }, (_, i) => named(100 + i)))));
    expect((await expectedFile(storage.log, village.township, hash))?.sizes).toHaveLength(8);
    await storage.close();
    await village.stop();
  });
});
