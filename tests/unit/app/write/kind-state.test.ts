import { describe, expect, it } from 'vitest';
import {
  hasFields,
  kindProblems,
  kindsFor,
  lastPeriod,
  reusedContent,
  signedFields,
  withEntry,
  withField,
  withKind,
} from '../../../../src/app/write/kind-state.ts';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';
import { kindOf } from '../../../../src/domain/kind/kinds.ts';
import { SAMPLES } from '../../../../src/domain/kind/samples.ts';
import type { LocalDate } from '../../../../src/domain/time.ts';
import { draft, EMPTY } from './drafts.ts';

const TODAY = '2026-11-24' as LocalDate;
const entryOf = (kind: string) => {
  const entry = READY_MADE.find(({ kinds }) => kinds[0] === kind);
  if (!entry) throw new Error(`no entry of ${kind}`);
  return entry;
};
const empty = () => draft({ content: EMPTY });

describe('the kind of a draft', () => {
  it('is the first of the entry, with the publicity period and the period that ended last', () => {
    const entry = { ...entryOf('accounts'), publicity: { days: 7, unit: 'working' } as const };
    const { content, outward } = withEntry(empty(), entry, TODAY);
    expect(content.kind).toBe('accounts');
    expect(content.entry).toEqual({ id: entry.id, name: entry.name });
    expect(outward.publicity).toEqual({ days: 7, unit: 'working' });
    expect(content.fields['period']?.type).toBe('period');
    expect(lastPeriod('month', TODAY)).toBe('2026-10');
    expect(lastPeriod('quarter', TODAY)).toBe('2026-Q3');
    expect(lastPeriod('occasion', TODAY)).toBe('');
  });

  it('can always be a plain notice', () => {
    for (const entry of READY_MADE) expect(kindsFor(entry, 'plain').map(({ id }) => id)).toContain('plain');
    expect(kindsFor(undefined, 'plain')[0]?.id).toBe('plain');
  });

  it('gives back what was typed for a kind that is chosen again', () => {
    const entry = entryOf('accounts');
    const accounts = withEntry(empty(), entry, TODAY);
    const typed = { ...accounts, ...withField(accounts, 'opening', { type: 'money', value: 100 }, '') };
    const plain = withKind(typed, kindOf('plain')!, entry, TODAY);
    expect(plain.content.fields['opening']).toBeUndefined();
    expect(hasFields(plain.content.fields)).toBe(false);
    const back = withKind(plain, kindOf('accounts')!, entry, TODAY);
    expect(back.content.fields['opening']).toEqual({ type: 'money', value: 100 });
  });

  it('names what is missing, and nothing where all is filled in', () => {
    for (const { content } of Object.values(SAMPLES)) {
      const errors = kindProblems(content).filter(({ severity }) => severity === 'error');
      expect(errors).toEqual([]);
    }
    const codes = kindProblems({ kind: 'accounts', fields: {} }).map(({ code }) => code);
    expect(codes).toContain('required');
    expect(kindProblems({ kind: 'plain', fields: {} })).toEqual([]);
  });
});

describe('what is signed of the fields', () => {
  it('has no empty rows, no empty columns and no empty texts', () => {
    const columns = [
      { id: 'person', name: '户主', type: 'person' as const },
      { id: 'note', name: '备注', type: 'text' as const },
    ];
    const rows = [
      ['李某', null],
      [null, null],
    ];
    const fields = signedFields({
      kind: 'benefit-list',
      fields: { basis: { type: 'text', value: ' ' }, rows: { type: 'table', columns, rows } },
    });
    expect(fields).toEqual({
      rows: { type: 'table', label: '名单', columns: [columns[0]], rows: [['李某']] },
    });
  });
});

describe('going on from the last notice', () => {
  it('takes its words and its kind, and empties the figures', () => {
    const fields = {
      closing: { type: 'money' as const, value: 500 },
      income: { type: 'money' as const, value: 7 },
    };
    const next = reusedContent({ ...EMPTY, title: '十月账目', kind: 'accounts', fields });
    expect(next).toMatchObject({ title: '十月账目', kind: 'accounts' });
    expect(next.fields?.['opening']).toMatchObject({ value: 500 });
    expect(next.fields?.['income']).toBeUndefined();
  });
});
