/** That somebody has finished a lesson in practice mode: in the office stream of his unit, and no more than is needed. */
import * as z from 'zod/mini';
import { day } from '../calendar/day.ts';

export const lessonFinished = z.strictObject({
  /** Id of the lesson, and the version of it that was done. */
  lesson: z.string().check(z.regex(/^[a-z-]{1,24}$/)),
  version: z.int().check(z.minimum(1), z.maximum(1_000)),
  /** The day, by the learner's calendar. */
  day,
  /** Part of the test's questions that were answered rightly at once, percent. */
  score: z.int().check(z.minimum(0), z.maximum(100)),
});

export const lessonEvents = { 'lesson.finished': lessonFinished };
export type LessonFinished = ReturnType<typeof lessonFinished.parse>;
