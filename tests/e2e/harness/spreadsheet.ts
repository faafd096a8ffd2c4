/** Spreadsheets as offices hand them on: in GBK, with invented identity numbers whose check digits are right. */

/** An invented identity number with a right check digit (ISO 7064 MOD 11-2). `n`: 0 to 899. */
export function identityNumber(n: number): string {
  const body = `62040319${String(50 + (n % 40))}0612${String(100 + n)}`;
  const sum = [...body].reduce((all, digit, at) => all + Number(digit) * (2 ** (17 - at) % 11), 0);
  return body + '10X98765432'[sum % 11];
}

/** What Windows writes: GBK. Made from the platform's own reading of every two bytes. */
export function gbk(text: string): Buffer {
  const bytes = new Map<string, number[]>();
  const decoder = new TextDecoder('gbk');
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) bytes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Buffer.from([...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : bytes.get(char)!)));
}
