import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyToBoard, type LightNotice } from '../../../../src/domain/board/board.ts';
import { clockFault, provedTime } from '../../../../src/domain/kiosk/clock.ts';
import { byLevel, levelOf, showOf, urgentOf } from '../../../../src/domain/kiosk/levels.ts';
import { isAwake, nextWaking } from '../../../../src/domain/kiosk/schedule.ts';
import { DEFAULTS, tabletSettings } from '../../../../src/domain/kiosk/settings.ts';
import { parseContent } from '../../../../src/domain/event-types.ts';
import { evolveRegistry } from '../../../../src/domain/registry/registry.ts';
import { mayAppend } from '../../../../src/domain/registry/append.ts';
import { ASSIGNED, CADRE, event, OFFICE, published, sampleRegistry, TABLET } from '../samples.ts';

const at = (shanghai: string): number => Date.parse(`${shanghai}+08:00`);
const WORKDAYS = { from: '08:00', to: '18:00' };
const wakes = [WORKDAYS, WORKDAYS, WORKDAYS, WORKDAYS, WORKDAYS, { from: '09:00', to: '12:00' }, null];

describe('a tablet’s hours', () => {
  it('are those of the day of the week in Asia/Shanghai', () => {
    // 2026-11-25 is a Wednesday.
    expect(isAwake(wakes, at('2026-11-25T07:59:59'))).toBe(false);
    expect(isAwake(wakes, at('2026-11-25T08:00:00'))).toBe(true);
    expect(isAwake(wakes, at('2026-11-25T17:59:59'))).toBe(true);
    expect(isAwake(wakes, at('2026-11-25T18:00:00'))).toBe(false);
    expect(isAwake(wakes, at('2026-11-28T12:30:00'))).toBe(false);
    expect(isAwake(wakes, at('2026-11-29T10:00:00'))).toBe(false);
  });

  it('keep the screen bright through midnight when a whole day is set', () => {
    const always = Array.from({ length: 7 }, () => ({ from: '00:00', to: '23:59' }));
    expect(isAwake(always, at('2026-11-25T23:59:59'))).toBe(true);
    expect(isAwake(always, at('2026-11-26T00:00:00'))).toBe(true);
  });

  it('say when the screen is bright next', () => {
    expect(nextWaking(wakes, at('2026-11-25T18:00:00'))).toBe(at('2026-11-26T08:00:00'));
    expect(nextWaking(wakes, at('2026-11-28T12:00:00'))).toBe(at('2026-11-30T08:00:00'));
    expect(
      nextWaking(
        Array.from({ length: 7 }, () => null),
        at('2026-11-28T12:00:00'),
      ),
    ).toBeNull();
  });

  it('begin at the next waking, whatever the moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (time) => {
        const next = nextWaking(wakes, time)!;
        expect(next).toBeGreaterThan(time);
        expect(isAwake(wakes, next)).toBe(true);
        expect(isAwake(wakes, next - 1)).toBe(false);
      }),
    );
  });
});

describe('a device’s clock', () => {
  const lastContact = '2026-11-25T02:00:00.000Z';
  const then = Date.parse(lastContact);

  it('is believed where no answer says otherwise', () => {
    expect(clockFault(then + 1000, { lastContact, clockOff: 2000 })).toBeNull();
    expect(provedTime(then + 1000, { lastContact, clockOff: 2000 })).toBe(then + 1000);
    expect(clockFault(0, null)).toBeNull();
  });

  it('that was a year ahead at the last answer is put right by as much', () => {
    const year = 365 * 24 * 3_600_000;
    const proved = { lastContact, clockOff: -year };
    expect(provedTime(then + year + 60_000, proved)).toBe(then + 60_000);
    expect(clockFault(then + year + 60_000, proved)).toEqual({ way: 'fast', by: year });
  });

  it('that stands before the last answer is wrong, and time does not go back behind that answer', () => {
    expect(provedTime(0, { lastContact })).toBe(then);
    expect(clockFault(0, { lastContact })).toEqual({ way: 'slow', by: then });
  });
});

const lights = (count: number): LightNotice[] => {
  const events = Array.from({ length: count }, (_, n) => published(n));
  const { changed } = applyToBoard(new Map(), events, () => undefined);
  return [...changed.values()].flatMap((page) => page.notices).reverse();
};

describe('the three levels', () => {
  const time = Date.parse('2026-11-24T03:00:00.000Z');
  const [first, second, third] = lights(3) as [LightNotice, LightNotice, LightNotice];
  const urgent = { ...second, urgentUntil: '2026-11-24T04:00:00.000Z' };
  const shown = { ...third, publicity: { days: 5, unit: 'working' as const } };

  it('are urgent until the time is over, in publicity until there is a result, and else ordinary', () => {
    expect(levelOf(urgent, time)).toBe('urgent');
    expect(levelOf(urgent, time + 3_600_000)).toBe('ordinary');
    expect(levelOf(shown, time)).toBe('publicity');
    expect(levelOf({ ...shown, publicityClosed: true }, time)).toBe('ordinary');
    expect(levelOf({ ...urgent, withdrawn: { acceptedAt: '', reason: '' } }, time)).toBe('ordinary');
    expect(byLevel([first, urgent, shown], time)).toEqual([urgent, shown, first]);
    expect(urgentOf([first, urgent], time)).toEqual([urgent]);
  });

  it('order the slow show, which leaves out what was withdrawn and what is no news', () => {
    const gone = { ...first, withdrawn: { acceptedAt: '', reason: '' } };
    expect(showOf([gone, urgent, shown], time)).toEqual([urgent, shown]);
    const year = 365 * 24 * 3_600_000;
    expect(showOf(lights(30), time)).toHaveLength(12);
    expect(showOf(lights(30), time + year)).toHaveLength(5);
  });
});

describe('the settings of a unit’s tablets', () => {
  const set = { unit: 'v1', ...DEFAULTS, idleSeconds: 60 };
  const registry = sampleRegistry();
  const right = (author: string, content: object = set) =>
    mayAppend(registry, { kind: 'registry', unit: null }, event(20, 'tablet.set', content, author));

  it('are set by the office and by those who post for the unit, by nobody else', () => {
    for (const author of [OFFICE, CADRE, ASSIGNED]) expect(right(author)).toEqual({ ok: true });
    expect(right(CADRE, { ...set, unit: 'v2' })).toEqual({ ok: false, refusal: 'not-allowed' });
    expect(right(TABLET)).toEqual({ ok: false, refusal: 'not-allowed' });
    expect(right(OFFICE, { ...set, unit: 'v9' })).toEqual({ ok: false, refusal: 'unknown-unit' });
  });

  it('hold from then on for that unit, and the defaults for the others', () => {
    const after = evolveRegistry(registry, event(20, 'tablet.set', set, CADRE));
    expect(after.setAside).toBe(registry.setAside);
    expect(tabletSettings(after, 'v1').idleSeconds).toBe(60);
    expect(tabletSettings(after, 'v2').idleSeconds).toBe(DEFAULTS.idleSeconds);
  });

  it('are refused when they make no sense', () => {
    expect(parseContent('tablet.set', set).status).toBe('known');
    for (const bad of [
      { idleSeconds: 5 },
      { wakes: [] },
      { wakes: [...wakes.slice(0, 6), { from: '18:00', to: '08:00' }] },
      { exitCode: { salt: '1', hash: '123456' } },
    ])
      expect(parseContent('tablet.set', { ...set, ...bad }).status).toBe('bad-content');
  });
});
