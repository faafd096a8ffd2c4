import { describe, expect, it } from 'vitest';
import { groupsOf, wholeCuts } from '../../../../src/app/paper/cuts.ts';
import { contentParts, hasMasked, type Part, widest } from '../../../../src/app/paper/parts.ts';
import { KINDS, kindOf } from '../../../../src/domain/kind/kinds.ts';
import { SAMPLES } from '../../../../src/domain/kind/samples.ts';

const sections = [{ heading: '', text: '' }];
const partsOf = (kind: string, language: 'zh' | 'en' = 'zh'): Part[] =>
  contentParts(kindOf(kind), { fields: SAMPLES[kind]!.content.fields, sections }, language);
const words = (parts: Part[]): string => JSON.stringify(parts);

describe('what stands on a sheet', () => {
  it('is something for every kind of notice, in both languages', () => {
    for (const { id } of KINDS)
      for (const language of ['zh', 'en'] as const)
        expect(partsOf(id, language).length, id).toBeGreaterThan(id === 'plain' ? -1 : 0);
  });

  it('is a letter without labels, signed at the right', () => {
    const parts = partsOf('letter');
    expect(parts[0]).toMatchObject({ type: 'paragraph', look: 'greeting' });
    expect(parts.filter((part) => part.type === 'paragraph' && part.look === 'signed')).toHaveLength(2);
    expect(words(parts)).not.toContain('称呼');
    expect(words(parts)).not.toContain('落款');
  });

  it('has lines to sign on below the record of a meeting', () => {
    const parts = partsOf('meeting');
    expect(parts[parts.length - 1]).toMatchObject({ type: 'signatures' });
    expect(words(parts)).toContain('村务监督委员会签字');
  });

  it('has the total as the last row of a list', () => {
    const rows = partsOf('benefit-list').filter((part) => part.type === 'row');
    expect(rows[rows.length - 1]).toMatchObject({ isTotal: true });
    expect(widest(partsOf('benefit-list'))).toBeGreaterThan(3);
  });

  it('knows whether figures were hidden', () => {
    expect(hasMasked([{ type: 'fact', label: '电话', value: '139****1234' }])).toBe(true);
    expect(hasMasked([{ type: 'fact', label: '电话', value: '0943-6850168' }])).toBe(false);
  });

  it('joins lines of a cut paragraph, rows of a table and facts that follow each other', () => {
    const parts: Part[] = [
      { type: 'fact', label: '甲', value: '1' },
      { type: 'fact', label: '乙', value: '2' },
      { type: 'paragraph', text: '第一行第二行', look: 'text' },
    ];
    expect(groupsOf(parts, wholeCuts(parts)).map(({ type }) => type)).toEqual(['facts', 'one']);
    const lines = groupsOf(parts, [
      { part: 2, text: '第一行', begins: true, ends: false },
      { part: 2, text: '第二行', begins: false, ends: true },
    ]);
    expect(lines).toMatchObject([{ type: 'one', cut: { text: '第一行第二行', begins: true, ends: true } }]);
  });
});
