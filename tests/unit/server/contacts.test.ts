import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Signer } from '../../../src/log/signature.ts';
import { member, TestServer } from './harness.ts';

describe('contacts', () => {
  let village: TestServer;
  let cadre: Signer;
  let other: Signer;
  let assigned: Signer;
  let tablet: Signer;
  beforeEach(async () => {
    village = await (await new TestServer().start()).found();
    cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
    other = await village.device('other', 'phone', 'v2', member('other', 'v2'));
    assigned = await village.device('assigned', 'phone', 'township', member('assigned', 'township', ['v1']));
    tablet = await village.device('tablet', 'tablet', 'v1', null);
  });
  afterEach(() => village.stop());

  const report = { unsent: 2, oldest: '2026-11-23T02:00:00.000Z', files: 1, app: '0.1.0' };
  const seenBy = async (signer?: Signer): Promise<string[]> =>
    (await village.sync({}, signer)).contacts.map(({ key }) => key).toSorted();
  const keys = (...signers: Signer[]): string[] => signers.map(({ publicKey }) => publicKey).toSorted();

  it('tell a phone what its village’s tablet holds, and when it was last heard', async () => {
    await village.sync({ held: { [village.public('v1')]: 7 }, report }, tablet);
    village.clock.ms += 60_000;
    const { contacts } = await village.sync({}, cadre);
    expect(contacts.find(({ key }) => key === tablet.publicKey)).toEqual({
      key: tablet.publicKey,
      at: '2026-11-24T02:00:00.000Z',
      held: { [village.public('v1')]: 7 },
      report,
    });
  });

  it('are seen by phones of the same unit, by who posts for it, by the office; by nobody else', async () => {
    for (const signer of [tablet, cadre, other, assigned, village.office]) await village.sync({}, signer);
    expect(await seenBy(cadre)).toEqual(keys(tablet, cadre));
    expect(await seenBy(other)).toEqual(keys(other));
    expect(await seenBy(assigned)).toEqual(keys(tablet, cadre, assigned, village.office));
    expect(await seenBy(village.office)).toEqual(keys(tablet, cadre, other, assigned, village.office));
    expect(await seenBy(tablet)).toEqual([]);
    expect(await seenBy()).toEqual([]);
  });

  it('are kept through a restart', async () => {
    await village.sync({ held: { [village.public('v1')]: 3 } }, tablet);
    await village.restart();
    const { contacts } = await village.sync({}, village.office);
    expect(contacts.find(({ key }) => key === tablet.publicKey)?.held).toEqual({ [village.public('v1')]: 3 });
  });

  it('are not kept of who is not enrolled, or revoked', async () => {
    await village.mustAccept(
      await village.sign(village.office, village.registry, 'device.revoked', {
        key: other.publicKey,
        reason: '丢了',
      }),
    );
    expect((await village.sync({}, other)).contacts).toEqual([]);
    expect(await seenBy(village.office)).toEqual(keys(village.office));
  });

  it('are kept of a device from the request in which it is enrolled', async () => {
    await village.mustAccept(
      await village.sign(village.office, village.registry, 'member.set', member('new', 'v1')),
    );
    const { signer, invitation, enrolment } = await village.enrolment('new phone', 'phone', 'v1', 'new');
    const answer = await village.sync({ events: [invitation, enrolment], report }, signer);
    expect(answer.contacts).toMatchObject([{ key: signer.publicKey, report }]);
  });
});
