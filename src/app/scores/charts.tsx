/** Charts as small pictures of our own: bars, and a line over the months. Each says in words what it shows. */
import { useWide } from '../ui/index.ts';
import { levelOf, shown } from './level.ts';

/** Units of the pictures. */
const BAR = { width: 100, height: 10 };

/** A score as a bar of up to 100. The number stands beside it. */
export function Bar({ total }: { total: number | null }) {
  return (
    <svg
      className={`score-bar score-bar-${levelOf(total)}`}
      viewBox={`0 0 ${BAR.width} ${BAR.height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="score-bar-all" width={BAR.width} height={BAR.height} />
      <rect className="score-bar-part" width={total ?? 0} height={BAR.height} />
    </svg>
  );
}

export interface Line {
  name: string;
  /** One for each month; null: nothing to judge. */
  values: (number | null)[];
  /** Drawn in dashes: what it is compared with. */
  compared: boolean;
}

const TREND = { height: 240, left: 40, right: 16, top: 20, bottom: 30 };
/** A phone draws it narrow, so that its words are not made small. */
const WIDTHS = { wide: 720, narrow: 400 };
const GRID = [0, 25, 50, 75, 100];

const x = (month: number, width: number): number =>
  TREND.left + ((width - TREND.left - TREND.right) * month) / 11;
const y = (value: number): number =>
  TREND.top + ((TREND.height - TREND.top - TREND.bottom) * (100 - value)) / 100;

/** Stretches without a gap. */
function runs(values: (number | null)[]): [month: number, value: number][][] {
  const all: [number, number][][] = [[]];
  values.forEach((value, month) => {
    if (value === null) all.push([]);
    else all[all.length - 1]?.push([month, value]);
  });
  return all.filter((run) => run.length > 0);
}

function TrendLine({ line, width }: { line: Line; width: number }) {
  const kind = line.compared ? 'trend-compared' : 'trend-own';
  return (
    <g className={kind}>
      {runs(line.values).map((run) => (
        <polyline
          key={run[0]?.[0]}
          points={run.map(([month, value]) => `${x(month, width)},${y(value)}`).join(' ')}
        />
      ))}
      {!line.compared &&
        line.values.map((value, month) =>
          value === null ? null : (
            <g key={month}>
              <circle cx={x(month, width)} cy={y(value)} r="4" />
              <text x={x(month, width)} y={y(value) + (value > 90 ? 20 : -10)} textAnchor="middle">
                {shown(value)}
              </text>
            </g>
          ),
        )}
    </g>
  );
}

/** Scores over the months of a year. @param label what a screen reader says instead of the picture. */
export function Trend({ lines, months, label }: { lines: Line[]; months: string[]; label: string }) {
  const isWide = useWide();
  const width = isWide ? WIDTHS.wide : WIDTHS.narrow;
  return (
    <svg className="trend" viewBox={`0 0 ${width} ${TREND.height}`} role="img" aria-label={label}>
      {GRID.map((value) => (
        <g key={value} className="trend-grid">
          <line x1={TREND.left} x2={width - TREND.right} y1={y(value)} y2={y(value)} />
          <text x={TREND.left - 8} y={y(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {months.map((name, month) => (
        <text key={name} className="trend-month" x={x(month, width)} y={TREND.height - 8} textAnchor="middle">
          {isWide ? name : month + 1}
        </text>
      ))}
      {lines.map((line) => (
        <TrendLine key={line.name} line={line} width={width} />
      ))}
    </svg>
  );
}
