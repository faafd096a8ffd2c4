import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardOf } from '../../../../src/domain/board/board.ts';
import { afterClosing, changedOf, yearsOf } from '../../../../src/domain/closing/after.ts';
import { missingOf } from '../../../../src/domain/closing/missing.ts';
import { parseContent } from '../../../../src/domain/event-types.ts';
import { foldNotice, type NoticeEvent } from '../../../../src/domain/notice/notice.ts';
import { mayAppend } from '../../../../src/domain/registry/append.ts';
import { evolveRegistry, type Registry } from '../../../../src/domain/registry/registry.ts';
import * as due from '../due/sample.ts';
import { CADRE, event, OFFICE, published, sampleRegistry, withdrawn } from '../samples.ts';

const closed = (year: number, by = OFFICE, part: object = {}) =>
  event(90, 'year.closed', { year, missing: 2, heads: [], ...part }, by);
const at = <Event extends object>(acceptedAt: string, one: Event): Event => ({ ...one, acceptedAt });
const verdict = (registry: Registry, one: ReturnType<typeof closed>): string => {
  const right = mayAppend(registry, { kind: 'registry', unit: null }, one);
  return right.ok ? 'ok' : right.refusal;
};

describe('a year', () => {
  const registry = sampleRegistry();

  it('is closed by the office, when it is over, and once', () => {
    expect(verdict(registry, closed(2025))).toBe('ok');
    expect(verdict(registry, closed(2026))).toBe('not-allowed');
    expect(verdict(registry, closed(2025, CADRE))).toBe('not-allowed');
    expect(verdict(evolveRegistry(registry, closed(2025)), closed(2025))).toBe('not-allowed');
    // By the day in Shanghai.
    const newYear = at('2026-12-31T16:00:00.000Z', closed(2026));
    expect(verdict(registry, newYear)).toBe('ok');
  });

  it('stays as it was closed first, without the heads', () => {
    const once = evolveRegistry(registry, closed(2025));
    expect(once.closings[2025]).toEqual({
      year: 2025,
      missing: 2,
      at: '2026-11-24T02:00:00.000Z',
      by: OFFICE,
      number: 90,
    });
    const twice = evolveRegistry(once, closed(2025, OFFICE, { missing: 0 }));
    expect(twice.closings).toEqual(once.closings);
    expect(twice.setAside).toBe(once.setAside + 1);
  });

  it('is closed by an event that names well-formed heads', () => {
    const head = { unit: 'v1', size: 3, root: 'ab'.repeat(32) };
    const parsed = (part: object) =>
      parseContent('year.closed', { year: 2025, missing: 0, heads: [{ ...head, ...part }] }).status;
    expect(parsed({})).toBe('known');
    expect(parsed({ size: 0 })).not.toBe('known');
    expect(parsed({ root: 'ab' })).not.toBe('known');
  });
});

describe('after the closing', () => {
  const closings = evolveRegistry(sampleRegistry(), at('2026-02-01T00:00:00.000Z', closed(2025))).closings;
  const notice = (acceptedAt: string, part: object = {}) => ({
    acceptedAt,
    period: '',
    withdrawn: null,
    ...part,
  });
  const after = (one: Parameters<typeof afterClosing>[1]) => afterClosing(closings, one)?.what ?? null;

  it('comes what is published for a period of that year, or dated in it', () => {
    expect(after(notice('2026-03-01T00:00:00.000Z', { period: '2025-Q4' }))).toBe('published');
    expect(after(notice('2026-01-31T23:59:59.999Z', { period: '2025-Q4' }))).toBeNull();
    expect(after(notice('2026-03-01T00:00:00.000Z'))).toBeNull();
    expect(after(notice('2026-03-01T00:00:00.000Z', { broughtIn: { day: '2025-05-01' } }))).toBe('published');
    expect(after(notice('2026-03-01T00:00:00.000Z', { broughtIn: { day: '2024-05-01' } }))).toBeNull();
    const moved = { period: '2026-01', moved: { from: { period: '2025-12' } } };
    expect(after(notice('2026-03-01T00:00:00.000Z', moved))).toBe('published');
  });

  it('comes a correction or a withdrawal of what was there before', () => {
    const before = '2025-06-01T00:00:00.000Z';
    const late = { acceptedAt: '2026-03-01T00:00:00.000Z' };
    expect(after(notice(before))).toBeNull();
    expect(after(notice(before, { changes: [{ acceptedAt: '2025-07-01T00:00:00.000Z' }] }))).toBeNull();
    expect(after(notice(before, { changes: [late] }))).toBe('changed');
    expect(after(notice(before, { withdrawn: late }))).toBe('changed');
    // What was published this year for an occasion of this year is of this year.
    expect(after(notice('2026-02-02T00:00:00.000Z', { changes: [late] }))).toBeNull();
  });

  it('takes the year by the day in Shanghai, and of a period the year in which it ends', () => {
    expect(yearsOf({ acceptedAt: '2025-12-31T16:00:00.000Z', period: '' })).toEqual([2026]);
    expect(yearsOf({ acceptedAt: '2026-01-05T00:00:00.000Z', period: '2025-H2' })).toEqual([2025]);
  });

  it('is the same for a notice on its page as for its line on the board', () => {
    const moments = fc.date({
      min: new Date('2025-01-01T00:00:00Z'),
      max: new Date('2026-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    const periods = fc.constantFrom('', '2025-Q4', '2025-12', '2026-01', '2024');
    const steps = fc.array(fc.record({ moment: moments, period: periods }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(steps, fc.boolean(), (all, ends) => {
        const [first, ...rest] = all.toSorted((a, b) => a.moment.getTime() - b.moment.getTime());
        const started = published(0);
        const telling = (period: string) => ({ ...(started.content as object), period });
        const events: NoticeEvent[] = [
          {
            ...started,
            acceptedAt: first!.moment.toISOString(),
            content: telling(first!.period),
          } as NoticeEvent,
        ];
        for (const { moment, period } of rest) {
          const base = events[events.length - 1]!.id;
          const change = { notice: started.id, base, reason: '写错了', ...telling(period) };
          const made = event(events.length, 'notice.corrected', change) as NoticeEvent;
          events.push(at(moment.toISOString(), made));
        }
        if (ends) {
          const last = events[events.length - 1]!;
          events.push(at('2026-12-31T00:00:00.000Z', withdrawn(events.length, started.id, last.id)));
        }
        const light = boardOf(events)[0]!;
        expect(afterClosing(closings, changedOf(foldNotice(events)!))).toEqual(afterClosing(closings, light));
      }),
    );
  });
});

describe('what is missing of a year', () => {
  it('is what was due for its periods and that no notice tells, whatever its last day in time', () => {
    const registry = due.registry([due.MONTHLY, due.YEARLY]);
    const told = due.told(due.MONTHLY, '2026-05', '2026-06-10');
    const missing = missingOf(registry, new Map([['v1', [told]]]), 2026, due.day('2027-02-01'));
    const ids = missing.get('v1')!.map(({ entry, period }) => `${entry.id} ${period.id}`);
    expect(ids).toContain('accounts 2026-12');
    expect(ids).toContain('plan 2026');
    expect(ids).not.toContain('accounts 2026-05');
    expect(ids.every((id) => id.includes(' 2026'))).toBe(true);
    expect(ids).toHaveLength(12);
  });

  it('is nothing of a unit that owed nothing', () => {
    const registry = due.registry([due.OCCASION]);
    expect(missingOf(registry, new Map([['v1', []]]), 2026, due.day('2027-02-01')).size).toBe(0);
  });
});
