/** A draft of the notice by which the report goes out, with the Word file attached. Pure but for the device's own commands. */
import type { CatalogueEntry } from '../../domain/catalogue/entry.ts';
import { NOTICE_LIMITS } from '../../domain/notice/events.ts';
import { type Edits, sectionsOf } from '../../domain/report/annual.ts';
import type { Report } from '../../domain/report/model.ts';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { DraftRow } from '../../store/device/db.ts';
import { withEntry } from '../write/kind-state.ts';

export const ANNUAL_REPORT_ENTRY = 'gov-annual-report';

/** The entry under which reports are published; null when the catalogue has it no more. */
export const reportEntry = (catalogue: readonly CatalogueEntry[], today: LocalDate): CatalogueEntry | null =>
  catalogue.find(
    ({ id, from, until }) => id === ANNUAL_REPORT_ENTRY && from <= today && (until ?? today) >= today,
  ) ?? null;

export function reportDraft(
  draft: DraftRow,
  report: Report,
  edits: Edits,
  { registry, entry, today }: { registry: Registry; entry: CatalogueEntry; today: LocalDate },
): DraftRow {
  const leader = registry.units[TOWNSHIP_UNIT]?.leadingGroup.leader;
  const about = withEntry(draft, entry, today);
  return {
    ...draft,
    outward: about.outward,
    content: {
      ...about.content,
      kind: 'plain',
      fields: {},
      title: report.title.slice(0, NOTICE_LIMITS.title),
      officer: leader ? `${leader.name}（${leader.post}）`.slice(0, NOTICE_LIMITS.officer) : '',
      sections: sectionsOf(report, edits),
    },
  };
}
