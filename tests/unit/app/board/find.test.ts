import { describe, expect, it } from 'vitest';
import { matches } from '../../../../src/app/board/find.ts';
import { applyToBoard, type LightNotice } from '../../../../src/domain/board/board.ts';
import { published } from '../../domain/samples.ts';

const light = (title: string): LightNotice =>
  applyToBoard(new Map(), [published(0, title)], () => undefined).changed.get(0)!.notices[0]!;

describe('finding', () => {
  it.each([
    ['2026 年农村低保名单', '低保'],
    ['2026 年农村低保名单', '名单 2026'],
    ['ＡＢ工程', 'ab'],
    ['任意', '李某'],
    ['任意', '其他村务'],
  ])('finds %s by %s', (title, words) => {
    expect(matches(light(title), words)).toBe(true);
  });

  it('wants every word', () => {
    expect(matches(light('农村低保'), '低保 账目')).toBe(false);
  });
});
