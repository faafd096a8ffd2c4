/** The demo's office: signs as the township's first device, through the same acceptance as everybody else. */
import { randomBytes } from 'node:crypto';
import type { CatalogueEntry } from '../../domain/catalogue/entry.ts';
import { READY_MADE } from '../../domain/catalogue/ready-made/ready-made.ts';
import { type NoticeContent, ORDINARY, type Outward } from '../../domain/notice/events.ts';
import {
  enrolmentText,
  TOWNSHIP_UNIT,
  type DeviceKind,
  type TabletSettings,
  type Unit,
} from '../../domain/registry/events.ts';
import { instantOf, localDateOf, shanghaiTime } from '../../domain/time.ts';
import { eventId, type FileRef, makeEvent, type SignedEvent } from '../../log/event.ts';
import { sha256 } from '../../log/hash.ts';
import { fromHex, toHex, utf8 } from '../../log/hex.ts';
import { type Signer, softwareSigner } from '../../log/signature.ts';
import {
  FOUNDING_STREAM,
  officeStream,
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
  INSPECTOR,
  MEMBERS,
  PLACES,
  SUPERVISOR,
  TOWNSHIP,
  unitsOn,
  VILLAGE_NOTICES,
} from './sample.ts';
import { SERIES } from './series.ts';

const DAY_MS = 86_400_000;
const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));

type Sign = (stream: string, type: string, content: object, files?: FileRef[]) => Promise<SignedEvent>;

const signWith =
  (signer: Signer, now: () => number): Sign =>
  (stream, type, content, files = []) =>
    makeEvent(
      signer,
      { stream, type, at: shanghaiTime(now()), registry: 0, seen: 0, content: { ...content }, files },
      random,
    );

interface Signers {
  office: Signer;
  /** The phone of the sample village's supervision committee, which reviews the sample notices. */
  committee: Signer;
}

/** The committee's key is made from the office's, so that a demo that is opened again has the same. */
const signersOf = async (seed: Uint8Array): Promise<Signers> => ({
  office: await softwareSigner(seed),
  committee: await softwareSigner(sha256(new Uint8Array([...seed, ...utf8('committee')]))),
});

/** Signs events of the sample office, one after another. */
export class SampleOffice {
  readonly township: TownshipId;
  readonly founding: SignedEvent;
  readonly #signers: Signers;
  readonly #now: () => number;
  readonly #sign: Sign;

  private constructor(founding: SignedEvent, signers: Signers, now: () => number) {
    this.founding = founding;
    this.township = townshipIdOf(eventId(founding.header));
    this.#signers = signers;
    this.#now = now;
    this.#sign = signWith(signers.office, now);
  }

  /** A new sample township, whose checkpoints are signed with `logKey` (hex). */
  static async found(seed: Uint8Array, logKey: string, now: () => number): Promise<SampleOffice> {
    const signers = await signersOf(seed);
    const content = { ...TOWNSHIP, logKey, founder: FOUNDER };
    const founding = await signWith(signers.office, now)(FOUNDING_STREAM, 'township.founded', content);
    return new SampleOffice(founding, signers, now);
  }

  /** The office that founded a township before. */
  static async reopen(seed: Uint8Array, founding: SignedEvent, now: () => number): Promise<SampleOffice> {
    return new SampleOffice(founding, await signersOf(seed), now);
  }

  /** Everything that stands in the registry from the first day. `everywhere`: the office posts for all villages. */
  async registryEvents({
    units = unitsOn(localDateOf(instantOf(this.#now()))),
    catalogue = READY_MADE,
    everywhere = false,
  }: { units?: Unit[]; catalogue?: CatalogueEntry[]; everywhere?: boolean } = {}): Promise<SignedEvent[]> {
    const stream = registryOf(this.township);
    const villages = units.filter(({ kind }) => kind === 'village').map(({ id }) => id);
    return Promise.all([
      ...units.map((unit) => this.#sign(stream, 'unit.set', unit)),
      this.#sign(stream, 'catalogue.set', { entries: catalogue }),
      // The sample office also writes the sample village's first notices, on its behalf and marked so.
      this.#sign(stream, 'member.set', {
        id: 'founder',
        name: FOUNDER.name,
        post: FOUNDER.post,
        unit: TOWNSHIP_UNIT,
        role: 'office',
        assigned: everywhere ? villages : [FIRST_VILLAGE],
      }),
      ...MEMBERS.map((member) => this.#sign(stream, 'member.set', member)),
      ...PLACES.map((place) => this.#sign(stream, 'place.set', place)),
      ...(await this.#committeeEnrols()),
    ]);
  }

  /** The committee's phone, invited and enrolled. */
  async #committeeEnrols(): Promise<SignedEvent[]> {
    const stream = registryOf(this.township);
    const invitation = await softwareSigner(random(32));
    const { committee } = this.#signers;
    const made = await this.#sign(stream, 'invitation.made', {
      key: invitation.publicKey,
      device: 'phone',
      unit: FIRST_VILLAGE,
      member: SUPERVISOR,
      expires: new Date(this.#now() + DAY_MS).toISOString(),
    });
    const proof = await committee.sign(utf8(enrolmentText(this.township, invitation.publicKey)));
    const enrolled = await signWith(invitation, this.#now)(stream, 'device.enrolled', {
      key: committee.publicKey,
      proof: toHex(proof),
      name: '监委会的手机',
    });
    return [made, enrolled];
  }

  /** A notice of the first village, by the office on its behalf: reviewed before, where the catalogue asks for it. */
  async villageNotice(notice: NoticeContent, outward: Outward = ORDINARY): Promise<SignedEvent[]> {
    const village = publicStream(this.township, FIRST_VILLAGE);
    const content = { ...notice, ...outward };
    // What is urgent goes out at once, and is looked at after.
    const entry = READY_MADE.find(({ id }) => id === notice.entry.id);
    const reviewer = outward.urgent ? 'none' : (entry?.review ?? 'none');
    if (reviewer === 'none') return [await this.#sign(village, 'notice.published', content)];
    const office = officeStream(this.township, FIRST_VILLAGE);
    const submitted = { notice: content, change: null, mends: null };
    const submission = await this.#sign(office, 'submission.made', submitted);
    const { office: drafter, committee } = this.#signers;
    const review = { submission: eventId(submission.header), drafter: drafter.publicKey };
    const approved = { ...content, review };
    return [submission, await signWith(committee, this.#now)(village, 'notice.published', approved)];
  }

  /** An event of a unit's public log, by the office. */
  signPublic(unit: string, type: string, content: object, files: FileRef[]): Promise<SignedEvent> {
    return this.#sign(publicStream(this.township, unit), type, content, files);
  }

  /** An event of the registry, by the office. */
  signRegistry(type: string, content: object): Promise<SignedEvent> {
    return this.#sign(registryOf(this.township), type, content);
  }

  /** How the first village's tablets live from now on. */
  async tablets(settings: Omit<TabletSettings, 'unit'>): Promise<SignedEvent[]> {
    return [await this.#sign(registryOf(this.township), 'tablet.set', { unit: FIRST_VILLAGE, ...settings })];
  }

  /** Notices of the first village that follow one another, for the demo. */
  async series(): Promise<SignedEvent[]> {
    return (await Promise.all(SERIES.map((notice) => this.villageNotice(notice)))).flat();
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
      ...(await Promise.all(VILLAGE_NOTICES.map((notice) => this.villageNotice(notice)))).flat(),
      await this.#sign(village, 'notice.corrected', correction),
    ];
  }

  /** A one-time invitation: the event to be taken in, and the link that it opens on a device's own origin. */
  async invitation(
    device: DeviceKind,
    origin: string,
    now: number,
    member = { phone: CADRE, tablet: null, office: 'founder' }[device],
  ): Promise<{ event: SignedEvent; link: string }> {
    const seed = random(32);
    const event = await this.#sign(registryOf(this.township), 'invitation.made', {
      key: (await softwareSigner(seed)).publicKey,
      device,
      unit: device === 'office' || member === INSPECTOR ? TOWNSHIP_UNIT : FIRST_VILLAGE,
      member,
      expires: new Date(now + 7 * DAY_MS).toISOString(),
    });
    return { event, link: makeInvitationLink(origin, this.township, toHex(seed)) };
  }
}

/** A seed for the sample office, or the one kept from before (hex). */
export const officeSeed = (kept?: string): Uint8Array => (kept ? fromHex(kept) : random(32));
