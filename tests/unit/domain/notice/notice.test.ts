import { describe, expect, it } from 'vitest';
import { ORDINARY } from '../../../../src/domain/notice/events.ts';
import { parseContent } from '../../../../src/domain/event-types.ts';
import { currentRevision, foldNotice, latestEventId } from '../../../../src/domain/notice/notice.ts';
import { content, corrected, hex, published, withdrawn } from '../samples.ts';

const id = published(0).id;

describe('the life of a notice', () => {
  it('shows the latest revision and keeps the first', () => {
    const notice = foldNotice([published(0, '原来'), corrected(1, id, id, '更正后')]);
    expect(notice && currentRevision(notice).content.title).toBe('更正后');
    expect(notice?.revisions.map((one) => one.content.title)).toEqual(['原来', '更正后']);
    expect(notice?.conflict).toBe(false);
  });

  it('keeps both of two changes made on the same revision, the later in the log current, and asks for a look', () => {
    const notice = foldNotice([published(0), corrected(1, id, id, '甲'), corrected(2, id, id, '乙')]);
    expect(notice?.revisions.map((one) => one.onOlder)).toEqual([false, false, true]);
    expect(notice?.conflict).toBe(true);
    expect(notice && currentRevision(notice).content.title).toBe('乙');
  });

  it('stays withdrawn when a correction was made elsewhere at the same time', () => {
    const notice = foldNotice([published(0), withdrawn(1, id, id), corrected(2, id, id)]);
    expect(notice?.withdrawal?.reason).toBe('发重了');
    expect(notice?.conflict).toBe(true);
    expect(notice && latestEventId(notice)).toBe(hex(2));
  });

  it('does not start with a change, and does not start twice', () => {
    expect(foldNotice([corrected(0, id, id)])).toBeNull();
    expect(foldNotice([published(0, '一'), { ...published(1, '二'), id }])?.revisions).toHaveLength(1);
  });
});

describe('what a notice must have', () => {
  const status = (change: object) =>
    parseContent('notice.published', { ...content('标题'), ...ORDINARY, ...change }).status;
  it('takes a plain one, rare characters and markup as text', () => {
    expect(status({})).toBe('known');
    expect(status({ title: '𠮷㐂 <b>不是标记</b> \u202e' })).toBe('known');
  });
  it.each([
    ['an empty title', { title: ' ' }],
    ['no person responsible', { officer: '' }],
    ['a title of 101 characters', { title: '字'.repeat(101) }],
    ['a text of 20,001 characters', { sections: [{ heading: '', text: '字'.repeat(20_001) }] }],
    [
      'a text too long in sum',
      { sections: Array.from({ length: 3 }, () => ({ heading: '', text: '字'.repeat(7_000) })) },
    ],
    ['an unknown field', { extra: 1 }],
  ])('refuses %s', (_what, change) => {
    expect(status(change)).toBe('bad-content');
  });
  it('does not know a type of the future, nor one that every object has', () => {
    expect(parseContent('notice.sung', {}).status).toBe('unknown-type');
    expect(parseContent('constructor', {}).status).toBe('unknown-type');
  });
});
