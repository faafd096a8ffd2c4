import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  catalogueChanges,
  catalogueFields,
  catalogueTable,
  changesText,
  guideFields,
  hasChanges,
} from '../../../../src/domain/catalogue/disclosure.ts';
import { type CatalogueEntry, inForce } from '../../../../src/domain/catalogue/entry.ts';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';
import {
  channelsText,
  daysText,
  dueText,
  readChannels,
  readDays,
  readDue,
} from '../../../../src/domain/catalogue/words.ts';
import { checkFields } from '../../../../src/domain/kind/check.ts';
import { kindOf } from '../../../../src/domain/kind/kinds.ts';
import { kindFields, type TableValue } from '../../../../src/domain/kind/values.ts';
import type { LocalDate } from '../../../../src/domain/time.ts';
import { sampleRegistry } from '../samples.ts';

const TODAY = '2026-11-24' as LocalDate;
const change = (id: string, part: Partial<CatalogueEntry>): CatalogueEntry[] =>
  READY_MADE.map((entry) => (entry.id === id ? { ...entry, ...part } : entry));
const errors = (kind: string, fields: Parameters<typeof checkFields>[1]) =>
  checkFields(kindOf(kind)!, fields).filter(({ severity }) => severity === 'error');

describe('the catalogue as a notice', () => {
  it('can be published as it is made', () => {
    const fields = catalogueFields(READY_MADE, TODAY, null);
    expect(kindFields.safeParse(fields).success).toBe(true);
    expect(errors('disclosure-catalogue', fields)).toEqual([]);
    expect(fields['changed']).toBeUndefined();
  });
  it('has a row for each entry in force that day, in the order of the parts, and none for a retired one', () => {
    const table = catalogueTable(change('gov-plan', { until: '2026-11-23' }), TODAY);
    expect(table.rows).toHaveLength(READY_MADE.filter((entry) => inForce(entry, TODAY)).length - 1);
    expect(table.rows[0]?.slice(0, 4)).toEqual([
      '七个方面',
      '政务和村务',
      '机构信息',
      '机构、职能、领导分工、电话和地址。',
    ]);
    expect(JSON.stringify(table)).not.toContain('工作计划和目标');
  });
  it('says at the next time what was added, changed and retired', () => {
    const before = catalogueTable(READY_MADE, TODAY);
    const added = { ...READY_MADE[0]!, id: 'e-1', name: '移风易俗' };
    const now = [...change('money-accounts', { post: '村会计' }), added].map((entry) =>
      entry.id === 'gov-plan' ? { ...entry, until: '2026-11-01' } : entry,
    );
    const fields = catalogueFields(now, TODAY, before);
    expect(fields['changed']).toEqual({
      type: 'text',
      value: '增加1项：移风易俗。\n修改1项：村集体收支账目（公开主体）。\n停用1项：工作计划和目标。',
    });
    expect(errors('disclosure-catalogue', fields)).toEqual([]);
  });
  it('finds no change in itself, also when the earlier one had no empty columns', () => {
    const now = catalogueTable(READY_MADE, TODAY);
    expect(hasChanges(catalogueChanges(now, now))).toBe(false);
    const kept = now.columns.map(({ id }) => id !== 'basis');
    const without: TableValue = {
      ...now,
      columns: now.columns.filter((_, at) => kept[at]),
      rows: now.rows.map((row) => row.filter((_, at) => kept[at])),
    };
    expect(
      changesText(
        catalogueChanges(
          without,
          catalogueTable(
            READY_MADE.map((one) => ({ ...one, basis: '' })),
            TODAY,
          ),
        ),
      ),
    ).toBe('');
  });
  it('shortens what does not fit in a cell, and shows that it goes on', () => {
    const fields = catalogueFields(change('gov-plan', { hint: '字'.repeat(200) }), TODAY, null);
    expect(kindFields.safeParse(fields).success).toBe(true);
    expect(JSON.stringify(fields)).toContain('字…');
  });
});

describe('the guide as a notice', () => {
  it('lacks only what the register cannot know', () => {
    const registry = { ...sampleRegistry(), catalogue: READY_MADE };
    const fields = guideFields(registry, TODAY);
    expect(kindFields.safeParse(fields).success).toBe(true);
    const missing = errors('disclosure-guide', fields).map(({ field }) => field);
    expect(missing).toContain('hours');
    expect(missing.every((field) => ['hours', 'address', 'phone'].includes(field))).toBe(true);
  });
});

describe('the words of an official table', () => {
  it('are read back as they were written', () => {
    const days = fc.record({
      days: fc.integer({ min: 1, max: 366 }),
      unit: fc.constantFrom('working' as const, 'calendar' as const),
    });
    const occasion = fc.constantFrom('收到文件', '事后', '会议结束', '项目到了下一步', '评议完成以后3日');
    fc.assert(
      fc.property(
        days,
        occasion,
        fc.constantFrom('month', 'quarter', 'half-year', 'year', 'occasion'),
        (within, what, every) => {
          expect(readDays(daysText(within))).toEqual(within);
          const due = { every, occasion: every === 'occasion' ? what : '', within } as CatalogueEntry['due'];
          expect(readDue(dueText(due))).toEqual(due);
        },
      ),
    );
    for (const { forms, due } of READY_MADE) {
      expect(readChannels(channelsText(forms))).toEqual(forms);
      expect(readDue(dueText(due))).toEqual(due);
    }
  });
  it.each(['', '尽快', '每季度', '每月后0日内', '后20日内', '收到文件后400日内'])(
    'are not guessed from %j',
    (text) => {
      expect(readDue(text)).toBeNull();
    },
  );
});
