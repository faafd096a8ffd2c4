/** The public figures of the report box as they are kept on a device. Apart from fetching them, which loads later. */
import type { BoxCounts } from '../../domain/box/counts.ts';

/** Name of the `meta` row with them. */
export const BOX_FIGURES = 'box-figures';

/** Name of the `meta` row with the ids of the envelopes that an inspector has opened on his device. */
export const REPORTS_READ = 'reports-read';

/** Figures that the township's log has signed for. */
export interface BoxFigures extends BoxCounts {
  /** They count what was taken in before this, ISO time. */
  until: string;
  /** Events in the box at that moment. */
  size: number;
}
