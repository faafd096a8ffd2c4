import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../../src/app/kiosk/sentences.ts';

describe('text cut into sentences', () => {
  it('ends a sentence where a reader would', () => {
    expect(sentencesOf('每亩 102.50 元。有意见吗？请说！“都行。”好')).toEqual([
      '每亩 102.50 元。',
      '有意见吗？',
      '请说！',
      '“都行。”',
      '好',
    ]);
  });

  it('does not take the point in a figure for an end', () => {
    expect(sentencesOf('The sum is 9.5 yuan. All agreed.')).toEqual(['The sum is 9.5 yuan.', ' All agreed.']);
  });

  it('breathes at commas in a very long sentence', () => {
    const long = `${'村里修路，'.repeat(40)}完。`;
    const pieces = sentencesOf(long);
    expect(pieces.length).toBeGreaterThan(1);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(40);
  });

  it('loses nothing', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'补贴。！？；;，, .“”’」）(102元𠮷', '\u202e'),
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, (paragraph) => sentencesOf(paragraph).join('') === paragraph),
      { seed: 7 },
    );
  });
});
