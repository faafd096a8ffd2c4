import { describe, expect, it } from 'vitest';
import type { Registry } from '../../../../src/domain/registry/registry.ts';
import { EMPTY_REGISTRY } from '../../../../src/domain/registry/registry.ts';
import { eventId, makeEvent } from '../../../../src/log/event.ts';
import { leafLine } from '../../../../src/log/leaf.ts';
import { softwareSigner } from '../../../../src/log/signature.ts';
import type { Entry } from '../../../../src/store/log-store.ts';
import { isRefusedRightly, logIsWhole, outOfOrder, revokedIsSilent } from '../../../fault/sim/judge.ts';

const STREAM = `${'0'.repeat(32)}/v1/public`;
const signer = await softwareSigner(new Uint8Array(32).fill(3));

async function entryAt(acceptedAt: string): Promise<Entry> {
  const event = await makeEvent(
    signer,
    { stream: STREAM, type: 'notice.withdrawn', at: acceptedAt, registry: 1, seen: 0, content: {} },
    (bytes) => new Uint8Array(bytes),
  );
  const leaf = leafLine(acceptedAt, event.sig, event.header);
  return { id: eventId(event.header), leaf, body: event.body };
}

const row = (id: string, number: number | null, more: object = {}) => ({
  id,
  stream: STREAM,
  type: 'notice.published' as const,
  receipt: number === null ? null : { number, acceptedAt: '', size: 9 },
  ...more,
});

describe('what is promised', () => {
  it('is broken when an event stands twice', () => {
    const entry = { id: 'a', leaf: '', body: null };
    expect(logIsWhole(new Map([['s', [entry]]]))).toEqual([]);
    expect(
      logIsWhole(
        new Map([
          ['s', [entry]],
          ['t', [entry]],
        ]),
      ),
    ).toEqual(['event a stands twice in the log']);
  });

  it('is broken when something stands before what its author made before it', () => {
    expect(outOfOrder('anna', [row('a', 0), row('b', null), row('c', 4)])).toEqual([]);
    expect(outOfOrder('anna', [row('a', 4), row('b', 0)])).toHaveLength(1);
    // Another stream has an order of its own, and what is carried has its author's.
    expect(outOfOrder('anna', [row('a', 4), row('b', 0, { stream: 'other' })])).toEqual([]);
    expect(outOfOrder('anna', [row('a', 4), row('b', 0, { carried: true })])).toEqual([]);
  });

  it('is not broken by a refusal that only a move explains', () => {
    const refused = { phase: 'refused' as const, problem: { code: 'not-allowed', at: '' } };
    expect(isRefusedRightly(refused, true)).toBe(true);
    expect(isRefusedRightly(refused, false)).toBe(false);
    expect(isRefusedRightly({ ...refused, problem: { code: 'bad-content', at: '' } }, true)).toBe(false);
    expect(isRefusedRightly({ ...refused, phase: 'waiting' }, true)).toBe(false);
  });

  it('is broken when something of a revoked device was taken in afterwards', async () => {
    const device = { key: signer.publicKey, revoked: { at: '2026-11-24T02:00:00.000Z' } };
    const registry = { ...EMPTY_REGISTRY, devices: { [signer.publicKey]: device } } as unknown as Registry;
    const before = new Map([[STREAM, [await entryAt('2026-11-24T01:59:00.000Z')]]]);
    const after = new Map([[STREAM, [await entryAt('2026-11-24T02:01:00.000Z')]]]);
    expect(revokedIsSilent(before, registry)).toEqual([]);
    expect(revokedIsSilent(after, registry)).toEqual([
      'v1/public took in No. 0 of a device that had been revoked',
    ]);
    expect(revokedIsSilent(after, EMPTY_REGISTRY)).toEqual([]);
  });
});
