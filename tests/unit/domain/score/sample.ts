/** Units with records, for scorecards. */
import type { CatalogueEntry } from '../../../../src/domain/catalogue/entry.ts';
import type { LightNotice } from '../../../../src/domain/board/board.ts';
import { NO_RECORDS, type UnitRecords } from '../../../../src/domain/score/items.ts';
import { told } from '../due/sample.ts';

/** A notice as lists hold it, taken in at ten in the morning of a day. */
export const light = (
  about: CatalogueEntry,
  period: string,
  taken: string,
  part: Partial<LightNotice> = {},
): LightNotice => ({
  ...told(about, period, taken),
  history: [0],
  entryName: about.name,
  title: `${about.name} ${period}`,
  officer: '',
  author: 'c'.repeat(64),
  photo: null,
  attachments: 0,
  corrections: 0,
  withdrawn: null,
  conflict: false,
  latest: '',
  kind: 'plain',
  urgentUntil: null,
  publicity: null,
  publicityClosed: false,
  outings: [],
  firstUp: null,
  forms: [],
  balance: null,
  project: null,
  ...part,
});

export const corrected = (...reasons: string[]): Partial<LightNotice> => ({
  corrections: reasons.length,
  changes: reasons.map((reason) => ({ acceptedAt: '2026-11-01T02:00:00.000Z', reason })),
});

export const records = (notices: LightNotice[], part: Partial<UnitRecords> = {}): UnitRecords => ({
  ...NO_RECORDS,
  notices,
  ...part,
});
