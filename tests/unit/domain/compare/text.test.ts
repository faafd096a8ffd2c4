import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortestEdit } from '../../../../src/domain/compare/myers.ts';
import { compareTexts, tokensOf } from '../../../../src/domain/compare/text.ts';
import type { TextPart } from '../../../../src/domain/compare/text.ts';

/** 同[-去-]{+来+} */
const shown = (parts: TextPart[]): string =>
  parts
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
const compared = (before: string, after: string) => shown(compareTexts(before, after));
const version = (parts: TextPart[], kind: TextPart['kind']) =>
  parts
    .filter((part) => part.kind === 'same' || part.kind === kind)
    .map((part) => part.text)
    .join('');

describe('two versions of a text', () => {
  it.each([
    ['', '', ''],
    ['不变。', '不变。', '不变。'],
    ['', '新的。', '{+新的。+}'],
    ['第一句。第二句。第三句。', '第一句。第三句。', '第一句。[-第二句。-]第三句。'],
    ['补贴标准每亩102.50元。', '补贴标准每亩112.50元。', '补贴标准每亩[-102.50-]{+112.50+}元。'],
    ['会议于24日上午召开。', '会议于25日下午召开。', '会议于[-24日上-]{+25日下+}午召开。'],
    ['负责人：张三', '负责人：李四', '负责人：[-张三-]{+李四+}'],
    ['完全是另外一句话。', '与它毫无共同之处！', '[-完全是另外一句话。-]{+与它毫无共同之处！+}'],
    ['家庭👨‍👩‍👧代表', '家庭👨‍👩‍👦代表', '家庭[-👨‍👩‍👧-]{+👨‍👩‍👦+}代表'],
  ])('%s → %s', (before, after, parts) => {
    expect(compared(before, after)).toBe(parts);
  });

  it('are cut into figures, words and whole characters', () => {
    expect(tokensOf('共1,234.50元Qq𠮷👍🏽好\u0301')).toEqual([
      '共',
      '1,234.50',
      '元',
      'Qq',
      '𠮷',
      '👍🏽',
      '好\u0301',
    ]);
  });

  it('joined again are both versions, and no character is cut', () => {
    const unit = fc.constantFrom('村', '民', '。', '\n', '1', '2', '.', 'a', '𠮷', '👨‍👩‍👧', '👍🏽', '，', 'é');
    const text = fc.string({ unit, maxLength: 80 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = compareTexts(before, after);
        expect(version(parts, 'gone')).toBe(before);
        expect(version(parts, 'new')).toBe(after);
        for (const part of parts) expect(/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(part.text)).toBe(false);
        parts.slice(1).forEach((part, index) => expect(part.kind).not.toBe(parts[index]?.kind));
      }),
      { numRuns: 500 },
    );
  });

  it('of 20,000 characters are compared in a moment, however they differ', () => {
    const long = Array.from({ length: 20_000 }, (_, index) =>
      String.fromCharCode(0x4e00 + (index % 5000)),
    ).join('');
    const cases: [string, string][] = [
      [long, [...long].reverse().join('')],
      [long, long.replace(/一/g, '二')],
      ['。'.repeat(20_000), '！'.repeat(20_000)],
      ['甲乙。'.repeat(6000), '乙甲。'.repeat(6000)],
      ['ab'.repeat(10_000), 'ba '.repeat(6_000)],
    ];
    for (const [before, after] of cases) {
      const started = performance.now();
      const parts = compareTexts(before, after);
      expect(performance.now() - started).toBeLessThan(2500);
      expect(version(parts, 'new')).toBe(after);
    }
  });
});

describe('the shortest edit', () => {
  const lists = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });

  /** Length of the longest common subsequence, by the book. */
  function common(one: string[], other: string[]): number {
    const table = Array.from({ length: one.length + 1 }, () =>
      Array.from({ length: other.length + 1 }, () => 0),
    );
    for (let i = 1; i <= one.length; i += 1)
      for (let j = 1; j <= other.length; j += 1)
        table[i]![j] =
          one[i - 1] === other[j - 1]
            ? table[i - 1]![j - 1]! + 1
            : Math.max(table[i - 1]![j]!, table[i]![j - 1]!);
    return table[one.length]![other.length]!;
  }

  it('keeps as much as can be kept, and gives both lists', () => {
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const edits = shortestEdit(before, after, 100) ?? [];
        expect(edits.filter((one) => one.kind !== 'new').map((one) => before[one.index])).toEqual(before);
        expect(edits.filter((one) => one.kind === 'same')).toHaveLength(common(before, after));
        const rebuilt = edits
          .filter((one) => one.kind !== 'gone')
          .map((one) => (one.kind === 'new' ? after : before)[one.index]);
        expect(rebuilt).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });

  it('is given up beyond its bound', () => {
    expect(shortestEdit(['a', 'b'], ['c', 'd'], 3)).toBeNull();
    expect(shortestEdit(['a', 'b'], ['c', 'd'], 4)).toHaveLength(4);
  });
});
