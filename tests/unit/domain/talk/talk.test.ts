import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../../src/domain/event.ts';
import { REFUSALS, type TalkEventType } from '../../../../src/domain/talk/events.ts';
import {
  applyToTalk,
  commentKey,
  noticeTalkKey,
  refusedInAll,
  type TalkRecord,
  touchedTalk,
  UNIT_TALK,
} from '../../../../src/domain/talk/talk.ts';

const hex = (text: string): string => text.repeat(64).slice(0, 64);
const NOTICE = hex('a');
const ONE = hex('1');

let made = 0;
const event = (type: TalkEventType, content: object, author = 'clerk'): DomainEvent => {
  const number = made++;
  return {
    id: `e${number}`,
    number,
    type,
    author,
    at: '2026-11-24T10:00:00.000+08:00',
    acceptedAt: `2026-11-24T02:00:00.${String(number % 1000).padStart(3, '0')}Z`,
    content: { notice: NOTICE, ...content },
  };
};
const published = (envelope: string, answer = '答', author?: string) =>
  event('comment.published', { envelope, text: '问', name: '', answer }, author);
const refused = (envelope: string, reason = 'insult') => event('comment.refused', { envelope, reason });

const fold = (...events: DomainEvent[]) => applyToTalk(new Map(), events);
const decision = (records: Map<string, TalkRecord>, envelope = ONE) =>
  (records.get(commentKey(envelope)) as { decision?: object } | undefined)?.decision;

describe('what was said about a notice', () => {
  it('is shown with its answer, and who answered', () => {
    const { records } = fold(published(ONE));
    expect(decision(records)).toMatchObject({ is: 'answered', text: '问', answer: '答', author: 'clerk' });
    expect(records.get(noticeTalkKey(NOTICE))).toMatchObject({ answered: [ONE], refused: {} });
    expect(records.get(UNIT_TALK)).toMatchObject({ answered: 1 });
  });

  it('is shown once when two people answer it at once: the first answer stays', () => {
    const { records, setAside } = fold(published(ONE, '一'), published(ONE, '二', 'committee'));
    expect(decision(records)).toMatchObject({ answer: '一', author: 'clerk' });
    expect(records.get(noticeTalkKey(NOTICE))).toMatchObject({ answered: [ONE] });
    expect(records.get(UNIT_TALK)).toMatchObject({ answered: 1 });
    expect(setAside).toBe(0);
  });

  it('is counted openly when it is refused, without its words', () => {
    const { records } = fold(refused(ONE), refused(hex('2'), 'advertising'));
    expect(records.get(noticeTalkKey(NOTICE))).toMatchObject({
      answered: [],
      refused: { insult: 1, advertising: 1 },
    });
    expect(decision(records)).toMatchObject({ is: 'refused', takenDown: false });
  });

  it('can be taken down after it was shown, which is said, and none of its words stay in the record', () => {
    const { records } = fold(published(ONE), refused(ONE, 'personal-data'));
    expect(decision(records)).toMatchObject({ is: 'refused', takenDown: true });
    expect(JSON.stringify([...records])).not.toContain('问');
    expect(records.get(UNIT_TALK)).toMatchObject({ answered: 0, refused: { 'personal-data': 1 } });
  });

  it('can be shown after all when it was refused', () => {
    const { records } = fold(refused(ONE), published(ONE));
    expect(decision(records)).toMatchObject({ is: 'answered' });
    expect(refusedInAll((records.get(UNIT_TALK) as { refused: object }).refused)).toBe(0);
  });

  it('has its answer corrected by a new event, which says when', () => {
    const first = published(ONE);
    const { records } = fold(
      first,
      event('comment.answer-corrected', { envelope: ONE, answer: '改过的' }, 'other'),
    );
    expect(decision(records)).toMatchObject({ answer: '改过的', corrections: 1, author: 'other' });
  });

  it('is set aside when it corrects nothing, or speaks of another notice than before', () => {
    const correction = event('comment.answer-corrected', { envelope: ONE, answer: '改' });
    expect(fold(correction).setAside).toBe(1);
    const elsewhere = event('comment.refused', { envelope: ONE, reason: 'insult', notice: hex('b') });
    const { records, setAside } = fold(published(ONE), elsewhere);
    expect(setAside).toBe(1);
    expect(decision(records)).toMatchObject({ is: 'answered' });
  });

  it('keeps the later count of what people found clear, whatever the order of arrival', () => {
    const late = event('comment.clear-counted', { yes: 12, no: 3, upTo: 20 });
    const early = event('comment.clear-counted', { yes: 2, no: 1, upTo: 5 });
    for (const events of [
      [late, early],
      [early, late],
    ])
      expect(fold(...events).records.get(noticeTalkKey(NOTICE))).toMatchObject({ clear: { yes: 12, no: 3 } });
  });

  it('counts the same in any portions, and never below nothing', () => {
    const step = fc.oneof(
      fc.record({ is: fc.constant('published' as const), envelope: fc.constantFrom('1', '2', '3') }),
      fc.record({
        is: fc.constant('refused' as const),
        envelope: fc.constantFrom('1', '2', '3'),
        reason: fc.constantFrom(...REFUSALS),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.nat({ max: 20 }), (steps, cut) => {
        const events = steps.map((one) =>
          one.is === 'published' ? published(hex(one.envelope)) : refused(hex(one.envelope), one.reason),
        );
        const whole = fold(...events).records;
        const first = fold(...events.slice(0, cut)).records;
        const rest = events.slice(cut);
        const held = new Map([...first].filter(([key]) => rest.flatMap(touchedTalk).includes(key)));
        const apart = new Map([...first, ...applyToTalk(held, rest).records]);
        expect(apart).toEqual(whole);
        const unit = whole.get(UNIT_TALK) as
          { answered: number; refused: Record<string, number> } | undefined;
        const envelopes = new Set(steps.map(({ envelope }) => envelope)).size;
        expect((unit?.answered ?? 0) + refusedInAll(unit?.refused ?? {})).toBe(envelopes);
        expect(Object.values(unit?.refused ?? {}).every((n) => n >= 0)).toBe(true);
      }),
    );
  });
});
