/** How the device stands with the township's server, as screens read it in the `meta` table under 'contact'. */
import type { DeviceDb } from '../../store/device/db.ts';
import { getMeta, putMeta } from '../../store/device/meta.ts';
import type { ContactState, Identity } from './device.ts';

const CONTACT = 'contact';
const IDENTITY = 'identity';

const UNKNOWN: ContactState = { state: 'checking', lastContact: null, sending: null, pulling: null };

export const contactState = async (db: DeviceDb): Promise<ContactState> =>
  (await getMeta<ContactState>(db, CONTACT)) ?? UNKNOWN;

/** Changes a part of it. A storage that fails here fails the contact elsewhere too, and says so there. */
export async function setContact(db: DeviceDb, change: Partial<ContactState>): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    await putMeta(db, CONTACT, { ...(await contactState(db)), ...change });
  });
}

export const identityOf = async (db: DeviceDb): Promise<Identity | null> =>
  (await getMeta<Identity>(db, IDENTITY)) ?? null;

export const putIdentity = (db: DeviceDb, identity: Identity): Promise<void> =>
  putMeta(db, IDENTITY, identity);
