/**
 * An annual report as a file for a word processor: real headings (so that there is an outline), real tables whose heading
 * rows repeat, page numbers, A4, and the fonts of official documents (GB/T 9704) with others to fall back on.
 */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  PageNumber,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { type Edits, textOf } from '../domain/report/annual.ts';
import {
  type Block,
  groupedColumns,
  headCells,
  type Report,
  type Row,
  type TableBlock,
} from '../domain/report/model.ts';

/** Half points: size two for the title, three for text, five for tables. */
const SIZE = { title: 44, text: 32, table: 21 } as const;
/** Twentieths of a point. */
const INDENT = 640;
const LINE = 560;
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = { top: 2_098, bottom: 1_984, left: 1_588, right: 1_474 };
const WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
const LEVEL_INDENT = 210;
/** A table with no more rows than this stays on one page. */
const WHOLE_ROWS = 12;

const font = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia });
const FANGSONG = font('仿宋');
const HEI = font('黑体');
const KAI = font('楷体');
const SONG = font('宋体');

const paragraph = (text: string): Paragraph =>
  new Paragraph({
    spacing: { line: LINE, lineRule: 'exact' },
    indent: { firstLine: INDENT },
    children: [new TextRun({ text, size: SIZE.text, font: FANGSONG })],
  });

const heading = (text: string, level: 1 | 2): Paragraph =>
  new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { line: LINE, lineRule: 'exact', before: level === 1 ? 200 : 0 },
    indent: { firstLine: INDENT },
    children: [new TextRun({ text, size: SIZE.text, font: level === 1 ? HEI : KAI, color: '000000' })],
  });

interface CellLook {
  bold?: boolean;
  left?: boolean;
  indent?: number;
  /** Its row stays on the page of the next one. */
  keepNext?: boolean;
  columnSpan?: number;
  rowSpan?: number;
}

function cell(
  text: string,
  width: number,
  { bold = false, left = false, indent = 0, keepNext = false, ...spans }: CellLook = {},
): TableCell {
  return new TableCell({
    ...spans,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new Paragraph({
        alignment: left ? AlignmentType.LEFT : AlignmentType.CENTER,
        indent: { left: indent },
        keepNext,
        children: [new TextRun({ text, size: SIZE.table, font: SONG, bold })],
      }),
    ],
  });
}

/** Widths of the columns: the names get what the figures leave. */
function widths({ columns, rows }: TableBlock): [number, number[]] {
  const isWords = columns.map((_, at) =>
    rows.some(({ cells }) => typeof cells[at] === 'string' && cells[at] !== ''),
  );
  const share = columns.length > 4 ? 0.62 : columns.length > 1 ? 0.5 : 0.3;
  const each = isWords.map((words) => (words && columns.length === 2 ? 2 : 1));
  const all = each.reduce((sum, n) => sum + n, 0);
  const parts = each.map((n) => Math.floor((WIDTH * share * n) / all));
  return [WIDTH - parts.reduce((sum, n) => sum + n, 0), parts];
}

const shown = (value: Row['cells'][number] | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** The rows that are repeated on each page: two where some columns have a heading together. */
function headRows(block: TableBlock, first: number, others: number[]): TableRow[] {
  const look = { bold: true, keepNext: true };
  const under = groupedColumns(block);
  const rowSpan = under.length > 0 ? 2 : 1;
  let at = 0;
  const over = headCells(block).map(({ name, span, down }) => {
    const width = others.slice(at, at + span).reduce((sum, one) => sum + one, 0);
    at += span;
    return cell(name, width, { ...look, columnSpan: span, rowSpan: down ? rowSpan : 1 });
  });
  const rows = [
    [cell('项目', first, { ...look, rowSpan }), ...over],
    under.map((name, n) => cell(name, others[(block.group?.first ?? 0) + n] ?? 0, look)),
  ];
  return rows
    .filter((children) => children.length > 0)
    .map((children) => new TableRow({ tableHeader: true, cantSplit: true, children }));
}

function table(block: TableBlock): Table {
  const [first, others] = widths(block);
  const isShort = block.rows.length <= WHOLE_ROWS;
  const rows = block.rows.map(({ name, level, cells }, row) => {
    // A heading of the table goes with what it is the heading of.
    const keepNext = row < block.rows.length - 1 && (isShort || cells.length === 0);
    return new TableRow({
      cantSplit: true,
      children: [
        cell(name, first, { left: true, bold: level === 0, indent: level * LEVEL_INDENT, keepNext }),
        ...others.map((width, at) => cell(shown(cells[at]), width, { keepNext })),
      ],
    });
  });
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [first, ...others],
    rows: [...headRows(block, first, others), ...rows],
  });
}

function blockOf(block: Block, edits: Edits): (Paragraph | Table)[] {
  if (block.kind === 'table')
    return [
      ...(block.caption ? [heading(block.caption, 2)] : []),
      table(block),
      new Paragraph({ spacing: { after: 120 } }),
    ];
  return [
    ...(block.heading ? [heading(block.heading, 2)] : []),
    ...textOf(block, edits).split('\n').filter(Boolean).map(paragraph),
  ];
}

const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28, font: SONG })],
      }),
    ],
  });

/** The document, to be packed as the platform needs it. @param signed who releases it, and the day in words. */
export function reportDocument(report: Report, edits: Edits, signed: { by: string; day: string }): Document {
  const end = (text: string): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: { line: LINE, lineRule: 'exact' },
      indent: { right: INDENT },
      children: [new TextRun({ text, size: SIZE.text, font: FANGSONG })],
    });
  return new Document({
    title: report.title,
    creator: signed.by,
    styles: {
      default: { document: { run: { font: FANGSONG, size: SIZE.text, language: { eastAsia: 'zh-CN' } } } },
    },
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN } },
        footers: { default: footer() },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
            spacing: { after: LINE },
            children: [
              new TextRun({
                text: report.title,
                size: SIZE.title,
                bold: true,
                color: '000000',
                font: font('方正小标宋简体'),
              }),
            ],
          }),
          ...report.parts.flatMap((part) => [
            heading(part.heading, 1),
            ...part.blocks.flatMap((block) => blockOf(block, edits)),
          ]),
          new Paragraph({}),
          end(signed.by),
          end(signed.day),
        ],
      },
    ],
  });
}

/** In the browser. */
export const reportDocx = (...of: Parameters<typeof reportDocument>): Promise<Blob> =>
  Packer.toBlob(reportDocument(...of));
/** On the server. */
export const reportDocxBytes = (...of: Parameters<typeof reportDocument>): Promise<Uint8Array> =>
  Packer.toBuffer(reportDocument(...of));
