/** What hangs on each board and wall of a unit, and what should hang and does not. Pure. */
import type { LightNotice } from '../../domain/board/board.ts';
import type { CatalogueEntry } from '../../domain/catalogue/entry.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import { hanging } from './rungs.ts';

export interface Sheet {
  outing: string;
  notice: string;
  title: string;
  /** When it was put up, by the author's clock. */
  since: string;
}

/** Sheets that hang now, by place, the longest first. */
export function sheetsByPlace(notices: Notice[]): Map<string, Sheet[]> {
  const sheets = new Map<string, Sheet[]>();
  for (const notice of notices) {
    const { title } = currentRevision(notice).content;
    for (const { id, place, at } of hanging(notice.outings)) {
      if (place === null) continue;
      const sheet = { outing: id, notice: notice.id, title, since: at };
      sheets.set(place, [...(sheets.get(place) ?? []), sheet]);
    }
  }
  for (const some of sheets.values()) some.sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
  return sheets;
}

/** Notices whose publicity runs, whose entry asks for paper, and of which no sheet hangs. */
export const missingOf = (
  notices: LightNotice[],
  catalogue: CatalogueEntry[],
  hung: ReadonlySet<string>,
): LightNotice[] =>
  notices.filter((notice) => {
    if (notice.withdrawn || notice.publicity === null || notice.publicityClosed) return false;
    const asks = catalogue.find(({ id }) => id === notice.entry)?.forms.includes('paper') ?? false;
    return asks && !hung.has(notice.id);
  });
