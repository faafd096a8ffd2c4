/** The seven aspects and the ten key contents of the report of 2018, each with the catalogue's entries that belong to it. */
import type { CatalogueEntry } from '../catalogue/entry.ts';
import type { NoticeRecord } from '../counting/figures.ts';

interface Group {
  name: string;
  /** Whether a notice under this entry belongs to it. */
  has: (entry: string, catalogue: ReadonlyMap<string, CatalogueEntry>) => boolean;
}

const oneOf =
  (...ids: string[]): Group['has'] =>
  (entry) =>
    ids.includes(entry);
/** Entries of part B under an aspect; an entry that the office added falls under its aspect. */
const ofAspect =
  (aspect: CatalogueEntry['aspect'], not: string[] = []): Group['has'] =>
  (entry, catalogue) => {
    const known = catalogue.get(entry);
    return known?.part === 'B' && known.aspect === aspect && !not.includes(entry);
  };

export const SEVEN_ASPECTS: Group[] = [
  { name: '机构信息', has: oneOf('gov-organisation', 'gov-guide') },
  { name: '政府决策', has: oneOf('gov-decision', 'gov-plan') },
  { name: '工作信息', has: oneOf('gov-work', 'gov-land-transfer', 'gov-homestead', 'gov-expropriation') },
  { name: '行政执法', has: oneOf('gov-enforcement') },
  { name: '财政信息', has: oneOf('gov-finance', 'gov-levies') },
  { name: '承诺事项', has: oneOf('gov-commitment') },
  { name: '政府信息公开工作年度报告', has: oneOf('gov-annual-report') },
];

const PROJECT = 'works-project';

export const TEN_CONTENTS: Group[] = [
  { name: '精准扶贫政策文件和驻村人员出勤', has: ofAspect('poverty') },
  { name: '社会保障（低保、五保、优抚、救灾）', has: ofAspect('relief') },
  { name: '计划生育', has: ofAspect('family') },
  { name: '农村文化', has: ofAspect('culture') },
  { name: '三个“重点”进展', has: ofAspect('works', [PROJECT]) },
  { name: '重大项目工程', has: oneOf(PROJECT) },
  { name: '乡村“三资”', has: ofAspect('money') },
  { name: '乡村干部', has: ofAspect('people') },
  { name: '重大违法违纪案件和其他重要政务', has: ofAspect('discipline') },
  { name: '惠农政策', has: ofAspect('subsidy') },
];

export interface Sorted {
  name: string;
  records: NoticeRecord[];
  /** Posts that answered for them, each once. */
  officers: string[];
}

/** Sorts notices into groups; those of none are left out. */
export function sortInto(
  groups: Group[],
  records: readonly NoticeRecord[],
  catalogue: readonly CatalogueEntry[],
): Sorted[] {
  const byId = new Map(catalogue.map((entry) => [entry.id, entry]));
  return groups.map(({ name, has }) => {
    const own = records.filter(({ notice }) => has(notice.entry, byId));
    const posts = own.map(({ notice }) => byId.get(notice.entry)?.post ?? '').filter(Boolean);
    return { name, records: own, officers: [...new Set(posts)].sort() };
  });
}
