/** The archive of a year, fetched by the office. */
import type { Core } from './core.ts';
import type { Outcome } from './device.ts';
import type { CallFault } from './http.ts';
import { done, failed } from './outcome.ts';

export interface ArchiveCommands {
  /**
   * The public records of a year as a zip with a bag in it (RFC 8493), made by the township's server; for the office.
   * @param heard told how many bytes have come.
   */
  archive(year: number, heard: (bytes: number) => void): Promise<Outcome<Blob, CallFault>>;
}

/** A zip ends with its own list; what broke off has none. PKWARE APPNOTE 4.3.16: 22 bytes without a comment. */
const isWhole = (zip: Uint8Array): boolean => {
  const end = zip.subarray(-22);
  return end.length === 22 && [0x50, 0x4b, 5, 6].every((byte, at) => end[at] === byte);
};

export function archiveCommands(core: Core): ArchiveCommands {
  return {
    archive: async (year, heard) => {
      const signer = await core.signer();
      const call = { method: 'GET', path: `/api/archive/${year}`, signer, fresh: true, heard } as const;
      const called = await core.http.raw(call);
      if (!called.ok) return failed(called.fault);
      const { bytes } = called.value;
      if (!isWhole(bytes)) return failed('no-network');
      return done(new Blob([bytes as BlobPart], { type: 'application/zip' }));
    },
  };
}
