/**
 * The keys of the desks that this device may read. Each enrolled device has a pair of its own to which things are sealed
 * for it; the browser keeps its private half. A desk's private key comes sealed to it, and is opened when it is needed.
 */
import { type DeskKey, keysOfDesk } from '../../domain/desk/desks.ts';
import { desksOf, mayHold } from '../../domain/desk/rights.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { shanghaiTime } from '../../domain/time.ts';
import {
  keysFromBytes,
  makeSealingKeys,
  privateBytes,
  seal,
  type SealingKeys,
  unseal,
} from '../../log/envelope.ts';
import { makeEvent } from '../../log/event.ts';
import { fromHex, toHex } from '../../log/hex.ts';
import { registryOf, type TownshipId } from '../../log/stream.ts';
import { getMeta, putMeta } from '../../store/device/meta.ts';
import type { Core } from './core.ts';
import { identityOf } from './status.ts';

const SEALING_KEY = 'sealing-key';
/** Steps of housekeeping in one contact; the rest comes with the next. */
const STEPS = 8;

const purposeFor = (desk: string): string => `gongkailan/v1/desk ${desk}`;

/** This device's own pair, made at the first call. Null: the page is not secure. */
async function ownKeys({ ports: { db, subtle } }: Core): Promise<SealingKeys | null> {
  if (!subtle) return null;
  const kept = await getMeta<SealingKeys>(db, SEALING_KEY);
  if (kept) return kept;
  const made = await makeSealingKeys(subtle, true);
  await putMeta(db, SEALING_KEY, made);
  return made;
}

/** The private key of a desk, from what is sealed in the registry for this device. Null: it is no holder. */
async function deskBytes(core: Core, me: string, desk: string, key: DeskKey): Promise<Uint8Array | null> {
  const own = await ownKeys(core);
  const sealed = key.holders[me];
  return own && sealed !== undefined ? unseal(own, sealed, purposeFor(desk)) : null;
}

/** The pair of one of a desk's keys; null: this device cannot open what is sealed to it. */
export async function deskKeys(
  core: Core,
  registry: Registry,
  desk: string,
  publicKey: string,
): Promise<SealingKeys | null> {
  const identity = await identityOf(core.ports.db);
  const found = registry.desks[desk];
  const key = found && keysOfDesk(found).find((one) => one.key === publicKey);
  const bytes = identity && key ? await deskBytes(core, identity.key, desk, key) : null;
  return bytes && keysFromBytes(bytes, fromHex(publicKey));
}

interface Step {
  type: 'device.sealing-key-set' | 'desk.opened' | 'desk.holder-added';
  content: Record<string, unknown>;
}

/** Devices that may read a desk and have said how to seal for them. */
const eligible = (registry: Registry, desk: string): string[] =>
  Object.keys(registry.sealingKeys).filter((device) => mayHold(registry, device, desk));

const sealedFor = async (registry: Registry, device: string, desk: string, bytes: Uint8Array) =>
  seal(fromHex(registry.sealingKeys[device]!), bytes, purposeFor(desk));

/** A new key for a desk, sealed for all who may read it now. */
async function opening({ ports }: Core, registry: Registry, desk: string): Promise<Step> {
  const keys = await makeSealingKeys(ports.subtle!, false);
  const bytes = await privateBytes(keys.privateKey);
  const holders = await Promise.all(
    eligible(registry, desk).map(async (device) => ({
      device,
      sealed: await sealedFor(registry, device, desk, bytes),
    })),
  );
  return { type: 'desk.opened', content: { desk, key: toHex(keys.publicKey), holders } };
}

/** A key handed on to a device that lacks it; null: nobody lacks one that this device has. */
async function handingOn(core: Core, registry: Registry, me: string, desk: string): Promise<Step | null> {
  for (const key of keysOfDesk(registry.desks[desk]!)) {
    const lacking = eligible(registry, desk).find((device) => key.holders[device] === undefined);
    const bytes = lacking === undefined ? null : await deskBytes(core, me, desk, key);
    if (lacking === undefined || !bytes) continue;
    const sealed = await sealedFor(registry, lacking, desk, bytes);
    return { type: 'desk.holder-added', content: { desk, key: key.key, device: lacking, sealed } };
  }
  return null;
}

/** What is to be done next for the desks of this device; null: nothing. */
async function nextStep(core: Core, registry: Registry, me: string): Promise<Step | null> {
  const own = await ownKeys(core);
  const desks = desksOf(registry, me);
  if (!own || desks.length === 0) return null;
  const key = toHex(own.publicKey);
  if (registry.sealingKeys[me] !== key) return { type: 'device.sealing-key-set', content: { key } };
  for (const desk of desks) {
    const found = registry.desks[desk];
    const isHeld = found && Object.keys(found.holders).some((device) => mayHold(registry, device, desk));
    const step = isHeld ? await handingOn(core, registry, me, desk) : await opening(core, registry, desk);
    if (step) return step;
  }
  return null;
}

async function send(core: Core, township: TownshipId, { type, content }: Step): Promise<boolean> {
  const { log, now, random } = core.ports;
  const signer = await core.signer();
  if (!signer) return false;
  const stream = registryOf(township);
  const size = (await log.head(stream))?.size ?? 0;
  const draft = { stream, type, at: shanghaiTime(now()), registry: size, seen: size, content };
  const { results } = await core.contact({ event: await makeEvent(signer, draft, random) });
  return results.some((result) => result.status === 'accepted');
}

/**
 * Opens the desks that this device's person is to read, and hands their keys on to his colleagues' devices. Nobody has
 * to think of it; what fails is tried at the next contact.
 */
export async function keepDesks(core: Core): Promise<void> {
  const { db } = core.ports;
  const identity = await identityOf(db);
  if (!identity || identity.kind === 'tablet') return;
  for (let step = 0; step < STEPS; step++) {
    const registry = (await db.registry.get(identity.township))?.state;
    const next = registry ? await nextStep(core, registry, identity.key) : null;
    if (!next || !(await send(core, identity.township as TownshipId, next))) return;
  }
}

/** The private key of a desk as hex, for the recovery sheet. Null: this device cannot open the desk. */
export async function deskRecovery(core: Core, desk: string): Promise<string | null> {
  const { db } = core.ports;
  const identity = await identityOf(db);
  const found = identity && (await db.registry.get(identity.township))?.state.desks[desk];
  const bytes = identity && found ? await deskBytes(core, identity.key, desk, found) : null;
  return bytes && toHex(bytes);
}

/** Takes a desk's key from the recovery sheet into this device. False: it is not the key of this desk. */
export async function restoreDesk(core: Core, desk: string, sheet: string): Promise<boolean> {
  const { db } = core.ports;
  const identity = await identityOf(db);
  const registry = identity && (await db.registry.get(identity.township))?.state;
  const hex = sheet.replace(/\s/g, '').toLowerCase();
  if (!identity || !registry || !/^[0-9a-f]{64}$/.test(hex)) return false;
  for (const { key } of keysOfDesk(
    registry.desks[desk] ?? { key: '', holders: {}, openedBy: '', openedAt: '', former: [] },
  )) {
    if (!(await keysFromBytes(fromHex(hex), fromHex(key)))) continue;
    const sealed = await sealedFor(registry, identity.key, desk, fromHex(hex));
    const content = { desk, key, device: identity.key, sealed };
    return send(core, identity.township as TownshipId, { type: 'desk.holder-added', content });
  }
  return false;
}
