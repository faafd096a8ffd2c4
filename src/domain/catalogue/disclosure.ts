/**
 * The guide and the catalogue of disclosure as notices (公开指南, 公开目录: 政府信息公开条例 art. 12), made from the register,
 * so that nobody types them. The office reads them and publishes them like any other notice.
 */
import { tableFieldOf } from '../kind/kind.ts';
import { disclosureCatalogue } from '../kind/kinds/disclosure-catalogue.ts';
import { emptyTable } from '../kind/reuse.ts';
import { type Cell, KIND_LIMITS, type KindFields, type TableValue } from '../kind/values.ts';
import { TOWNSHIP_UNIT } from '../registry/events.ts';
import type { Registry } from '../registry/registry.ts';
import type { LocalDate } from '../time.ts';
import { type CatalogueEntry, inForce } from './entry.ts';
import { ASPECT_WORDS, channelsText, dueText, joined, PART_WORDS, UNIT_WORDS } from './words.ts';

const LONGEST_CHANGE = 1_000;

/** A cell of a notice is short: what is longer ends with a sign that something follows. */
const cell = (text: string): Cell =>
  text === '' ? null : text.length <= KIND_LIMITS.cell ? text : `${text.slice(0, KIND_LIMITS.cell - 1)}…`;

const byPart = (entries: CatalogueEntry[]): CatalogueEntry[] =>
  (['A', 'B', 'other'] as const).flatMap((part) => entries.filter((entry) => entry.part === part));

/** One entry in the columns of the national standard form. */
const rowOf = (entry: CatalogueEntry): Record<string, string> => ({
  area: PART_WORDS[entry.part],
  first: ASPECT_WORDS[entry.aspect],
  second: entry.name,
  content: entry.hint === '' ? entry.name : entry.hint,
  due: dueText(entry.due),
  who: `${joined(UNIT_WORDS, entry.units)}（${entry.post}）`,
  channels: channelsText(entry.forms),
  audience: '全社会',
  manner: '主动公开',
  basis: entry.basis,
});

/** The catalogue's table as it is in force on a day. */
export function catalogueTable(entries: CatalogueEntry[], on: LocalDate): TableValue {
  const field = tableFieldOf(disclosureCatalogue, 'rows');
  if (!field) throw new RangeError('the catalogue of disclosure has its table');
  const table = emptyTable(field);
  const rows = byPart(entries.filter((entry) => inForce(entry, on))).map((entry) => {
    const row = rowOf(entry);
    return table.columns.map(({ id }) => cell(row[id] ?? ''));
  });
  return { ...table, rows };
}

export interface CatalogueChanges {
  added: string[];
  gone: string[];
  /** Name of the entry, and the headings of the columns in which it differs. */
  changed: { name: string; columns: string[] }[];
}

const named = (table: TableValue): Map<string, Map<string, Cell>> => {
  const at = table.columns.findIndex(({ id }) => id === 'second');
  return new Map(
    table.rows.map((row) => [
      String(row[at] ?? ''),
      new Map(table.columns.map(({ name }, index) => [name, row[index] ?? null])),
    ]),
  );
};

/** What differs between the catalogue that was published last and the one of today; by the entries' names. */
export function catalogueChanges(before: TableValue, now: TableValue): CatalogueChanges {
  const [old, own] = [named(before), named(now)];
  const changed = [...own].flatMap(([name, row]) => {
    const earlier = old.get(name);
    if (!earlier) return [];
    const columns = [...row].flatMap(([column, value]) =>
      (earlier.get(column) ?? null) === value ? [] : [column],
    );
    return columns.length > 0 ? [{ name, columns }] : [];
  });
  return {
    added: [...own.keys()].filter((name) => !old.has(name)),
    gone: [...old.keys()].filter((name) => !own.has(name)),
    changed,
  };
}

export const hasChanges = ({ added, gone, changed }: CatalogueChanges): boolean =>
  added.length + gone.length + changed.length > 0;

/** The changes in a sentence for residents. */
export function changesText({ added, gone, changed }: CatalogueChanges): string {
  const parts = [
    added.length > 0 && `增加${added.length}项：${added.join('、')}。`,
    changed.length > 0 &&
      `修改${changed.length}项：${changed.map(({ name, columns }) => `${name}（${columns.join('、')}）`).join('、')}。`,
    gone.length > 0 && `停用${gone.length}项：${gone.join('、')}。`,
  ];
  const text = parts.filter(Boolean).join('\n');
  return text.length <= LONGEST_CHANGE ? text : `${text.slice(0, LONGEST_CHANGE - 1)}…`;
}

/** Fields of the catalogue's notice. @param before the table that was published last; null: none was. */
export function catalogueFields(
  entries: CatalogueEntry[],
  on: LocalDate,
  before: TableValue | null,
): KindFields {
  const rows = catalogueTable(entries, on);
  const changed = before ? changesText(catalogueChanges(before, rows)) : '';
  return {
    from: { type: 'date', value: on },
    entries: { type: 'quantity', value: String(rows.rows.length), unit: '条' },
    rows,
    ...(changed !== '' && { changed: { type: 'text' as const, value: changed } }),
  };
}

/** Fields of the guide. What the register does not know is left for the office: address in full, hours. */
export function guideFields(registry: Registry, on: LocalDate): KindFields {
  const unit = registry.units[TOWNSHIP_UNIT];
  const entries = registry.catalogue.filter((entry) => inForce(entry, on));
  const aspects = [...new Set(entries.map(({ aspect }) => ASPECT_WORDS[aspect]))];
  const forms = channelsText([...new Set(entries.flatMap((entry) => entry.forms))]);
  const office = unit?.office || '党政办';
  return {
    scope: {
      type: 'text',
      value: `本乡镇和各村按公开目录主动公开${entries.length}项：${aspects.join('、')}。国家秘密、商业秘密和个人隐私依法不公开。`,
    },
    classes: {
      type: 'steps',
      items: byPart(entries)
        .map((entry) => `${ASPECT_WORDS[entry.aspect]}：${entry.name}`)
        .slice(0, KIND_LIMITS.items),
    },
    ways: {
      type: 'steps',
      items: ['村委会的平板和自己的手机（扫公开栏上的二维码）', `其他形式：${forms}`, `到${office}当面查`],
    },
    asking: {
      type: 'steps',
      items: [
        '写清姓名、证件和电话，要哪份信息、怎样给。不会写可以口头说，由工作人员代写（条例第二十九条）',
        `交到${office}，或者寄来`,
        '能当场答复的当场答复；不能的，收到之日起20个工作日内答复，最多再延长20个工作日（条例第三十三条）',
        '不收费；次数、数量明显超过合理范围的除外（条例第四十二条）',
      ],
    },
    office: { type: 'text', value: office },
    ...(unit?.office && { address: { type: 'text' as const, value: `${unit.name}${unit.office}` } }),
    ...(unit?.phone && { phone: { type: 'phone' as const, value: unit.phone } }),
    oversight: {
      type: 'text',
      value:
        '认为该公开没有公开的，可以向上一级政府信息公开主管部门投诉、举报（条例第四十七条）；对答复不服的，可以申请行政复议或者提起行政诉讼（条例第五十一条）。',
    },
    updated: { type: 'date', value: on },
  };
}
