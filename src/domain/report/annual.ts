/** The annual report of a year in a form, from the records; its checks; and how it is read as plain sections. */
import { parts2018 } from './form-2018.ts';
import { parts2021 } from './form-2021.ts';
import type { ReportFormId } from './forms.ts';
import type { ReportFile } from './schema.ts';
import type { Report, ReportInput, TableBlock } from './model.ts';

/** Makes the report. The same input gives the same report, whatever the order in which records came. */
export function annualReport(input: ReportInput, form: ReportFormId): Report {
  const { registry, year } = input;
  return {
    form,
    year,
    title: `${registry.name}${year}年政府信息公开工作年度报告`,
    parts: form === '2018' ? parts2018(input) : parts2021(input),
  };
}

/** What the clerk wrote instead of what was proposed, by the block's id. */
export type Edits = Readonly<Record<string, string>>;

export const textOf = (block: { id: string; proposed: string }, edits: Edits): string =>
  edits[block.id] ?? block.proposed;

/** What must be settled before release; `place` is the block's id. */
export type ReportProblem =
  | { code: 'too-long'; place: string; n: number; limit: number }
  | { code: 'empty'; place: string }
  | { code: 'not-typed'; place: string; name: string }
  | { code: 'unbalanced'; place: string; column: string }
  | { code: 'wrong-sum'; place: string; name: string };

const cellsNamed = ({ rows }: TableBlock, beginning: string): number[] =>
  (rows.find(({ name }) => name.startsWith(beginning))?.cells ?? []).map(Number);

/** The sum rules of the form: 一 + 二 = 三（七）+ 四 in each column, and 总计 is the sum of its row. */
function sums(table: TableBlock): ReportProblem[] {
  const problems: ReportProblem[] = [];
  if (table.id === '2021-requests') {
    const [one, two, seven, four] = ['一、', '二、', '（七）', '四、'].map((name) => cellsNamed(table, name));
    table.columns.forEach((column, at) => {
      if (one![at]! + two![at]! !== seven![at]! + four![at]!)
        problems.push({ code: 'unbalanced', place: table.id, column });
    });
  }
  const last = table.columns.length - 1;
  if (table.columns[last] !== '总计') return problems;
  for (const { name, cells } of table.rows) {
    const numbers = cells.map(Number);
    const sum = numbers.slice(0, -1).reduce((all, n) => all + n, 0);
    if (cells.length > 0 && sum !== numbers[last])
      problems.push({ code: 'wrong-sum', place: table.id, name });
  }
  return problems;
}

/** What is wrong with the report; empty: it can go out. */
export function reportProblems(report: Report, edits: Edits): ReportProblem[] {
  return report.parts.flatMap(({ blocks }) =>
    blocks.flatMap((block): ReportProblem[] => {
      if (block.kind === 'table')
        return [
          ...block.rows.flatMap(({ name, cells }): ReportProblem[] =>
            cells.includes(null) ? [{ code: 'not-typed', place: block.id, name }] : [],
          ),
          ...sums(block),
        ];
      const said = textOf(block, edits).trim();
      if (said === '') return [{ code: 'empty', place: block.id }];
      const n = said.replace(/\s/g, '').length;
      return block.limit !== null && n > block.limit
        ? [{ code: 'too-long', place: block.id, n, limit: block.limit }]
        : [];
    }),
  );
}

const cellText = (cell: number | string | null): string => (cell === null ? '—' : String(cell));

/** A table as lines of text: for the board, the loudspeaker, and reading aloud. */
function linesOf({ caption, columns, rows }: TableBlock): string[] {
  const lines = rows.map(({ name, cells }) => {
    const parts = cells.map((cell, at) =>
      columns.length === 1 ? cellText(cell) : `${columns[at] ?? ''}${cellText(cell)}`,
    );
    return parts.length === 0 ? `${name}：` : `${name}：${parts.filter((part) => part !== '').join('，')}`;
  });
  return caption ? [caption, ...lines] : lines;
}

/** The report as sections of a notice. */
export const sectionsOf = (report: Report, edits: Edits): { heading: string; text: string }[] =>
  report.parts.map(({ heading, blocks }) => ({
    heading,
    text: blocks
      .flatMap((block) =>
        block.kind === 'table'
          ? linesOf(block)
          : [...(block.heading ? [block.heading] : []), textOf(block, edits)],
      )
      .join('\n'),
  }));

/** The report as data, for programs: `schema.ts` says what is in it. */
export const reportJson = (
  report: Report,
  edits: Edits,
  made: { township: string; at: string },
): ReportFile => ({
  schema: 'gongkailan-annual-report/1',
  township: made.township,
  made: made.at,
  form: report.form,
  year: report.year,
  title: report.title,
  parts: report.parts.map(({ heading, blocks }) => ({
    heading,
    blocks: blocks.map((block) =>
      block.kind === 'text'
        ? { kind: 'text', id: block.id, heading: block.heading, text: textOf(block, edits) }
        : block,
    ),
  })),
});
