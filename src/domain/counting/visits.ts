/** How often public pages were opened, by unit and month. Pure. */

/** `scan`: a poster's code led to the board, whose page counts as opened too: kinds are not added to one another. */
export const VISIT_KINDS = ['scan', 'board', 'notice'] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

export interface VisitMonth {
  /** `2026-11`. */
  month: string;
  unit: string;
  kind: VisitKind;
  count: number;
}

/** Twelve numbers, January first, and their sum. */
export interface VisitYear {
  months: number[];
  total: number;
}

const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

/** @param visits of one year. @param unit null: of all units. */
export function visitYear(visits: readonly VisitMonth[], kind: VisitKind, unit: string | null): VisitYear {
  const own = visits.filter((one) => one.kind === kind && (unit === null || one.unit === unit));
  const months = Array.from({ length: 12 }, (_, month) =>
    sum(own.filter((one) => Number(one.month.slice(5)) === month + 1).map(({ count }) => count)),
  );
  return { months, total: sum(months) };
}
