import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseContent } from '../../../../src/domain/event-types.ts';
import { readCase } from '../../../../src/domain/request/case.ts';
import { type CaseRecord, evolveCase } from '../../../../src/domain/request/record.ts';
import { oftenAsked } from '../../../../src/domain/request/often.ts';
import { requestTable, reviewTable, unbalanced } from '../../../../src/domain/request/statistics.ts';
import { APPLICANTS } from '../../../../src/domain/request/request.ts';
import { ANSWERS } from '../../../../src/domain/request/answers.ts';
import { addDays } from '../../../../src/domain/calendar/days.ts';
import type { LocalDate } from '../../../../src/domain/time.ts';

const CASE = 'c'.repeat(64);
const idOf = (n: number): string => n.toString(16).padStart(64, '0');

interface Told {
  type: string;
  /** The step that its author had seen last, from 1; left out: the one before. */
  base?: number;
  [field: string]: unknown;
}

/** The case that these steps come to, the n-th with the id `idOf(n)`. */
function course(told: Told[], id = CASE): CaseRecord {
  let record: CaseRecord | null = null;
  for (const [at, { type, base, ...fields }] of told.entries()) {
    const seen = base ?? at;
    const content = { case: id, base: seen === 0 ? null : idOf(seen), words: null, ...fields };
    const parsed = parseContent(type, content);
    if (parsed.status !== 'known') throw new Error(`${type}: ${JSON.stringify(parsed)}`);
    const event = { number: at, author: 'a', at: '', acceptedAt: '2026-11-02T02:00:00.000Z', type };
    record = evolveCase(record, { ...event, id: idOf(at + 1), content: parsed.content });
  }
  return record!;
}

const OPENED = { type: 'case.opened', on: '2026-11-02', way: 'online', applicant: 'person' };
const ANSWERED = { type: 'case.answered', on: '2026-11-20', answer: 'open' };

describe('a case', () => {
  it('is nothing until somebody has taken the request up', () => {
    expect(readCase(course([{ type: 'case.unclear', on: '2026-11-03', until: '2026-11-20' }]))).toBeNull();
  });

  it('goes from receipt over completing, asking and lengthening to its answer', () => {
    const held = readCase(
      course([
        OPENED,
        { type: 'case.unclear', on: '2026-11-03', until: '2026-11-20' },
        { type: 'case.completed', on: '2026-11-09' },
        { type: 'case.third-party-asked', on: '2026-11-10', who: 'third-party' },
        { type: 'case.third-party-answered', on: '2026-11-16', asked: idOf(4), agrees: false },
        { type: 'case.extended', on: '2026-11-17', days: 10, approvedBy: '王主任' },
        ANSWERED,
        { type: 'case.reconsidered', on: '2026-12-20', outcome: 'pending', of: null },
        { type: 'case.reconsidered', on: '2027-02-01', outcome: 'upheld', of: idOf(8) },
      ]),
    );
    expect(held).toMatchObject({
      clock: {
        received: '2026-11-02',
        unclear: { completed: '2026-11-09' },
        pauses: [{ why: 'third-party', from: '2026-11-10', to: '2026-11-16' }],
        extended: { days: 10, by: '王主任' },
        ended: { how: 'answered', on: '2026-11-20' },
      },
      end: { answer: 'open' },
      reviews: [{ what: 'reconsideration', outcome: 'upheld' }],
      notCounted: {},
      conflicts: [],
    });
  });

  it('keeps what two clerks did at once, counts the first, and says so', () => {
    const held = readCase(course([OPENED, ANSWERED, { ...ANSWERED, answer: 'petition', base: 1 }]));
    expect(held?.end?.answer).toBe('open');
    expect(held?.notCounted).toEqual({ [idOf(3)]: 'ended-before' });
    expect(held?.conflicts).toEqual([{ step: idOf(3), unseen: [idOf(2)] }]);
  });

  it('is lengthened once, asked to be completed once, and opened once', () => {
    const held = readCase(
      course([
        OPENED,
        { ...OPENED, base: 0 },
        { type: 'case.extended', on: '2026-11-05', days: 20, approvedBy: '王' },
        { type: 'case.extended', on: '2026-11-06', days: 20, approvedBy: '王' },
        { type: 'case.completed', on: '2026-11-06' },
      ]),
    );
    expect(Object.values(held!.notCounted)).toEqual(['open-before', 'twice', 'not-asked']);
    expect(held!.conflicts).toHaveLength(1);
  });

  it('takes no step with a day that does not exist, or an answer that the form does not know', () => {
    const content = { case: CASE, base: null, words: null, on: '2026-11-02' };
    expect(parseContent('case.answered', { ...content, answer: 'no' }).status).toBe('bad-content');
    expect(parseContent('case.completed', { ...content, on: '2026-02-30' }).status).toBe('bad-content');
  });
});

const START = '2024-01-01' as LocalDate;
const anyCase = fc
  .record({
    applicant: fc.constantFrom(...APPLICANTS),
    came: fc.integer({ min: 0, max: 1200 }),
    took: fc.option(fc.integer({ min: 0, max: 400 })),
    answer: fc.constantFrom(...ANSWERS),
  })
  .map(({ applicant, came, took, answer }) => {
    const on = addDays(START, came);
    const opened = { type: 'case.opened', way: 'online', on, applicant };
    const answered = { type: 'case.answered', on: addDays(on, took ?? 0), answer };
    return readCase(course(took === null ? [opened] : [opened, answered]))!;
  });

describe('the report’s tables', () => {
  it('balance in every column of every year', () => {
    fc.assert(
      fc.property(
        fc.array(anyCase, { maxLength: 30 }),
        fc.integer({ min: 2024, max: 2028 }),
        (cases, year) => {
          const table = requestTable(cases, year);
          expect(unbalanced(table)).toEqual([]);
          const sum = ANSWERS.reduce((total, kind) => total + table.answers[kind].total, 0);
          expect(sum).toBe(table.dealtWith.total);
          expect(requestTable(cases, year + 1).carriedIn).toEqual(table.carriedOut);
        },
      ),
    );
  });

  it('count reconsiderations and lawsuits by their result', () => {
    const held = readCase(
      course([
        OPENED,
        ANSWERED,
        { type: 'case.reconsidered', on: '2026-12-01', outcome: 'pending', of: null },
        { type: 'case.sued', on: '2026-12-20', outcome: 'corrected', of: null, after: 'direct' },
      ]),
    )!;
    expect(reviewTable([held], 2026)).toMatchObject({
      reconsideration: { pending: 1, total: 1 },
      direct: { corrected: 1, total: 1 },
      'after-reconsideration': { total: 0 },
    });
  });
});

describe('what is often asked', () => {
  const asked = (...texts: string[]) => texts.map((text, at) => ({ id: idOf(at), asked: text }));
  it('is suggested from the third time on, by the entry that it names or by its words', () => {
    const entries = [{ id: 'zjd', name: '宅基地审批' }];
    const three = asked('我想看宅基地审批结果', '2025 年宅基地审批名单', '请公开宅基地审批');
    expect(oftenAsked(three, entries)).toMatchObject([{ entry: { id: 'zjd' } }]);
    expect(oftenAsked(three.slice(1), entries)).toEqual([]);
    const words = asked('村口修路花了多少钱', '村口修路花了多少钱？', '请问村口修路花了多少钱', '水费怎么收');
    expect(oftenAsked(words, [])).toMatchObject([{ entry: null, requests: [{}, {}, {}] }]);
  });
});
