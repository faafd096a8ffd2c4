import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftProblems, isBlank } from '../../../../src/app/write/draft-check.ts';
import { tidy } from '../../../../src/app/write/tidy.ts';
import { noticeContent, NOTICE_LIMITS } from '../../../../src/domain/notice/events.ts';
import { draft } from './drafts.ts';

describe('what keeps a draft from being published', () => {
  it('is nothing, for a whole one', () => {
    expect(draftProblems(draft())).toEqual([]);
  });

  it('is named field by field in the order of the form', () => {
    const empty = draft(
      {},
      { entry: { id: '', name: '' }, title: ' ', officer: '', sections: [{ heading: '', text: '' }] },
    );
    expect(draftProblems(empty).map(({ field, problem }) => [field, problem])).toEqual([
      ['entry', 'missing'],
      ['title', 'missing'],
      ['officer', 'missing'],
      ['text', 'missing'],
    ]);
  });

  it('is a reason left out, for a correction alone', () => {
    const change = { notice: 'a'.repeat(64), base: 'a'.repeat(64) };
    expect(draftProblems(draft({ change, reason: ' ' }))).toEqual([{ field: 'reason', problem: 'missing' }]);
    expect(draftProblems(draft({ change, reason: '写错了' }))).toEqual([]);
  });

  it('says how many characters are too many, and cuts none', () => {
    const long = draft({}, { sections: [{ heading: '', text: '字'.repeat(100_000) }] });
    expect(draftProblems(long)).toEqual([{ field: 'text', problem: 'too-long', over: 80_000 }]);
    expect(tidy(long).content.sections[0]?.text).toHaveLength(100_000);
  });

  it('does not ask for words beside a photo', () => {
    const photo = { hash: 'b'.repeat(64), width: 10, height: 10, caption: '' };
    expect(draftProblems(draft({}, { photos: [photo], sections: [{ heading: '', text: '' }] }))).toEqual([]);
  });

  it('is nothing exactly when the published content fits its schema', () => {
    const line = (max: number) => fc.string({ unit: 'binary', maxLength: max + 3 });
    fc.assert(
      fc.property(
        line(NOTICE_LIMITS.title),
        line(NOTICE_LIMITS.officer),
        fc.string({ unit: 'binary' }),
        line(NOTICE_LIMITS.caption),
        (title, officer, text, caption) => {
          const photo = { hash: 'b'.repeat(64), width: 10, height: 10, caption };
          const one = draft({}, { title, officer, sections: [{ heading: '', text }], photos: [photo] });
          const published = { ...one, ...tidy(one) };
          expect(draftProblems(published).length === 0).toBe(
            noticeContent.safeParse(published.content).success,
          );
        },
      ),
    );
  });
});

describe('a draft as it is published', () => {
  it('keeps emoji, rare characters, right-to-left marks and HTML as they are', () => {
    const text = '👨‍👩‍👧 𠮷 㐂 \u202eabc\u202c <b>不是粗体</b> &amp;';
    expect(tidy(draft({}, { title: ` ${text} `, sections: [{ heading: '', text }] })).content).toMatchObject({
      title: text,
      sections: [{ heading: '', text }],
    });
  });

  it('has no halves of characters, which no text in UTF-8 can hold', () => {
    expect(tidy(draft({}, { title: '\ud842半' })).content.title).toBe('\ufffd半');
  });
});

describe('a blank draft', () => {
  it('is one in which nothing was written', () => {
    const blank = { title: ' ', sections: [{ heading: '', text: '\n' }] };
    expect(isBlank(draft({}, blank))).toBe(true);
    expect(isBlank(draft({ reason: '写错了' }, blank))).toBe(false);
    expect(isBlank(draft())).toBe(false);
  });
});
