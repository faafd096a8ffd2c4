/** All lessons, in the order in which a new cadre should do them. Words stand in the data: a lesson is one piece. */
import type { Lesson } from './lesson.ts';
import { CORRECT, POST, TABLE } from './posting.ts';
import { NOTHING, PROOF, REQUEST, SEARCH } from './village.ts';

export const LESSONS: readonly Lesson[] = [POST, CORRECT, TABLE, PROOF, NOTHING, REQUEST, SEARCH];

export const lessonOf = (id: string): Lesson | null => LESSONS.find((one) => one.id === id) ?? null;
