/** What arrived at a desk, folded from its stream: a small record for each envelope; its words stay sealed in the log. */
import type { DomainEvent } from '../event.ts';
import type { ContentOf } from '../event-types.ts';

export interface Envelope {
  /** Event id, and its place in the desk's stream. */
  id: string;
  number: number;
  /** The key that follows from the receipt code: the same for all that is handed in under it. */
  author: string;
  acceptedAt: string;
  /** The first envelope under this code; null: this is it. */
  adds: string | null;
  answers: { number: number; author: string; acceptedAt: string; closes: boolean }[];
}

export const envelopeKey = (id: string): string => `envelope:${id}`;

/** The record that an event changes; null: it begins one, or is about none. */
export const envelopeOf = (event: DomainEvent): string | null =>
  event.type === 'envelope.answered' && event.content !== null
    ? envelopeKey((event.content as ContentOf<'envelope.answered'>).envelope)
    : null;

/** The record of an envelope after an event; null: the event makes no sense here. */
export function evolveEnvelope(before: Envelope | null, event: DomainEvent): Envelope | null {
  const { id, number, author, acceptedAt } = event;
  if (event.type === 'envelope.sealed') {
    const { adds } = event.content as ContentOf<'envelope.sealed'>;
    return { id, number, author, acceptedAt, adds, answers: [] };
  }
  if (event.type !== 'envelope.answered' || !before) return null;
  const { closes } = event.content as ContentOf<'envelope.answered'>;
  return { ...before, answers: [...before.answers, { number, author, acceptedAt, closes }] };
}

/** Whether somebody still waits for an answer. */
export const isUnanswered = ({ answers }: Envelope): boolean => answers.length === 0;
