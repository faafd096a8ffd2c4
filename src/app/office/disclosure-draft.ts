/** A draft of the guide or of the catalogue of disclosure, filled in from the register. Pure. */
import { yearOf } from '../../domain/calendar/days.ts';
import { catalogueFields, guideFields } from '../../domain/catalogue/disclosure.ts';
import type { CatalogueEntry } from '../../domain/catalogue/entry.ts';
import { dateText } from '../../domain/kind/format.ts';
import type { TableValue } from '../../domain/kind/values.ts';
import { NOTICE_LIMITS } from '../../domain/notice/events.ts';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { DraftRow } from '../../store/device/db.ts';
import { withEntry } from '../write/kind-state.ts';

export const DISCLOSURE_KINDS = ['disclosure-guide', 'disclosure-catalogue'] as const;
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number];

/** The entry under which the township publishes its guide and catalogue. */
export const disclosureEntry = (catalogue: CatalogueEntry[], today: LocalDate): CatalogueEntry | null =>
  catalogue.find(
    ({ kinds, units, from, until }) =>
      kinds.some((kind) => (DISCLOSURE_KINDS as readonly string[]).includes(kind)) &&
      units.includes('township') &&
      from <= today &&
      (until ?? today) >= today,
  ) ?? null;

/** @param before the catalogue's table that was published last: what is made now is its supplement. */
export function disclosureDraft(
  draft: DraftRow,
  kind: DisclosureKind,
  {
    registry,
    entry,
    today,
    before,
  }: {
    registry: Registry;
    entry: CatalogueEntry;
    today: LocalDate;
    before: TableValue | null;
  },
): DraftRow {
  const leader = registry.units[TOWNSHIP_UNIT]?.leadingGroup.leader;
  const year = yearOf(today);
  const about = withEntry(draft, entry, today);
  const title =
    kind === 'disclosure-guide'
      ? `${registry.name}政府信息公开指南（${year}年）`
      : before
        ? `${registry.name}政府信息公开目录补充（${dateText(today)}）`
        : `${registry.name}政府信息公开目录（${year}年）`;
  const fields =
    kind === 'disclosure-guide'
      ? guideFields(registry, today)
      : catalogueFields(registry.catalogue, today, before);
  return {
    ...draft,
    outward: about.outward,
    content: {
      ...about.content,
      kind,
      fields,
      title,
      officer: leader ? `${leader.name}（${leader.post}）`.slice(0, NOTICE_LIMITS.officer) : '',
    },
  };
}
