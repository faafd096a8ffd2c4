import { describe, expect, it } from 'vitest';
import { parsePeriod, type Period } from '../../../../src/domain/calendar/periods.ts';
import { checkFields } from '../../../../src/domain/kind/check.ts';
import { kindOf } from '../../../../src/domain/kind/kinds.ts';
import { SAMPLES } from '../../../../src/domain/kind/samples.ts';
import { noticePublished, ORDINARY, PLAIN } from '../../../../src/domain/notice/events.ts';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';
import type { DraftRow } from '../../../../src/store/device/db.ts';
import { draftAbout, nothingContent, titleFor } from '../../../../src/app/due/start.ts';
import { day } from '../../domain/due/sample.ts';

const period = (id: string): Period => parsePeriod(id)!;
const entry = READY_MADE.find(({ id }) => id === 'money-accounts')!;
const holder = { name: '马某', post: '村文书', holds: true };
const item = { entry, period: period('2026-11'), holder };
const draft: DraftRow = {
  id: 'd',
  unit: 'v1',
  change: null,
  content: {
    ...PLAIN,
    entry: { id: '', name: '' },
    title: '',
    officer: '',
    sections: [{ heading: '', text: '' }],
    photos: [],
  },
  outward: ORDINARY,
  reason: '',
  createdAt: '',
  updatedAt: '',
};

describe('the start of what is due', () => {
  it('has entry, period, who answers, and a title, where nothing was published before', () => {
    const { content } = draftAbout(draft, item, null, day('2026-12-10'));
    expect(content).toMatchObject({
      entry: { id: 'money-accounts' },
      period: '2026-11',
      kind: 'accounts',
      officer: '马某（村文书）',
      title: '2026年11月村集体收支账目',
    });
  });

  it('begins with last period’s words and structure, the period moved on and the figures empty', () => {
    const last = {
      ...draft.content,
      entry: { id: entry.id, name: entry.name },
      period: '2026-10',
      title: '10 月村集体收支账目',
      officer: '李某',
      ...SAMPLES['accounts']!.content,
    };
    const { content } = draftAbout(draft, item, last, day('2026-12-10'));
    expect(content).toMatchObject({ title: '11 月村集体收支账目', officer: '李某', period: '2026-11' });
    expect(content.fields['period']).toMatchObject({ value: '2026-11' });
    const tables = Object.values(content.fields).filter(({ type }) => type === 'money');
    expect(tables.every((value) => JSON.stringify(value).includes('9600') === false)).toBe(true);
  });

  it.each([
    ['10月账目', '2026-10', '2026-11', '11月账目'],
    ['2025 年 12 月出勤', '2025-12', '2026-01', '2026 年 1 月出勤'],
    ['第三季度低保名单', '2026-Q3', '2026-Q4', '第四季度低保名单'],
    ['上半年承诺', '2026-H1', '2026-H2', '下半年承诺'],
    ['2025年工作计划', '2025', '2026', '2026年工作计划'],
    ['值班安排', '2026-Q3', '2026-Q4', '值班安排'],
    ['110 月票', '2026-10', '2026-11', '110 月票'],
  ])('names the new period in a title: %s', (title, from, to, expected) => {
    expect(titleFor(title, period(from), period(to))).toBe(expected);
  });

  it('says ‘nothing to report’ for any entry in a form that the log takes', () => {
    for (const one of READY_MADE.filter(({ due }) => due.every !== 'occasion')) {
      const every = {
        month: '2026-11',
        quarter: '2026-Q4',
        'half-year': '2026-H2',
        year: '2026',
        occasion: '',
      };
      const content = nothingContent(draft.content, {
        ...item,
        entry: one,
        period: period(every[one.due.every]),
      });
      expect(noticePublished.safeParse({ ...content, ...ORDINARY }).success, one.id).toBe(true);
      expect(checkFields(kindOf('nothing')!, content.fields)).toEqual([]);
    }
  });
});
