/** What the commands share: the ports, the device's key, and making contact as the only one. */
import type { Signer } from '../../log/signature.ts';
import { type StorageError } from '../../store/log-store.ts';
import { putMeta, STORAGE_FAULT } from '../../store/device/meta.ts';
import { storageErrorOf } from '../../store/device/storage-faults.ts';
import { type ContactEnd, type ContactOptions, makeContact } from './contact.ts';
import type { ContactState } from './device.ts';
import type { Http } from './http.ts';
import { openKey } from './keys.ts';
import type { Ports } from './ports.ts';
import { contactState, identityOf, setContact } from './status.ts';

export class Core {
  readonly ports: Ports;
  readonly http: Http;
  /** Asks for a contact soon. */
  wake: () => void = () => {};
  #signer: Promise<Signer | null> | null = null;

  constructor(ports: Ports, http: Http) {
    this.ports = ports;
    this.http = http;
  }

  /** The device's key; null before enrolment, or when this browser cannot use it. */
  signer(): Promise<Signer | null> {
    this.#signer ??= openKey(this.ports.db, this.ports.subtle).catch(() => null);
    return this.#signer;
  }

  /** To be called when the key has changed. */
  forgetSigner(): void {
    this.#signer = null;
  }

  /**
   * Makes contact, after any that is under way, and keeps how it ended.
   * @throws StorageError when this device cannot store what came.
   */
  async contact(options: ContactOptions = {}): Promise<ContactEnd> {
    const end = await this.ports.exclusive(true, async () => {
      const signer = await this.signer();
      try {
        const end = await makeContact(this.ports, this.http, { signer }, options);
        await this.#keepEnd(end, options);
        return end;
      } catch (error) {
        await this.#keepFault(storageErrorOf(error));
        throw error;
      }
    });
    return end!;
  }

  /** A whole contact of the engine: news both ways, then files. Never throws. */
  async fullContact(): Promise<ContactState['state']> {
    try {
      const { state } = await this.contact();
      if (state === 'connected') await this.#files();
      return state;
    } catch {
      return 'no-network';
    }
  }

  /** Sends the files of what has been taken in, where there are any. */
  async #files(): Promise<void> {
    const { ports, http } = this;
    if ((await ports.db.outbox.where('phase').equals('received').count()) === 0) return;
    // A key whose registration has not got through speaks for nobody.
    const signer = (await identityOf(ports.db)) && (await this.signer());
    const uploads = await import('./uploads.ts');
    await ports.exclusive(true, async () =>
      signer ? uploads.sendFiles(ports, http, signer) : uploads.leaveFiles(ports),
    );
  }

  async #keepEnd(end: ContactEnd, options: ContactOptions): Promise<void> {
    const { db } = this.ports;
    const { lastContact } = await contactState(db);
    const later = end.serverTime !== null && (lastContact === null || end.serverTime > lastContact);
    // An invitation into somewhere else says nothing of how this device stands.
    const foreign = options.township !== undefined && end.state === 'wrong-township';
    await setContact(db, {
      ...(foreign ? {} : { state: end.state }),
      ...(later ? { lastContact: end.serverTime } : {}),
      ...(end.clockOff === null ? {} : { clockOff: end.clockOff }),
      sending: null,
      pulling: null,
    });
    await putMeta(db, STORAGE_FAULT, null);
  }

  async #keepFault({ fault }: StorageError): Promise<void> {
    const { db, now } = this.ports;
    try {
      await setContact(db, { state: 'no-network', sending: null, pulling: null });
      await putMeta(db, STORAGE_FAULT, { fault, at: new Date(now()).toISOString() });
    } catch {
      // The same storage has just failed; the caller says so.
    }
  }
}
