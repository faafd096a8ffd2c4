/**
 * A browser of the simulated world: the real engine on the real device store, over an IndexedDB in memory. It can be killed
 * before any of its tasks, opened again, find its disk full, have its clock set wrong, or be wiped.
 */
import { cut, forget } from './storage.ts';
import { DeviceDb } from '../../../src/store/device/db.ts';
import type { Device } from '../../../src/sync/client/device.ts';
import { exclusiveByLease } from '../../../src/sync/client/exclusive.ts';
import { openDevice } from '../../../src/sync/client/open-device.ts';
import type { PhotoCodec } from '../../../src/sync/client/photo.ts';
import { type FullDisk, fullDisk } from '../../unit/store/device/full-disk.ts';
import type { WorldClock } from './clock.ts';
import type { Network } from './network.ts';
import type { Random } from './random.ts';
import { as, drive, type Owner } from './tasks.ts';

/** Where the township's server is, as the browsers know it. */
export const ORIGIN = 'https://gongkailan.example';

/** What the browsers of one world share. */
export interface Around {
  network: Network;
  clock: WorldClock;
  random: Random;
  /** Whether no other open window has the browser's database. */
  isAlone: (browser: Browser) => boolean;
}

/** A photo is a small JPEG that says what it was made of. */
const codec = (random: Random): PhotoCodec => ({
  decode: async () => ({
    width: 400,
    height: 300,
    draw: async () => new Blob([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...random.bytes(200)])]),
    close: () => {},
  }),
});

/** One window, from its opening to its end. */
interface Window extends Owner {
  device: Device;
  disk: FullDisk;
  show: (visible: boolean) => void;
}

export class Browser {
  readonly name: string;
  readonly dbName: string;
  /** Its clock less the world's, ms. */
  clockOff = 0;
  isWiped = false;
  readonly #around: Around;
  #window: Window | null = null;

  /** @param dbName another window of a browser has its database. */
  constructor(around: Around, name: string, dbName = name) {
    this.#around = around;
    this.name = name;
    this.dbName = dbName;
  }

  get isOpen(): boolean {
    return this.#window?.alive ?? false;
  }

  get window(): Window {
    if (!this.#window?.alive) throw new Error(`sim: ${this.name} is closed`);
    return this.#window;
  }

  get device(): Device {
    return this.window.device;
  }

  /** Runs work as this browser. */
  run<Value>(work: (device: Device) => Value): Value {
    const { window } = this;
    return as(window, () => work(window.device));
  }

  /** Looks into it from outside: it is not killed meanwhile. */
  async look<Value>(work: (device: Device) => Promise<Value>): Promise<Value> {
    const { window } = this;
    const { left } = window;
    window.left = Infinity;
    try {
      return await drive(as(window, () => work(window.device)));
    } finally {
      window.left = left;
    }
  }

  /** Opens it; with `start` its engine runs. */
  open(start = true): void {
    if (this.isOpen) return;
    const { network, clock, random } = this.#around;
    const window = { alive: true, left: Infinity } as Window;
    const seen = new Set<(visible: boolean) => void>();
    let isVisible = true;
    window.kill = () => this.kill();
    window.show = (visible) => {
      isVisible = visible;
      for (const run of seen) run(visible);
    };
    as(window, () => {
      const db = new DeviceDb(this.dbName);
      window.disk = fullDisk(db);
      const now = (): number => clock.ms + this.clockOff;
      const timers = { after: (ms: number, run: () => void) => clock.after(window, ms, run) };
      window.device = openDevice({
        db,
        now,
        timers,
        codec: codec(random),
        fetch: network.fetchOf(this.name, window),
        origin: ORIGIN,
        random: random.bytes,
        exclusive: exclusiveByLease({ db, now, timers, owner: `${this.name}-${random.below(1e9)}` }),
        page: {
          visible: () => isVisible,
          onVisible: (run) => (seen.add(run), () => seen.delete(run)),
          onOnline: () => () => {},
        },
        pause: async () => {},
        persist: async () => true,
        storage: async () => null,
      });
      if (start) window.device.start();
    });
    this.#window = window;
  }

  /** Ends it as SIGKILL does: what was not committed is gone, what was waited for never comes. */
  kill(): void {
    const window = this.#window;
    if (!window?.alive) return;
    window.alive = false;
    cut(this.dbName, this.#around.isAlone(this) ? null : window.device.db.backendDB());
  }

  /** The browser drops all that it stores; it is as on the first day. */
  wipe(): void {
    this.kill();
    forget(this.dbName);
    this.isWiped = true;
  }
}
