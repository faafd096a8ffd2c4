import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reasonKey, reasons } from '../../../../src/app/sent/reasons.ts';
import { ERROR_CODES, SERVER_REFUSALS } from '../../../../src/sync/protocol.ts';

/** The codes of a union type, read from its source: types are gone when a test runs. */
function codesOfType(file: string, name: string): string[] {
  const source = readFileSync(file, 'utf8');
  const union = new RegExp(`type ${name} =([^;]*);`).exec(source)?.[1] ?? '';
  return [...union.matchAll(/'([a-z-]+)'/g)].map((match) => match[1] as string);
}

const CONTACT = ['no-network', 'wrong-township', 'contradiction', 'update-needed', 'no-answer'];
const ALL: Record<string, readonly string[]> = {
  'the protocol': ERROR_CODES,
  'the server': SERVER_REFUSALS,
  'the registry': codesOfType('src/domain/registry/rights.ts', 'Refusal'),
  'an event': codesOfType('src/log/event.ts', 'EventFault'),
  uploads: codesOfType('src/sync/client/uploads.ts', 'UploadFault'),
  'this device': codesOfType('src/sync/client/device.ts', 'SaveFault'),
  contact: CONTACT,
};

describe('reasons in words', () => {
  for (const [whose, codes] of Object.entries(ALL)) {
    it(`has words in both languages for each code of ${whose}`, () => {
      expect(codes.length).toBeGreaterThan(1);
      for (const code of codes) {
        expect(reasonKey(code), code).toBe(code);
        expect(reasons.zh[reasonKey(code)].length, code).toBeGreaterThan(3);
        expect(reasons.en[reasonKey(code)].length, code).toBeGreaterThan(10);
      }
    });
  }

  it('still says something, with the code, for one that this version does not know', () => {
    expect(reasonKey('flux-capacitor')).toBe('other');
    expect(reasonKey('constructor')).toBe('other');
    expect(reasons.zh.other).toContain('{{code}}');
    expect(reasons.en.other).toContain('{{code}}');
  });
});
