import { describe, expect, it } from 'vitest';
import { repeatsOf } from '../../../../src/domain/talk/repeats.ts';

const said = (text: string, notice = 'n1') => ({ notice, text });

describe('a repeated comment', () => {
  it('is the same words about the same notice, however they are set', () => {
    const one = said('路灯什么时候修？');
    const all = [
      one,
      said('路灯 什么时候修!'),
      said('路灯什么时候修', 'n2'),
      said('路灯几时修？'),
      said('ｏｋ'),
    ];
    expect(repeatsOf(all, one)).toEqual([all[1]]);
    expect(repeatsOf([one, said('OK')], said('ｏｋ。'))).toEqual([said('OK')]);
  });

  it('is not what has no words at all', () => {
    expect(repeatsOf([said('！！！'), said('？？')], said('！！！'))).toEqual([]);
  });
});
