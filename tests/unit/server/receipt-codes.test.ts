import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boxStream } from '../../../src/log/stream.ts';
import { makeReceiptCode, parseReceiptCode, receiptKeys } from '../../../src/log/receipt-code.ts';
import { RECEIPT_LOOKS_PER_MINUTE } from '../../../src/server/http/security.ts';
import { envelopesResponse } from '../../../src/sync/protocol.ts';
import { codeOf, member, type Sent, signerNamed, TestServer } from './harness.ts';
import type { Signer } from '../../../src/log/signature.ts';

const KEY = `04${'1'.repeat(128)}`;
const SEALED = 'AAAA';

describe('guessed receipt codes', () => {
  let village: TestServer;
  let owner: Signer;

  beforeEach(async () => {
    village = await (await new TestServer({ trustProxy: true }).start()).found();
    const inspector = await village.device(
      'inspector',
      'phone',
      'township',
      member('inspector', 'township', [], 'inspector'),
    );
    const opened = { desk: 'the-inspector-of-discipline', key: KEY };
    const holders = [{ device: inspector.publicKey, sealed: SEALED }];
    await village.mustAccept(
      await village.sign(inspector, village.registry, 'desk.opened', { ...opened, holders }),
    );
    ({ signer: owner } = await receiptKeys('46427702742515294074', village.township));
    const matter = { key: KEY, sealed: SEALED, adds: null };
    await village.mustAccept(
      await village.sign(owner, boxStream(village.township), 'envelope.sealed', matter),
    );
  });
  afterEach(() => village.stop());

  const look = (signer: Signer | undefined, address = '10.0.0.1'): Promise<Sent> =>
    village.call('GET', '/api/envelopes', { signer, headers: { 'x-forwarded-for': address } });
  const found = (answer: Sent): number => envelopesResponse.parse(answer.json).envelopes.length;

  it('give what an unused code gives: nothing tells a near miss from a code that exists', async () => {
    expect(found(await look(owner))).toBe(1);
    const wrong = await look(await signerNamed('a guess'));
    const unused = await look(await signerNamed('another guess'));
    expect([wrong.status, wrong.body.toString()]).toEqual([200, unused.body.toString()]);
    expect(found(wrong)).toBe(0);
  });

  it('are no use without the key that follows from the code', async () => {
    expect((await look(undefined)).status).toBe(401);
    const borrowed = { ...(await signerNamed('a guess')), publicKey: owner.publicKey };
    expect((await look(borrowed)).status).toBe(401);
  });

  it('are limited for one address, and another address reads its answer meanwhile', async () => {
    const guess = await signerNamed('a guess');
    let last = await look(guess, '10.0.0.9');
    for (let n = 0; n < RECEIPT_LOOKS_PER_MINUTE; n++) last = await look(guess, '10.0.0.9');
    expect([last.status, codeOf(last)]).toEqual([429, 'too-many-requests']);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(found(await look(owner, '10.0.0.1'))).toBe(1);
    // The board behind the same address goes on.
    const board = await village.call('GET', '/api/township', { headers: { 'x-forwarded-for': '10.0.0.9' } });
    expect(board.status).toBe(200);
  });

  it('do not keep out a village behind one address that reads its own answers', async () => {
    for (let n = 0; n < 200; n++) expect(found(await look(owner))).toBe(1);
  });

  it('would meet one of 100,000 codes once in 300 years, from 1,000 addresses at once, day and night', () => {
    const { length } = makeReceiptCode((bytes) => new Uint8Array(bytes));
    // The last digit checks the others.
    const codes = 10 ** (length - 1);
    const perYear = RECEIPT_LOOKS_PER_MINUTE * 60 * 24 * 366 * 1_000;
    expect(codes / 100_000 / perYear).toBeGreaterThan(300);
  });

  it('are mostly mistyped: nine of ten never leave the device', () => {
    const codes = Array.from({ length: 1_000 }, (_, n) => String(n * 7_919).padStart(20, '4'));
    const kept = codes.filter((code) => parseReceiptCode(code) !== null).length;
    expect(kept / codes.length).toBeLessThan(0.12);
  });
});
