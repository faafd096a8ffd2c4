import { describe, expect, it } from 'vitest';
import { maskText } from '../../../../src/domain/personal-data/find.ts';
import { maskTable } from '../../../../src/domain/personal-data/table.ts';
import { KINDS } from '../../../../src/domain/kind/kinds.ts';
import { SAMPLES } from '../../../../src/domain/kind/samples.ts';
import { mapTexts, wordsOf } from '../../../../src/domain/kind/texts.ts';
import type { KindFields, TableValue } from '../../../../src/domain/kind/values.ts';
import { kindFields } from '../../../../src/domain/kind/values.ts';

const starred = {
  text: (text: string) => text.replace(/1\d{10}/g, '***'),
  table: (_: string[], rows: string[][]) =>
    rows.map((row) => row.map((cell) => cell.replace(/1\d{10}/g, '***'))),
};

describe('the texts of a notice', () => {
  it('are changed everywhere: in texts, names, steps, documents and cells', () => {
    const number = '13800001234';
    const fields: KindFields = {
      text: { type: 'text', value: `打 ${number}` },
      person: { type: 'person', value: '马某', post: number },
      steps: { type: 'steps', items: ['一', number] },
      documents: { type: 'documents', items: [{ name: '证', note: number }] },
      rows: {
        type: 'table',
        columns: [
          { id: 'person', name: '姓名', type: 'person' },
          { id: 'amount', name: '金额', type: 'money' },
          { id: 'area', name: '面积', type: 'quantity' },
        ],
        rows: [
          [number, 13_800_001_234, '13800001234'],
          [null, null, null],
        ],
      },
      phone: { type: 'phone', value: number },
    };
    const changed = mapTexts(fields, starred);
    expect(
      JSON.stringify([changed['text'], changed['person'], changed['steps'], changed['documents']]),
    ).not.toContain(number);
    // Amounts and areas are figures, and the number to call is meant to be seen.
    expect((changed['rows'] as TableValue).rows).toEqual([
      ['***', 13_800_001_234, '13800001234'],
      [null, null, null],
    ]);
    expect(changed['phone']).toEqual(fields['phone']);
  });

  it('that do not change leave every kind of notice as it was, and are found by a search', () => {
    for (const kind of KINDS) {
      const { fields } = SAMPLES[kind.id]!.content;
      const same = mapTexts(fields, { text: (text) => text, table: (_, rows) => rows });
      expect(same).toEqual(fields);
      expect(kindFields.safeParse(same).success).toBe(true);
      expect(wordsOf(fields).length).toBeGreaterThan(0);
    }
    expect(wordsOf(SAMPLES['benefit-list']!.content.fields)).toContain('一社 李某');
  });
});

describe('a notice that names people', () => {
  it('is masked wherever they stand, and its amounts stay', () => {
    const mask = {
      text: (text: string) => maskText(text),
      table: (header: string[], rows: string[][]) => maskTable(header, rows),
    };
    const fields: KindFields = {
      text: { type: 'text', value: '找李某，手机 13812345678。' },
      rows: {
        type: 'table',
        columns: [
          { id: 'person', name: '户主', type: 'person' },
          { id: 'idNumber', name: '身份证号', type: 'id' },
          { id: 'amount', name: '金额', type: 'money' },
        ],
        rows: [['李某', '11010519491231002X', 13_812_345_678]],
      },
    };
    const masked = mapTexts(fields, mask);
    expect(masked['text']).toMatchObject({ value: '找李某，手机 138****5678。' });
    expect((masked['rows'] as TableValue).rows).toEqual([['李某', '110105********002X', 13_812_345_678]]);
    for (const kind of KINDS) {
      const { fields: own } = SAMPLES[kind.id]!.content;
      expect(mapTexts(own, mask), kind.id).toEqual(own);
    }
  });
});
