/** The steps of a notice beyond the board: each form it went out by, proved by its own record, and those still to do. Pure. */
import type { Form } from '../../domain/catalogue/entry.ts';
import { formsOf, type Outing } from '../../domain/outing/outing.ts';

export type Rung =
  /** 'done': the township has the record; 'now': it waits on this device. */
  | { form: Form; state: 'done' | 'now'; outing: Outing }
  /** Recorded by mistake: it is told, and counts as not done. */
  | { form: Form; state: 'void'; outing: Outing }
  | { form: Form; state: 'todo'; outing: null };

/**
 * Records in the order in which they were made, then the forms that the catalogue asks for and that have none.
 * @param waiting ids of events that the township has not taken in yet.
 */
export function rungsOf(outings: Outing[], wanted: Form[], waiting: ReadonlySet<string>): Rung[] {
  const done = outings.map((outing): Rung => {
    const state = waiting.has(outing.id) ? 'now' : 'done';
    return { form: outing.form, state: outing.ended?.mistake ? 'void' : state, outing };
  });
  const missing = wanted.filter((form) => !formsOf(outings).includes(form));
  return [...done, ...missing.map((form): Rung => ({ form, state: 'todo', outing: null }))];
}

/** Sheets that hang now. */
export const hanging = (outings: Outing[]): Outing[] =>
  outings.filter((one) => one.form === 'paper' && one.ended === null);
