/** A letter as a file for a word processor, laid out as official letters are (GB/T 9704: title in size two, text in size three). */
import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx';
import type { Letter } from './letter.ts';

/** Half points. */
const TITLE = 44;
const TEXT = 32;
/** Twentieths of a point: two characters, the distance of lines, and the margins. */
const INDENT = 640;
const LINE = 560;
const MARGIN = { top: 2098, bottom: 1984, left: 1588, right: 1474 };
const FONT = { ascii: 'Times New Roman', eastAsia: '仿宋', hAnsi: 'Times New Roman' };

const line = (text: string, more: object = {}): Paragraph =>
  new Paragraph({
    spacing: { line: LINE, lineRule: 'exact' },
    children: [new TextRun({ text, size: TEXT, font: FONT })],
    ...more,
  });

/** The file. */
export async function letterFile({ title, to, paragraphs, from, day }: Letter): Promise<Blob> {
  const document = new Document({
    sections: [
      {
        properties: { page: { margin: MARGIN } },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: LINE },
            children: [
              new TextRun({ text: title, size: TITLE, bold: true, font: { ...FONT, eastAsia: '宋体' } }),
            ],
          }),
          line(to),
          ...paragraphs.map((text) => line(text, { indent: { firstLine: INDENT } })),
          line(''),
          line(from, { alignment: AlignmentType.RIGHT }),
          line(day, { alignment: AlignmentType.RIGHT }),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}
