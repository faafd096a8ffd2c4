import { describe, expect, it } from 'vitest';
import { ago, day, fullDay, leaf, moment, span, time, weekday } from '../../../../src/app/ui/time.ts';

/** 10:00 on 24 November 2026 in Shanghai. */
const NOW = Date.parse('2026-11-24T02:00:00.000Z');

describe('days and hours in words', () => {
  it('are those of Shanghai, whatever the zone of the device', () => {
    expect(day('2026-11-23T17:30:00.000Z', 'zh-CN')).toBe('11月24日');
    expect(time('2026-11-24T01:41:00.000Z', 'zh-CN')).toBe('9:41');
    expect(time('2026-11-23T16:05:00.000Z', 'zh-CN')).toBe('0:05');
    expect(weekday(NOW, 'zh-CN')).toBe('星期二');
    expect(fullDay(NOW, 'zh-CN')).toBe('2026年11月24日');
  });

  it.each([
    ['2026-11-24T00:12:00.000Z', '今天 8:12'],
    ['2026-11-23T08:20:00.000Z', '昨天 16:20'],
    ['2026-11-22T01:00:00.000Z', '11月22日 9:00'],
    ['2025-03-02T01:00:00.000Z', '2025年3月2日'],
  ])('say %s as %s', (at, words) => {
    expect(moment(at, NOW, 'zh-CN')).toBe(words);
  });

  it('are said in English too', () => {
    expect(moment('2026-11-23T08:20:00.000Z', NOW, 'en')).toBe('yesterday 16:20');
    expect(day(NOW, 'en')).toBe('24 November');
  });

  it('show the year on a calendar leaf only when it is another', () => {
    expect(leaf('2026-11-22T01:00:00.000Z', NOW, 'zh-CN')).toEqual({ day: '22', month: '11月' });
    expect(leaf('2025-03-02T01:00:00.000Z', NOW, 'zh-CN')).toEqual({ day: '2', month: '2025年3月' });
  });

  it('count lengths in the largest whole unit', () => {
    expect(span(59_000)).toEqual([0, 'minute']);
    expect(span(12 * 60_000)).toEqual([12, 'minute']);
    expect(span(5 * 3_600_000)).toEqual([5, 'hour']);
    expect(span(9 * 24 * 3_600_000)).toEqual([9, 'day']);
    expect(span(-1)).toEqual([0, 'minute']);
    expect(ago('2026-11-24T01:48:00.000Z', NOW, 'zh-CN')).toBe('12分钟前');
  });

  it('say nothing of a moment that is none', () => {
    expect(day('yesterday', 'zh-CN')).toBe('');
  });
});
