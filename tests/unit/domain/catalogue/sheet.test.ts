import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ASPECTS,
  type CatalogueEntry,
  FORMS,
  PARTS,
  REVIEWERS,
  RHYTHMS,
} from '../../../../src/domain/catalogue/entry.ts';
import { catalogueAfter, catalogueImportPlan } from '../../../../src/domain/catalogue/import.ts';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';
import { readCatalogueSheet } from '../../../../src/domain/catalogue/sheet.ts';
import { sheetHeadings, sheetRow } from '../../../../src/domain/catalogue/sheet-columns.ts';
import { KINDS } from '../../../../src/domain/kind/kinds.ts';
import type { RawRow, RawSheet } from '../../../../src/domain/table/cells.ts';
import type { LocalDate } from '../../../../src/domain/time.ts';

const TODAY = '2026-11-24' as LocalDate;
const sheetOf = (rows: RawRow[]): RawSheet => ({ name: '', hidden: false, rows, merges: [] });
const whole = (entries: CatalogueEntry[]): RawSheet => sheetOf([sheetHeadings(), ...entries.map(sheetRow)]);
let made = 0;
const read = (sheet: RawSheet, before = READY_MADE) =>
  readCatalogueSheet(sheet, before, TODAY, () => `e-${(made += 1)}`)!;
/** The ready-made catalogue's sheet with one cell changed. */
function withCell(id: string, column: string, value: string): RawSheet {
  const sheet = whole(READY_MADE);
  const row = READY_MADE.findIndex((entry) => entry.id === id) + 1;
  sheet.rows[row]![sheetHeadings().indexOf(column)] = value;
  return sheet;
}

describe('the catalogue as a sheet', () => {
  it('comes back as it went out, with nothing to change', () => {
    const sheet = read(whole(READY_MADE));
    const { entries, problems, ignored } = sheet;
    expect(problems).toEqual([]);
    expect(ignored).toEqual([]);
    expect(entries).toEqual(READY_MADE);
    expect(catalogueImportPlan(READY_MADE, sheet, TODAY)).toEqual({
      added: [],
      changed: [],
      retired: [],
      same: READY_MADE.length,
      absent: [],
    });
  });

  it('comes back the same for any entry that a form can make', () => {
    const text = (max: number, min = 0) =>
      fc
        .string({ unit: fc.constantFrom(...'村务公开后日12、，（）a "<&'), minLength: min, maxLength: max })
        .map((one) => one.trim())
        .filter((one) => one.length >= min);
    const days = fc.record({
      days: fc.integer({ min: 1, max: 366 }),
      unit: fc.constantFrom('working' as const, 'calendar' as const),
    });
    const some = <Value>(all: readonly Value[], min: number) =>
      fc.subarray([...all], { minLength: min, maxLength: Math.min(8, all.length) });
    const entry: fc.Arbitrary<CatalogueEntry> = fc.record({
      id: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
      part: fc.constantFrom(...PARTS),
      name: text(60, 1),
      aspect: fc.constantFrom(...ASPECTS),
      units: some(['township', 'institution', 'village'] as const, 1),
      kinds: some(
        KINDS.map(({ id }) => id),
        1,
      ),
      hint: text(200),
      post: text(60, 1),
      due: fc
        .record({ every: fc.constantFrom(...RHYTHMS), occasion: text(60, 1), within: days })
        .map(({ every, occasion, within }) => ({
          every,
          occasion: every === 'occasion' ? occasion : '',
          within,
        })),
      publicity: fc.option(days),
      forms: some(FORMS, 0),
      review: fc.constantFrom(...REVIEWERS),
      basis: text(200),
      from: fc.constantFrom('2018-01-01', '2026-02-28'),
      until: fc.constantFrom(null, '2026-12-31'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 5 }), (entries) => {
        const again = read(whole(entries), []);
        expect(again.problems).toEqual([]);
        expect(again.entries).toEqual(entries);
      }),
    );
  });

  it.each([
    ['money-accounts', '公开时限', '尽快', 'not-due'],
    ['money-accounts', '公示期', '几天', 'not-days'],
    ['money-accounts', '公开主体', '县里', 'unknown-word'],
    ['money-accounts', '二级事项', '', 'missing'],
    ['money-accounts', '负责人（岗位）', '', 'missing'],
    ['money-accounts', '起用日期', '去年', 'not-a-day'],
    ['money-accounts', '停用日期', '2017-01-01', 'until-before'],
    ['money-accounts', '公开方式', '依申请公开', 'on-request'],
    ['money-accounts', '编号（不要改）', '第 1 号', 'bad-id'],
    ['money-accounts', '公开内容（要素）', '字'.repeat(201), 'too-long'],
    ['money-accounts', '编号（不要改）', 'poverty-policy', 'twice'],
  ])('names what is wrong in %s under %s: %j', (id, column, value, code) => {
    const sheet = read(withCell(id, column, value));
    const { entries, problems } = sheet;
    const row = READY_MADE.findIndex((entry) => entry.id === id) + 2;
    expect(problems).toEqual([expect.objectContaining({ row, column, code })]);
    // The entry of a wrong row stays as it was.
    const plan = catalogueImportPlan(READY_MADE, sheet, TODAY);
    if (column !== '编号（不要改）') expect(plan.absent).toEqual([]);
    const after = catalogueAfter(READY_MADE, entries, null, plan.absent);
    expect(after.find((entry) => entry.id === id)).toEqual(READY_MADE.find((entry) => entry.id === id));
    expect(after).toHaveLength(READY_MADE.length);
  });

  it('tells new, changed and retired entries apart, and leaves what it does not have', () => {
    const headings = ['序号', '二级事项', '公开时限', '责任人', '停用日期', '备注', '编号'];
    const sheet = read(
      sheetOf([
        ['复兴乡公开目录'],
        headings,
        [1, '移风易俗', '每半年后30日内', '红白理事会会长', '', '', ''],
        [2, '村集体收支账目', '每季度后20天内', '村会计', '', '', 'money-accounts'],
        [3, '工作计划和目标', '每年后31日内', '主要负责人', { date: '2026-12-31' }, '', 'gov-plan'],
      ]),
    );
    const { entries, ignored, problems } = sheet;
    expect(problems).toEqual([]);
    expect(ignored).toEqual(['备注']);
    const plan = catalogueImportPlan(READY_MADE, sheet, TODAY);
    expect(plan.added.map(({ name }) => name)).toEqual(['移风易俗']);
    expect(plan.changed.map(({ columns }) => columns)).toEqual([['公开时限', '负责人（岗位）']]);
    expect(plan.retired.map(({ id, until }) => [id, until])).toEqual([['gov-plan', '2026-12-31']]);
    const kept = catalogueAfter(READY_MADE, entries, null, plan.absent);
    expect(kept).toHaveLength(READY_MADE.length + 1);
    expect(kept.filter(({ until }) => until !== null).length).toBe(
      READY_MADE.filter(({ until }) => until !== null).length + 1,
    );
    const strict = catalogueAfter(READY_MADE, entries, TODAY, plan.absent);
    expect(strict.filter(({ until }) => until === null)).toHaveLength(2);
  });

  it('is not read from a sheet of something else', () => {
    expect(
      readCatalogueSheet(
        sheetOf([
          ['姓名', '金额'],
          ['马某', 1],
        ]),
        [],
        TODAY,
        () => 'e',
      ),
    ).toBeNull();
  });
});
