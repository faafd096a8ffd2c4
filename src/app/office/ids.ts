/** Ids for new units and people: never reused, and two computers that are offline do not make the same one. */
const DIGITS = 'abcdefghijkmnpqrstuvwxyz23456789';
const RANDOM_DIGITS = 8;

/** @param prefix a letter that says what it is. @param random fills an array with random bytes. */
export function newId(
  prefix: string,
  random: (bytes: Uint8Array) => Uint8Array = (bytes) =>
    crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
): string {
  const bytes = random(new Uint8Array(RANDOM_DIGITS));
  return `${prefix}-${[...bytes].map((byte) => DIGITS[byte % DIGITS.length]).join('')}`;
}
