import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolmentText } from '../../../src/domain/registry/events.ts';
import { eventId, type SignedEvent } from '../../../src/log/event.ts';
import { toHex, utf8 } from '../../../src/log/hex.ts';
import type { Signer } from '../../../src/log/signature.ts';
import { member, notice, signerNamed, START, TestServer } from './harness.ts';
import { readVerified } from './verified.ts';

/** What each event came to: its number, or the code of its refusal. */
const outcomes = async (village: TestServer, ...events: SignedEvent[]): Promise<(number | string)[]> =>
  (await village.server.accept(events)).map((result) =>
    result.status === 'accepted' ? result.number : result.code,
  );

describe('taking events in', () => {
  const village = new TestServer();
  let cadre: Signer;
  beforeAll(async () => {
    await (await village.start()).found();
    cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
  });
  afterAll(() => village.stop());

  it('refuses what is not well made, each with its own reason', async () => {
    const good = await village.publish(cadre, 'v1', '好的');
    const stream = village.public('v1');
    const cases: [SignedEvent, string][] = [
      [{ ...good, header: good.header + ' '.repeat(9_000) }, 'too-large'],
      [{ ...good, header: 'not JSON' }, 'bad-header'],
      [{ ...good, header: good.header.replace('{"v":1', '{"v":2') }, 'unsupported-version'],
      [{ ...good, header: good.header.replace('notice.published', 'notice.withdrawn') }, 'bad-signature'],
      [{ ...good, sig: '0'.repeat(128) }, 'bad-signature'],
      [{ ...good, sig: 'short' }, 'bad-signature'],
      [{ ...good, body: good.body!.replace('好的', '坏的') }, 'body-mismatch'],
      [{ ...good, body: null }, 'bad-body'],
      [await village.sign(cadre, stream, 'notice.sung', notice('一')), 'unknown-type'],
      [
        await village.sign(cadre, stream, 'notice.published', { ...notice('一'), officer: '' }),
        'bad-content',
      ],
      [await village.sign(cadre, stream, 'notice.published', { ...notice('一'), more: 1 }), 'bad-content'],
      [
        await village.sign(cadre, `${'0'.repeat(32)}/v1/public`, 'notice.published', notice('一')),
        'wrong-stream',
      ],
      [await village.sign(cadre, 'new/registry', 'notice.published', notice('一')), 'wrong-stream'],
      [await village.sign(cadre, 'no-stream', 'notice.published', notice('一')), 'wrong-stream'],
    ];
    expect(await outcomes(village, ...cases.map(([event]) => event))).toEqual(cases.map(([, code]) => code));
    expect(await readVerified(village, stream)).toEqual([]);
  });

  it('refuses who has no right, each with its own reason', async () => {
    const stranger = await signerNamed('a stranger');
    const cases: [SignedEvent, string][] = [
      [await village.publish(stranger, 'v1', '外人'), 'not-enrolled'],
      [await village.publish(cadre, 'v2', '别的村'), 'not-allowed'],
      [await village.publish(village.office, 'v9', '没有这个村'), 'unknown-unit'],
      [await village.sign(cadre, village.registry, 'member.set', member('x', 'v1')), 'not-allowed'],
      [await village.sign(village.office, village.registry, 'member.set', member('x', 'v9')), 'unknown-unit'],
      [await village.sign(village.office, village.registry, 'notice.published', notice('一')), 'not-allowed'],
      [
        await village.sign(cadre, `${village.township}/v1/office`, 'notice.published', notice('一')),
        'not-allowed',
      ],
      [await village.foundingEvent(await signerNamed('a second founder'), village.logKey), 'wrong-stream'],
    ];
    expect(await outcomes(village, ...cases.map(([event]) => event))).toEqual(cases.map(([, code]) => code));
  });

  it('takes the good ones of a batch with bad ones among them, in their order', async () => {
    const [one, two] = [await village.publish(cadre, 'v1', '一'), await village.publish(cadre, 'v1', '二')];
    const bad = { ...(await village.publish(cadre, 'v1', '坏')), sig: '1'.repeat(128) };
    expect(await outcomes(village, bad, one, bad, two)).toEqual(['bad-signature', 0, 'bad-signature', 1]);
    const stored = await readVerified(village, village.public('v1'));
    expect(stored.map(({ id }) => id)).toEqual([eventId(one.header), eventId(two.header)]);
  });

  it('gives an event that comes again the number it has, in the same request or in a later one', async () => {
    const event = await village.publish(cadre, 'v1', '三');
    const number = 2;
    expect(await outcomes(village, event, event, event)).toEqual([number, number, number]);
    const again = await Promise.all([1, 2, 3].map(() => outcomes(village, event)));
    expect(again).toEqual([[number], [number], [number]]);
    expect(await readVerified(village, village.public('v1'))).toHaveLength(number + 1);
    // The founding event too: its stream's name is not the one that it is stored under.
    expect(await village.server.accept([village.founding])).toMatchObject([
      { status: 'accepted', stream: village.registry, number: 0 },
    ]);
  });

  it('answers a copy with another signature or body by what is wrong with it, not by the number', async () => {
    const event = await village.publish(cadre, 'v1', '四');
    await village.mustAccept(event);
    expect(await outcomes(village, { ...event, sig: '2'.repeat(128) })).toEqual(['bad-signature']);
  });

  it('enrols a device that shows it has its key, once, while the invitation holds', async () => {
    const { signer, invitation, enrolment, link } = await village.enrolment(
      'phone 2',
      'phone',
      'v1',
      'clerk',
    );
    expect(await outcomes(village, enrolment)).toEqual(['invitation-unknown']);
    const stolen = { key: village.office.publicKey, proof: '0'.repeat(128), name: '冒名' };
    const other = await signerNamed('other');
    const proofOfOther = toHex(await other.sign(utf8(enrolmentText(village.township, link.publicKey))));
    const cases = [
      await village.sign(link, village.registry, 'device.enrolled', stolen),
      await village.sign(link, village.registry, 'device.enrolled', {
        key: (await signerNamed('victim')).publicKey,
        proof: proofOfOther,
        name: '冒名',
      }),
    ];
    expect(await outcomes(village, invitation, ...cases)).toEqual([
      expect.any(Number),
      'device-known',
      'bad-proof',
    ]);
    // The enrolment and the first notice of the new device in one request.
    const first = await village.publish(signer, 'v1', '新手机');
    expect(await outcomes(village, enrolment, first)).toEqual([expect.any(Number), expect.any(Number)]);
    const second = await village.sign(link, village.registry, 'device.enrolled', {
      key: other.publicKey,
      proof: proofOfOther,
      name: '第二部',
    });
    expect(await outcomes(village, second)).toEqual(['invitation-used']);
  });

  it('refuses an invitation after its last moment, by the township’s clock', async () => {
    const { invitation, enrolment } = await village.enrolment('phone 3', 'phone', 'v1', 'clerk');
    await village.mustAccept(invitation);
    village.clock.ms += 86_400_001;
    expect(await outcomes(village, enrolment)).toEqual(['invitation-expired']);
    village.clock.ms = START;
  });

  it('takes nothing more from a revoked device, and still knows what it had taken in from it', async () => {
    const phone = await village.device('lost phone', 'phone', 'v1', member('loser', 'v1'));
    const before = await village.publish(phone, 'v1', '以前的');
    const waiting = await village.publish(phone, 'v1', '还没发出去的');
    await village.mustAccept(before);
    const revoked = { key: phone.publicKey, reason: '丢了' };
    await village.mustAccept(await village.sign(village.office, village.registry, 'device.revoked', revoked));
    expect(await outcomes(village, before, waiting)).toEqual([expect.any(Number), 'revoked']);
  });

  it('takes a notice in before its files have come', async () => {
    const file = { hash: 'ab'.repeat(32), bytes: 1_000, type: 'image/jpeg' };
    expect(await outcomes(village, await village.publish(cadre, 'v1', '有照片', [file]))).toEqual([
      expect.any(Number),
    ]);
  });

  it('never lets its own clock run backwards within a stream', async () => {
    village.clock.ms = START + 60_000;
    await village.mustAccept(await village.publish(cadre, 'v1', '早'));
    village.clock.ms = START - 86_400_000;
    await village.mustAccept(await village.publish(cadre, 'v1', '钟倒了'));
    village.clock.ms = START + 120_000;
    await village.mustAccept(await village.publish(cadre, 'v1', '钟好了'));
    village.clock.ms = START;
    const times = (await readVerified(village, village.public('v1'))).map(({ acceptedAt }) => acceptedAt);
    expect(times).toEqual(times.toSorted());
    expect(times.slice(-3)).toEqual([
      '2026-11-24T02:01:00.000Z',
      '2026-11-24T02:01:00.000Z',
      '2026-11-24T02:02:00.000Z',
    ]);
  });
});
