import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loudspeakerScript, readingSeconds } from '../../../../src/domain/forms/loudspeaker.ts';

const sentences = [
  '全村86户发放补贴17 640.00元',
  '标准每亩102.50元。',
  '名单在村委会公示7天，如有异议请反映。',
];

describe('a loudspeaker script', () => {
  it('says title, sentences, and the key sentence again', () => {
    const script = loudspeakerScript({ title: '2026年地力补贴名单', sentences, seconds: 90 });
    expect(script.text).toBe(
      '各位村民，现在播送二〇二六年地力补贴名单。全村八十六户发放补贴一万七千六百四十元。标准每亩一百零二元五角。' +
        '名单在村委会公示七天，如有异议请反映。再说一遍：全村八十六户发放补贴一万七千六百四十元。播送完了。',
    );
    expect(script).toMatchObject({ fits: true, left: [], seconds: readingSeconds(script.text) });
  });

  it('leaves out what there is no time for, and says where it stands', () => {
    const script = loudspeakerScript({ title: '补贴名单', sentences, key: sentences[1]!, seconds: 20 });
    expect(script.seconds).toBeLessThanOrEqual(20);
    expect(script.text).toContain('再说一遍：标准每亩一百零二元五角。');
    expect(script.text).toContain('详细内容请看村务公开栏。');
    expect(script.left).toContain(sentences[2]);
  });

  it('reads no tables', () => {
    const script = loudspeakerScript({
      title: '名单',
      sentences: ['共2户。', '张三\t1\t2', '|李四|3|'],
      seconds: 90,
    });
    expect(script.text).not.toContain('张三');
    expect(script.left).toHaveLength(2);
  });

  it('says when even the shortest is too long', () => {
    expect(loudspeakerScript({ title: '很长的标题'.repeat(20), sentences, seconds: 10 }).fits).toBe(false);
  });

  it('keeps within the time when it says so, and keeps the order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('村', '民', '2', '，', '元', '。'), maxLength: 40 }), {
          maxLength: 12,
        }),
        fc.integer({ min: 5, max: 120 }),
        (sentences, seconds) => {
          const script = loudspeakerScript({ title: '通知', sentences, seconds });
          expect(script.fits).toBe(script.seconds <= seconds);
          expect(/\d/.test(script.text)).toBe(false);
          const filled = sentences.filter((one) => one.trim() !== '');
          if (script.fits && script.left.length === 0) expect(script.text).not.toContain('公开栏');
          expect(script.left.every((one) => filled.includes(one))).toBe(true);
        },
      ),
    );
  });
});
