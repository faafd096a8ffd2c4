/**
 * What tablets reported of their screens, as the server keeps it beside a board: one row for each month, so that a year
 * of reports grows no row without end.
 */
import { type DisplayedDay } from '../../domain/display/display.ts';
import type { DisplayReported } from '../../domain/display/events.ts';
import type { DomainEvent } from '../../domain/event.ts';
import type { LogStore, Row } from '../../store/log-store.ts';

interface Month {
  fold: string;
  /** Events folded before this row was written last. */
  size: number;
  days: DisplayedDay[];
}

const monthOf = (day: string): string => day.slice(0, 7);
const monthKey = (month: string): string => `displays/${month}`;

/** Reads and renews the months of one stream. `fold`: version of the folds, others are not read. */
export class Displays {
  readonly #store: LogStore;
  readonly #fold: string;

  constructor(store: LogStore, fold: string) {
    this.#store = store;
    this.#fold = fold;
  }

  async #month(stream: string, month: string): Promise<Month> {
    const value = (await this.#store.row(stream, monthKey(month))) as Month | undefined;
    return value?.fold === this.#fold ? value : { fold: this.#fold, size: 0, days: [] };
  }

  /** The rows that change with these events. What a row has already is not added twice. */
  async rows(stream: string, events: DomainEvent[]): Promise<Row[]> {
    const reports = events.filter(({ type, content }) => type === 'display.reported' && content !== null);
    const dayOf = ({ content }: DomainEvent): string => (content as DisplayReported).day;
    const months = [...new Set(reports.map((event) => monthOf(dayOf(event))))];
    return Promise.all(
      months.map(async (month): Promise<Row> => {
        const held = await this.#month(stream, month);
        const fresh = reports.filter((event) => monthOf(dayOf(event)) === month && event.number >= held.size);
        const days = fresh.map(({ author, content }): DisplayedDay => {
          const { day, spans } = content as DisplayReported;
          return { tablet: author, day, spans, own: false };
        });
        const size = Math.max(held.size, (events[events.length - 1]?.number ?? 0) + 1);
        const value: Month = { fold: this.#fold, size, days: [...held.days, ...days] };
        return { stream, key: monthKey(month), value };
      }),
    );
  }

  /** Every day reported from a day to another, both included (`2026-11-24`). */
  async between(stream: string, first: string, last: string): Promise<DisplayedDay[]> {
    const found: DisplayedDay[] = [];
    for (let month = monthOf(first); month <= monthOf(last); month = nextMonth(month))
      found.push(...(await this.#month(stream, month)).days);
    return found.filter(({ day }) => day >= first && day <= last);
  }
}

/** `2026-12` becomes `2027-01`. */
function nextMonth(month: string): string {
  const [year, n] = month.split('-').map(Number) as [number, number];
  return n === 12 ? `${year + 1}-01` : `${year}-${String(n + 1).padStart(2, '0')}`;
}
