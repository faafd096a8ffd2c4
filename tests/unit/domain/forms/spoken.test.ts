import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  spokenInteger,
  spokenMoney,
  spokenPercent,
  spokenPeriod,
  spokenPhone,
  spokenTime,
} from '../../../../src/domain/forms/spoken.ts';
import { spokenText } from '../../../../src/domain/forms/spoken-text.ts';

describe('figures in words', () => {
  it.each([
    [0, '零'],
    [2, '二'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [102, '一百零二'],
    [110, '一百一十'],
    [200, '二百'],
    [1005, '一千零五'],
    [2000, '两千'],
    [2022, '两千零二十二'],
    [10_010, '一万零一十'],
    [12_000, '一万二千'],
    [20_000, '两万'],
    [101_000, '十万一千'],
    [22_000_000, '两千二百万'],
    [100_000_005, '一亿零五'],
    [200_000_000, '两亿'],
    [100_050_000, '一亿零五万'],
    [1_000_005_000, '十亿零五千'],
    [1_0000_0000_0000, '一万亿'],
    [-3, '负三'],
  ])('%d is %s', (value, words) => {
    expect(spokenInteger(value)).toBe(words);
  });

  it.each([
    [10250, '一百零二元五角'],
    [200, '两元'],
    [220, '两元二角'],
    [20, '两角'],
    [25, '两角五分'],
    [2, '两分'],
    [10005, '一百元零五分'],
    [0, '零元'],
    [4861250, '四万八千六百一十二元五角'],
    [-150, '负一元五角'],
  ])('%d fen is %s', (fen, words) => {
    expect(spokenMoney(fen)).toBe(words);
  });

  it('says times, percentages, periods and telephones as people do', () => {
    expect(spokenTime(14, 5)).toBe('十四点零五分');
    expect(spokenTime(2, 0)).toBe('两点');
    expect(spokenPercent('72')).toBe('百分之七十二');
    expect(spokenPeriod('2026年10月')).toBe('二〇二六年十月');
    expect(spokenPhone('13800001122')).toBe('幺三八零零零零幺幺二二');
  });

  it('reads back as the same number', () => {
    const digits = '零一二三四五六七八九';
    const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
    const read = (words: string): number => {
      let [total, part, section, digit] = [0, 0, 0, 0];
      for (const char of words.replace(/两/g, '二')) {
        const unit = units[char];
        if (char === '万') [part, section, digit] = [part + (section + digit) * 10_000, 0, 0];
        else if (char === '亿') [total, part, section, digit] = [(part + section + digit) * 1e8, 0, 0, 0];
        else if (unit) [section, digit] = [section + (digit || 1) * unit, 0];
        else digit = digits.indexOf(char);
      }
      return total + part + section + digit;
    };
    fc.assert(
      fc.property(
        fc.oneof(
          fc.nat(99_999),
          fc.maxSafeNat().map((value) => value % 1e13),
        ),
        (value) => {
          expect(read(spokenInteger(value))).toBe(value);
          expect(/零零|零[万亿]|零$/.test(spokenInteger(value))).toBe(value === 0);
        },
      ),
    );
  });
});

describe('a text for the ear', () => {
  it.each([
    ['2026年11月24日上午9:30召开', '二〇二六年十一月二十四日上午九点三十分召开'],
    ['2026-11-24至2026-12-02', '二〇二六年十一月二十四日至二〇二六年十二月二日'],
    ['2026年第3季度', '二〇二六年第三季度'],
    ['2024—2026年', '二〇二四年至二〇二六年'],
    ['国办公开办函〔2021〕30号', '国办公开办函二〇二一年三十号'],
    ['每亩102.50元', '每亩一百零二元五角'],
    ['补贴102.50元/亩。', '补贴每亩一百零二元五角。'],
    ['标准350元/人/月，', '标准每人每月三百五十元，'],
    ['￥1,234.50', '一千二百三十四元五角'],
    ['合计48 612.50元', '合计四万八千六百一十二元五角'],
    ['概算138.5万元', '概算一百三十八点五万元'],
    ['2万元', '两万元'],
    ['完成72%，比上月增加3.5%', '完成百分之七十二，比上月增加百分之三点五'],
    ['增长3%-5%', '增长百分之三至百分之五'],
    ['2亩、2.5亩、12亩、200亩', '两亩、二点五亩、十二亩、二百亩'],
    ['2组2户，第2名', '二组两户，第二名'],
    ['2个月', '两个月'],
    ['2月2日', '二月二日'],
    ['8:00-18:00', '八点至十八点'],
    ['3-5天', '三至五天'],
    ['电话13800001122', '电话幺三八零零零零幺幺二二'],
    ['电话0943-6621234', '电话零九四三六六二幺二三四'],
    ['热线：12345', '热线：幺二三四五'],
    ['手机138****1234', '手机尾号幺二三四'],
    ['住二组***，', '住二组，'],
    ['面积120㎡，长3.2km', '面积一百二十平方米，长三点二公里'],
    ['气温-5℃', '气温负五摄氏度'],
    ['编号0012345', '编号零零一二三四五'],
    ['项目编码2018620403030012345', '项目编码二零一八六二零四零三零三零零一二三四五'],
    ['到会2/3以上', '到会三分之二以上'],
    ['１２户', '十二户'],
    ['10元旦快乐', '十元旦快乐'],
    ['没有数字的一句话', '没有数字的一句话'],
  ])('%s', (text, words) => {
    expect(spokenText(text)).toBe(words);
  });

  it('has no figure left, whatever it is given, and is not changed again', () => {
    const unit = fc.constantFrom(
      '0',
      '1',
      '2',
      '9',
      '.',
      ',',
      ' ',
      '-',
      '年',
      '月',
      '日',
      '元',
      '/',
      '%',
      ':',
      '*',
      '第',
      '亩',
      'km',
      '〔',
      '〕',
      '号',
      '￥',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 24 }), (text) => {
        const words = spokenText(text);
        expect(/\d/.test(words)).toBe(false);
        expect(spokenText(words)).toBe(words);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes a long text in its stride', () => {
    const started = performance.now();
    spokenText('2026年11月24日，每亩102.50元；'.repeat(1000));
    spokenText('1'.repeat(20_000));
    spokenText('-'.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
