/** A step as a clerk fills it in, and what is still wrong with it. Pure; its text stays in memory until it is sealed. */
import { parseLocalDate } from '../../domain/calendar/days.ts';
import type { AnswerKind } from '../../domain/request/answers.ts';
import type { Case } from '../../domain/request/case.ts';
import { MOST_LENGTHENED } from '../../domain/request/clock-input.ts';
import type { CaseContent, CaseEventType, StepFields } from '../../domain/request/events.ts';
import { askedUntil } from '../../domain/request/next.ts';
import { type DisclosureRequest, needsConfirming } from '../../domain/request/request.ts';
import { hasGap, toldText } from '../../domain/request/told.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { NewStep } from '../../sync/client/cases.ts';

export interface StepDraft {
  type: CaseEventType;
  on: string;
  until: string;
  days: string;
  approvedBy: string;
  who: CaseContent<'case.third-party-asked'>['who'];
  /** The step that asked. */
  asked: string;
  agrees: 'yes' | 'no' | 'silent';
  answer: AnswerKind;
  why: CaseContent<'case.given-up'>['why'];
  outcome: CaseContent<'case.sued'>['outcome'];
  /** The reconsideration or lawsuit whose result it is; empty: a new one. */
  of: string;
  after: CaseContent<'case.sued'>['after'];
  yuan: string;
  /** For the file. */
  words: string;
  tell: string;
  /** The clerk changed `tell`: a choice no longer replaces it. */
  edited: boolean;
}

/** A new step with what is likely. */
export function newStep(
  type: CaseEventType,
  request: DisclosureRequest,
  held: Case | null,
  today: LocalDate,
): StepDraft {
  const open = held?.asked.filter(({ pause }) => held.clock.pauses[pause - 1]?.to === null) ?? [];
  const isNew = type === 'case.opened' && !needsConfirming(request.way);
  const draft: StepDraft = {
    type,
    on: isNew ? request.on : today,
    until: askedUntil(today),
    days: String(MOST_LENGTHENED),
    approvedBy: '',
    who: 'third-party',
    asked: open[0]?.step ?? '',
    agrees: 'yes',
    answer: 'open',
    why: held?.clock.unclear && held.clock.unclear.completed === null ? 'not-completed' : 'withdrawn',
    outcome: 'pending',
    of: '',
    after: 'direct',
    yuan: '',
    words: '',
    tell: '',
    edited: false,
  };
  return retold(draft);
}

/** With the text that goes with its choices, unless the clerk has written his own. */
export function retold(draft: StepDraft): StepDraft {
  if (draft.edited) return draft;
  const { on, until, days } = draft;
  const telling = { ...draft, on: on as LocalDate, until: until as LocalDate, days: Number(days) };
  return { ...draft, tell: parseLocalDate(on) ? toldText(draft.type, telling) : draft.tell };
}

export type StepFault = 'day' | 'until' | 'days' | 'approvedBy' | 'yuan' | 'tell' | 'gap' | 'too-long';

const isDay = (text: string): boolean => parseLocalDate(text) !== null;
/** Fen of an amount in yuan; null: it is none. */
const fenOf = (yuan: string): number | null =>
  /^\d{1,6}(\.\d{1,2})?$/.test(yuan.trim()) ? Math.round(Number(yuan) * 100) : null;
const TEXT_LIMIT = 10_000;

/** What is wrong first; null: nothing. */
export function stepFault({
  type,
  on,
  until,
  days,
  approvedBy,
  yuan,
  tell,
  words,
}: StepDraft): StepFault | null {
  if (!isDay(on)) return 'day';
  if (type === 'case.unclear' && (!isDay(until) || until < on)) return 'until';
  const lengthened = /^\d+$/.test(days) ? Number(days) : 0;
  if (type === 'case.extended' && (lengthened < 1 || lengthened > MOST_LENGTHENED)) return 'days';
  if (type === 'case.extended' && (approvedBy.trim() === '' || approvedBy.length > 40)) return 'approvedBy';
  if (type === 'case.fee' && !fenOf(yuan)) return 'yuan';
  if (tell.length > TEXT_LIMIT || words.length > TEXT_LIMIT) return 'too-long';
  if (hasGap(tell)) return 'gap';
  return type === 'case.answered' && tell.trim() === '' ? 'tell' : null;
}

const isLetter = (type: CaseEventType): boolean =>
  ['case.answered', 'case.transferred', 'case.given-up', 'case.unclear'].includes(type);

/** The step to be taken. Only for a draft without a fault. */
export function stepOf(draft: StepDraft, request: DisclosureRequest): NewStep {
  const { type, on, until, tell } = draft;
  const day = { on: on as LocalDate };
  const outcome = { outcome: draft.outcome, of: draft.of === '' ? null : draft.of };
  const agrees = { yes: true, no: false, silent: null }[draft.agrees];
  const fields: { [Type in CaseEventType]: StepFields<Type> } = {
    'case.opened': { ...day, way: request.way, applicant: request.applicant },
    'case.unclear': { ...day, until: until as LocalDate },
    'case.completed': day,
    'case.given-up': { ...day, why: draft.why },
    'case.third-party-asked': { ...day, who: draft.who },
    'case.third-party-answered': { ...day, asked: draft.asked, agrees },
    'case.extended': { ...day, days: Number(draft.days), approvedBy: draft.approvedBy.trim() },
    'case.transferred': day,
    'case.answered': { ...day, answer: draft.answer },
    'case.reconsidered': { ...day, ...outcome },
    'case.sued': { ...day, ...outcome, after: draft.after },
    'case.fee': { ...day, fen: fenOf(draft.yuan) ?? 0 },
  };
  // A letter is kept in the file as it went out.
  const words = isLetter(type) ? tell : draft.words;
  return { type, fields: fields[type], words, tell };
}
