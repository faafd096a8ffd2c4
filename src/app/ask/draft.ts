/** The answers to the form's questions as they are typed, and what is still wrong with them. Pure; kept in memory only. */
import { isResidentId15, isResidentId18 } from '../../domain/personal-data/checks.ts';
import type { Applicant, DisclosureRequest, Way } from '../../domain/request/request.ts';
import { REQUEST_LIMITS } from '../../domain/request/request.ts';
import type { LocalDate } from '../../domain/time.ts';
import { parseLocalDate } from '../../domain/calendar/days.ts';

export interface AskDraft {
  way: Way;
  /** `2026-11-24`; for what came by post: the day on it. */
  on: string;
  applicant: Applicant | null;
  name: string;
  contact: string;
  document: DisclosureRequest['document'];
  phone: string;
  address: string;
  asked: string;
  form: DisclosureRequest['form'] | null;
  handover: DisclosureRequest['handover'] | null;
}

/** @param way 'online' for who asks himself. */
export const emptyDraft = (way: Way, today: LocalDate): AskDraft => ({
  way,
  on: today,
  applicant: null,
  name: '',
  contact: '',
  document: { type: 'id-card', number: '' },
  phone: '',
  address: '',
  asked: '',
  form: null,
  handover: null,
});

export const QUESTIONS = ['way', 'who', 'name', 'document', 'contact', 'asked', 'form', 'handover'] as const;
export type Question = (typeof QUESTIONS)[number];

/** The questions for somebody who asks himself, or for an official who writes it down (art. 29). */
export const questionsFor = (official: boolean): Question[] =>
  QUESTIONS.filter((question) => official || question !== 'way');

export type Fault =
  | 'day'
  | 'later-day'
  | 'choose'
  | 'name'
  | 'person'
  | 'number'
  | 'id-card'
  | 'credit-code'
  | 'contact'
  | 'address'
  | 'phone'
  | 'asked'
  | 'too-long';

const isEmpty = (text: string): boolean => text.trim() === '';
const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/i;
const plainNumber = (number: string): string => number.normalize('NFKC').replace(/\s/g, '').toUpperCase();

function documentFault({ document: { type, number } }: AskDraft): Fault | null {
  const plain = plainNumber(number);
  if (plain === '') return 'number';
  if (plain.length > REQUEST_LIMITS.number) return 'too-long';
  if (type === 'id-card' && !isResidentId18(plain) && !isResidentId15(plain)) return 'id-card';
  return type === 'credit-code' && !CREDIT_CODE.test(plain) ? 'credit-code' : null;
}

function contactFault({ phone, address, handover }: AskDraft): Fault | null {
  if (phone.length > REQUEST_LIMITS.phone || address.length > REQUEST_LIMITS.address) return 'too-long';
  if (handover === 'post' && isEmpty(address)) return 'address';
  if (handover === 'phone' && isEmpty(phone)) return 'phone';
  return isEmpty(phone) && isEmpty(address) ? 'contact' : null;
}

function nameFault({ name, contact, applicant }: AskDraft): Fault | null {
  if (isEmpty(name)) return 'name';
  if (name.length > REQUEST_LIMITS.name || contact.length > REQUEST_LIMITS.contact) return 'too-long';
  return applicant !== 'person' && isEmpty(contact) ? 'person' : null;
}

function dayFault({ on }: AskDraft, today: LocalDate): Fault | null {
  if (parseLocalDate(on) === null) return 'day';
  return on > today ? 'later-day' : null;
}

/** What is wrong with the answer to a question; null: nothing. */
export function faultOf(draft: AskDraft, question: Question, today: LocalDate): Fault | null {
  if (question === 'way') return dayFault(draft, today);
  if (question === 'name') return nameFault(draft);
  if (question === 'document') return documentFault(draft);
  if (question === 'contact') return contactFault(draft);
  if (question === 'asked' && draft.asked.length > REQUEST_LIMITS.asked) return 'too-long';
  if (question === 'asked') return isEmpty(draft.asked) ? 'asked' : null;
  const chosen = { who: draft.applicant, form: draft.form, handover: draft.handover }[question];
  if (chosen === null) return 'choose';
  return question === 'handover' ? contactFault(draft) : null;
}

/** The request that was asked for. Null: something is still wrong. */
export function requestOf(draft: AskDraft, today: LocalDate): DisclosureRequest | null {
  const { applicant, form, handover } = draft;
  const isWrong = QUESTIONS.some((question) => faultOf(draft, question, today) !== null);
  if (isWrong || applicant === null || form === null || handover === null) return null;
  return {
    kind: 'request',
    applicant,
    name: draft.name.trim(),
    contact: applicant === 'person' ? '' : draft.contact.trim(),
    document: { type: draft.document.type, number: plainNumber(draft.document.number) },
    phone: draft.phone.trim(),
    address: draft.address.trim(),
    asked: draft.asked.trim(),
    form,
    handover,
    way: draft.way,
    on: draft.on as LocalDate,
  };
}
