import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fenOf, formatDifference, formatMoney, parseMoney, sumMoney } from '../../../src/domain/money.ts';

const code = (text: string) => {
  const parsed = parseMoney(text);
  return parsed.ok ? 'ok' : parsed.code;
};

describe('reading an amount', () => {
  it.each([
    ['1,234.50', 123450],
    ['￥1 234.5', 123450],
    ['¥ 1 234.5 元', 123450],
    ['１，２３４．５０', 123450],
    ['1234', 123400],
    ['0', 0],
    ['-0.00', 0],
    ['.5', 50],
    ['5.', 500],
    ['-3', -300],
    ['−3.01', -301],
    ['－3.01元', -301],
    ['￥-3', -300],
    ['-￥3', -300],
    ['+3', 300],
    ['(1,234.50)', -123450],
    ['（12）', -1200],
    ['1.2万元', 1200000],
    ['1.2 万', 1200000],
    ['0.123456万元', 123456],
    ['1.5亿', 15000000000],
    ['48\u202f612.50', 4861250],
    ['100元整', 10000],
  ])('takes %s', (text, fen) => {
    expect(parseMoney(text)).toEqual({ ok: true, fen });
  });

  it.each([
    ['', 'empty'],
    ['　 ', 'empty'],
    ['无', 'not-an-amount'],
    ['元', 'not-an-amount'],
    ['-', 'not-an-amount'],
    ['.', 'not-an-amount'],
    ['--3', 'not-an-amount'],
    ['-￥-3', 'not-an-amount'],
    ['12元5角', 'not-an-amount'],
    ['1e3', 'not-an-amount'],
    ['1.2.3', 'not-an-amount'],
    ['1,23', 'grouping'],
    ['12,3456', 'grouping'],
    ['1,234 567', 'grouping'],
    ['1.234', 'too-many-decimals'],
    ['1.200', 'too-many-decimals'],
    ['1.2345678万', 'too-many-decimals'],
    ['99999999999999999', 'too-large'],
  ])('refuses %s and says why', (text, why) => {
    expect(code(text)).toBe(why);
    expect(fenOf(text)).toBeNull();
  });
});

describe('showing an amount', () => {
  it('groups by three, with two decimals', () => {
    expect(formatMoney(4861250)).toBe('48\u202f612.50');
    expect(formatMoney(5)).toBe('0.05');
    expect(formatMoney(-123456789)).toBe('-1\u202f234\u202f567.89');
    expect(formatDifference(12000)).toBe('+120.00');
    expect(formatDifference(0)).toBe('0.00');
  });

  it('is read back as the same amount', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (fen) => fenOf(formatMoney(fen)) === fen));
  });

  it('never shows a part of a fen', () => {
    expect(() => formatMoney(0.5)).toThrow(RangeError);
    expect(() => formatMoney(Number.NaN)).toThrow(RangeError);
  });
});

describe('a total', () => {
  it('does not depend on the order', () => {
    const amounts = fc.array(fc.integer({ min: -1e12, max: 1e12 }));
    fc.assert(fc.property(amounts, (all) => sumMoney(all) === sumMoney([...all].reverse())));
  });

  it('is refused when it is not exact', () => {
    expect(() => sumMoney([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });
});

it('reading never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parseMoney(text).ok === 'boolean'));
});
