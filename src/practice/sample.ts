/** The practice township as data: one village, its people, three notices. Nobody in it is real, and every name says so. */
import { dayNumberOf } from '../domain/calendar/days.ts';
import { monthOf, shiftPeriod } from '../domain/calendar/periods.ts';
import { READY_MADE } from '../domain/catalogue/ready-made/ready-made.ts';
import { SAMPLES } from '../domain/kind/samples.ts';
import { type NoticeContent, PLAIN } from '../domain/notice/events.ts';
import { type Member, type Place, TOWNSHIP_UNIT, type Unit } from '../domain/registry/events.ts';
import type { LocalDate } from '../domain/time.ts';

export const PRACTICE_TOWNSHIP = { name: '练习乡', region: '练习用，不是真的' };
export const PRACTICE_VILLAGE = 'v1';
/** Who practises: the village's clerk. */
export const TRAINEE = 'trainee';
export const FOUNDER = { name: '孙某', post: '党政办工作人员', device: '练习用的电脑' };

/** By this day of the next month a village's monthly matters are told. */
const MONTHLY_BY = 20;

/** @param today the village answers from the last month that is over its term, so that something is due. */
export function practiceUnits(today: LocalDate): Unit[] {
  const over = dayNumberOf(today) > MONTHLY_BY ? 1 : 2;
  const nobody = { deputies: [], members: [], leader: null };
  const leader = { name: '李某', post: '村党支部书记、村委会主任' };
  const clerk = { name: '马某', post: '村文书' };
  return [
    {
      id: TOWNSHIP_UNIT,
      kind: 'township',
      name: '练习乡人民政府',
      leadingGroup: nobody,
      office: '党政办',
      phone: '',
      dueFrom: today,
    },
    {
      id: PRACTICE_VILLAGE,
      kind: 'village',
      name: '练习村',
      leadingGroup: { leader, deputies: [], members: [clerk] },
      office: '村委会',
      phone: '',
      dueFrom: shiftPeriod(monthOf(today), -over).first,
    },
  ];
}

const member = (
  id: string,
  name: string,
  post: string,
  rest: Pick<Member, 'unit' | 'role' | 'assigned'>,
) => ({
  id,
  name,
  post,
  ...rest,
});

export const PRACTICE_MEMBERS: Member[] = [
  member('founder', FOUNDER.name, FOUNDER.post, {
    unit: TOWNSHIP_UNIT,
    role: 'office',
    assigned: [PRACTICE_VILLAGE],
  }),
  member(TRAINEE, '您（练习）', '村文书', { unit: PRACTICE_VILLAGE, role: 'cadre', assigned: [] }),
];

const place = (id: string, kind: Place['kind'], name: string, where: string): Place => ({
  id,
  unit: PRACTICE_VILLAGE,
  kind,
  name,
  where,
  photo: null,
  closed: false,
});

export const PRACTICE_PLACES: Place[] = [
  place('board', 'board', '村务公开栏', '村委会院内'),
  place('wall', 'wall', '公开墙', '村口'),
  place('speaker', 'loudspeaker', '村广播', '村委会'),
];

/** Nobody reviews here: whoever practises sees at once what becomes of a notice. */
export const PRACTICE_CATALOGUE = READY_MADE.map((entry) => ({ ...entry, review: 'none' as const }));

const plain = (entry: [id: string, name: string], title: string, text: string): NoticeContent => ({
  ...PLAIN,
  entry: { id: entry[0], name: entry[1] },
  title,
  officer: '马某（村文书）',
  sections: [{ heading: '', text }],
  photos: [],
});

/** Oldest first. The last one has a wrong hour in it, for the lesson about corrections. */
export function practiceNotices(): NoticeContent[] {
  const accounts = SAMPLES['accounts']!;
  return [
    plain(
      ['culture-station', '文化站和农家书屋'],
      '农家书屋开放时间',
      '农家书屋每周二、四、六上午 9 点到 11 点半开放。\n借书不收钱，一次两本，一个月内还。',
    ),
    {
      ...plain(['money-accounts', '村集体收支账目'], accounts.title, ''),
      period: '2026-10',
      ...accounts.content,
    },
    plain(
      ['people-duty', '干部分工和值班'],
      '冬季值班安排',
      '村委会每天有人值班，上午 8 点到 12 点，下午 2 点到 5 点半。\n夜间有急事打值班电话。',
    ),
  ];
}
