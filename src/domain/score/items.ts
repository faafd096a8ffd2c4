/** What a scorecard counts, each with the day on which it counts: what was due, what was published, what asked for an answer. */
import type { LightNotice } from '../board/board.ts';
import type { DueItem } from '../due/judge.ts';
import { type LocalDate, localDateOf } from '../time.ts';
import type { ScoreRules } from './events.ts';

/** Something that wanted an answer from a unit by a day: a request, a comment, a finding, an objection. */
export interface Answerable {
  kind: 'request' | 'comment' | 'finding' | 'objection';
  /** Id of the event that brought it. */
  id: string;
  /** The notice that it is about; null: none. */
  notice: string | null;
  title: string;
  due: LocalDate;
  /** Null: not answered yet. */
  answered: LocalDate | null;
}

/** What is held of one unit. */
export interface UnitRecords {
  /** In log order. */
  notices: readonly LightNotice[];
  answers: readonly Answerable[];
  /** Notices about which an objection was upheld. */
  upheld: ReadonlySet<string>;
  /** Keys of items that no longer count, because the office agreed with the unit's objection. */
  excused: ReadonlySet<string>;
  /** Findings of falsified publication, each with the day on which it happened. */
  falsified: readonly { id: string; day: LocalDate }[];
}

export const NO_RECORDS: UnitRecords = {
  notices: [],
  answers: [],
  upheld: new Set(),
  excused: new Set(),
  falsified: [],
};

interface Item {
  /** `due:<entry>/<period>`, `notice:<id>`, `answer:<id>`: the same on every device. */
  key: string;
  /** The day on which it counts. */
  day: LocalDate;
}

export interface DutyItem extends Item {
  what: 'due';
  due: DueItem;
}
export interface NoticeItem extends Item {
  what: 'notice';
  notice: LightNotice;
  /** Corrections for error; additions are none. */
  errors: number;
  upheld: boolean;
}
export interface AnswerItem extends Item {
  what: 'answer';
  answer: Answerable;
  inTime: boolean;
}
export type ScoreItem = DutyItem | NoticeItem | AnswerItem;

/** Due items that can be judged: told, or overdue. One that is still open says nothing yet. They count on their last day. */
export function dutyItems(due: readonly DueItem[], excused: ReadonlySet<string>): DutyItem[] {
  const items: DutyItem[] = [];
  for (const one of due) {
    if (one.state === 'open') continue;
    const key = `due:${one.entry.id}/${one.period.id}`;
    if (!excused.has(key)) items.push({ what: 'due', key, day: one.due, due: one });
  }
  return items;
}

/** How many corrections of a notice were for error, as the rules see it. */
export function errorsOf({ corrections, changes }: LightNotice, { additions }: ScoreRules): number {
  if (corrections === 0) return 0;
  if (!changes) return corrections;
  return changes.filter(({ reason }) => !additions.some((word) => reason.startsWith(word))).length;
}

/**
 * Published notices that stand, each on the day of its publication, however late an error was found. A withdrawn one fulfils
 * nothing, which completeness sees; it is not counted a second time here.
 */
export function noticeItems(
  { notices, upheld, excused }: UnitRecords,
  rulesOf: (day: LocalDate) => ScoreRules,
  first: LocalDate,
  last: LocalDate,
): NoticeItem[] {
  const items: NoticeItem[] = [];
  for (const notice of notices) {
    if (notice.withdrawn || notice.broughtIn) continue;
    const day = localDateOf(notice.acceptedAt);
    if (day < first || day > last) continue;
    const key = `notice:${notice.id}`;
    if (excused.has(key)) continue;
    const isUpheld = upheld.has(notice.id) || (notice.upheld ?? 0) > 0;
    items.push({
      what: 'notice',
      key,
      day,
      notice,
      errors: errorsOf(notice, rulesOf(day)),
      upheld: isUpheld,
    });
  }
  return items;
}

/** What wanted an answer, on the last day for it: answered, or too late for it. */
export function answerItems(
  { answers, excused }: UnitRecords,
  first: LocalDate,
  last: LocalDate,
  today: LocalDate,
): AnswerItem[] {
  return answers.flatMap((answer): AnswerItem[] => {
    const key = `answer:${answer.id}`;
    if (answer.due < first || answer.due > last || excused.has(key)) return [];
    if (answer.answered === null && answer.due >= today) return [];
    const inTime = answer.answered !== null && answer.answered <= answer.due;
    return [{ what: 'answer', key, day: answer.due, answer, inTime }];
  });
}
