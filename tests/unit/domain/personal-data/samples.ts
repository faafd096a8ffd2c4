/** Invented numbers with right check digits, and generators of texts around them. */
import fc from 'fast-check';
import { checkCharacter, passesLuhn } from '../../../../src/domain/personal-data/checks.ts';

const two = (value: number) => String(value).padStart(2, '0');

export const residentIds = fc
  .record({
    area: fc.constantFrom('620403', '620402', '110105', '542221', '650104'),
    year: fc.integer({ min: 1930, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    serial: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ area, year, month, day, serial }) => {
    const body = `${area}${year}${two(month)}${two(day)}${String(serial).padStart(3, '0')}`;
    return body + checkCharacter(body);
  });

export const mobiles = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);

const withLuhn = (body: string): string =>
  [...'0123456789'].map((last) => body + last).find(passesLuhn) ?? body;

export const bankCards = fc
  .tuple(
    fc.constantFrom('621700', '622848', '623094'),
    fc.integer({ min: 9, max: 12 }),
    fc.bigInt(0n, 10n ** 12n),
  )
  .map(([bin, length, rest]) => withLuhn(bin + rest.toString().padStart(12, '3').slice(0, length)));

/** Figures in the ways that people type them. */
export const written = (digits: string) =>
  fc.constantFrom(
    digits,
    [...digits]
      .map((char) => (char === 'X' ? char : String.fromCharCode(char.charCodeAt(0) + 0xfee0)))
      .join(''),
    [...digits].join(' '),
    [...digits].join('\u200b'),
  );

/** Words between numbers, with characters beyond the first plane, and none of the words that name other numbers. */
export const words = fc.constantFrom('，张三', '；', '（户主）', '𠮷某某', '📞', '\n', '，享受补贴', '。');

/** Soup of everything that matters to the search. */
export const soup = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          '身份证',
          '卡号：',
          '电话',
          '二组',
          '3社',
          '12号',
          '栋',
          '单元',
          '室',
          '村',
          '路',
          '政府',
          '局',
          '编号',
          '号',
          '家住',
          '门牌',
          '，现住',
        ),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ' ',
          '-',
          '*',
          '****',
          '********',
          '.',
          '\u3000',
          'X',
          '元',
          '第',
          '\n',
          '，',
        ),
      },
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 99_999 }).map(String) },
      { weight: 1, arbitrary: residentIds },
      { weight: 1, arbitrary: mobiles },
      { weight: 1, arbitrary: bankCards },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));
