/**
 * How often public pages were opened: daily totals, and nothing else. No address, no device, no time of day: nobody can
 * be followed by them. Not part of the log; losing the last moment does no harm.
 */
export const VISIT_KINDS = ['board', 'notice', 'scan'] as const;

export interface Visit {
  /** Day in Asia/Shanghai, `2026-11-24`. */
  day: string;
  unit: string;
  /** 'scan': a poster's code led to the board. */
  kind: (typeof VISIT_KINDS)[number];
  /** Id of the notice or of the poster's place; '' for the board itself. */
  subject: string;
  count: number;
}

/** The visits of a month, all notices or posters of a unit together. */
export interface VisitMonth extends Pick<Visit, 'unit' | 'kind' | 'count'> {
  /** `2026-11`. */
  month: string;
}

export interface VisitStore {
  /** One more. */
  add(visit: Omit<Visit, 'count'>): void;
  /** From a day on. `unit` null: of all. */
  since(day: string, unit: string | null): Visit[];
  /** Totals of the months of a year, `2026`, of all units. */
  months(year: string): VisitMonth[];
  close(): void;
}
