import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCheckpoint } from '../../../src/log/checkpoint.ts';
import { eventId } from '../../../src/log/event.ts';
import { boxStream } from '../../../src/log/stream.ts';
import { boxResponse } from '../../../src/sync/protocol.ts';
import { member, signerNamed, START, TestServer } from './harness.ts';
import type { Signer } from '../../../src/log/signature.ts';

const DAY_MS = 86_400_000;
const KEY = `04${'1'.repeat(128)}`;
const SEALED = 'AAAA';

describe('the public figures of the report box', () => {
  const village = new TestServer();
  let inspector: Signer;
  const figures = async () => boxResponse.parse((await village.call('GET', '/api/box')).json as unknown);
  const box = (): string => boxStream(village.township);
  const handedIn = async (code: string) =>
    village.sign(await signerNamed(code), box(), 'envelope.sealed', { key: KEY, sealed: SEALED, adds: null });

  beforeAll(async () => {
    await (await village.start()).found();
    inspector = await village.device(
      'inspector',
      'phone',
      'township',
      member('inspector', 'township', [], 'inspector'),
    );
    await village.mustAccept(
      await village.sign(inspector, village.registry, 'desk.opened', {
        desk: 'the-inspector-of-discipline',
        key: KEY,
        holders: [{ device: inspector.publicKey, sealed: SEALED }],
      }),
    );
  });
  afterAll(() => village.stop());

  it('are nought, and need no proof, before anything has come', async () => {
    expect(await figures()).toEqual({
      v: 1,
      until: '2026-11-22T16:00:00.000Z',
      received: 0,
      answered: 0,
      overdue: 0,
      checkpoint: null,
    });
  });

  it('do not move when a report comes in, but on the next Monday, with the head that the log signed', async () => {
    const first = await handedIn('code 1');
    const second = await handedIn('code 2');
    const added = await handedIn('code 2');
    await village.mustAccept(first, second, added);
    expect((await figures()).received).toBe(0);
    village.clock.ms = START + 7 * DAY_MS;
    await village.mustAccept(
      await village.sign(inspector, box(), 'envelope.answered', {
        envelope: eventId(first.header),
        sealed: SEALED,
        own: SEALED,
        closes: true,
      }),
    );
    const now = await figures();
    expect(now).toMatchObject({ received: 2, answered: 0, overdue: 0 });
    expect(await openCheckpoint(now.checkpoint!, box(), village.logKey)).toMatchObject({ size: 3 });
  });

  it('say what was answered, and what is overdue after the term', async () => {
    village.clock.ms = START + 14 * DAY_MS;
    expect(await figures()).toMatchObject({ received: 2, answered: 1, overdue: 0 });
    village.clock.ms = START + 35 * DAY_MS;
    expect(await figures()).toMatchObject({ received: 2, answered: 1, overdue: 1 });
  });

  it('are the same after a restart', async () => {
    const before = await figures();
    await village.restart();
    expect(await figures()).toEqual(before);
  });
});
