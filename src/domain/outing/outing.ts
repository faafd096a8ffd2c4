/** The outings of one notice, folded from its events. */
import { type Form, FORMS } from '../catalogue/entry.ts';
import type { ContentOf } from '../event-types.ts';
import type { NoticeEvent } from '../notice/notice.ts';
import type { OutingMade } from './events.ts';

export interface Outing extends OutingMade {
  /** Event id. */
  id: string;
  author: string;
  acceptedAt: string;
  /** Taken down; or recorded by mistake: then it never was. */
  ended: { at: string; acceptedAt: string; reason: string; mistake: boolean } | null;
}

/**
 * All outings after one more event; other events change nothing. A second end of the same outing is passed
 * over, but for one that says it was a mistake.
 */
export function evolveOutings(state: Outing[], event: NoticeEvent): Outing[] {
  if (event.type === 'outing.made') {
    const made = event.content as OutingMade;
    const { id, author, acceptedAt } = event;
    return [...state, { ...made, id, author, acceptedAt, ended: null }];
  }
  if (event.type !== 'outing.ended') return state;
  const { outing, at, reason, mistake = false } = event.content as ContentOf<'outing.ended'>;
  const ended = { at, acceptedAt: event.acceptedAt, reason, mistake };
  const ends = (one: Outing): boolean => one.id === outing && !one.ended?.mistake && (!one.ended || mistake);
  return state.map((one) => (ends(one) ? { ...one, ended } : one));
}

/** Outings that really were: all but those recorded by mistake. */
export const trueOutings = (outings: Outing[]): Outing[] => outings.filter((one) => !one.ended?.mistake);

/** Forms by which the notice has gone out, each once, in the order of the catalogue's forms. */
export const formsOf = (outings: Outing[]): Form[] =>
  FORMS.filter((form) => trueOutings(outings).some((one) => one.form === form));
