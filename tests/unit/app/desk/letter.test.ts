import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { letterFile } from '../../../../src/app/desk/letter-docx.ts';
import { letterOf } from '../../../../src/app/desk/letter.ts';
import { ANSWER_TEXTS, ANSWERS } from '../../../../src/domain/request/answers.ts';
import { answerText, hasGap } from '../../../../src/domain/request/told.ts';
import type { LocalDate } from '../../../../src/domain/time.ts';

const on = '2026-11-24' as LocalDate;
const about = { to: '张秀英', from: '复兴乡人民政府', on };

describe('an answer as a letter', () => {
  it('has the applicant, each line of the text, the office and the day, as a word processor reads them', async () => {
    const letter = letterOf('case.answered', { ...about, text: '账目如下 <附>\n\n一共 820 米。' })!;
    expect(letter.title).toBe('政府信息公开申请答复书');
    const bytes = new Uint8Array(await (await letterFile(letter)).arrayBuffer());
    const xml = strFromU8(unzipSync(bytes)['word/document.xml']!);
    for (const words of [
      '张秀英：',
      '账目如下 &lt;附&gt;',
      '一共 820 米。',
      '复兴乡人民政府',
      '2026年11月24日',
    ])
      expect(xml).toContain(words);
  });

  it('is there for answers and notices to the applicant, and not for what stays in the office', () => {
    expect(letterOf('case.third-party-asked', { ...about, text: '函' })).toBeNull();
    expect(letterOf('case.unclear', { ...about, text: '请补正' })?.title).toContain('补正');
  });

  it('names its law and how to appeal, whatever the kind of answer', () => {
    for (const kind of ANSWERS) {
      const text = answerText(kind);
      expect(text).toContain(ANSWER_TEXTS[kind].law);
      expect(text).toMatch(/行政复议.*行政诉讼/);
    }
    expect(hasGap(answerText('open'))).toBe(true);
    expect(hasGap('什么都填好了')).toBe(false);
  });
});
