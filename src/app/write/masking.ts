/** Personal data in everything that a notice says: found, and masked in what is signed. Pure. */
import { findPersonalData, replaceFindings } from '../../domain/personal-data/find.ts';
import type { PersonalDataFinding, PersonalDataKind } from '../../domain/personal-data/kinds.ts';
import { findInTable } from '../../domain/personal-data/table.ts';
import { mapTexts } from '../../domain/kind/texts.ts';
import type { NoticeContent } from '../../domain/notice/events.ts';

/** Where something was found; `name`: the field's label; `row`: of a table, from 0. */
export interface Where {
  part: 'title' | 'officer' | 'text' | 'photo' | 'file' | 'field';
  name?: string;
  row?: number;
}

export interface Hidden {
  kind: PersonalDataKind;
  where: Where;
  original: string;
  masked: string;
  /** The cadre shows it in the clear. */
  lifted: boolean;
}

export interface Masked {
  content: NoticeContent;
  found: Hidden[];
}

interface Masker {
  found: Hidden[];
  text(text: string, where: Where): string;
  table(header: string[], rows: string[][], where: Where): string[][];
}

function makeMasker(lifted: ReadonlySet<string>): Masker {
  const found: Hidden[] = [];
  const note = ({ kind, original, masked }: PersonalDataFinding, where: Where): void =>
    void found.push({ kind, where, original, masked, lifted: lifted.has(original) });
  return {
    found,
    text(text, where) {
      const findings = findPersonalData(text);
      for (const one of findings) note(one, where);
      return replaceFindings(text, findings, lifted);
    },
    table(header, rows, where) {
      const byCell = new Map<string, PersonalDataFinding[]>();
      for (const one of findInTable(header, rows).findings) {
        note(one, { ...where, row: one.row });
        const cell = `${one.row} ${one.column}`;
        byCell.set(cell, [...(byCell.get(cell) ?? []), one]);
      }
      return rows.map((row, at) =>
        row.map((cell, column) => replaceFindings(cell, byCell.get(`${at} ${column}`) ?? [], lifted)),
      );
    },
  };
}

/**
 * The content as residents will see it, with what was masked counted, and all that was found.
 * `lifted`: originals that are shown wherever they stand.
 */
export function maskContent(content: NoticeContent, lifted: Iterable<string> = []): Masked {
  const masker = makeMasker(new Set(lifted));
  const { text } = masker;
  const nameOf = (field: string): string => content.fields[field]?.label ?? '';
  const masked: NoticeContent = {
    ...content,
    title: text(content.title, { part: 'title' }),
    officer: text(content.officer, { part: 'officer' }),
    fields: mapTexts(content.fields, {
      text: (one, { field }) => text(one, { part: 'field', name: nameOf(field) }),
      table: (header, rows, field) => masker.table(header, rows, { part: 'field', name: nameOf(field) }),
    }),
    sections: content.sections.map((section) => ({
      heading: text(section.heading, { part: 'text' }),
      text: text(section.text, { part: 'text' }),
    })),
    photos: content.photos.map((photo) => ({ ...photo, caption: text(photo.caption, { part: 'photo' }) })),
    attachments: content.attachments.map((file) => ({ ...file, name: text(file.name, { part: 'file' }) })),
  };
  const count = masker.found.filter((one) => !one.lifted).length;
  return { content: { ...masked, masked: content.masked + count }, found: masker.found };
}
