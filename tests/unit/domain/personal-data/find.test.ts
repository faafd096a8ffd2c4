import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCharacter,
  isBankCard,
  isResidentId15,
  isResidentId18,
} from '../../../../src/domain/personal-data/checks.ts';
import { findPersonalData, maskText } from '../../../../src/domain/personal-data/find.ts';

import { bankCards, mobiles, residentIds, soup, words, written } from './samples.ts';

const kinds = (text: string) => findPersonalData(text).map((one) => one.kind);

describe('check digits', () => {
  it('follow the standards', () => {
    expect(checkCharacter('11010519491231002')).toBe('X');
    expect(isResidentId18('11010519491231002X')).toBe(true);
    expect(isResidentId18('440524188001010014')).toBe(false);
    expect(isResidentId15('620403850229001')).toBe(false);
    expect(isResidentId15('620403840229001')).toBe(true);
    expect(isBankCard('4111111111111111')).toBe(true);
    expect(isBankCard('4111111111111112')).toBe(false);
  });

  it('one wrong figure is noticed', () => {
    fc.assert(
      fc.property(residentIds, fc.nat(16), fc.integer({ min: 1, max: 9 }), (id, at, plus) => {
        const other = String((Number(id[at]) + plus) % 10);
        expect(isResidentId18(id)).toBe(true);
        expect(isResidentId18(id.slice(0, at) + other + id.slice(at + 1))).toBe(false);
      }),
    );
  });
});

describe('masking', () => {
  it('keeps of each kind what the rule allows', () => {
    expect(maskText('张三11010519491231002X，13800001234，4111111111111111')).toBe(
      '张三110105********002X，138****1234，************1111',
    );
    expect(maskText('住示范一村二组12号，一家四口')).toBe('住示范一村二组***，一家四口');
  });

  it('leaves out the layout between figures, and full width', () => {
    expect(maskText('１３８ ００００ １２３４')).toBe('138****1234');
    expect(maskText('+86 138-0000-1234')).toBe('+86 138****1234');
    expect(maskText('+8613800001234')).toBe('+86138****1234');
  });

  it('shows what was lifted, and only that', () => {
    const text = '村医13800001234，户主13900001234';
    expect(maskText(text, ['13800001234'])).toBe('村医13800001234，户主139****1234');
  });

  it('hides the number of a disability certificate, which begins with the identity number', () => {
    expect(maskText('残疾证11010519491231002X42')).toBe('残疾证110105**********2X42');
  });

  it('does not cut a number out of a longer one', () => {
    for (const text of [
      '2138000012345',
      '1380000123456789012345',
      '0.13800001234',
      'A13800001234',
      '13800001234.50',
    ])
      expect(kinds(text), text).toEqual([]);
  });
});

describe('the law of findings', () => {
  const kindAndNumber = fc.oneof(
    residentIds.map((number) => ['resident-id', number] as const),
    mobiles.map((number) => ['mobile', number] as const),
    bankCards.map((number) => ['bank-card', number] as const),
  );
  const item = kindAndNumber.chain(([kind, number]) => written(number).map((text) => ({ kind, text })));

  it('every number is found where it stands, however it is written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, item), { minLength: 1, maxLength: 5 }), (parts) => {
        let text = '';
        const expected = parts.map(([between, { kind, text: number }]) => {
          const from = text.length + between.length;
          text += between + number;
          return { kind, from, to: from + number.length, original: number };
        });
        expect(
          findPersonalData(text).map(({ kind, from, to, original }) => ({ kind, from, to, original })),
        ).toEqual(expected);
      }),
    );
  });

  it('findings are in order, do not overlap, and say what stands there', () => {
    fc.assert(
      fc.property(soup, (text) => {
        let last = 0;
        for (const { from, to, original } of findPersonalData(text)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(text.slice(from, to)).toBe(original);
          last = to;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('masked text has nothing to find, and masking it again changes nothing', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const masked = maskText(text);
        expect(findPersonalData(masked)).toEqual([]);
        expect(maskText(masked)).toBe(masked);
      }),
      { numRuns: 5000 },
    );
  });

  it('takes no longer than a text deserves', () => {
    const started = performance.now();
    maskText('二组12号张三13800001234，'.repeat(1000));
    maskText('1 '.repeat(10_000));
    maskText('一'.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
