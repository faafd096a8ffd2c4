/** Short forms for the steps of lessons. */
import type { Practised, Step, Words } from './lesson.ts';

export const words = (zh: string, en: string): Words => ({ zh, en });

export const step = (text: Words, control: Words | null, done: Step['done']): Step => ({
  words: text,
  control,
  done,
});

/** Whether an address was opened. */
export const opened =
  (place: RegExp): Step['done'] =>
  ({ places }) =>
    places.some((one) => place.test(one));

type Signed = Practised['events'][number];

/** Whether something of this type was signed. */
export const signed =
  (type: string, fits: (content: Signed['content'], event: Signed) => boolean = () => true): Step['done'] =>
  ({ events }) =>
    events.some((event) => event.type === type && fits(event.content, event));

/** Whether a step is done by one thing or by a later one that shows it. */
export const either =
  (...checks: Step['done'][]): Step['done'] =>
  (practised) =>
    checks.some((check) => check(practised));

export const hasText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
