/** The columns of the catalogue's sheet: those of the national standard form (标准目录), and what ours needs beside. */
import { parseLocalDate } from '../calendar/days.ts';
import { KINDS } from '../kind/kinds.ts';
import type { LocalDate } from '../time.ts';
import type { CatalogueEntry } from './entry.ts';
import {
  ASPECT_WORDS,
  channelsText,
  daysText,
  dueText,
  joined,
  keyOf,
  keysOf,
  PART_WORDS,
  readChannels,
  readDays,
  readDue,
  REVIEWER_WORDS,
  UNIT_WORDS,
} from './words.ts';

export type SheetProblemCode =
  /** Nothing stands where something must. */
  | 'missing'
  | 'too-long'
  /** None of the words that the column knows. */
  | 'unknown-word'
  | 'not-a-day'
  | 'not-days'
  | 'not-due'
  /** The last day is before the first. */
  | 'until-before'
  /** Only what is published on one's own initiative stands in the catalogue. */
  | 'on-request'
  | 'bad-id'
  /** The same entry in two rows. */
  | 'twice';

export type EntryPart = Partial<CatalogueEntry>;
type Read = EntryPart | SheetProblemCode;

export interface SheetColumn {
  name: string;
  /** Other headings for the same. */
  synonyms?: string[];
  /** Characters wide. */
  width: number;
  write: (entry: CatalogueEntry) => string;
  read: (cell: string) => Read;
}

const KIND_WORDS: Record<string, string> = Object.fromEntries(KINDS.map(({ id, name }) => [id, name.zh]));
const MOST_KINDS = 8;
const kindWord = (id: string): string => KIND_WORDS[id] ?? id;

const line =
  (field: 'name' | 'post' | 'hint' | 'basis', max: number, required: boolean) =>
  (cell: string): Read => {
    if (cell === '' && required) return 'missing';
    return cell.length > max ? 'too-long' : { [field]: cell };
  };

const oneOf =
  <Key extends string>(words: Record<Key, string>, make: (key: Key) => EntryPart) =>
  (cell: string): Read => {
    const key = keyOf(words, cell);
    if (key) return make(key);
    return cell === '' ? 'missing' : 'unknown-word';
  };

const several =
  <Key extends string>(words: Record<Key, string>, make: (keys: Key[]) => EntryPart) =>
  (cell: string): Read => {
    const keys = keysOf(words, cell);
    if (!keys) return 'unknown-word';
    return keys.length > 0 ? make(keys) : 'missing';
  };

/** Names of kinds hold commas, so that a semicolon stands between two. */
function readKinds(cell: string): Read {
  const words = cell.split(/[;；\n]/).map((word) => word.trim());
  const kinds = words.filter((word) => word !== '').map((word) => keyOf(KIND_WORDS, word));
  if (kinds.length === 0) return 'missing';
  if (kinds.length > MOST_KINDS) return 'too-long';
  return kinds.includes(null) ? 'unknown-word' : { kinds: [...new Set(kinds as string[])] };
}

/** `2026-3-1`, `2026/3/1`, `2026年3月1日`. */
function readDay(cell: string): LocalDate | null {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell.normalize('NFKC')) ?? [];
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

export const SHEET_COLUMNS: SheetColumn[] = [
  {
    name: '公开领域',
    width: 14,
    write: ({ part }) => PART_WORDS[part],
    read: oneOf(PART_WORDS, (part) => ({ part })),
  },
  {
    name: '一级事项',
    synonyms: ['一级目录'],
    width: 14,
    write: ({ aspect }) => ASPECT_WORDS[aspect],
    read: oneOf(ASPECT_WORDS, (aspect) => ({ aspect })),
  },
  {
    name: '二级事项',
    synonyms: ['二级目录', '公开事项'],
    width: 26,
    write: ({ name }) => name,
    read: line('name', 60, true),
  },
  {
    name: '公开内容（要素）',
    synonyms: ['内容要素'],
    width: 44,
    write: ({ hint }) => hint,
    read: line('hint', 200, false),
  },
  {
    name: '公开时限',
    synonyms: ['时限'],
    width: 24,
    write: ({ due }) => dueText(due),
    read: (cell) => {
      const due = readDue(cell);
      if (!due) return cell === '' ? 'missing' : 'not-due';
      return due.occasion.length > 60 ? 'too-long' : { due };
    },
  },
  {
    name: '公示期',
    width: 12,
    write: ({ publicity }) => (publicity ? daysText(publicity) : ''),
    read: (cell) => {
      const publicity = cell === '' ? null : readDays(cell);
      return cell !== '' && !publicity ? 'not-days' : { publicity };
    },
  },
  {
    name: '公开主体',
    width: 14,
    write: ({ units }) => joined(UNIT_WORDS, units),
    read: several(UNIT_WORDS, (units) => ({ units })),
  },
  {
    name: '负责人（岗位）',
    synonyms: ['责任岗位', '责任人'],
    width: 22,
    write: ({ post }) => post,
    read: line('post', 60, true),
  },
  {
    name: '公开渠道和载体',
    synonyms: ['公开渠道', '渠道'],
    width: 28,
    write: ({ forms }) => channelsText(forms),
    read: (cell) => {
      const forms = readChannels(cell);
      return forms ? { forms } : 'unknown-word';
    },
  },
  {
    name: '公开前审核',
    width: 16,
    write: ({ review }) => REVIEWER_WORDS[review],
    read: oneOf(REVIEWER_WORDS, (review) => ({ review })),
  },
  { name: '公开对象', width: 10, write: () => '全社会', read: () => ({}) },
  {
    name: '公开方式',
    width: 10,
    write: () => '主动公开',
    read: (cell) => (cell === '' || cell === '主动公开' || cell === '主动' ? {} : 'on-request'),
  },
  {
    name: '公开依据',
    synonyms: ['依据'],
    width: 36,
    write: ({ basis }) => basis,
    read: line('basis', 200, false),
  },
  {
    name: '公告写法',
    width: 20,
    write: ({ kinds }) => kinds.map(kindWord).join('；'),
    read: readKinds,
  },
  {
    name: '起用日期',
    width: 12,
    write: ({ from }) => from,
    read: (cell) => {
      const from = readDay(cell);
      if (from) return { from };
      return cell === '' ? 'missing' : 'not-a-day';
    },
  },
  {
    name: '停用日期',
    width: 12,
    write: ({ until }) => until ?? '',
    read: (cell) => {
      const until = cell === '' ? null : readDay(cell);
      return cell !== '' && !until ? 'not-a-day' : { until };
    },
  },
];

/** Which entry a row is; empty for a new one. The last column, so that nobody trips over it. */
export const ID_COLUMN = '编号（不要改）';

export const sheetHeadings = (): string[] => [...SHEET_COLUMNS.map(({ name }) => name), ID_COLUMN];
export const sheetRow = (entry: CatalogueEntry): string[] => [
  ...SHEET_COLUMNS.map(({ write }) => write(entry)),
  entry.id,
];

/** Names of the columns in which two states of an entry differ. */
export const differingColumns = (before: CatalogueEntry, after: CatalogueEntry): string[] =>
  SHEET_COLUMNS.filter(({ write }) => write(before) !== write(after)).map(({ name }) => name);
