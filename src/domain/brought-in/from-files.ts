/** Old records from files alone, without a list: one of each, whose day and title its name tells. Pure. */
import { textOf, type RawSheet } from '../table/cells.ts';
import { OLD_FIELDS } from './columns.ts';
import { fromFileName } from './file-name.ts';

const HEADINGS = ['公开日期', '标题', '单位', '公开目录', '负责人', '内容', '附件'];

/** The files as a sheet with the headings of `columns.ts`, the oldest first; what tells no day has an empty cell. */
export function sheetOfFiles(names: readonly string[]): RawSheet {
  const rows = names.map((name) => {
    const { day, title } = fromFileName(name);
    return OLD_FIELDS.map((field) => {
      if (field === 'day') return day;
      if (field === 'title') return title;
      return field === 'files' ? name : null;
    });
  });
  rows.sort((one, other) => (textOf(one[0]) < textOf(other[0]) ? -1 : 1));
  return { name: '', hidden: false, rows: [HEADINGS, ...rows], merges: [] };
}
