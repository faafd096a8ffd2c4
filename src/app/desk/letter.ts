/** An answer as a letter: what stands on the paper, whatever it is printed with. Letters are in Chinese. */
import type { CaseEventType } from '../../domain/request/events.ts';
import { dateText } from '../../domain/kind/format.ts';
import type { LocalDate } from '../../domain/time.ts';

export interface Letter {
  title: string;
  /** Whom it is to. */
  to: string;
  /** One for each line of the text. */
  paragraphs: string[];
  from: string;
  day: string;
}

/** Steps that are told by letter, and the letter's title. */
const TITLES: Partial<Record<CaseEventType, string>> = {
  'case.unclear': '政府信息公开申请补正告知书',
  'case.extended': '政府信息公开申请延期答复告知书',
  'case.transferred': '政府信息公开申请告知书',
  'case.answered': '政府信息公开申请答复书',
  'case.given-up': '政府信息公开申请告知书',
};

/** Null: this step has no letter. */
export function letterOf(
  type: CaseEventType,
  { to, from, on, text }: { to: string; from: string; on: LocalDate; text: string },
): Letter | null {
  const title = TITLES[type];
  if (title === undefined) return null;
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
  return { title, to: `${to}：`, paragraphs, from, day: dateText(on) };
}
