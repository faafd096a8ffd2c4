import { describe, expect, it } from 'vitest';
import { noticeWords } from '../../../../src/app/inspect/publish-finding.ts';
import type { Finding } from '../../../../src/domain/inspection/records.ts';

const said = { id: 'a', author: 'b', at: '', acceptedAt: '2026-11-24T02:00:00.000Z' };
const finding = (part: Partial<Finding> = {}): Finding => ({
  what: 'finding',
  ...said,
  round: null,
  about: { kind: 'unit' },
  title: '名单没有遮住',
  text: '名单上有 13912345678，没有遮住。',
  severity: 'fault',
  on: '2026-11-20' as Finding['on'],
  person: '马某（村文书）',
  due: '2026-12-04' as Finding['due'],
  photos: [],
  answers: [],
  rechecks: [],
  dropped: null,
  ...part,
});
const WORDS = {
  title: '检查发现问题：名单没有遮住',
  parts: { found: '查到的问题', answer: '整改情况', recheck: '复查情况' },
  who: '查处单位：乡纪委',
};

describe('a notice about a finding', () => {
  it('says what was found with personal data masked, and who answers for it', () => {
    const words = noticeWords(finding(), WORDS);
    expect(words.officer).toBe('马某（村文书）');
    expect(words.sections).toHaveLength(1);
    expect(words.sections[0]?.text).toContain('139****5678');
    expect(JSON.stringify(words)).not.toContain('13912345678');
  });

  it('says what the unit did and what was seen after', () => {
    const answered = finding({
      answers: [{ ...said, text: '已经更正，电话 13912345678。', photos: [] }],
      rechecks: [{ ...said, done: true, text: '看过了，都遮住了。', due: null }],
    });
    const { sections } = noticeWords(answered, WORDS);
    expect(sections.map(({ heading }) => heading)).toEqual(['查到的问题', '整改情况', '复查情况']);
    expect(JSON.stringify(sections)).not.toContain('13912345678');
  });
});
