/** A request's course as it stands in the desk's stream: the steps as they came. What they come to: case.ts. */
import type { DomainEvent } from '../event.ts';
import { type CaseContent, type CaseEventType, isCaseEvent } from './events.ts';

/** One step, in the clear; its words stay sealed in the log. */
export interface Step<Type extends CaseEventType = CaseEventType> {
  id: string;
  number: number;
  type: Type;
  author: string;
  acceptedAt: string;
  content: CaseContent<Type>;
}

/** What is kept of a case on a device. */
export interface CaseRecord {
  /** Id of the envelope. */
  id: string;
  steps: Step[];
}

export const caseKey = (id: string): string => `case:${id}`;

/** The record that an event changes; null: it is no case's. */
export const caseOf = (event: DomainEvent): string | null =>
  isCaseEvent(event.type) && event.content !== null ? caseKey((event.content as CaseContent).case) : null;

/** The record with one more step. Null: the event is no case's. */
export function evolveCase(before: CaseRecord | null, event: DomainEvent): CaseRecord | null {
  const { id, number, type, author, acceptedAt } = event;
  if (!isCaseEvent(type) || event.content === null) return null;
  const content = event.content as CaseContent;
  const step: Step = { id, number, type, author, acceptedAt, content };
  return { id: content.case, steps: [...(before?.steps ?? []), step] };
}
