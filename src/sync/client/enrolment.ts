/** Makes this device one of the township's, by a one-time invitation. Needs the network; a lost answer does no harm. */
import { enrolmentText } from '../../domain/registry/events.ts';
import { invitationState } from '../../domain/registry/rights.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { shanghaiTime } from '../../domain/time.ts';
import { makeEvent, type SignedEvent } from '../../log/event.ts';
import { fromHex, toHex, utf8 } from '../../log/hex.ts';
import { type Signer, softwareSigner } from '../../log/signature.ts';
import { registryOf } from '../../log/stream.ts';
import { pinnedTownship } from '../../store/device/meta.ts';
import type { Core } from './core.ts';
import type { Device, Identity, InvitationPreview, Outcome } from './device.ts';
import { type InvitationParts, parseInvitationLink } from './invitation.ts';
import { forgetKey, makeKey } from './keys.ts';
import { done, failed, saved } from './outcome.ts';
import { identityOf, putIdentity } from './status.ts';

type Enrolled = Awaited<ReturnType<Device['enrol']>>;
type EnrolFault = (Enrolled & { ok: false })['code'];
type PreviewFault = (InvitationPreview & { ok: false })['code'];

interface Checked {
  parts: InvitationParts;
  /** Key of the invitation. */
  inviter: Signer;
  registry: Registry;
  /** The server's clock. */
  now: string;
}

/** Characters of a device's name (registry/events.ts). */
const MAX_NAME = 60;

const STATES = {
  'invitation-unknown': 'unknown',
  'invitation-used': 'used',
  'invitation-expired': 'expired',
} as const;

/** Who is revoked may enrol again. */
async function isEnrolled({ ports: { db } }: Core): Promise<boolean> {
  const identity = await identityOf(db);
  if (!identity) return false;
  const registry = (await db.registry.get(identity.township))?.state;
  return !registry?.devices[identity.key]?.revoked;
}

/** Reads the township's registry now, and what it says of the invitation. */
async function check(core: Core, link: string): Promise<Outcome<Checked, PreviewFault>> {
  const parts = parseInvitationLink(link);
  if (!parts) return failed('mistyped');
  if (await isEnrolled(core)) return failed('already-enrolled');
  const { db } = core.ports;
  const pinned = await pinnedTownship(db);
  if (pinned && pinned.id !== parts.township) return failed('unknown');
  const end = await core.contact({ township: parts.township });
  if (end.state === 'wrong-township') return failed('unknown');
  const registry = (await db.registry.get(parts.township))?.state;
  if (end.serverTime === null || !registry) return failed('no-network');
  return done({ parts, inviter: await softwareSigner(fromHex(parts.seed)), registry, now: end.serverTime });
}

/** What an invitation is for, from the verified public registry. */
export async function previewInvitation(core: Core, link: string): Promise<InvitationPreview> {
  const checked = await saved(() => check(core, link));
  if (!checked.ok) {
    const isStorage = checked.code === 'storage-full' || checked.code === 'storage-failed';
    return { ok: false, code: isStorage ? 'no-network' : (checked.code as PreviewFault) };
  }
  const { parts, inviter, registry, now } = checked.value;
  const state = invitationState(registry, inviter.publicKey, now);
  const invitation = registry.invitations[inviter.publicKey];
  // Used by this very device, whose answer was lost on the way: enrolling again ends what was begun.
  const isMine = invitation?.usedBy && invitation.usedBy === (await core.signer())?.publicKey;
  if (!invitation || (state !== 'open' && !isMine))
    return { ok: false, code: state === 'open' ? 'unknown' : STATES[state] };
  const member = registry.members[invitation.member ?? ''];
  return {
    ok: true,
    township: parts.township,
    townshipName: registry.name,
    unitName: registry.units[invitation.unit]?.name ?? invitation.unit,
    kind: invitation.device,
    memberName: member?.name ?? null,
    memberPost: member?.post ?? null,
  };
}

/** The event that enrols this device. Two of them do no harm: an invitation is good for one key. */
async function enrolment(core: Core, checked: Checked, key: Signer, name: string): Promise<SignedEvent> {
  const { now, random, log } = core.ports;
  const { parts, inviter } = checked;
  const stream = registryOf(parts.township);
  const size = (await log.head(stream))?.size ?? 0;
  const proof = toHex(await key.sign(utf8(enrolmentText(parts.township, inviter.publicKey))));
  const content = { key: key.publicKey, proof, name };
  const at = shanghaiTime(now());
  return makeEvent(
    inviter,
    { stream, type: 'device.enrolled', at, registry: size, seen: size, content },
    random,
  );
}

/** Ends an enrolment that stands in the verified registry. */
async function settle(core: Core, township: string, key: string): Promise<Identity | null> {
  const { db, persist } = core.ports;
  const device = (await db.registry.get(township))?.state.devices[key];
  if (!device || device.revoked) return null;
  const { unit, kind } = device;
  const identity = { township, key, unit, kind, persistent: await persist() };
  await putIdentity(db, identity);
  core.wake();
  return identity;
}

async function refusedAs(core: Core, checked: Checked, code: string): Promise<EnrolFault> {
  if (code in STATES) return STATES[code as keyof typeof STATES];
  const registry = (await core.ports.db.registry.get(checked.parts.township))?.state ?? checked.registry;
  const state = invitationState(registry, checked.inviter.publicKey, checked.now);
  return state === 'open' ? 'no-network' : STATES[state];
}

async function enrolNow(core: Core, link: string, name: string): Promise<Outcome<Identity, EnrolFault>> {
  const { db, subtle, random } = core.ports;
  const checked = await check(core, link);
  if (!checked.ok) return checked;
  if (!subtle) return failed('not-secure');
  const before = await identityOf(db);
  if (before) await forgetKey(db); // Revoked: its key is never used again.
  const key = await makeKey(db, subtle, random);
  core.forgetSigner();
  if (!key) return failed('storage-failed');
  const { parts, inviter, registry, now } = checked.value;
  const earlier = await settle(core, parts.township, key.publicKey);
  if (earlier) return done(earlier);
  const state = invitationState(registry, inviter.publicKey, now);
  if (state !== 'open') return failed(STATES[state]);
  const event = await enrolment(core, checked.value, key, name.trim().slice(0, MAX_NAME) || '-');
  const end = await core.contact({ township: parts.township, event });
  const identity = await settle(core, parts.township, key.publicKey);
  if (identity) return done(identity);
  const result = end.results.find((one) => one.status === 'rejected');
  return failed(
    result?.status === 'rejected' ? await refusedAs(core, checked.value, result.code) : 'no-network',
  );
}

/** Enrols this device; it is done when the enrolment stands in the verified registry held here. */
export async function enrol(core: Core, link: string, deviceName: string): Promise<Enrolled> {
  const outcome = await saved(() => enrolNow(core, link, deviceName));
  if (outcome.ok || outcome.code !== 'storage-full') return outcome as Enrolled;
  return failed('storage-failed');
}
