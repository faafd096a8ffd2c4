/** The kind of a draft: which are offered, what its fields begin with, and what is signed of them. Pure. */
import type { CatalogueEntry } from '../../domain/catalogue/entry.ts';
import { periodOf, previousPeriod, type PeriodKind } from '../../domain/calendar/periods.ts';
import { checkFields } from '../../domain/kind/check.ts';
import type { Field, NoticeKind } from '../../domain/kind/kind.ts';
import { kindOf } from '../../domain/kind/kinds.ts';
import { FITS_EVERYWHERE, kindsOfEntry } from '../../domain/kind/of-entry.ts';
import type { Problem } from '../../domain/kind/problems.ts';
import { emptyFor, withLabels } from '../../domain/kind/reuse.ts';
import type { FieldValue, KindFields, TableValue } from '../../domain/kind/values.ts';
import type { NoticeContent } from '../../domain/notice/events.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { DraftRow } from '../../store/device/db.ts';

/** Kinds for an entry that this version knows, the fitting one first; the draft's own among them. */
export function kindsFor(entry: CatalogueEntry | undefined, own: string): NoticeKind[] {
  const ids = entry ? kindsOfEntry(entry) : [...FITS_EVERYWHERE];
  return [...new Set([...ids, own])].flatMap((id) => kindOf(id) ?? []);
}

/** The last period that ended before today; empty for what has no rhythm. */
export function lastPeriod(every: CatalogueEntry['due']['every'], today: LocalDate): string {
  return every === 'occasion' ? '' : previousPeriod(periodOf(every, today)).id;
}

/** Periods that are needed begin with the last that ended. */
function beginning(kind: NoticeKind, every: CatalogueEntry['due']['every'], today: LocalDate): KindFields {
  const found: KindFields = {};
  for (const field of kind.fields) {
    if (field.type !== 'period' || !field.required) continue;
    const wanted: PeriodKind | undefined = field.periods.find((one) => one === every) ?? field.periods[0];
    if (wanted) found[field.id] = { type: 'period', value: previousPeriod(periodOf(wanted, today)).id };
  }
  return found;
}

function fits(field: Field, value: FieldValue | undefined): boolean {
  if (value?.type !== field.type || field.type === 'table') return false;
  if (field.type === 'choice' && value.type === 'choice')
    return field.options.some(({ zh }) => zh === value.value);
  return !(field.type === 'quantity' && value.type === 'quantity' && value.unit !== field.unit);
}

/** What of another kind's fields says the same here. */
const carried = (kind: NoticeKind, fields: KindFields): KindFields =>
  Object.fromEntries(
    kind.fields.flatMap((field) => {
      const value = fields[field.id];
      return value && fits(field, value) ? [[field.id, value]] : [];
    }),
  );

type KindPart = Pick<DraftRow, 'content' | 'aside'>;

/** The draft as a notice of another kind; what was typed for the one before is put aside, and comes back with it. */
export function withKind(
  draft: KindPart,
  kind: NoticeKind,
  entry: CatalogueEntry | undefined,
  today: LocalDate,
): KindPart {
  const { content, aside = {} } = draft;
  if (content.kind === kind.id) return { content, aside };
  const { [kind.id]: back, ...others } = aside;
  const fields = {
    ...beginning(kind, entry?.due.every ?? 'occasion', today),
    ...(back ?? carried(kind, content.fields)),
  };
  return {
    content: { ...content, kind: kind.id, fields },
    aside: { ...others, [content.kind]: content.fields },
  };
}

/** The draft about an entry: its kind, its period and its publicity period follow. */
export function withEntry(
  draft: Pick<DraftRow, 'content' | 'aside' | 'outward'>,
  entry: CatalogueEntry,
  today: LocalDate,
): Pick<DraftRow, 'content' | 'aside' | 'outward'> {
  const { id, name, publicity, due } = entry;
  const about: KindPart = {
    content: { ...draft.content, entry: { id, name }, period: lastPeriod(due.every, today) },
    aside: draft.aside,
  };
  const kind = kindsFor(entry, about.content.kind)[0];
  return {
    ...(kind ? withKind(about, kind, entry, today) : about),
    outward: { ...draft.outward, publicity },
  };
}

/** Columns in which nothing stands are not published. */
function withoutEmptyColumns(table: TableValue): TableValue {
  const filled = table.columns.map((_, at) => table.rows.some((row) => (row[at] ?? null) !== null));
  if (filled.every((one) => !one)) return { ...table, rows: [] };
  const keep = <Item>(items: Item[]): Item[] => items.filter((_, at) => filled[at]);
  return { ...table, columns: keep(table.columns), rows: table.rows.map(keep) };
}

const tidied = (value: FieldValue): FieldValue | null => {
  if (value.type === 'table') {
    const rows = value.rows.filter((row) => row.some((cell) => cell !== null));
    const table = withoutEmptyColumns({ ...value, rows });
    return rows.length > 0 ? table : null;
  }
  if (value.type === 'steps') {
    const items = value.items.map((item) => item.trim()).filter((item) => item !== '');
    return items.length > 0 ? { ...value, items } : null;
  }
  if (value.type === 'documents') {
    const items = value.items.filter(({ name }) => name.trim() !== '');
    return items.length > 0 ? { ...value, items } : null;
  }
  if (typeof value.value === 'string' && value.value.trim() === '') return null;
  return value;
};

/** The fields as they are signed: empty ones gone, labels of the day. A kind of a later version stays as it is. */
export function signedFields(content: Pick<NoticeContent, 'kind' | 'fields'>): KindFields {
  const kind = kindOf(content.kind);
  if (!kind) return content.fields;
  const filled = Object.entries(content.fields).flatMap(([id, value]) => {
    const own = tidied(value);
    return own ? [[id, own] as const] : [];
  });
  return withLabels(kind, Object.fromEntries(filled));
}

/** What does not fit in the fields of a draft. */
export function kindProblems(content: Pick<NoticeContent, 'kind' | 'fields'>): Problem[] {
  const kind = kindOf(content.kind);
  return kind ? checkFields(kind, signedFields(content)) : [];
}

/** Whether a person filled something in; a period that the form chose itself does not count. */
export const hasFields = (fields: KindFields): boolean =>
  Object.values(fields).some((value) => value.type !== 'period');

/** The draft with one field changed; `typed`: what stands there and can't be read, empty when it can. */
export function withField(
  { content, typed = {} }: Pick<DraftRow, 'content' | 'typed'>,
  field: string,
  value: FieldValue | null,
  text: string,
): Pick<DraftRow, 'content' | 'typed'> {
  const { [field]: _, ...others } = content.fields;
  const { [field]: _text, ...texts } = typed;
  return {
    content: { ...content, fields: value ? { ...content.fields, [field]: value } : others },
    typed: text === '' ? texts : { ...texts, [field]: text },
  };
}

/** The last notice about the same thing as the start of this one: its form and its words, figures emptied. */
export function reusedContent(last: NoticeContent): Partial<NoticeContent> {
  const { title, officer, sections } = last;
  const kind = kindOf(last.kind);
  if (!kind) return { title, officer, sections };
  return { title, officer, sections, kind: last.kind, fields: emptyFor(kind, last.fields) };
}
