import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitMessage,
  measureMessage,
  SEGMENT_UNITS,
  signature,
} from '../../../../src/domain/forms/text-message.ts';

const count = (text: string) => measureMessage(text).segments.length;

describe('how a text message is counted', () => {
  it.each([
    ['', 0],
    ['好'.repeat(70), 1],
    ['好'.repeat(71), 2],
    ['好'.repeat(134), 2],
    ['好'.repeat(135), 3],
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    // One Chinese character makes it Chinese.
    [`${'a'.repeat(70)}好`, 2],
    // Extension characters count two.
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    // Pairs are not split: 33 in each segment of 67, and one unit stays empty.
    ['😀'.repeat(35), 1],
    ['😀'.repeat(36), 2],
    ['😀'.repeat(67), 3],
  ])('%s', (text, segments) => {
    expect(count(text)).toBe(segments);
  });

  it('says the encoding and what is free', () => {
    expect(measureMessage('abc[')).toMatchObject({ encoding: 'GSM-7', units: 5, free: 155 });
    expect(measureMessage('通知')).toMatchObject({ encoding: 'UCS-2', units: 2, free: 68 });
    expect(measureMessage('')).toEqual({ encoding: 'GSM-7', units: 0, segments: [], free: 160 });
  });

  it('segments joined are the message, none too long, none ends within a character', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom('a', '€', '~'), maxLength: 500 }),
      fc.string({ unit: fc.constantFrom('好', '😀', 'a'), maxLength: 300 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { segments, encoding, free } = measureMessage(text);
        expect(segments.join('')).toBe(text);
        const { single, joined } = SEGMENT_UNITS[encoding];
        const size = segments.length > 1 ? joined : single;
        for (const segment of segments) {
          expect(segment.length).toBeLessThanOrEqual(size);
          expect(segment).not.toBe('');
        }
        expect(segments.flatMap((one) => [...one])).toEqual([...text]);
        expect(free).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('fitting a text into segments', () => {
  it('leaves a text that fits as it is, after the signature', () => {
    expect(fitMessage('明天上午九点开会。', 1, '示范一村')).toEqual({
      message: '【示范一村】明天上午九点开会。',
      left: '',
    });
    expect(signature(' ')).toBe('');
  });

  it('ends at the end of a sentence', () => {
    const text = `${'甲'.repeat(30)}。${'乙'.repeat(20)}！${'丙'.repeat(60)}。`;
    const { message, left } = fitMessage(text, 1, '示范一村');
    expect(message).toBe(`【示范一村】${'甲'.repeat(30)}。${'乙'.repeat(20)}！`);
    expect(left).toBe(`${'丙'.repeat(60)}。`);
  });

  it('ends at a comma, or in the sentence with an ellipsis, when no sentence fits', () => {
    expect(fitMessage(`${'甲'.repeat(40)}，${'乙'.repeat(60)}。`, 1).message).toBe(`${'甲'.repeat(40)}，…`);
    expect(fitMessage('甲'.repeat(100), 1).message).toBe(`${'甲'.repeat(69)}…`);
  });

  it('does not take the point of an amount for an end', () => {
    const text = `total 1 of all is ${'x'.repeat(100)} 102.50 ${'y'.repeat(60)}`;
    expect(fitMessage(text, 1).message.endsWith('102.')).toBe(false);
  });

  it('never exceeds the segments, loses nothing, and cuts no character', () => {
    const texts = fc.string({
      unit: fc.constantFrom('好', '😀', 'a', '。', '，', '[', ' ', '1', '.'),
      maxLength: 400,
    });
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('', '示范一村', '复兴乡人民政府'),
        (text, segments, signed) => {
          const { message, left } = fitMessage(text, segments, signed);
          expect(count(message)).toBeLessThanOrEqual(segments);
          expect(text.endsWith(left)).toBe(true);
          const kept = message === '' ? '' : message.slice(signature(signed).length).replace(/…$/, '');
          expect((kept + left).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          expect(/[\ud800-\udbff]$|^[\udc00-\udfff]/.test(kept)).toBe(false);
        },
      ),
    );
  });
});
