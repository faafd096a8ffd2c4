/** Two versions of a notice's fields: which came, went or changed, and how, each by its type. */
import type { FieldValue, KindFields } from '../kind/values.ts';
import { decimalDifference } from './difference.ts';
import type { Difference } from './difference.ts';
import { compareTables } from './table.ts';
import type { TableComparison } from './table.ts';
import { compareTexts } from './text.ts';
import type { TextPart } from './text.ts';

/** How a field changed: by words, by an amount, by rows; `null` where before and after say it all. */
export type FieldDetail =
  | { type: 'text'; parts: TextPart[] }
  | { type: 'difference'; difference: Difference }
  | { type: 'table'; table: TableComparison }
  | null;

export type FieldChange =
  | { id: string; kind: 'new'; after: FieldValue }
  | { id: string; kind: 'gone'; before: FieldValue }
  | { id: string; kind: 'changed'; before: FieldValue; after: FieldValue; detail: FieldDetail };

/** Lists as lines, so that they are compared as a text. */
function textOf(value: FieldValue): string | null {
  if (value.type === 'text') return value.value;
  if (value.type === 'steps') return value.items.join('\n');
  if (value.type !== 'documents') return null;
  return value.items.map(({ name, note }) => (note === '' ? name : `${name}（${note}）`)).join('\n');
}

function detailOf(before: FieldValue, after: FieldValue): FieldDetail {
  if (before.type === 'table' && after.type === 'table') {
    return { type: 'table', table: compareTables(before, after) };
  }
  if (before.type === 'money' && after.type === 'money') {
    return { type: 'difference', difference: { type: 'money', fen: after.value - before.value } };
  }
  if (before.type === 'quantity' && after.type === 'quantity' && before.unit === after.unit) {
    const text = decimalDifference(before.value, after.value);
    return text === null ? null : { type: 'difference', difference: { type: 'number', text } };
  }
  const [from, to] = [textOf(before), textOf(after)];
  return from === null || to === null ? null : { type: 'text', parts: compareTexts(from, to) };
}

/** Whether two values say the same. Both come from one schema, so their members stand in one order or in another. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [mine, theirs] = [Object.entries(one), other as Record<string, unknown>];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    mine.length === Object.keys(theirs).length &&
    mine.every(
      ([key, value]) => Object.prototype.hasOwnProperty.call(theirs, key) && same(value, theirs[key]),
    )
  );
}

/** What changed, in the order of the fields after, then what went. A field that says the same is not listed. */
export function compareFields(before: KindFields, after: KindFields): FieldChange[] {
  const was = new Map(Object.entries(before));
  const changes: FieldChange[] = [];
  for (const [id, value] of Object.entries(after)) {
    const old = was.get(id);
    if (old === undefined) changes.push({ id, kind: 'new', after: value });
    else if (!same(old, value)) {
      changes.push({ id, kind: 'changed', before: old, after: value, detail: detailOf(old, value) });
    }
    was.delete(id);
  }
  for (const [id, value] of was) changes.push({ id, kind: 'gone', before: value });
  return changes;
}
