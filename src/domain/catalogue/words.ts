/**
 * The catalogue in the Chinese words of an official table, both ways: an entry's parts as a cell, and a cell as the
 * entry's part. What is read back is what was written; a cell that says something else is null, and a person is asked.
 */
import { type Aspect, type CatalogueEntry, type DayCount, type Form, type Reviewer } from './entry.ts';

type Part = CatalogueEntry['part'];
type UnitKind = CatalogueEntry['units'][number];

export const PART_WORDS: Record<Part, string> = { A: '七个方面', B: '十项重点内容', other: '其他事项' };

/** Official names of the groups; the board calls some of them by plainer ones. */
export const ASPECT_WORDS: Record<Aspect, string> = {
  subsidy: '惠农补贴',
  relief: '社会救助',
  money: '财务和三资',
  works: '项目和工程',
  people: '干部和选举',
  poverty: '扶贫和乡村振兴',
  family: '计生和家庭',
  culture: '农村文化',
  discipline: '纪律和重要事项',
  government: '政务和村务',
};

export const UNIT_WORDS: Record<UnitKind, string> = {
  township: '乡镇',
  institution: '站所',
  village: '村',
};

export const FORM_WORDS: Record<Form, string> = {
  paper: '公开栏张贴',
  broadcast: '广播',
  message: '短信',
  card: '明白卡',
  meeting: '会议',
  letter: '公开信',
};

export const REVIEWER_WORDS: Record<Reviewer, string> = {
  none: '不用审',
  committee: '村务监督委员会',
  office: '党政办',
};

const EVERY_WORDS = { month: '每月', quarter: '每季度', 'half-year': '每半年', year: '每年' } as const;
const UNIT_OF_DAYS = { working: '个工作日', calendar: '日' } as const;
const BETWEEN = '、';
/** The board itself shows every notice. */
export const BOARD = '电子公开栏';

/** The key whose word this is; null: none has it. */
export function keyOf<Key extends string>(words: Record<Key, string>, word: string): Key | null {
  return (Object.keys(words) as Key[]).find((key) => words[key] === word) ?? null;
}

/** Several words in one cell, in the order in which they stand; null when one of them is unknown. */
export function keysOf<Key extends string>(words: Record<Key, string>, cell: string): Key[] | null {
  const found = cell
    .split(/[、，,;；/\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .map((word) => keyOf(words, word));
  return found.includes(null) ? null : [...new Set(found as Key[])];
}

export const joined = <Key extends string>(words: Record<Key, string>, keys: readonly Key[]): string =>
  keys.map((key) => words[key]).join(BETWEEN);

/** `7个工作日`, `20日`. */
export const daysText = ({ days, unit }: DayCount): string => `${days}${UNIT_OF_DAYS[unit]}`;

const DAYS = /^(\d{1,3})(个工作日|工作日|个自然日|自然日|日|天)$/;

export function readDays(text: string): DayCount | null {
  const [, days = '', word = ''] = DAYS.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? [];
  const count = Number(days);
  if (word === '' || count < 1 || count > 366) return null;
  return { days: count, unit: word.endsWith('工作日') ? 'working' : 'calendar' };
}

/** `每季度后20日内`, `收到文件后20个工作日内`. */
export const dueText = ({ every, occasion, within }: CatalogueEntry['due']): string =>
  `${every === 'occasion' ? occasion : EVERY_WORDS[every]}后${daysText(within)}内`;

const DUE = /^(.+)后\s*(\d{1,3}\s*(?:个工作日|工作日|个自然日|自然日|日|天))\s*(?:以内|之内|内)$/s;

export function readDue(text: string): CatalogueEntry['due'] | null {
  // The last 后 counts: an occasion may hold another.
  const [, before = '', days = ''] = DUE.exec(text.trim()) ?? [];
  const within = readDays(days);
  const what = before.trim();
  if (!within || what === '') return null;
  const every = keyOf(EVERY_WORDS, what);
  return every ? { every, occasion: '', within } : { every: 'occasion', occasion: what, within };
}

/** Board first, then the other forms. */
export const channelsText = (forms: readonly Form[]): string =>
  [BOARD, ...forms.map((form) => FORM_WORDS[form])].join(BETWEEN);

export function readChannels(cell: string): Form[] | null {
  const found = keysOf({ ...FORM_WORDS, board: BOARD }, cell);
  return found && found.filter((one): one is Form => one !== 'board');
}
