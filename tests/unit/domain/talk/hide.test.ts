import { describe, expect, it } from 'vitest';
import { covered, NO_COVER, surnameOnly } from '../../../../src/domain/talk/hide.ts';
import { plainWords } from '../../../../src/domain/talk/plain.ts';

describe('what is covered before a comment is shown', () => {
  const said = '王小二家的低保谁批的？我的手机13800001234，打给13800001234';

  it('is every number that says who somebody is, each told once', () => {
    const { text, found } = covered(said, NO_COVER);
    expect(text).not.toContain('13800001234');
    expect(found).toMatchObject([{ kind: 'mobile', original: '13800001234' }]);
  });

  it('is not what was lifted, and is also the words that a person chose', () => {
    const { text } = covered(said, { lifted: ['13800001234'], words: ['王小二', '王'] });
    expect(text).toBe('**家的低保谁批的？我的手机13800001234，打给13800001234');
  });

  it('is the given name of who wants to show his surname alone', () => {
    expect(surnameOnly('王小二')).toBe('王某');
    expect(surnameOnly(' 欧阳锋 ')).toBe('欧阳某');
    expect(surnameOnly('  ')).toBe('');
  });
});

describe('what strangers type', () => {
  it('stays text, whatever it looks like', () => {
    const scripted = '<script>alert(1)</script> <b>粗</b> {{name}}';
    expect(plainWords(scripted)).toBe(scripted);
  });

  it('cannot turn the lines around it, pile marks on letters, or push others off the screen', () => {
    expect(plainWords('a\u202eb\u0000c\u200bd')).toBe('abcd');
    expect(plainWords(`e${'\u0301'.repeat(200)}`)).toBe(`e${'\u0301'.repeat(3)}`);
    expect(plainWords(`上\n${'\n'.repeat(500)}下`)).toBe('上\n\n下');
    expect(plainWords('\n \t\n')).toBe('');
  });
});
