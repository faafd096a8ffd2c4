import { describe, expect, it } from 'vitest';
import { dueItems } from '../../../../src/domain/due/judge.ts';
import { lateMarks } from '../../../../src/domain/due/lateness.ts';
import { DEFAULT_RULES } from '../../../../src/domain/score/rules.ts';
import { commentAnswers, requestAnswers, unitRecords } from '../../../../src/domain/score/records.ts';
import { scoreUnit, scoreYear } from '../../../../src/domain/score/score.ts';
import type { Case } from '../../../../src/domain/request/case.ts';
import { applyToTalk, type TalkRecord } from '../../../../src/domain/talk/talk.ts';
import { day, MONTHLY, registry, told } from '../due/sample.ts';

const TODAY = day('2026-11-25');
const envelope = 'e'.repeat(64);
const notice = 'a'.repeat(64);

/** What a unit's public stream says of comments, each event on its day at noon. */
function talkOf(...steps: [type: string, on: string, content: object][]): TalkRecord[] {
  const events = steps.map(([type, on, content], number) => ({
    id: `${number}`.padStart(64, '0'),
    number,
    type,
    author: 'c'.repeat(64),
    at: `${on}T04:00:00.000Z`,
    acceptedAt: `${on}T04:00:00.000Z`,
    content: { notice, ...content },
  }));
  return [...applyToTalk(new Map(), events).records.values()];
}

const published = { envelope, text: '路灯不亮', name: '', answer: '周五修好' };
const request = (ended: string | null): Case => ({
  id: envelope,
  way: 'counter',
  applicant: 'person',
  clock: {
    received: day('2026-10-09'),
    unclear: null,
    pauses: [],
    extended: null,
    ended: ended === null ? null : { on: day(ended), how: 'answered' },
  },
  end: ended === null ? null : { on: day(ended), answer: 'open' },
  asked: [],
  reviews: [],
  fees: 0,
  notCounted: {},
  conflicts: [],
});

describe('what wanted an answer', () => {
  it('has a comment by the day of arrival that the unit signed, and by its first decision', () => {
    const talk = talkOf(
      ['comment.published', '2026-11-20', { ...published, arrived: '2026-10-12' }],
      ['comment.answer-corrected', '2026-11-24', { envelope, answer: '周六修好' }],
    );
    expect(commentAnswers(talk)).toEqual([
      {
        kind: 'comment',
        id: envelope,
        notice,
        title: '路灯不亮',
        due: '2026-11-02',
        answered: '2026-11-20',
      },
    ]);
  });

  it('shows no words of a comment that was refused, and leaves out one of which nobody said when it arrived', () => {
    const refused = talkOf([
      'comment.refused',
      '2026-11-20',
      { envelope, reason: 'insult', arrived: '2026-11-18' },
    ]);
    expect(commentAnswers(refused)).toMatchObject([{ title: '', answered: '2026-11-20' }]);
    expect(commentAnswers(talkOf(['comment.published', '2026-11-20', published]))).toEqual([]);
  });

  it('has the comments that the unit counted as waiting too long, so that silence is no better than a late answer', () => {
    const waiting = talkOf([
      'comment.counted',
      '2026-11-20',
      { received: 3, waiting: 3, overdue: 2, upTo: 9 },
    ]);
    const answers = commentAnswers(waiting);
    expect(answers).toMatchObject([
      { due: '2026-11-19', answered: null },
      { due: '2026-11-19', answered: null },
    ]);
    const score = scoreUnit(scoreYear(registry([]), TODAY, TODAY), 'v1', unitRecords([], [], { answers }));
    expect(score?.months[10]?.parts.response).toMatchObject({ share: 100, points: 0 });
  });

  it('has requests by their clock: twenty working days, and holidays do not count', () => {
    expect(requestAnswers([request('2026-11-05')], TODAY)).toMatchObject([
      { kind: 'request', title: '', due: '2026-11-05', answered: '2026-11-05' },
    ]);
    expect(requestAnswers([request(null)], TODAY)).toMatchObject([{ answered: null }]);
  });

  it('passes over a request whose clock stands still', () => {
    const asked = request(null);
    asked.clock.pauses = [{ why: 'third-party', from: day('2026-10-20'), to: null }];
    expect(requestAnswers([asked], TODAY)).toEqual([]);
  });
});

describe('the days that a signed notice may be on its way', () => {
  const signed = told(MONTHLY, '2026-10', '2026-11-25', { at: '2026-11-19T10:00:00.000+08:00' });
  const rules = { ...DEFAULT_RULES, from: day('2026-11-10') };
  const with5 = registry([MONTHLY], { scoreRules: [{ ...rules, graceDays: 4 }] });

  it('are those of the office, on the calendar and on the board', () => {
    const window = { first: day('2026-11-01'), last: day('2026-11-30') };
    const stateIn = (township: typeof with5) =>
      dueItems(township, new Map([['v1', [signed]]]), { window, today: TODAY }).get('v1')?.[0]?.state;
    expect(stateIn(registry([MONTHLY]))).toBe('fulfilled');
    expect(stateIn(with5)).toBe('fulfilled-late');
    expect(lateMarks(registry([MONTHLY]), 'v1', [signed])).toEqual(new Map());
    expect(lateMarks(with5, 'v1', [signed])).toEqual(new Map([[signed.id, 5]]));
  });

  it('do not change for what was due before the new rules', () => {
    const later = registry([MONTHLY], {
      scoreRules: [{ ...rules, from: day('2026-12-01'), graceDays: 0 }],
    });
    expect(lateMarks(later, 'v1', [signed])).toEqual(new Map());
  });
});
