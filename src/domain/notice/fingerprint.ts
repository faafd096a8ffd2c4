/** A short number that names one version of a notice, the same on screen, on paper, in a broadcast and in a message. */

/** Two groups of four digits: quick to say, to hear and to type for anybody. */
const GROUP = 4;
const NUMBERS = 10 ** (2 * GROUP);
/** Hexadecimal digits taken from the id: 48 bits, exact as a number. */
const TAKEN = 12;

/**
 * The fingerprint of a revision, e.g. `3172 6048`. It tells versions apart (two fall together once in a hundred
 * million); it is no proof: that is the signature and the log.
 * @param revisionId event id of the revision, 64 hexadecimal digits.
 */
export function fingerprint(revisionId: string): string {
  const digits = String(Number.parseInt(revisionId.slice(0, TAKEN), 16) % NUMBERS).padStart(2 * GROUP, '0');
  return `${digits.slice(0, GROUP)} ${digits.slice(GROUP)}`;
}
