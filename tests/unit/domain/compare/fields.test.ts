import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalDifference } from '../../../../src/domain/compare/difference.ts';
import { compareFields } from '../../../../src/domain/compare/fields.ts';
import type { KindFields } from '../../../../src/domain/kind/values.ts';

const before: KindFields = {
  standard: { type: 'text', label: '标准', value: '每亩102.50元。' },
  budget: { type: 'money', label: '概算', value: 1_000_000 },
  planned: { type: 'quantity', label: '计划', value: '120', unit: '亩' },
  steps: { type: 'steps', label: '程序', items: ['申请', '评议', '公示'] },
  contact: { type: 'phone', label: '电话', value: '0943-6621234' },
  officer: { type: 'person', label: '负责人', value: '张三' },
};

describe('two versions of the fields of a notice', () => {
  it('list only what changed, each in its own way', () => {
    const after: KindFields = {
      officer: { label: '负责人', value: '张三', type: 'person' },
      standard: { type: 'text', label: '标准', value: '每亩112.50元。' },
      budget: { type: 'money', label: '概算', value: 950_000 },
      planned: { type: 'quantity', label: '计划', value: '118.5', unit: '亩' },
      steps: { type: 'steps', label: '程序', items: ['申请', '入户调查', '评议', '公示'] },
      done: { type: 'yes-no', label: '完成', value: true },
    };
    expect(compareFields(before, after)).toEqual([
      {
        id: 'standard',
        kind: 'changed',
        before: before['standard'],
        after: after['standard'],
        detail: {
          type: 'text',
          parts: [
            { kind: 'same', text: '每亩' },
            { kind: 'gone', text: '102.50' },
            { kind: 'new', text: '112.50' },
            { kind: 'same', text: '元。' },
          ],
        },
      },
      expect.objectContaining({
        id: 'budget',
        detail: { type: 'difference', difference: { type: 'money', fen: -50_000 } },
      }),
      expect.objectContaining({
        id: 'planned',
        detail: { type: 'difference', difference: { type: 'number', text: '-1.5' } },
      }),
      expect.objectContaining({
        id: 'steps',
        detail: {
          type: 'text',
          parts: [
            { kind: 'same', text: '申请\n' },
            { kind: 'new', text: '入户调查\n' },
            { kind: 'same', text: '评议\n公示' },
          ],
        },
      }),
      { id: 'done', kind: 'new', after: after['done'] },
      { id: 'contact', kind: 'gone', before: before['contact'] },
    ]);
  });

  it('say nothing when nothing changed, and do not compare what is not alike', () => {
    expect(compareFields(before, structuredClone(before))).toEqual([]);
    const [change] = compareFields(
      { area: { type: 'quantity', label: '面积', value: '1', unit: '亩' } },
      { area: { type: 'quantity', label: '面积', value: '1', unit: '公顷' } },
    );
    expect(change).toMatchObject({ kind: 'changed', detail: null });
  });

  it('compare a table within a field', () => {
    const list = (amount: number): KindFields => ({
      list: {
        type: 'table',
        columns: [
          { id: 'name', name: '姓名', type: 'person' },
          { id: 'amount', name: '金额', type: 'money' },
        ],
        rows: [['张三', amount]],
      },
    });
    const [change] = compareFields(list(100), list(150));
    expect(change).toMatchObject({ detail: { type: 'table', table: { counts: { changed: 1 } } } });
  });
});

describe('the difference of two decimals', () => {
  it('is exact', () => {
    expect(decimalDifference('0.1', '0.3')).toBe('0.2');
    expect(decimalDifference('2.50', '2.5')).toBe('0');
    expect(decimalDifference('3', '-1.25')).toBe('-4.25');
    expect(decimalDifference('三', '1')).toBeNull();
    expect(decimalDifference('1', '99999999999999999')).toBeNull();
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (one, other) => {
        const text = (value: number) => (value / 100).toFixed(2);
        expect(Number(decimalDifference(text(one), text(other)))).toBe((other - one) / 100);
      }),
    );
  });
});
