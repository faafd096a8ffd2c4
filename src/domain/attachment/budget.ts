/** What a tablet fetches before anybody asks: photos first, then attachments, each the newest first, within a budget. */

/** Bytes that a tablet fetches by itself; what people open is kept beyond it, as long as there is room. */
export const FETCH_BUDGET = { photos: 100_000_000, attachments: 200_000_000 } as const;

export interface Wanted {
  hash: string;
  /** Bytes. */
  bytes: number;
}

/**
 * Those that fit, in order. The first that does not fit ends it for photos, so that an old one never comes before a newer;
 * a large attachment is passed over, so that it does not keep out the small ones behind it.
 */
export function withinBudget(files: readonly Wanted[], bytes: number, passOver: boolean): Wanted[] {
  const fit: Wanted[] = [];
  const seen = new Set<string>();
  let room = bytes;
  for (const file of files) {
    if (seen.has(file.hash)) continue;
    seen.add(file.hash);
    if (file.bytes > room) {
      if (passOver) continue;
      break;
    }
    room -= file.bytes;
    fit.push(file);
  }
  return fit;
}
