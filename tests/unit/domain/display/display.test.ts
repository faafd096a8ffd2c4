import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DisplayLog,
  type DisplaySpan,
  finished,
  LONGEST_SILENCE_MS,
  MOST_SPANS,
  NOTE_EVERY_MS,
  noted,
  unfinished,
} from '../../../../src/domain/display/display.ts';
import { displayReported } from '../../../../src/domain/display/events.ts';
import { instantOf, localDateOf, type LocalDate } from '../../../../src/domain/time.ts';

const MINUTE = 60_000;
const at = (time: string): number => Date.parse(`${time.replace(' ', 'T')}:00+08:00`);
const day = (text: string): LocalDate => text as LocalDate;

/** A tablet's notes: each a moment (ms) and how many events it held. */
const logOf = (notes: [number, number][]): DisplayLog =>
  notes.reduce<DisplayLog>((log, [moment, held]) => noted(log, moment, held), {});
const every = (from: string, minutes: number, held: number): [number, number][] =>
  Array.from({ length: minutes / 3 + 1 }, (_, n) => [at(from) + n * NOTE_EVERY_MS, held]);
const clocks = (spans: DisplaySpan[] = []): string[] =>
  spans.map(({ from, to, held }) => {
    const clock = (moment: string): string =>
      new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(11, 16);
    return `${clock(from)}-${clock(to)} ${held}`;
  });

describe('what a tablet notes of its screen', () => {
  it('is one span while it shows the board, and another after it was off', () => {
    const log = logOf([...every('2026-11-25 08:00', 60, 7), ...every('2026-11-25 14:00', 30, 7)]);
    expect(clocks(log['2026-11-25'])).toEqual(['08:00-09:00 7', '14:00-14:30 7']);
  });

  it('says from when on it held a new notice', () => {
    const log = logOf([...every('2026-11-25 08:00', 30, 7), ...every('2026-11-25 08:33', 30, 8)]);
    expect(clocks(log['2026-11-25'])).toEqual(['08:00-08:33 7', '08:33-09:03 8']);
  });

  it('is split at midnight in Shanghai, and nothing of the night is lost', () => {
    const log = logOf(every('2026-11-25 23:55', 12, 7));
    expect(clocks(log['2026-11-25'])).toEqual(['23:55-23:59 7']);
    expect(clocks(log['2026-11-26'])).toEqual(['00:00-00:07 7']);
  });

  it('passes over a clock that was put back', () => {
    const log = logOf([...every('2026-11-25 09:00', 30, 7), [at('2026-11-25 08:10'), 7]]);
    expect(clocks(log['2026-11-25'])).toEqual(['09:00-09:30 7']);
  });

  it('is handed in for days that are over, and kept for today', () => {
    const log = logOf([...every('2026-11-24 08:00', 60, 7), ...every('2026-11-25 08:00', 30, 7)]);
    expect(finished(log, day('2026-11-25')).map((one) => one.day)).toEqual(['2026-11-24']);
    expect(Object.keys(unfinished(log, day('2026-11-25')))).toEqual(['2026-11-25']);
    expect(finished(log, day('2026-11-24'))).toEqual([]);
    expect(finished(logOf([[at('2026-11-24 08:00'), 7]]), day('2026-11-25'))).toEqual([]);
  });

  it('always makes reports that the log takes, in order, and claims no moment that nobody saw', () => {
    const note = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 2 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(note, { minLength: 1, maxLength: 600 }), (notes) => {
        let moment = at('2026-11-25 06:00');
        let held = 5;
        const seen: [number, number][] = notes.map(([minutes, more, isLong]) => {
          moment += (isLong ? minutes : 3) * MINUTE;
          held += more;
          return [moment, held];
        });
        const log = logOf(seen);
        const reports = finished(log, localDateOf(instantOf(moment + 2 * 86_400_000)));
        for (const report of reports) {
          expect(displayReported.safeParse(report).success).toBe(true);
          expect(report.spans.length).toBeLessThanOrEqual(MOST_SPANS);
          for (const [n, span] of report.spans.entries()) {
            expect(localDateOf(span.from)).toBe(report.day);
            expect(localDateOf(span.to)).toBe(report.day);
            const before = report.spans[n - 1];
            if (before) expect(span.from >= before.to).toBe(true);
            // Between two notes of a span there is never a longer silence than a heartbeat leaves.
            const inside = seen.filter(([ms]) => ms >= Date.parse(span.from) && ms <= Date.parse(span.to));
            for (const [k, [ms, has]] of inside.entries()) {
              if (k > 0) expect(ms - inside[k - 1]![0]).toBeLessThanOrEqual(LONGEST_SILENCE_MS);
              expect(has).toBeGreaterThanOrEqual(span.held);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
