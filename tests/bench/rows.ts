/** One figure of the benchmarks, and the table of them. */
export interface Row {
  name: string;
  unit: string;
  ours: number;
  /** The least that the same thing could cost here, measured in the same run; null where there is no such thing. */
  floor: number | null;
  /** The same by another product; null: not measured. */
  peer: number | null;
  /** ours / floor. */
  ratio: number | null;
  /** What we want: at most this, of the ratio where there is one, else of ours. */
  aim: number | null;
  /** Smallest and largest of the runs. */
  spread: [number, number] | null;
}

export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** Ms of this thread on a processor: what others do on the same machine is not in it. */
export const worked = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

/** The time that 95 of 100 take at most. */
export const p95 = (times: number[]): number =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * 0.95))]!;

const rounded = (value: number): number => (value < 100 ? Math.round(value * 100) / 100 : Math.round(value));

/** A row of several runs. */
export function rowOf(
  row: Pick<Row, 'name' | 'unit'> & { ours: number[]; floor?: number[]; aim?: number },
): Row {
  const ours = median(row.ours);
  const floor = row.floor ? median(row.floor) : null;
  return {
    name: row.name,
    unit: row.unit,
    ours: rounded(ours),
    floor: floor === null ? null : rounded(floor),
    peer: null,
    ratio: floor === null ? null : rounded(ours / floor),
    aim: row.aim ?? null,
    spread: row.ours.length > 1 ? [rounded(Math.min(...row.ours)), rounded(Math.max(...row.ours))] : null,
  };
}

const cell = (value: number | null): string => (value === null ? '–' : String(value));

/** The rows for people. */
export function table(rows: Row[]): string {
  const head = ['name', 'unit', 'ours', 'spread', 'floor', 'ratio', 'peer', 'aim', ''];
  const lines = rows.map((row) => [
    row.name,
    row.unit,
    cell(row.ours),
    row.spread ? row.spread.join('–') : '–',
    cell(row.floor),
    cell(row.ratio),
    cell(row.peer),
    row.aim === null ? '–' : `≤ ${row.aim}`,
    row.aim === null ? '' : (row.ratio ?? row.ours) <= row.aim ? 'reached' : 'MISSED',
  ]);
  const widths = head.map((title, i) => Math.max(title.length, ...lines.map((line) => line[i]!.length)));
  return [head, ...lines]
    .map((line) =>
      line
        .map((text, i) => text.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
