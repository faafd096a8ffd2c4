/** Who has finished which lesson: people by lessons, from the records of the units' offices. */
import type { Member } from '../registry/events.ts';
import { leftOn, memberOf, type Registry } from '../registry/registry.ts';
import type { LessonRecord } from '../review/queue.ts';
import type { Lesson } from './lesson.ts';

/** The best a person did in one lesson. */
export interface Finished {
  day: string;
  score: number;
  /** Done in a version that has changed since: to be done again. */
  outdated: boolean;
}

export interface Learner {
  member: Member;
  unitName: string;
  /** By the lesson's id; a lesson that is missing is not done. */
  finished: Record<string, Finished>;
  /** Lessons done in today's version. */
  done: number;
}

const better = (one: Finished, other: Finished | undefined): boolean =>
  !other || (other.outdated && !one.outdated) || (other.outdated === one.outdated && one.score > other.score);

/** Everybody who writes or reviews, by unit and name; inspectors need no lesson. */
export function learners(
  registry: Registry,
  lessons: readonly Pick<Lesson, 'id' | 'version'>[],
  records: readonly LessonRecord[],
): Learner[] {
  const byMember = new Map<string, Record<string, Finished>>();
  for (const { author, lesson, version, day, score } of records) {
    const known = lessons.find(({ id }) => id === lesson);
    const member = memberOf(registry, author);
    if (!known || !member) continue;
    const held = byMember.get(member.id) ?? {};
    const one = { day, score, outdated: version < known.version };
    if (better(one, held[lesson])) held[lesson] = one;
    byMember.set(member.id, held);
  }
  return Object.values(registry.members)
    .filter(({ id, role }) => role !== 'inspector' && leftOn(registry, id) === null)
    .map((member) => {
      const finished = byMember.get(member.id) ?? {};
      const done = Object.values(finished).filter(({ outdated }) => !outdated).length;
      return { member, unitName: registry.units[member.unit]?.name ?? member.unit, finished, done };
    })
    .sort((one, other) =>
      one.member.unit === other.member.unit
        ? one.member.name.localeCompare(other.member.name, 'zh')
        : one.member.unit.localeCompare(other.member.unit),
    );
}
