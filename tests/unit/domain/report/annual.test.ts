import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyToBoard, type LightNotice } from '../../../../src/domain/board/board.ts';
import {
  annualReport,
  reportJson,
  reportProblems,
  sectionsOf,
} from '../../../../src/domain/report/annual.ts';
import { formFor, REPORT_FORMS } from '../../../../src/domain/report/forms.ts';
import { reportInput } from '../../../../src/domain/report/input.ts';
import { reportFile } from '../../../../src/domain/report/schema.ts';
import type { ReportInput, TableBlock } from '../../../../src/domain/report/model.ts';
import { latestTyped, TYPED, type TypedFigures } from '../../../../src/domain/report/typed.ts';
import { ANSWERS } from '../../../../src/domain/request/answers.ts';
import type { Case } from '../../../../src/domain/request/case.ts';
import { APPLICANTS } from '../../../../src/domain/request/request.ts';
import { day } from '../due/sample.ts';
import { published, sampleRegistry } from '../samples.ts';

const YEAR = 2026;
const ALL_TYPED = Object.fromEntries(TYPED.map((id) => [id, 0])) as TypedFigures;

const light = (n: number, part: Partial<LightNotice> = {}): LightNotice => {
  const { changed } = applyToBoard(new Map(), [published(n)], () => undefined);
  return { ...[...changed.values()][0]!.notices[0]!, ...part };
};

const input = (boards: Record<string, LightNotice[]>, cases: Case[] = [], typed = ALL_TYPED): ReportInput =>
  reportInput({
    registry: sampleRegistry(),
    year: YEAR,
    today: day('2027-01-05'),
    boards: new Map(Object.entries(boards)),
    cases,
    scores: new Map(),
    typed,
  });

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    applicant: fc.constantFrom(...APPLICANTS),
    received: fc.constantFrom('2024-11-05', '2025-12-20', '2026-01-04', '2026-06-30', '2026-12-31'),
    end: fc.option(
      fc.record({
        on: fc.constantFrom('2026-01-05', '2026-12-31', '2027-01-04'),
        answer: fc.constantFrom(...ANSWERS),
      }),
    ),
    fees: fc.nat({ max: 10_000 }),
  })
  .map(({ applicant, received, end, fees }, at = 0) => ({
    id: `${applicant}${received}${at}`,
    way: 'counter',
    applicant,
    clock: { received: day(received) } as Case['clock'],
    end: end && { on: day(end.on), answer: end.answer },
    asked: [],
    reviews: [],
    fees,
    notCounted: {},
    conflicts: [],
  }));

const tableOf = (report: ReturnType<typeof annualReport>, id: string): TableBlock => {
  const found = report.parts.flatMap(({ blocks }) => blocks).find((block) => block.id === id);
  if (found?.kind !== 'table') throw new Error(`no table ${id}`);
  return found;
};

describe('the form of a year', () => {
  it('is the one in force then', () => {
    expect(formFor(2018)).toBe('2018');
    expect(formFor(2019)).toBe('2021');
    expect(formFor(2030)).toBe('2021');
    expect(REPORT_FORMS.every(({ source }) => source.length > 0)).toBe(true);
  });
});

describe('the annual report', () => {
  it('has six parts in each form, and no figure that is not counted', () => {
    const boards = { v1: [light(1), light(2, { id: 'b'.repeat(64) })] };
    const old = annualReport(input(boards), '2018');
    expect(old.parts.map(({ heading }) => heading.slice(0, 2))).toEqual([
      '一、',
      '二、',
      '三、',
      '四、',
      '五、',
      '六、',
    ]);
    const totals = tableOf(old, '2018-totals');
    expect(totals.rows.map(({ cells }) => cells)).toEqual([
      [2, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(totals.rows[0]?.source).toEqual({ from: 'count', figure: 'platform' });
    expect(annualReport(input(boards), '2021').parts).toHaveLength(6);
  });

  it('names the records behind each figure that is counted, and holds to the schema of its file', () => {
    const boards = { v1: [light(2, { id: 'b'.repeat(64) }), light(1, { id: 'a'.repeat(64) })] };
    for (const form of ['2018', '2021'] as const) {
      const report = annualReport(input(boards), form);
      for (const block of report.parts.flatMap(({ blocks }) => blocks)) {
        if (block.kind !== 'table') continue;
        for (const { source, cells, records } of block.rows)
          if (source.from === 'count') expect(records).toHaveLength(Number(cells[0]));
      }
      expect(reportFile.parse(reportJson(report, {}, { township: 't', at: '2027-01-05' }))).toBeTruthy();
    }
    const [platform] = tableOf(annualReport(input(boards), '2018'), '2018-totals').rows;
    expect(platform?.records).toEqual(['a'.repeat(64), 'b'.repeat(64)]);
  });

  it('says in words what its tables say', () => {
    const text = sectionsOf(annualReport(input({ v1: [light(1)] }), '2018'), {})
      .map((part) => `${part.heading}\n${part.text}`)
      .join('\n');
    expect(text).toContain('在公开平台公开信息1条');
    expect(text).toContain('没有依申请公开政府信息办理事项');
    expect(text).toContain('没有因政府信息公开申请行政复议、提起行政诉讼的情况');
  });

  it('keeps the sum rules of the form in every column, whatever the requests were', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 30 }), (cases) => {
        const report = annualReport(input({}, cases), '2021');
        const wrong = reportProblems(report, {}).filter(
          ({ code }) => code === 'unbalanced' || code === 'wrong-sum',
        );
        expect(wrong).toEqual([]);
      }),
    );
  });

  it('is the same whatever the order in which records came', () => {
    const notices = Array.from({ length: 12 }, (_, n) =>
      light(n, {
        acceptedAt: `2026-${String(n + 1).padStart(2, '0')}-10T02:00:00.000Z`,
        id: `${n}`.padStart(64, '0'),
      }),
    );
    fc.assert(
      fc.property(
        fc.shuffledSubarray(notices, { minLength: 12 }),
        fc.array(anyCase, { maxLength: 8 }),
        fc.boolean(),
        (shuffled, cases, turned) => {
          const boards = turned ? { v2: [], v1: shuffled } : { v1: shuffled, v2: [] };
          const other = input(boards, turned ? cases.toReversed() : cases);
          for (const form of ['2018', '2021'] as const)
            expect(annualReport(other, form)).toEqual(
              annualReport(input({ v1: notices, v2: [] }, cases), form),
            );
        },
      ),
    );
  });

  it('is not released while a figure has not been typed, a text is empty or part one is too long', () => {
    const report = annualReport(input({}, [], { licences: 3 }), '2021');
    const codes = (edits: Record<string, string>) =>
      new Set(reportProblems(report, edits).map(({ code }) => code));
    expect(codes({})).toEqual(new Set(['not-typed']));
    expect(codes({ '2021-overview': '长'.repeat(1_001) })).toContain('too-long');
    expect(codes({ '2021-overview': '  ' })).toContain('empty');
    expect(reportProblems(annualReport(input({}), '2021'), {})).toEqual([]);
  });

  it('shows what the clerk wrote instead of what was proposed', () => {
    const report = annualReport(input({}), '2021');
    const edits = { '2021-problems': '没有问题。' };
    expect(sectionsOf(report, edits)[4]?.text).toBe('没有问题。');
    const json = JSON.stringify(reportJson(report, edits, { township: 't', at: '2027-01-05' }));
    expect(json).toContain('没有问题。');
    expect(json).not.toContain('存在的主要问题：');
  });
});

describe('typed figures', () => {
  it('hold as they were typed last for their year', () => {
    const typed = (year: number, acceptedAt: string, licences: number) => ({
      year,
      acceptedAt,
      figures: { licences },
    });
    const records = [
      typed(2026, '2027-01-03', 2),
      typed(2026, '2027-01-02', 1),
      typed(2025, '2027-01-09', 9),
    ];
    expect(latestTyped(records, 2026)?.figures).toEqual({ licences: 2 });
    expect(latestTyped(records, 2024)).toBeNull();
  });
});
