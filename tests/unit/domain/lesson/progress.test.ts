import { describe, expect, it } from 'vitest';
import { learners } from '../../../../src/domain/lesson/progress.ts';
import { mayAppend } from '../../../../src/domain/registry/append.ts';
import { applyToOffice, type LessonRecord } from '../../../../src/domain/review/queue.ts';
import { ASSIGNED, CADRE, event, hex, sampleRegistry, TABLET } from '../samples.ts';

const registry = sampleRegistry();
const LESSONS = [
  { id: 'post', version: 2 },
  { id: 'search', version: 1 },
];
const finished = (lesson: string, version: number, score: number, author = CADRE) =>
  event(0, 'lesson.finished', { lesson, version, day: '2026-11-25', score }, author);
const recordsOf = (...events: ReturnType<typeof finished>[]): LessonRecord[] => {
  const numbered = events.map((one, number) => ({ ...one, number, id: hex(`e${number}`) }));
  return [...applyToOffice(new Map(), numbered).records.values()] as LessonRecord[];
};
const clerk = (records: LessonRecord[]) =>
  learners(registry, LESSONS, records).find(({ member }) => member.id === 'clerk');

describe('the record of a finished lesson', () => {
  it.each([
    ['into the office stream of one’s own unit', CADRE, 'v1', true],
    ['into that of another unit', CADRE, 'v2', false],
    ['into that of a unit for which one only stands in', ASSIGNED, 'v1', false],
    ['by a tablet', TABLET, 'v1', false],
  ])('goes %s: %s %s %s', (_what, author, unit, may) => {
    const place = { kind: 'office', unit } as const;
    expect(mayAppend(registry, place, finished('post', 1, 100, author)).ok).toBe(may);
  });

  it('has no place on a board', () => {
    const place = { kind: 'public', unit: 'v1' } as const;
    expect(mayAppend(registry, place, finished('post', 1, 100)).ok).toBe(false);
  });
});

describe('who has learnt what', () => {
  it('names everybody who writes, also those who have finished nothing', () => {
    expect(learners(registry, LESSONS, []).map(({ member, done }) => [member.id, done])).toContainEqual([
      'clerk',
      0,
    ]);
  });

  it('takes the best of several times', () => {
    const records = recordsOf(
      finished('search', 1, 33),
      finished('search', 1, 100),
      finished('search', 1, 67),
    );
    expect(clerk(records)?.finished['search']).toMatchObject({ score: 100, outdated: false });
    expect(clerk(records)?.done).toBe(1);
  });

  it('asks for a lesson again that has changed since, until it is done in today’s version', () => {
    const before = recordsOf(finished('post', 1, 100));
    expect(clerk(before)).toMatchObject({ done: 0, finished: { post: { outdated: true } } });
    const after = recordsOf(finished('post', 1, 100), finished('post', 2, 33));
    expect(clerk(after)).toMatchObject({ done: 1, finished: { post: { outdated: false, score: 33 } } });
  });

  it('passes over lessons and devices that it does not know', () => {
    const records = recordsOf(finished('unknown', 1, 100), finished('post', 2, 100, hex(5)));
    expect(learners(registry, LESSONS, records).every(({ done }) => done === 0)).toBe(true);
  });
});
