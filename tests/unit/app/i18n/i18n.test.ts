import { describe, expect, it } from 'vitest';
import { preferredLanguage } from '../../../../src/app/i18n/i18n.ts';

describe('the language of the screens', () => {
  it.each([
    [null, ['zh-CN'], 'zh-CN'],
    [null, ['zh-TW', 'en'], 'zh-CN'],
    [null, ['en-GB', 'zh'], 'en'],
    [null, ['fr', 'en'], 'en'],
    [null, ['bo'], 'zh-CN'],
    [null, [], 'zh-CN'],
    ['en', ['zh-CN'], 'en'],
    ['zh-CN', ['en'], 'zh-CN'],
    ['klingon', ['en'], 'en'],
  ])('chosen %s, wished %j: %s', (chosen, wishes, language) => {
    expect(preferredLanguage(chosen, wishes)).toBe(language);
  });
});
