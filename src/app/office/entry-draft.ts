/** An entry of the catalogue as a form holds it, and what is wrong with it. Pure. */
import type { CatalogueEntry, DayCount, Rhythm } from '../../domain/catalogue/entry.ts';
import type { Problems } from './unit-draft.ts';

export const ENTRY_LIMITS = { name: 60, post: 60, hint: 200, occasion: 60, basis: 200 } as const;
const MOST_DAYS = 366;

/** The fields that are typed or chosen; the rest of an entry stays as it is. */
export interface EntryDraft {
  name: string;
  part: CatalogueEntry['part'];
  aspect: CatalogueEntry['aspect'];
  units: CatalogueEntry['units'];
  kind: string;
  hint: string;
  post: string;
  every: Rhythm;
  occasion: string;
  withinDays: string;
  withinUnit: DayCount['unit'];
  /** Empty: no publicity period. */
  publicityDays: string;
  publicityUnit: DayCount['unit'];
  review: CatalogueEntry['review'];
  forms: CatalogueEntry['forms'];
  basis: string;
  from: string;
  /** Empty: in force until further notice. */
  until: string;
}

/** @param today day in Asia/Shanghai, from which a new entry is in force. */
export const entryDraft = (entry: CatalogueEntry | null, today: string): EntryDraft => ({
  name: entry?.name ?? '',
  part: entry?.part ?? 'other',
  aspect: entry?.aspect ?? 'government',
  units: entry?.units ?? ['village'],
  kind: entry?.kinds[0] ?? 'plain',
  hint: entry?.hint ?? '',
  post: entry?.post ?? '',
  every: entry?.due.every ?? 'occasion',
  occasion: entry?.due.occasion ?? '',
  withinDays: String(entry?.due.within.days ?? 20),
  withinUnit: entry?.due.within.unit ?? 'working',
  publicityDays: entry?.publicity ? String(entry.publicity.days) : '',
  publicityUnit: entry?.publicity?.unit ?? 'working',
  review: entry?.review ?? 'none',
  forms: entry?.forms ?? [],
  basis: entry?.basis ?? '',
  from: entry?.from ?? today,
  until: entry?.until ?? '',
});

const days = (text: string): number | null => {
  const count = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return count >= 1 && count <= MOST_DAYS ? count : null;
};

/** The kind chosen first, then those that fitted before. */
const kindsOf = (entry: CatalogueEntry | null, kind: string): string[] =>
  [kind, ...(entry?.kinds ?? []).filter((one) => one !== kind)].slice(0, 8);

/** The entry as the registry takes it; call it when `entryProblems` finds none. */
export function entryOf(id: string, before: CatalogueEntry | null, draft: EntryDraft): CatalogueEntry {
  const publicity = days(draft.publicityDays);
  return {
    id,
    part: draft.part,
    name: draft.name.trim(),
    aspect: draft.aspect,
    units: draft.units,
    kinds: kindsOf(before, draft.kind),
    hint: draft.hint.trim(),
    post: draft.post.trim(),
    due: {
      every: draft.every,
      occasion: draft.every === 'occasion' ? draft.occasion.trim() : '',
      within: { days: days(draft.withinDays) ?? 20, unit: draft.withinUnit },
    },
    publicity: publicity === null ? null : { days: publicity, unit: draft.publicityUnit },
    review: draft.review,
    forms: draft.forms,
    basis: draft.basis.trim(),
    from: draft.from,
    until: draft.until || null,
  };
}

function textProblem(problems: Problems, draft: EntryDraft, field: keyof typeof ENTRY_LIMITS): void {
  const over = draft[field].trim().length - ENTRY_LIMITS[field];
  if (over > 0) problems[field] = { over };
}

export function entryProblems(draft: EntryDraft): Problems {
  const problems: Problems = {};
  for (const field of ['name', 'post', 'hint', 'occasion', 'basis'] as const)
    textProblem(problems, draft, field);
  for (const field of ['name', 'post'] as const)
    if (draft[field].trim() === '') problems[field] = { over: null };
  if (draft.every === 'occasion' && draft.occasion.trim() === '') problems['occasion'] = { over: null };
  if (draft.units.length === 0) problems['units'] = { over: null };
  if (days(draft.withinDays) === null) problems['withinDays'] = { over: null };
  if (draft.publicityDays.trim() !== '' && days(draft.publicityDays) === null)
    problems['publicityDays'] = { over: null };
  if (draft.from === '') problems['from'] = { over: null };
  if (draft.until !== '' && draft.until < draft.from) problems['until'] = { over: null };
  return problems;
}
