import { describe, expect, it } from 'vitest';
import { lessonFinished } from '../../../../src/domain/lesson/events.ts';
import {
  mixed,
  NOTHING_YET,
  type Practised,
  scoreOf,
  stepReached,
} from '../../../../src/domain/lesson/lesson.ts';
import { lessonOf, LESSONS } from '../../../../src/domain/lesson/lessons.ts';

const practised = (part: Partial<Practised>): Practised => ({ ...NOTHING_YET, ...part });
const published = (content: Record<string, unknown>, arrived = true) => ({
  type: 'notice.published',
  content: { title: '停水通知', ...content },
  arrived,
});
const lesson = (id: string) => lessonOf(id)!;

describe('every lesson', () => {
  it('has steps, three questions with three answers each, and words in both languages', () => {
    expect(LESSONS.map(({ id }) => id)).toEqual([
      'post',
      'correct',
      'table',
      'proof',
      'nothing',
      'request',
      'search',
    ]);
    for (const { id, steps, questions, minutes, version } of LESSONS) {
      expect(minutes).toBeLessThanOrEqual(5);
      expect(lessonFinished.safeParse({ lesson: id, version, day: '2026-11-25', score: 100 }).success).toBe(
        true,
      );
      expect(steps.length).toBeGreaterThanOrEqual(2);
      expect(questions).toHaveLength(3);
      for (const { answers } of questions) expect(new Set(answers.map(({ zh }) => zh)).size).toBe(3);
      for (const { words } of steps) expect(words.zh !== '' && words.en !== '').toBe(true);
    }
  });

  it('is not done by doing nothing, nor by opening screens alone', () => {
    const places = ['/', '/write', '/b/v1', '/b/v1/n/ab', '/b/v1/n/ab/out', '/due', '/ask', '/b/v1/find'];
    for (const one of LESSONS) {
      expect(stepReached(one, NOTHING_YET), one.id).toBe(0);
      expect(stepReached(one, practised({ places })), one.id).toBeLessThan(one.steps.length);
    }
  });
});

describe('a lesson is done by doing it', () => {
  it('post: step by step, and only when the notice has arrived', () => {
    const post = lesson('post');
    expect(stepReached(post, practised({ places: ['/', '/write'] }))).toBe(1);
    const draft = { kind: 'plain', changes: false, rows: 0 };
    expect(stepReached(post, practised({ places: ['/write'], drafts: [draft] }))).toBe(2);
    expect(stepReached(post, practised({ events: [published({}, false)] }))).toBe(3);
    expect(stepReached(post, practised({ events: [published({})] }))).toBe(4);
    expect(stepReached(post, practised({ events: [published({ title: ' ' })] }))).toBe(0);
  });

  it('correct: with a reason', () => {
    const correction = (reason: string) => ({
      type: 'notice.corrected',
      content: { reason },
      arrived: false,
    });
    expect(stepReached(lesson('correct'), practised({ events: [correction('')] }))).toBe(0);
    expect(stepReached(lesson('correct'), practised({ events: [correction('钟点写错了')] }))).toBe(3);
  });

  it('table: two rows while it is written, then published as a list', () => {
    const rows = (n: number) => practised({ drafts: [{ kind: 'benefit-list', changes: false, rows: n }] });
    expect(stepReached(lesson('table'), rows(1))).toBe(1);
    expect(stepReached(lesson('table'), rows(2))).toBe(2);
    expect(stepReached(lesson('table'), practised({ events: [published({ kind: 'benefit-list' })] }))).toBe(
      3,
    );
    expect(stepReached(lesson('table'), practised({ events: [published({ kind: 'plain' })] }))).toBe(0);
  });

  it('proof: a sheet on a wall with a photo, and not a broadcast', () => {
    const outing = (content: object) =>
      practised({ events: [{ type: 'outing.made', content: { ...content }, arrived: false }] });
    expect(stepReached(lesson('proof'), outing({ form: 'broadcast', photo: null }))).toBe(0);
    expect(stepReached(lesson('proof'), outing({ form: 'paper', photo: { hash: 'a' } }))).toBe(3);
  });

  it('nothing: a notice that says so; request: handed in; search: asked and then opened', () => {
    expect(stepReached(lesson('nothing'), practised({ events: [published({ kind: 'nothing' })] }))).toBe(2);
    expect(stepReached(lesson('request'), practised({ requests: 1 }))).toBe(2);
    const found = ['/b/v1/find', '/b/v1/find?q=%E4%B9%A6', '/b/v1/n/ab'];
    expect(stepReached(lesson('search'), practised({ places: found }))).toBe(3);
    expect(stepReached(lesson('search'), practised({ places: found.toReversed() }))).toBe(2);
  });
});

describe('the test at the end', () => {
  it('counts the first answer to each question', () => {
    expect(scoreOf([0, 0, 0])).toBe(100);
    expect(scoreOf([0, 1, 0])).toBe(67);
    expect(scoreOf([2, 1, 1])).toBe(0);
    expect(scoreOf([])).toBe(0);
  });

  it('mixes the answers, each there once', () => {
    const { questions } = lesson('post');
    const orders = questions.map((question, n) => mixed(question, n));
    for (const order of orders) expect([...order].sort()).toEqual([0, 1, 2]);
    expect(new Set(orders.map((order) => order.indexOf(0))).size).toBeGreaterThan(1);
  });

  it('is recorded with lesson, version, day and score, and nothing else', () => {
    const record = { lesson: 'post', version: 1, day: '2026-11-25', score: 67 };
    expect(lessonFinished.safeParse(record).success).toBe(true);
    expect(lessonFinished.safeParse({ ...record, title: '停水' }).success).toBe(false);
    expect(lessonFinished.safeParse({ ...record, score: 101 }).success).toBe(false);
  });
});
