/** Several townships' scores as one page that needs nothing else, and as tables. */
import { pointsOf } from '../domain/score/counts.ts';
import { PARTS } from '../domain/score/events.ts';
import {
  byTotal,
  countsOfCard,
  type OpenCard,
  type OpenScores,
  type Subject,
  subjectOf,
  together,
} from '../domain/score/open.ts';
import { escaped } from './html.ts';
import { type ChartWords, heatChart, rankingChart, trendChart } from './score-charts.ts';

const MONTHS = Array.from({ length: 12 }, (_, at) => `${at + 1}月`);
const PART_NAMES = ['公开齐全', '公开及时', '内容准确', '答复及时'];
const KINDS = { village: '各村', institution: '各站所', township: '乡政府' } as const;

const words = (title: string): ChartWords => ({
  title,
  months: MONTHS,
  year: '全年',
  levels: { good: '好（85 分以上）', fair: '一般（60 到 85）', poor: '差（不到 60）' },
});

const STYLE = `@page{size:A4 landscape;margin:12mm}:root{color-scheme:light dark}body{max-width:1080px;margin:2em auto;padding:0 1em;font:16px/1.6 'PingFang SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif;color:#1d1a16;background:#fbf8f1}svg{display:block;max-width:100%;height:auto}section{break-after:page;break-inside:avoid;margin:0 0 2em}section:last-child{break-after:auto}table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{border-bottom:1px solid #8d826d;padding:4px 8px;text-align:right}tbody th,thead th:first-child{text-align:left;font-weight:400}summary{min-height:40px;line-height:40px}@media screen and (prefers-color-scheme:dark){body{color:#f3ede2;background:#1b1815}}@media print{body{margin:0;max-width:none}details>summary{display:none}}`;

/** The same figures as the picture beside it, for who cannot see it. */
function table(subjects: readonly Subject[]): string {
  const heads = [...MONTHS, '全年', ...PART_NAMES];
  const rows = subjects.map(({ name, months, year, counts }) => {
    const cells = [
      ...[...months, year].map((total) => (total === null ? '—' : String(total))),
      ...PARTS.map((part) => `${counts.parts[part].good}/${counts.parts[part].all}`),
    ];
    return `<tr><th scope="row">${escaped(name)}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<table><thead><tr><th scope="col">单位</th>${heads.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const section = (chart: string, subjects: readonly Subject[]): string =>
  `<section>${chart}<details><summary>看表格</summary>${table(subjects)}</details></section>`;

function ofTownship(one: OpenScores): string {
  const units = one.units.map(subjectOf);
  const kinds = (['village', 'institution', 'township'] as const).flatMap(
    (kind) =>
      together(
        kind,
        KINDS[kind],
        one.units.filter((unit) => unit.kind === kind),
      ) ?? [],
  );
  return section(heatChart([...units, ...kinds], words(`${one.name} · 各单位每个月`)), [...units, ...kinds]);
}

/** Each township as all its units together. */
export const townshipsOf = (files: readonly OpenScores[]): Subject[] =>
  files.flatMap(({ township, name, units }) => together(township, name, units) ?? []);

export function districtPage(files: readonly OpenScores[], year: number): string {
  const townships = byTotal(townshipsOf(files));
  const all = together(
    'all',
    '全区',
    files.flatMap(({ units }) => units),
  );
  const title = `各乡镇政务公开考核 · ${year}年`;
  const parts = [
    section(rankingChart(townships, words(`${title} · 排名`)), townships),
    section(heatChart(townships, words(`${title} · 每个月`)), townships),
    ...(all ? [section(trendChart(all, words(`${title} · 全区走势`)), [all])] : []),
    ...files.map(ofTownship),
  ];
  const days = files.map(({ name, at }) => `${name} ${at}`).join('，');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style></head><body><h1>${escaped(title)}</h1><p>按各乡镇公开的数字算出来的，每个总分都用条数重新算过。一个乡镇的分，是它所有单位的条数合在一起算的。各乡镇算的日子：${escaped(days)}。</p>${parts.join('')}</body></html>\n`;
}

const field = (cell: string | number): string => {
  const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};
const csv = (rows: (string | number)[][]): string =>
  `\ufeff${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;

const COLUMNS: [name: string, meaning: string][] = [
  ['township', '乡镇编号（公开簿）'],
  ['townshipName', '乡镇名称'],
  ['unit', '单位编号'],
  ['unitName', '单位名称'],
  ['kind', 'village 村，institution 站所，township 乡政府'],
  ['period', '月份（2026-10）或全年（2026）'],
  ['total', '总分，0 到 100；空：没有可考核的'],
  ...PARTS.flatMap((part, at): [string, string][] => [
    [`${part}Good`, `${PART_NAMES[at]}：做到的条数`],
    [`${part}All`, `${PART_NAMES[at]}：该做的条数`],
    [`${part}Points`, `${PART_NAMES[at]}：得分`],
  ]),
  ['falsified', '弄虚作假的条数；有一条，总分就是 0'],
];

function rowsOf({ township, name, year, units }: OpenScores): (string | number)[][] {
  return units.flatMap(({ id, name: unitName, kind, months, year: whole }) =>
    [...months, whole].map((card: OpenCard, at) => {
      const counts = countsOfCard(card);
      const points = pointsOf(counts);
      const period = at < 12 ? `${year}-${String(at + 1).padStart(2, '0')}` : String(year);
      const parts = PARTS.flatMap((part) => [
        counts.parts[part].good,
        counts.parts[part].all,
        Math.round(points[part].points * 10) / 10,
      ]);
      return [township, name, id, unitName, kind, period, card.total ?? '', ...parts, card.falsified];
    }),
  );
}

export const districtCsv = (files: readonly OpenScores[]): string =>
  csv([COLUMNS.map(([name]) => name), ...files.flatMap(rowsOf)]);

export const districtDictionary = (): string => csv([['字段', '意思'], ...COLUMNS]);
