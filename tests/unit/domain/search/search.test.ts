import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addGrams, wantedOf } from '../../../../src/domain/search/grams.ts';
import { plain, plainWithPlaces } from '../../../../src/domain/search/plain.ts';
import { excerptOf, hasWord, marksOf, wordsOf } from '../../../../src/domain/search/query.ts';
import { changedShard, EMPTY_SHARD, type Shard } from '../../../../src/domain/search/shard.ts';
import { hasBit, ShardReader } from '../../../../src/domain/search/shard-reader.ts';

const gramsOf = (text: string): Set<number> => {
  const grams = new Set<number>();
  addGrams(plain(text), grams);
  return grams;
};
const CHARACTERS = [...'补贴低保名单公示村民委员会张某李某 ，。2026ab'];
const texts = fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 40 });
const notices = fc.array(fc.tuple(fc.integer({ min: 0, max: 1023 }), texts), { maxLength: 60 });

const found = (shard: Shard, word: string): number[] => {
  const wanted = wantedOf(plain(word));
  const bits = wanted && new ShardReader(shard).find(wanted);
  return Array.from({ length: 1024 }, (_, at) => at).filter((at) => bits !== null && hasBit(bits, at));
};

describe('a shard of the index', () => {
  it('is the same bytes whether its notices came one by one, changed, or all at once', () => {
    fc.assert(
      fc.property(notices, (changes) => {
        const oneByOne = changes.reduce(
          (shard, [place, text]) => changedShard(shard, new Map([[place, gramsOf(text)]])),
          EMPTY_SHARD,
        );
        const last = new Map(changes.map(([place, text]) => [place, gramsOf(text)]));
        expect(oneByOne).toEqual(changedShard(EMPTY_SHARD, last));
      }),
    );
  });

  it('finds a notice by every two neighbouring characters of it, and by every one', () => {
    fc.assert(
      fc.property(notices, (changes) => {
        const last = new Map(changes);
        const shard = changedShard(EMPTY_SHARD, new Map([...last].map(([at, text]) => [at, gramsOf(text)])));
        for (const [place, text] of last) {
          for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? [])
            for (let at = 0; at < word.length; at++)
              for (const length of [1, 2]) expect(found(shard, word.slice(at, at + length))).toContain(place);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('finds by two characters exactly those notices that have them side by side', () => {
    fc.assert(
      fc.property(notices, (changes) => {
        const last = new Map(changes);
        const shard = changedShard(EMPTY_SHARD, new Map([...last].map(([at, text]) => [at, gramsOf(text)])));
        const having = [...last].filter(([, text]) => text.includes('补贴')).map(([place]) => place);
        expect(found(shard, '补贴')).toEqual(having.toSorted((one, other) => one - other));
      }),
    );
  });

  it('keeps what 1,024 notices have in common in 128 bytes', () => {
    const grams = gramsOf('补贴');
    const all = new Map(Array.from({ length: 1024 }, (_, at) => [at, grams]));
    const shard = changedShard(EMPTY_SHARD, all);
    expect(shard.lists).toHaveLength(128);
    expect(found(shard, '补贴')).toHaveLength(1024);
    expect(found(changedShard(shard, new Map([[7, new Set<number>()]])), '补贴')).toHaveLength(1023);
  });
});

describe('what was typed', () => {
  it('is taken without regard to width, case and the spaces in figures', () => {
    expect(plain('ＡＢ１ 8\u202f200.00')).toBe('ab1 8200.00');
    expect(wordsOf('ＡＢ　补贴').map(({ text }) => text)).toEqual(['ab', '补贴']);
  });

  it('is nothing when it is only spaces, and asks nothing of the index when it is only punctuation', () => {
    expect(wordsOf('  ')).toEqual([]);
    expect(wordsOf('。')[0]!.wanted).toBeNull();
  });

  it('is cut when it is much too long', () => {
    expect(wordsOf('补 '.repeat(5_000)).length).toBeLessThanOrEqual(8);
  });

  it.each([
    ['扶贫补贴', 'fpbt'],
    ['2026 年扶贫补贴', 'butie'],
    ['扶贫补贴', 'fpbut'],
    ['扶贫补贴', 'fupinb'],
    ['示范村银行网点', 'yh'],
  ])('finds %s by %s', (title, typed) => {
    expect(hasWord(plain(title), wordsOf(typed)[0]!)).toBe(true);
  });

  it('does not find by sounds that are not there', () => {
    expect(hasWord('扶贫补贴', wordsOf('fpb x')[1]!)).toBe(false);
    expect(hasWord('扶贫补贴', wordsOf('butia')[0]!)).toBe(false);
  });
});

describe('what is marked', () => {
  const marked = (text: string, typed: string): string[] =>
    marksOf(text, wordsOf(typed)).map(({ from, to }) => text.slice(from, to));

  it('is the words, as they are written', () => {
    expect(marked('2026 年补贴和补贴', '补贴 2026')).toEqual(['2026', '补贴', '补贴']);
    expect(marked('共 8\u202f200.00 元', '8200')).toEqual(['8\u202f200']);
    expect(marked('ＡＢ工程', 'ab')).toEqual(['ＡＢ']);
    expect(marked('扶贫补贴名单', 'bt')).toEqual(['补贴']);
  });

  it('joins words that overlap', () => {
    expect(marked('耕地补贴', '耕地补 地补贴')).toEqual(['耕地补贴']);
  });

  it('has a place in the text for every character that is compared', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const { plain: compared, places } = plainWithPlaces(text);
        expect(places).toHaveLength(compared.length + 1);
        expect(places.every((place) => place >= 0 && place <= text.length)).toBe(true);
      }),
    );
  });
});

describe('an excerpt', () => {
  it('is the place where the words stand', () => {
    const line = `${'前'.repeat(80)}补贴${'后'.repeat(80)}`;
    expect(excerptOf(['别的', line], wordsOf('补贴'))).toMatch(/^…前{12}补贴后+…$/);
  });

  it('is nothing when the characters stand there, but not side by side', () => {
    expect(excerptOf(['补贴和贴款'], wordsOf('补贴款'))).toBeNull();
  });
});
