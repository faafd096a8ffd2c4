import { describe, expect, it } from 'vitest';
import { fromFileName } from '../../../../src/domain/brought-in/file-name.ts';
import { OLD_COLUMNS } from '../../../../src/domain/brought-in/columns.ts';
import { readOldRecords, recordKeyOf } from '../../../../src/domain/brought-in/read.ts';
import { applyToBoard } from '../../../../src/domain/board/board.ts';
import { countUnit } from '../../../../src/domain/counting/figures.ts';
import { toldBy } from '../../../../src/domain/due/judge.ts';
import { parseContent } from '../../../../src/domain/event-types.ts';
import { ORDINARY } from '../../../../src/domain/notice/events.ts';
import type { NoticeEvent } from '../../../../src/domain/notice/notice.ts';
import { EMPTY_REGISTRY } from '../../../../src/domain/registry/registry.ts';
import { findHeader, mapColumns } from '../../../../src/domain/table/header.ts';
import type { LocalDate } from '../../../../src/domain/time.ts';
import { content, DAY, event } from '../samples.ts';

const day = (text: string): LocalDate => text as LocalDate;
const OLD = { day: '2016-05-04', source: '2016年台账.xlsx 第 3 行' };
const old = { ...content('老账'), period: '2016-Q1', ...ORDINARY, broughtIn: OLD };

describe('an old record that is brought in', () => {
  const [page] = applyToBoard(
    new Map(),
    [event(0, 'notice.published', old) as NoticeEvent],
    () => 0,
  ).changed.values();
  const notices = page!.notices;

  it('carries its mark on every list', () => {
    expect(notices[0]?.broughtIn).toEqual(OLD);
  });

  it('is counted apart, and fulfils nothing that was due', () => {
    const counted = countUnit(EMPTY_REGISTRY, 'v1', notices, {
      first: day('2026-01-01'),
      last: day('2026-12-31'),
    });
    expect([counted.platform.length, counted.other.length, counted.broughtIn.length]).toEqual([0, 0, 1]);
    expect(toldBy(notices).size).toBe(0);
  });

  it('is neither urgent, nor in publicity, nor reviewed', () => {
    const status = (more: object) => parseContent('notice.published', { ...old, ...more }).status;
    expect(status({})).toBe('known');
    expect(status({ urgent: { until: DAY } })).toBe('bad-content');
    expect(status({ publicity: { days: 7, unit: 'working' } })).toBe('bad-content');
    expect(status({ broughtIn: { ...OLD, day: '2016-02-30' } })).toBe('bad-content');
  });
});

describe('the name of an old file', () => {
  it('tells its day and its title', () => {
    expect(fromFileName('2017-03-12 春耕备耕通知.pdf')).toEqual({ day: '2017-03-12', title: '春耕备耕通知' });
    expect(fromFileName('照片/低保名单（2016年9月5日）.jpg')).toEqual({
      day: '2016-09-05',
      title: '低保名单',
    });
    expect(fromFileName('20150630村务公开.docx')).toEqual({ day: '2015-06-30', title: '村务公开' });
    expect(fromFileName('13812345678.txt')).toEqual({ day: null, title: '13812345678' });
  });
});

describe('an old list', () => {
  const rows = [
    ['序号', '公示时间', '名称', '村名', '类别', '金额'],
    ['1', '2016年5月4日', '低保名单', '示范一村', '农村低保', '1200'],
    ['2', '2016.13.4', '没有这一天', '示范一村', '', ''],
    ['3', '2016-06-01', '', '示范九村', '', ''],
    ['4', '2016-06-01', '账目', '邻乡的村', '', ''],
    ['5', '2016-06-02', '在账上', '示范一村', '怪类别', ''],
    ['6', '2016-05-04', '低保名单', '示范一村', '', ''],
    ['7', '2999-01-01', '将来', '示范一村', '', ''],
  ];
  const names = findHeader(rows, OLD_COLUMNS)!;
  const found = readOldRecords(
    { name: '', hidden: false, rows, merges: [] },
    names,
    mapColumns(names.names, OLD_COLUMNS),
    {
      unit: '',
      entry: 'general',
      units: [
        { id: 'v1', name: '示范一村' },
        { id: 'v9', name: '示范九村' },
      ],
      entries: [{ id: 'relief-minimum', name: '农村低保' }],
      files: new Set(),
      today: day('2026-11-25'),
      here: new Set([recordKeyOf({ unit: 'v1', day: day('2016-06-02'), title: '别的' })]),
    },
  );

  it('gives good rows as records, and loses nothing that stands in them', () => {
    expect(found.rows).toBe(7);
    expect(found.records.map(({ row, title, entry, text }) => [row, title, entry, text])).toEqual([
      [2, '低保名单', 'relief-minimum', '金额：1200'],
      [6, '在账上', 'general', '类别：怪类别'],
    ]);
    expect(found.notes.map(({ row, code }) => [row, code])).toEqual([[6, 'unknown-entry']]);
  });

  it('names what is wrong by the spreadsheet’s own row', () => {
    expect(found.problems.map(({ row, code }) => [row, code])).toEqual([
      [3, 'not-a-day'],
      [4, 'no-title'],
      [5, 'unknown-unit'],
      [7, 'twice'],
      [8, 'not-past'],
    ]);
  });
});
