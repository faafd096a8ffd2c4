/** A district's worth of units and a year of events, for what is measured. */
import { applyToBoard, type LightNotice } from '../../../../src/domain/board/board.ts';
import { addDays } from '../../../../src/domain/calendar/days.ts';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';
import { dueSlots } from '../../../../src/domain/due/slots.ts';
import type { NoticeEvent } from '../../../../src/domain/notice/notice.ts';
import { published } from '../samples.ts';
import { day, registry } from '../due/sample.ts';

export const UNITS = 300;
export const EVENTS = 100_000;
export const TODAY = day('2026-11-25');
const village = registry([]).units.v1!;
export const ids = Array.from({ length: UNITS }, (_, n) => `v${n + 1}`);
export const state = registry(READY_MADE, {
  units: Object.fromEntries(ids.map((id) => [id, { ...village, id }])),
  setUp: Object.fromEntries(ids.map((id) => [id, '2025-01-01T00:00:00.000Z'])),
});

/** Each third event is of something due, some of them late; the others are of an occasion. */
export function eventsOf(unit: number): NoticeEvent[] {
  const slots = dueSlots(READY_MADE, 'village', { first: day('2026-01-01'), last: TODAY });
  return Array.from({ length: Math.ceil(EVENTS / UNITS) }, (_, n) => {
    const slot = n % 3 === 0 ? slots[(n / 3) % slots.length] : undefined;
    const base = published(n, `公告 ${n}`);
    const taken = slot ? addDays(slot.due, ((unit + n) % 9) - 6) : addDays(day('2026-01-01'), n % 320);
    const about = slot
      ? { entry: { id: slot.entry.id, name: slot.entry.name }, period: slot.period.id }
      : { entry: { id: 'culture-station', name: '农家书屋' }, period: '' };
    const acceptedAt = `${taken}T02:00:00.000Z`;
    return {
      ...base,
      acceptedAt,
      at: acceptedAt,
      content: { ...(base.content as object), ...about },
    } as NoticeEvent;
  });
}

export const foldOf = (events: NoticeEvent[]): LightNotice[] => {
  const { changed } = applyToBoard(new Map(), events, () => undefined);
  return [...changed.values()].flatMap(({ notices }) => notices);
};
