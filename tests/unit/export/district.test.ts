import { describe, expect, it } from 'vitest';
import type { OpenCard, OpenScores } from '../../../src/domain/score/open.ts';
import { districtCsv, districtDictionary, districtPage, townshipsOf } from '../../../src/export/district.ts';
import { heatChart, rankingChart, trendChart } from '../../../src/export/score-charts.ts';

const EMPTY: OpenCard = {
  parts: [
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
  ],
  weights: [40, 30, 15, 15],
  falsified: 0,
  total: null,
};
const card = (good: number, all: number, total: number): OpenCard => ({
  ...EMPTY,
  parts: [
    [good, all],
    [good, all],
    [0, 0],
    [0, 0],
  ],
  total,
});
const township = (n: number, name: string, good: number): OpenScores => ({
  format: 'gongkailan-scores',
  version: 1,
  township: String(n).repeat(32),
  name,
  year: 2026,
  at: '2026-11-25' as OpenScores['at'],
  units: [
    {
      id: 'v1',
      name: '一村<&>',
      kind: 'village',
      months: [card(good, 4, good * 25), ...Array.from({ length: 11 }, () => EMPTY)],
      year: card(good, 4, good * 25),
    },
  ],
});
const files = [township(1, '东乡', 1), township(2, '=西乡', 3)];
const words = {
  title: '考核 <2026>',
  months: Array.from({ length: 12 }, (_, at) => `${at + 1}月`),
  year: '全年',
  levels: { good: '好', fair: '一般', poor: '差' },
};
const parse = (svg: string): void => {
  // Well-formed: every tag is closed in its turn.
  const open: string[] = [];
  for (const [, close, name, self] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/gi)) {
    if (close) expect(open.pop()).toBe(name);
    else if (!self) open.push(name!);
  }
  expect(open).toEqual([]);
};

describe('the scores of a district', () => {
  it('are one page with each township’s total, the best first, as picture and as table', () => {
    const page = districtPage(files, 2026);
    expect(townshipsOf(files).map(({ year }) => year)).toEqual([25, 75]);
    const ranking = page.slice(page.indexOf('<svg'));
    expect(ranking.indexOf('=西乡')).toBeLessThan(ranking.indexOf('东乡'));
    expect(page.match(/<svg/g)).toHaveLength(5);
    expect(page.match(/<table>/g)).toHaveLength(5);
    expect(page).not.toContain('一村<&>');
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
    expect(page).toContain('A4 landscape');
  });

  it('are a table in which no name runs as a formula, and each column is explained', () => {
    const csv = districtCsv(files);
    const rows = csv.trimEnd().split('\r\n');
    expect(rows).toHaveLength(1 + 2 * 13);
    expect(csv).toContain("'=西乡");
    expect(rows[13]).toContain(',2026,25,1,4,');
    const columns = rows[0]!.replace('\ufeff', '').split(',');
    for (const column of columns) expect(districtDictionary()).toContain(column);
  });
});

describe('a chart as a picture', () => {
  it('is well-formed, names what it shows, and writes each number out', () => {
    const subjects = townshipsOf(files);
    for (const svg of [
      rankingChart(subjects, words),
      heatChart(subjects, words),
      trendChart(subjects[1]!, words),
    ]) {
      parse(svg);
      expect(svg).toContain('考核 &lt;2026&gt;');
      expect(svg).toContain('75');
      expect(svg).toContain('prefers-color-scheme:dark');
    }
  });

  it('has a pattern for each level that is not good, so that it reads without colour', () => {
    const svg = heatChart(townshipsOf(files), words);
    expect(svg).toContain('url(#fair)');
    expect(svg).toContain('url(#poor)');
  });
});
