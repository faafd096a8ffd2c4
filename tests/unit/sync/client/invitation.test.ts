import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeInvitationLink, parseInvitationLink } from '../../../../src/sync/client/invitation.ts';

const hex = (digits: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits });

const ORIGIN = 'https://gongkai.example';
const TOWNSHIP = '00112233445566778899aabbccddeeff';
const SEED = 'f0'.repeat(32);
const LINK = makeInvitationLink(ORIGIN, TOWNSHIP, SEED);

describe('an invitation link', () => {
  it('gives back what was put in, for every township and seed', () => {
    fc.assert(
      fc.property(hex(32), hex(64), (township, seed) => {
        expect(parseInvitationLink(makeInvitationLink(ORIGIN, township, seed))).toEqual({ township, seed });
      }),
    );
  });

  it('opens the join page, and keeps its secret behind the #', () => {
    expect(LINK).toMatch(/^https:\/\/gongkai\.example\/join#[0-9A-Z]{26}\.[0-9A-Z]{52}\.[0-9A-Z]{5}$/);
  });

  it('is read from the code alone, with spaces and small letters', () => {
    const code = LINK.split('#')[1]!;
    const spaced = `  ${code.toLowerCase().replace(/(.{4})/g, '$1 ')}\n`;
    expect(parseInvitationLink(spaced)).toEqual({ township: TOWNSHIP, seed: SEED });
  });

  it('is read when O was typed for 0 and l for 1', () => {
    const [start, code] = LINK.split('#') as [string, string];
    const typed = code.replace(/0/g, 'O').replace(/1/g, 'l');
    expect(parseInvitationLink(`${start}#${typed}`)).toEqual({ township: TOWNSHIP, seed: SEED });
  });

  it('is known as mistyped when any one digit is another', () => {
    const [start, code] = LINK.split('#') as [string, string];
    for (let i = 0; i < code.length; i++) {
      if (code[i] === '.') continue;
      const other = code[i] === 'A' ? 'B' : 'A';
      expect(parseInvitationLink(`${start}#${code.slice(0, i)}${other}${code.slice(i + 1)}`)).toBeNull();
    }
  });

  it('is known as mistyped when it was cut anywhere', () => {
    for (let end = LINK.length - 1; end >= 0; end--)
      expect(parseInvitationLink(LINK.slice(0, end))).toBeNull();
  });
});
