/** What devices report of themselves, and who may see it: phones see their own units' devices, the office all of them. */
import { isDeepStrictEqual } from 'node:util';
import { postsFor } from '../domain/registry/rights.ts';
import { type Device, memberOf, type Registry } from '../domain/registry/registry.ts';
import type { ContactRecord, ContactStore } from '../store/contact-store.ts';
import { StorageError } from '../store/log-store.ts';
import type { Contact, DeviceReport } from '../sync/protocol.ts';

export interface ContactObserver {
  /** A device of this unit holds other sizes than before, or another number of items. */
  changed(unit: string): void;
  /** What a device said could not be kept (the disk is full). */
  notKept(error: unknown): void;
}

export class Contacts {
  readonly #store: ContactStore;
  readonly #observer: ContactObserver;

  constructor(store: ContactStore, observer: ContactObserver) {
    this.#store = store;
    this.#observer = observer;
  }

  /** Keeps what the device said just now. It is no reason to refuse a device that this cannot be kept. */
  async heard(device: Device, contact: Contact): Promise<void> {
    try {
      await this.#keep(device, contact);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      this.#observer.notKept(error);
    }
  }

  async #keep(device: Device, contact: Contact): Promise<void> {
    const [before] = (await this.#store.list([device.key])) as ContactRecord<DeviceReport | null>[];
    // One request need not name all that a device holds.
    const held = { ...before?.held, ...contact.held };
    await this.#store.put({ ...contact, held });
    const same = isDeepStrictEqual(before?.held, held) && before?.report?.unsent === contact.report?.unsent;
    if (!same) this.#observer.changed(device.unit);
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
