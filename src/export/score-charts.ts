/**
 * Scores as pictures that stand alone (SVG): ranking, heat table, trend. Each number is written out and each level has its own pattern,
 * so that they read without colour; dark where the reader's screen is, light on paper.
 */
import { byTotal, type Subject } from '../domain/score/open.ts';
import { escaped } from './html.ts';

export interface ChartWords {
  title: string;
  /** Twelve. */
  months: string[];
  year: string;
  /** Said of each level, with its bounds. */
  levels: Record<'good' | 'fair' | 'poor', string>;
}

const GOOD = 85;
const FAIR = 60;
type Level = 'good' | 'fair' | 'poor' | 'none';
const levelOf = (total: number | null): Level =>
  total === null ? 'none' : total >= GOOD ? 'good' : total >= FAIR ? 'fair' : 'poor';

/** Units of the pictures; A4 across has this width. */
const WIDTH = 1_040;
const HEAD = 56;
const ROW = 34;
const NAME = 200;
const FOOT = 44;

const STYLE = `.p{fill:#fbf8f1}.t{fill:#1d1a16;font:16px 'PingFang SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif}.h{font-weight:700;font-size:22px}.b{font-weight:700}.s{fill:#4a443b;font-size:14px}.l{stroke:#d9d1c2;fill:none}.all{fill:#d9d1c2}.good{fill:#e4f0e8}.fair{fill:#fbeecd}.poor{fill:#f8e9e4}.k-good{fill:#1a573b}.k-fair{fill:#c98a1b}.k-poor{fill:#a8201a}.m-fair,.m-poor{stroke:#8d826d;stroke-width:1}.w{paint-order:stroke;stroke:#fffefb;stroke-width:4px}.line{fill:none;stroke:#7d1512;stroke-width:3}.dot{fill:#7d1512}@media screen and (prefers-color-scheme:dark){.p{fill:#1b1815}.t{fill:#f3ede2}.s{fill:#d5ccbd}.l{stroke:#4a443b}.all{fill:#4a443b}.good{fill:#143426}.fair{fill:#3d2c08}.poor{fill:#43191a}.k-good{fill:#7fc9a4}.k-fair{fill:#e0aa4e}.k-poor{fill:#f09a90}.m-fair,.m-poor{stroke:#a89b84}.w{stroke:#1b1815}.line{stroke:#f09a90}.dot{fill:#f09a90}}`;

const PATTERNS = `<defs><pattern id="fair" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="m-fair" d="M0 0V9"/></pattern><pattern id="poor" width="7" height="7" patternUnits="userSpaceOnUse"><path class="m-poor" d="M0 0H7M0 0V7"/></pattern></defs>`;

const text = (x: number, y: number, words: string | number, kind = '', anchor = 'start'): string =>
  `<text class="t ${kind}" x="${x}" y="${y}" text-anchor="${anchor}">${escaped(String(words))}</text>`;

const rect = (x: number, y: number, width: number, height: number, kind: string): string =>
  `<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}"/>`;

function svg({ title }: ChartWords, height: number, parts: string[], said: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(`${title}. ${said}`)}"><style>${STYLE}</style>${PATTERNS}${rect(0, 0, WIDTH, height, 'p')}${text(20, 34, title, 'h')}${parts.join('')}</svg>`;
}

const shown = (total: number | null): string => (total === null ? '—' : String(total));
const saidOf = (subjects: readonly Subject[]): string =>
  subjects.map(({ name, year }) => `${name} ${shown(year)}`).join(', ');

/** A box of a level: its ground, and its pattern over it. */
const box = (x: number, y: number, width: number, height: number, level: Level): string =>
  level === 'none'
    ? ''
    : `${rect(x, y, width, height, level)}${level === 'good' ? '' : `<rect fill="url(#${level})" x="${x}" y="${y}" width="${width}" height="${height}"/>`}`;

function legend({ levels }: ChartWords, y: number): string {
  return (['good', 'fair', 'poor'] as const)
    .map(
      (level, at) =>
        `${box(20 + at * 220, y, 28, 20, level)}${text(56 + at * 220, y + 16, levels[level], 's')}`,
    )
    .join('');
}

/** Bars, the best first. */
export function rankingChart(subjects: readonly Subject[], words: ChartWords): string {
  const sorted = byTotal(subjects);
  const room = WIDTH - NAME - 140;
  const rows = sorted.map(({ name, year }, at) => {
    const y = HEAD + at * ROW;
    const bar =
      year === null
        ? ''
        : `${rect(NAME + 90, y + 8, room, 16, 'all')}${rect(NAME + 90, y + 8, (room * year) / 100, 16, `k-${levelOf(year)}`)}`;
    const place = year === null ? '—' : 1 + sorted.filter((other) => (other.year ?? -1) > year).length;
    return `${text(46, y + 22, place, 's', 'end')}${text(60, y + 22, name)}${text(NAME + 76, y + 22, shown(year), 'b', 'end')}${bar}`;
  });
  return svg(words, HEAD + sorted.length * ROW + 16, rows, saidOf(sorted));
}

/** Units by months: the score stands in each cell. */
export function heatChart(subjects: readonly Subject[], words: ChartWords): string {
  const cell = (WIDTH - NAME - 40) / 13;
  const x = (column: number): number => NAME + 20 + column * cell;
  const heads = [...words.months, words.year].map((name, at) =>
    text(x(at) + cell / 2, HEAD + 16, name, 's', 'middle'),
  );
  const rows = subjects.map(({ name, months, year }, at) => {
    const y = HEAD + 26 + at * ROW;
    const cells = [...months, year].map(
      (total, column) =>
        `${box(x(column) + 2, y, cell - 4, ROW - 4, levelOf(total))}${text(x(column) + cell / 2, y + 21, total === null ? '—' : Math.round(total), 'w', 'middle')}`,
    );
    return `${text(20, y + 21, name)}${cells.join('')}`;
  });
  const bottom = HEAD + 26 + subjects.length * ROW;
  return svg(words, bottom + FOOT, [...heads, ...rows, legend(words, bottom + 12)], saidOf(subjects));
}

const TREND = { height: 380, left: 60, right: 30, top: 70, bottom: 50 };

/** The months of one subject as a line; a month with nothing to judge is a gap. */
export function trendChart(subject: Subject, words: ChartWords): string {
  const x = (month: number): number => TREND.left + ((WIDTH - TREND.left - TREND.right) * month) / 11;
  const y = (total: number): number =>
    TREND.top + ((TREND.height - TREND.top - TREND.bottom) * (100 - total)) / 100;
  const grid = [0, 25, 50, 75, 100].map(
    (total) =>
      `<path class="l" d="M${TREND.left} ${y(total)}H${WIDTH - TREND.right}"/>${text(TREND.left - 10, y(total) + 5, total, 's', 'end')}`,
  );
  const names = words.months.map((name, at) => text(x(at), TREND.height - 16, name, 's', 'middle'));
  const path = subject.months
    .map((total, at) =>
      total === null ? '' : `${(subject.months[at - 1] ?? null) === null ? 'M' : 'L'}${x(at)} ${y(total)}`,
    )
    .join('');
  const dots = subject.months.map((total, at) =>
    total === null
      ? ''
      : `<circle class="dot" cx="${x(at)}" cy="${y(total)}" r="5"/>${text(x(at), y(total) + (total > 90 ? 26 : -14), total, 'b w', 'middle')}`,
  );
  const said = subject.months.map((total, at) => `${words.months[at]} ${shown(total)}`).join(', ');
  return svg(words, TREND.height, [...grid, ...names, `<path class="line" d="${path}"/>`, ...dots], said);
}
