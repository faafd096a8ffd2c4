/** A notice of the year 2018 as it is planned: where, when, what, and by which other forms it went out. */
import type { Form } from '../../../domain/catalogue/entry.ts';
import type { NoticeContent } from '../../../domain/notice/events.ts';
import { UNITS } from '../sample.ts';

export interface Planned {
  unit: string;
  /** Day of publication, `2018-03-14`. */
  day: string;
  forms: Form[];
  content: NoticeContent;
}

export type Entry = [id: string, name: string];

/** A village's notice goes up, is read out, is told at a meeting and sent round. */
export const VILLAGE_FORMS: Planned['forms'] = ['paper', 'broadcast', 'meeting', 'message'];
export const WITH_CARD: Planned['forms'] = [...VILLAGE_FORMS, 'card'];

const groupOf = (unit: string) => UNITS.find(({ id }) => id === unit)?.leadingGroup;

export const leaderOf = (unit: string): string =>
  `${groupOf(unit)?.leader?.name ?? '某某'}（村党支部书记、村委会主任）`;
export const clerkOf = (unit: string): string => `${groupOf(unit)?.members[0]?.name ?? '某某'}（村文书）`;
