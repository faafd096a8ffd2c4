/** What the browser gives to the device: its clock, network, screen and pictures. The only place that asks for them. */
import type { DeviceDb } from '../../store/device/db.ts';
import { exclusiveByLease, exclusiveByLocks } from './exclusive.ts';
import type { DecodedPhoto, PhotoCodec } from './photo.ts';
import type { Exclusive, PageSignals, Timers } from './ports.ts';

export const browserTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export const browserRandom = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

const listen = (target: EventTarget | undefined, name: string, run: () => void): (() => void) => {
  target?.addEventListener(name, run);
  return () => target?.removeEventListener(name, run);
};

/** The page that this runs in; in a worker it counts as seen. */
export function browserPage(): PageSignals {
  const page = typeof document === 'undefined' ? undefined : document;
  const visible = (): boolean => page?.visibilityState !== 'hidden';
  return {
    visible,
    onVisible: (run) => listen(page, 'visibilitychange', () => run(visible())),
    onOnline: (run) => listen(globalThis, 'online', run),
  };
}

/** Lets other work of the page go first. Messages are not slowed down as nested timers are. */
export function browserPause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

export function browserExclusive(db: DeviceDb, now: () => number, owner: string): Exclusive {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator.locks as LockManager | undefined);
  if (locks) return exclusiveByLocks(locks, db.name);
  return exclusiveByLease({ db, now, timers: browserTimers, owner });
}

/** Asks the browser to keep the storage when the disk runs short. False: it will not, or cannot say. */
export async function browserPersist(): Promise<boolean> {
  const storage =
    typeof navigator === 'undefined' ? undefined : (navigator.storage as StorageManager | undefined);
  if (!storage?.persist) return false;
  return storage.persist().catch(() => false);
}

/** How full the storage is. */
export async function browserStorage(): Promise<{ used: number; quota: number } | null> {
  const storage =
    typeof navigator === 'undefined' ? undefined : (navigator.storage as StorageManager | undefined);
  const estimate = await storage?.estimate?.().catch(() => null);
  return estimate?.quota ? { used: estimate.usage ?? 0, quota: estimate.quota } : null;
}

type Source = CanvasImageSource & { width: number; height: number };

function decoded(source: Source, width: number, height: number, close: () => void): DecodedPhoto {
  return {
    width,
    height,
    close,
    draw: (w, h, quality) => {
      const canvas = document.createElement('canvas');
      canvas.width = w;
      canvas.height = h;
      const context = canvas.getContext('2d');
      if (!context) return Promise.resolve(null);
      context.fillStyle = '#fff';
      context.fillRect(0, 0, w, h);
      context.drawImage(source, 0, 0, w, h);
      return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    },
  };
}

/** Reads off the main thread. Older browsers have no such call, or do not know how to turn a photo upright. */
async function decodeBitmap(file: Blob): Promise<DecodedPhoto | null> {
  if (typeof createImageBitmap !== 'function') return null;
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  return bitmap && decoded(bitmap, bitmap.width, bitmap.height, () => bitmap.close());
}

/** By an image element, which turns photos upright in every browser that we know. */
function decodeImage(file: Blob): Promise<DecodedPhoto | null> {
  return new Promise((resolve) => {
    const url = URL.createObjectURL(file);
    const image = new Image();
    const close = (): void => URL.revokeObjectURL(url);
    image.addEventListener('load', () =>
      resolve(decoded(image, image.naturalWidth, image.naturalHeight, close)),
    );
    image.addEventListener('error', () => {
      close();
      resolve(null);
    });
    image.src = url;
  });
}

export const browserCodec: PhotoCodec = {
  decode: async (file) => (await decodeBitmap(file)) ?? decodeImage(file),
};
