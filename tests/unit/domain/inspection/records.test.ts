import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyToBoard, type LightNotice } from '../../../../src/domain/board/board.ts';
import { asAnswerable, falsifiedOf, openFindings } from '../../../../src/domain/inspection/counted.ts';
import { checkDraw, drawItems } from '../../../../src/domain/inspection/draw.ts';
import {
  answerDay,
  applyToInspection,
  type Finding,
  findingState,
  inspectionKey,
  type InspectionRecord,
} from '../../../../src/domain/inspection/records.ts';
import { sha256Hex } from '../../../../src/log/hash.ts';
import { day } from '../due/sample.ts';
import { event, hex, published } from '../samples.ts';

const FINDING = {
  round: null,
  about: { kind: 'notice', id: hex(77) },
  title: '账目对不上',
  text: '支出单据少一张。',
  severity: 'fault',
  on: '2026-03-05',
  person: '马某（村文书）',
  due: '2026-03-20',
  photos: [],
};
/** Key of the unit's phone. */
const UNIT = hex(0xc1);
/** Events one after another, a day apart. */
const run = (...steps: [type: string, content: object][]) =>
  steps.map(([type, content], at) => ({
    ...event(at, type, content, type === 'finding.answered' ? UNIT : undefined),
    acceptedAt: `2026-03-${String(at + 10).padStart(2, '0')}T02:00:00.000Z`,
  }));
const id = (at: number): string =>
  run(...Array.from({ length: at + 1 }, (): [string, object] => ['x', {}]))[at]!.id;

const fold = (...steps: [type: string, content: object][]) => applyToInspection(new Map(), run(...steps));
const finding = (...steps: [type: string, content: object][]): Finding =>
  fold(['finding.made', FINDING], ...steps).records.get(inspectionKey('finding', id(0))) as Finding;

const ANSWER: [string, object] = ['finding.answered', { finding: id(0), text: '补上了。', photos: [] }];
const recheck = (done: boolean, due: string | null = null): [string, object] => [
  'finding.rechecked',
  { finding: id(0), done, text: '看过了。', due },
];

describe('a finding', () => {
  it('is open, answered, open again when the re-check failed, and closed', () => {
    expect(findingState(finding())).toBe('open');
    expect(findingState(finding(ANSWER))).toBe('answered');
    const again = finding(ANSWER, recheck(false, '2026-04-10'));
    expect(findingState(again)).toBe('open');
    expect(answerDay(again)).toBe('2026-04-10');
    expect(findingState(finding(ANSWER, recheck(false, '2026-04-10'), ANSWER, recheck(true)))).toBe('closed');
  });

  it('takes nothing more once it is closed or was dropped', () => {
    expect(fold(['finding.made', FINDING], ANSWER, recheck(true), ANSWER).setAside).toBe(1);
    const dropped: [string, object] = ['finding.dropped', { finding: id(0), reason: '看错了村。' }];
    expect(findingState(finding(dropped))).toBe('dropped');
    expect(fold(['finding.made', FINDING], dropped, ANSWER).setAside).toBe(1);
    expect(fold(ANSWER).setAside).toBe(1);
  });

  it('is not closed by who answered it', () => {
    const [made, answer] = run(['finding.made', FINDING], ANSWER);
    const [, , own] = run(['x', {}], ['x', {}], recheck(true));
    const folded = applyToInspection(new Map(), [made!, answer!, { ...own!, author: UNIT }]);
    expect(folded.setAside).toBe(1);
    expect(findingState([...folded.records.values()][0] as Finding)).toBe('answered');
  });

  it('makes the score of its month 0 only when it says falsified, and stands', () => {
    const falsified = { ...FINDING, severity: 'falsified' };
    const of = (...steps: [string, object][]) =>
      falsifiedOf([...fold(['finding.made', falsified], ...steps).records.values()] as Finding[]);
    expect(of()).toEqual([{ id: id(0), day: '2026-03-05' }]);
    expect(of(['finding.dropped', { finding: id(0), reason: '核实过，属实。' }])).toEqual([]);
    expect(falsifiedOf([finding()])).toEqual([]);
  });

  it('wants an answer by its day', () => {
    expect(asAnswerable(finding())).toMatchObject({ due: '2026-03-20', answered: null, notice: hex(77) });
    expect(asAnswerable(finding(ANSWER)).answered).toBe('2026-03-11');
    expect(openFindings([finding(ANSWER), finding()])).toHaveLength(1);
  });

  it('comes to the same whether its events are folded at once or one by one', () => {
    const any = fc.constantFrom(ANSWER, recheck(false, '2026-04-10'), recheck(true));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (steps) => {
        const events = run(['finding.made', FINDING], ...steps);
        const whole = applyToInspection(new Map(), events);
        const held = new Map<string, InspectionRecord>();
        let aside = 0;
        for (const one of events) {
          const { records, setAside } = applyToInspection(held, [one]);
          for (const [key, record] of records) held.set(key, record);
          aside += setAside;
        }
        expect(held).toEqual(whole.records);
        expect(aside).toBe(whole.setAside);
      }),
    );
  });
});

describe('a round', () => {
  const ROUND = {
    title: '二季度抽查',
    checklist: ['上墙了没有', '金额对不对'],
    items: [{ unit: 'v1', about: { kind: 'unit' }, title: '示范一村' }],
    draw: null,
  };
  const check = (item: number): [string, object] => [
    'round.checked',
    { round: id(0), item, checks: [true, false], note: '' },
  ];

  it('keeps what was found last of each item, and ends with a summary', () => {
    const { records, setAside } = fold(
      ['round.opened', ROUND],
      check(0),
      check(1),
      ['round.closed', { round: id(0), summary: '一处要改。' }],
      check(0),
    );
    expect(setAside).toBe(2);
    expect(records.get(inspectionKey('round', id(0)))).toMatchObject({
      checked: { 0: { checks: [true, false] } },
      closed: { summary: '一处要改。' },
    });
  });
});

describe('a draw', () => {
  const light = (n: number): LightNotice => {
    const { changed } = applyToBoard(new Map(), [published(n)], () => undefined);
    return [...changed.values()][0]!.notices[0]!;
  };
  const boards = new Map([
    ['v1', Array.from({ length: 20 }, (_, n) => light(n))],
    ['v2', Array.from({ length: 20 }, (_, n) => light(n + 20))],
  ]);
  const asked = {
    seed: '第12期体彩 0817',
    units: ['v2', 'v1'],
    first: day('2026-11-01'),
    last: day('2026-11-30'),
  };

  it('gives the same items to whoever draws again, whatever the order of units and notices', () => {
    const made = drawItems(boards, asked, 5, sha256Hex);
    expect(made.items).toHaveLength(5);
    expect(made.draw.of).toBe(40);
    const turned = new Map([...boards].toReversed().map(([unit, all]) => [unit, all.toReversed()]));
    expect(checkDraw(turned, made, sha256Hex)).toBe('same');
  });

  it('is found out when an item was exchanged, or drawn from other boards', () => {
    const made = drawItems(boards, asked, 5, sha256Hex);
    const others = drawItems(boards, { ...asked, seed: '另一个' }, 5, sha256Hex);
    expect(checkDraw(boards, { draw: made.draw, items: others.items }, sha256Hex)).toBe('others');
    expect(checkDraw(new Map([['v1', boards.get('v1')!]]), made, sha256Hex)).toBe('other-candidates');
  });

  it('draws each candidate about as often as any other', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++)
      for (const { about } of drawItems(boards, { ...asked, seed: String(seed) }, 4, sha256Hex).items)
        if (about.kind === 'notice') times.set(about.id, (times.get(about.id) ?? 0) + 1);
    // 40 on average; five standard deviations either way.
    expect([...times.values()].every((n) => n > 10 && n < 72)).toBe(true);
    expect(times.size).toBe(40);
  });
});
