/**
 * Receipt codes: what a resident takes along to see the answer. Twenty digits in five groups, so that they can be typed
 * on a keypad and read out; the last is a check digit (ISO/IEC 7064, MOD 11,10: finds every single wrong digit and nearly
 * every swap of neighbours). 19 random digits are 63 bits; trying them is made slow by scrypt (RFC 7914).
 *
 * From the code follow the key that signs the envelope and the key to which the answer is sealed: no server keeps a list
 * of codes, and who has the code has both.
 */
import { hkdf } from '@noble/hashes/hkdf.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { deriveSealingKeys, type SealingKeys } from './envelope.ts';
import { utf8 } from './hex.ts';
import { type Signer, softwareSigner } from './signature.ts';

const DIGITS = 20;
const GROUP = 4;
/** Cost of one try: 16 MB and some hundred milliseconds on a phone. */
const SCRYPT = { N: 2 ** 14, r: 8, p: 1, dkLen: 32 } as const;

/** Check digit by MOD 11,10. */
function checkDigit(digits: string): number {
  const product = [...digits].reduce((before, digit) => {
    const sum = (before + Number(digit)) % 10 || 10;
    return (sum * 2) % 11;
  }, 10);
  return (11 - product) % 10;
}

/** A new code, without blanks. @param random gives that many random bytes. */
export function makeReceiptCode(random: (bytes: number) => Uint8Array): string {
  let digits = '';
  while (digits.length < DIGITS - 1) {
    // Of 256 values 250 are used, so that each digit is as likely as another.
    for (const byte of random(DIGITS)) if (byte < 250 && digits.length < DIGITS - 1) digits += byte % 10;
  }
  return digits + checkDigit(digits);
}

/** A typed code: blanks, dashes and full-width digits are forgiven. Null: it is mistyped. */
export function parseReceiptCode(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s\-—·.,]/g, '');
  if (!/^\d{20}$/.test(digits)) return null;
  return checkDigit(digits.slice(0, -1)) === Number(digits.slice(-1)) ? digits : null;
}

/** In groups of four, for eyes and voices: `1234 5678 …`. */
export const formatReceiptCode = (code: string): string => (code.match(/\d{4}/g) ?? [code]).join(' ');

/** Number of groups that `formatReceiptCode` gives. */
export const RECEIPT_GROUPS = DIGITS / GROUP;

export interface ReceiptKeys {
  /** Signs what is handed in under this code. */
  signer: Signer;
  /** Opens the answers. */
  reply: SealingKeys;
}

/** The keys of a code in a township (its id, hex). Slow on purpose. */
export async function receiptKeys(code: string, township: string): Promise<ReceiptKeys> {
  const secret = await scryptAsync(utf8(code), utf8(`gongkailan/v1/receipt\n${township}`), SCRYPT);
  const from = (what: string): Uint8Array => hkdf(sha256, secret, undefined, utf8(what), 32);
  return { signer: await softwareSigner(from('signer')), reply: await deriveSealingKeys(from('reply')) };
}
