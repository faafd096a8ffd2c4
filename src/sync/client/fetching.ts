/** What a notice needs beside its place in the list: its history, photos, files. Loads after the board. */
import type { Core } from './core.ts';
import type { Device } from './device.ts';
import { Files } from './files.ts';
import { details } from './history.ts';
import { Photos } from './photos.ts';
import { prefetch } from './prefetch.ts';

export const fetchingCommands = (core: Core) => {
  const photos = new Photos(core);
  const files = new Files(core);
  return {
    details: (unit, notice) => details(core.ports, unit, notice),
    photo: (hash) => photos.get(hash),
    file: (hash, bytes) => files.get(hash, bytes),
    /** A tablet's photos and files, as far as its budget reaches. */
    prefetch: () => prefetch(core, photos, files),
  } satisfies Partial<Device> & { prefetch: () => Promise<void> };
};

export type FetchingCommands = ReturnType<typeof fetchingCommands>;
