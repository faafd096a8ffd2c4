import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Signer } from '../../../src/log/signature.ts';
import { member, TestServer } from './harness.ts';

describe('a sync', () => {
  const village = new TestServer();
  let cadre: Signer;
  beforeAll(async () => {
    await (await village.start()).found();
    cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
  });
  afterAll(() => village.stop());

  it('takes a notice in, and gives it to who asks', async () => {
    const event = await village.publish(cadre, 'v1', '一');
    const sent = await village.sync({ events: [event] }, cadre);
    expect(sent.results).toMatchObject([{ status: 'accepted', stream: village.public('v1'), number: 0 }]);
    const got = await village.sync({ held: { [village.public('v1')]: 0 } });
    expect(got.streams[village.public('v1')]).toMatchObject({ size: 1, from: 0, bodies: [event.body] });
  });
});
