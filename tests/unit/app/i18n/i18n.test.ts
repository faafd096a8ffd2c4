// @vitest-environment jsdom
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import {
  addFirstMessages,
  firstWords,
  preferredLanguage,
  setLanguage,
  startI18n,
} from '../../../../src/app/i18n/i18n.ts';

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

describe('the words of the first screen', () => {
  it('come in Chinese at once, and in English when somebody reads English', async () => {
    let fetched = 0;
    startI18n('zh-CN');
    addFirstMessages('board', { title: '公开栏' }, async () => {
      fetched += 1;
      return { title: 'Board' };
    });
    await firstWords();
    expect([i18next.t('title', { ns: 'board' }), fetched]).toEqual(['公开栏', 0]);
    await setLanguage('en');
    expect([i18next.t('title', { ns: 'board' }), fetched]).toEqual(['Board', 1]);
    await setLanguage('zh-CN');
    await setLanguage('en');
    expect(fetched).toBe(1);
  });

  it('stay Chinese where the English ones cannot be fetched', async () => {
    startI18n('en');
    addFirstMessages('kiosk', { bar: '主要按钮' }, () => Promise.reject(new Error('no network')));
    await firstWords();
    expect(i18next.t('bar', { ns: 'kiosk' })).toBe('主要按钮');
  });
});
