/** What a request for disclosure (依申请公开) says: 政府信息公开条例 art. 29. Sealed to the township's desk. */
import * as z from 'zod/mini';
import { day } from '../calendar/day.ts';
import { filled } from '../notice/events.ts';

/** Who asks, as the yearly report counts them (国办公开办函〔2021〕30号): a person, or one of five kinds of organisation. */
export const APPLICANTS = ['person', 'business', 'research', 'charity', 'legal', 'other'] as const;
export type Applicant = (typeof APPLICANTS)[number];

/** How it reached the office. `oral`: an official wrote it down for somebody who came (art. 29). */
export const WAYS = ['online', 'oral', 'counter', 'post', 'registered-post', 'fax'] as const;
export type Way = (typeof WAYS)[number];

/** Ways in which an official saw the person, or his papers were handed over: the name is his. */
const SEEN: readonly Way[] = ['oral', 'counter'];
/** Nobody looked at the document: name and number are what somebody typed or wrote, and may be another's. */
export const isUnseen = (way: Way): boolean => !SEEN.includes(way);

export const DOCUMENTS = ['id-card', 'credit-code', 'passport', 'other'] as const;
/** In which form the information is wanted. */
export const FORMS = ['text', 'paper', 'look'] as const;
/** How it is to be handed over. */
export const HANDOVERS = ['receipt', 'pick-up', 'post', 'phone'] as const;

/** Characters. */
export const REQUEST_LIMITS = {
  name: 60,
  number: 40,
  contact: 40,
  phone: 30,
  address: 120,
  asked: 2_000,
} as const;

const optional = (max: number) => z.string().check(z.maxLength(max));

export const request = z.strictObject({
  kind: z.literal('request'),
  applicant: z.enum(APPLICANTS),
  /** Of the person or organisation. */
  name: filled(REQUEST_LIMITS.name),
  /** Who speaks for an organisation; empty for a person. */
  contact: optional(REQUEST_LIMITS.contact),
  document: z.strictObject({ type: z.enum(DOCUMENTS), number: filled(REQUEST_LIMITS.number) }),
  /** One of the two is filled. */
  phone: optional(REQUEST_LIMITS.phone),
  address: optional(REQUEST_LIMITS.address),
  asked: filled(REQUEST_LIMITS.asked),
  form: z.enum(FORMS),
  handover: z.enum(HANDOVERS),
  way: z.enum(WAYS),
  /** The day on which it was made: handed in, signed for, or written. */
  on: day,
});
export type DisclosureRequest = z.infer<typeof request>;

/**
 * The day of receipt that the law names (art. 31): in person and by registered post the day on which it came; by ordinary
 * post, internet and fax the day on which the office confirmed it with the applicant.
 */
export const needsConfirming = (way: Way): boolean => way === 'online' || way === 'post' || way === 'fax';
