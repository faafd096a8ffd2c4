import { describe, expect, it } from 'vitest';
import { calendarYearOf } from '../../../../src/domain/calendar/periods.ts';
import { burstsOf, yearShare } from '../../../../src/domain/score/burst.ts';
import { day, MONTHLY } from '../due/sample.ts';
import { light } from './sample.ts';

const TODAY = day('2026-11-25');
const bursts = (...days: string[]) =>
  burstsOf(
    days.map((taken) => light(MONTHLY, '', taken)),
    calendarYearOf(TODAY),
    TODAY,
  );

describe('the burst meter', () => {
  it('says what part of a quarter came in its last seven days', () => {
    const [first, second] = bursts('2026-01-05', '2026-03-24', '2026-03-25', '2026-03-31');
    expect(first).toMatchObject({ share: 0.5, isBurst: true, over: true });
    expect(first!.all).toHaveLength(4);
    expect(first!.last).toHaveLength(2);
    expect(second).toMatchObject({ share: null, isBurst: false });
  });

  it('calls three notices no burst, and shows no quarter that has not begun', () => {
    expect(bursts('2026-03-30', '2026-03-31', '2026-03-31')[0]).toMatchObject({ share: 1, isBurst: false });
    expect(burstsOf([], calendarYearOf(TODAY), day('2026-04-01'))).toHaveLength(2);
  });

  it('has for the year the notices of all quarters together', () => {
    expect(yearShare(bursts('2026-01-05', '2026-03-31', '2026-05-01', '2026-06-30'))).toBe(0.5);
    expect(yearShare(bursts())).toBeNull();
  });
});
