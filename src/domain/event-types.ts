/**
 * Every type of event that this version knows, and the schema of its content.
 * A type that is not here is stored raw, counted, and folded after an update.
 */
import type * as z from 'zod/mini';
import { deskEvents } from './desk/events.ts';
import { displayEvents } from './display/events.ts';
import { lessonEvents } from './lesson/events.ts';
import { noticeEvents } from './notice/events.ts';
import { outingEvents } from './outing/events.ts';
import { registryEvents } from './registry/events.ts';
import { caseEvents } from './request/events.ts';
import { reviewEvents } from './review/events.ts';
import { reportEvents } from './report/typed.ts';
import { inspectionEvents } from './inspection/events.ts';
import { scoreEvents } from './score/events.ts';
import { talkEvents } from './talk/events.ts';

const all = {
  ...registryEvents,
  ...noticeEvents,
  ...outingEvents,
  ...displayEvents,
  ...reviewEvents,
  ...scoreEvents,
  ...reportEvents,
  ...lessonEvents,
  ...inspectionEvents,
  ...deskEvents,
  ...caseEvents,
  ...talkEvents,
};

export type EventType = keyof typeof all;
export type ContentOf<Type extends EventType> = z.infer<(typeof all)[Type]>;

export type ParsedContent =
  | { status: 'known'; type: EventType; content: ContentOf<EventType> }
  | { status: 'unknown-type' }
  | { status: 'bad-content'; details: string };

/** The content of an event by its type's schema. */
export function parseContent(type: string, content: unknown): ParsedContent {
  if (!Object.prototype.hasOwnProperty.call(all, type)) return { status: 'unknown-type' };
  const known = type as EventType;
  const parsed = all[known].safeParse(content);
  if (parsed.success) return { status: 'known', type: known, content: parsed.data as ContentOf<EventType> };
  return { status: 'bad-content', details: parsed.error.issues.map((i) => i.path.join('.')).join(', ') };
}
