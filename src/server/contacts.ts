/** What devices report of themselves, and who may see it: phones see their own units' devices, the office all of them. */
import { isDeepStrictEqual } from 'node:util';
import { postsFor } from '../domain/registry/rights.ts';
import { type Device, memberOf, type Registry } from '../domain/registry/registry.ts';
import type { ContactRecord, ContactStore } from '../store/contact-store.ts';
import type { Contact, DeviceReport } from '../sync/protocol.ts';

export class Contacts {
  readonly #store: ContactStore;
  readonly #changed: (unit: string) => void;

  /** @param changed is told the unit of a device that holds other sizes than before, or another number of items. */
  constructor(store: ContactStore, changed: (unit: string) => void) {
    this.#store = store;
    this.#changed = changed;
  }

  /** Keeps what the device said just now. */
  async heard(device: Device, contact: Contact): Promise<void> {
    const [before] = (await this.#store.list([device.key])) as ContactRecord<DeviceReport | null>[];
    await this.#store.put(contact);
    const same =
      isDeepStrictEqual(before?.held, contact.held) && before?.report?.unsent === contact.report?.unsent;
    if (!same) this.#changed(device.unit);
  }

  /** The contacts that this device may see. */
  async seenBy(registry: Registry, device: Device): Promise<Contact[]> {
    const keys = visibleTo(registry, device);
    return keys.length > 0 ? ((await this.#store.list(keys)) as Contact[]) : [];
  }
}

function visibleTo(registry: Registry, device: Device): string[] {
  if (device.kind === 'tablet') return [];
  const all = Object.values(registry.devices);
  if (memberOf(registry, device.key)?.role === 'office') return all.map(({ key }) => key);
  const units = new Set([device.unit, ...postsFor(registry, device.key)]);
  return all.filter(({ unit }) => units.has(unit)).map(({ key }) => key);
}
