/** How far this person has come, kept in this browser: finished lessons, and those of them that are not signed yet. */
import * as z from 'zod/mini';
import { lessonFinished, type LessonFinished } from '../../domain/lesson/events.ts';
import { keep, kept } from '../ui/settings.ts';
import { keepUnsigned } from '../practice/doors.ts';
import { unsignedText } from '../practice/flag.ts';

const list = z.array(lessonFinished);
const DONE = 'lessons-done';

function parsed(text: string | null): LessonFinished[] {
  try {
    const result = list.safeParse(JSON.parse(text ?? '[]'));
    return result.success ? result.data : [];
  } catch {
    return [];
  }
}

/** All that was finished on this device, the oldest first. */
export const finishedHere = (): LessonFinished[] => parsed(kept(DONE));

/** What is still to be signed by the device itself. */
export const unsigned = (): LessonFinished[] => parsed(unsignedText());

/** Keeps a finished lesson, to be signed when practice is left. */
export function keepFinished(one: LessonFinished): void {
  keep(DONE, JSON.stringify([...finishedHere(), one]));
  keepUnsigned(JSON.stringify([...unsigned(), one]));
}

/** The best score in today's version of a lesson; null: not finished. */
export function bestOf(id: string, version: number, all = finishedHere()): LessonFinished | null {
  const done = all.filter((one) => one.lesson === id && one.version >= version);
  return done.reduce<LessonFinished | null>(
    (best, one) => (best && best.score >= one.score ? best : one),
    null,
  );
}
