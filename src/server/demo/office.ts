/** The demo's office: signs as the township's first device, through the same acceptance as everybody else. */
import { randomBytes } from 'node:crypto';
import { READY_MADE } from '../../domain/catalogue/ready-made/ready-made.ts';
import { ORDINARY } from '../../domain/notice/events.ts';
import { TOWNSHIP_UNIT, type DeviceKind } from '../../domain/registry/events.ts';
import { shanghaiTime } from '../../domain/time.ts';
import { eventId, makeEvent, type SignedEvent } from '../../log/event.ts';
import { fromHex, toHex } from '../../log/hex.ts';
import { type Signer, softwareSigner } from '../../log/signature.ts';
import {
  FOUNDING_STREAM,
  publicStream,
  registryOf,
  townshipIdOf,
  type TownshipId,
} from '../../log/stream.ts';
import { makeInvitationLink } from '../../sync/client/invitation.ts';
import { reportOf2018 } from './report.ts';
import {
  CADRE,
  CORRECTED,
  FIRST_VILLAGE,
  FOUNDER,
  MEMBERS,
  PLACES,
  TOWNSHIP,
  UNITS,
  VILLAGE_NOTICES,
} from './sample.ts';

const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));

type Sign = (stream: string, type: string, content: object) => Promise<SignedEvent>;

const signWith =
  (signer: Signer, now: () => number): Sign =>
  (stream, type, content) =>
    makeEvent(
      signer,
      { stream, type, at: shanghaiTime(now()), registry: 0, seen: 0, content: { ...content } },
      random,
    );

/** Signs events of the sample office, one after another. */
export class SampleOffice {
  readonly township: TownshipId;
  readonly founding: SignedEvent;
  readonly #sign: Sign;

  private constructor(founding: SignedEvent, sign: Sign) {
    this.founding = founding;
    this.township = townshipIdOf(eventId(founding.header));
    this.#sign = sign;
  }

  /** A new sample township, whose checkpoints are signed with `logKey` (hex). */
  static async found(seed: Uint8Array, logKey: string, now: () => number): Promise<SampleOffice> {
    const sign = signWith(await softwareSigner(seed), now);
    const content = { ...TOWNSHIP, logKey, founder: FOUNDER };
    return new SampleOffice(await sign(FOUNDING_STREAM, 'township.founded', content), sign);
  }

  /** The office that founded a township before. */
  static async reopen(seed: Uint8Array, founding: SignedEvent, now: () => number): Promise<SampleOffice> {
    return new SampleOffice(founding, signWith(await softwareSigner(seed), now));
  }

  /** Everything that stands in the registry from the first day. */
  async registryEvents(): Promise<SignedEvent[]> {
    const stream = registryOf(this.township);
    return Promise.all([
      ...UNITS.map((unit) => this.#sign(stream, 'unit.set', unit)),
      this.#sign(stream, 'catalogue.set', { entries: READY_MADE }),
      // The sample office also writes the sample village's first notices, on its behalf and marked so.
      this.#sign(stream, 'member.set', {
        id: 'founder',
        name: FOUNDER.name,
        post: FOUNDER.post,
        unit: TOWNSHIP_UNIT,
        role: 'office',
        assigned: [FIRST_VILLAGE],
      }),
      ...MEMBERS.map((member) => this.#sign(stream, 'member.set', member)),
      ...PLACES.map((place) => this.#sign(stream, 'place.set', place)),
    ]);
  }

  /** The report of 2018 for the township, and some notices of the first village. */
  async notices(): Promise<SignedEvent[]> {
    const village = publicStream(this.township, FIRST_VILLAGE);
    const report = await this.#sign(publicStream(this.township, TOWNSHIP_UNIT), 'notice.published', {
      ...reportOf2018(),
      ...ORDINARY,
    });
    const duty = await this.#sign(village, 'notice.published', { ...CORRECTED.first, ...ORDINARY });
    const id = eventId(duty.header);
    const correction = { notice: id, base: id, reason: CORRECTED.reason, ...ORDINARY, ...CORRECTED.second };
    return [
      report,
      duty,
      ...(await Promise.all(
        VILLAGE_NOTICES.map((notice) => this.#sign(village, 'notice.published', { ...notice, ...ORDINARY })),
      )),
      await this.#sign(village, 'notice.corrected', correction),
    ];
  }

  /** A one-time invitation: the event to be taken in, and the link that it opens on a device's own origin. */
  async invitation(
    device: DeviceKind,
    origin: string,
    now: number,
  ): Promise<{ event: SignedEvent; link: string }> {
    const seed = random(32);
    const event = await this.#sign(registryOf(this.township), 'invitation.made', {
      key: (await softwareSigner(seed)).publicKey,
      device,
      unit: device === 'office' ? TOWNSHIP_UNIT : FIRST_VILLAGE,
      member: { phone: CADRE, tablet: null, office: 'founder' }[device],
      expires: new Date(now + 7 * 86_400_000).toISOString(),
    });
    return { event, link: makeInvitationLink(origin, this.township, toHex(seed)) };
  }
}

/** A seed for the sample office, or the one kept from before (hex). */
export const officeSeed = (kept?: string): Uint8Array => (kept ? fromHex(kept) : random(32));
