/** What boards know of their own silence, live: computed on this device from what the township had last told it. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { LightNotice } from '../../domain/board/board.ts';
import { type LocalDate, localDateOf } from '../../domain/time.ts';
import { useContact, useDevice, useRegistry } from '../ui/device-context.tsx';
import { pagesOf, streamOf } from './board-data.ts';
import { useDueRules } from './due-later.ts';
import { LOOK_BACK_DAYS, missingOf, type Silence } from './silence.ts';

const DAY_MS = 86_400_000;

/** The day so many days before another. */
const daysBefore = (on: LocalDate, days: number): LocalDate =>
  localDateOf(new Date(Date.parse(`${on}T00:00:00+08:00`) - days * DAY_MS).toISOString());

/** A unit's notices taken in since a moment (ISO UTC) and some before. Undefined: being read; null: never came here. */
export function useNoticesSince(unit: string, since: string): LightNotice[] | null | undefined {
  const { db } = useDevice();
  return useLiveQuery(async () => {
    const stream = await streamOf(db, unit);
    if (!stream || (await db.heads.get(stream)) === undefined) return null;
    const rows = await pagesOf(db, stream)
      .reverse()
      .until((page) => (page.notices[0]?.acceptedAt ?? '') < since, true)
      .toArray();
    return rows.flatMap(({ notices }) => notices);
  }, [db, unit, since]);
}

/** The day of the last answer of the township: what came after it, this device can't know. Null: none yet. */
function useKnownDay(): LocalDate | null | undefined {
  const contact = useContact();
  if (contact === undefined) return undefined;
  return contact?.lastContact ? localDateOf(contact.lastContact) : null;
}

/** What stood before this day was told before any period that is looked at. */
const since = (day: LocalDate): string => `${daysBefore(day, 2 * LOOK_BACK_DAYS)}T00:00:00.000Z`;

/**
 * What is due and not published on a board; null: not known here; undefined: still being worked out.
 * @param aspect only this group of the catalogue.
 */
export function useSilence(unit: string, aspect?: string): Silence | null | undefined {
  const rules = useDueRules();
  const registry = useRegistry();
  const asOf = useKnownDay();
  const notices = useNoticesSince(unit, asOf ? since(asOf) : '9999');
  return useMemo(() => {
    const needs = [rules, registry, asOf, notices];
    if (!rules || !registry || !asOf || !notices) return needs.includes(null) ? null : undefined;
    const window = { first: daysBefore(asOf, LOOK_BACK_DAYS), last: asOf };
    const items =
      rules.dueItems(registry, new Map([[unit, notices]]), { window, today: asOf }).get(unit) ?? [];
    const own = aspect === undefined ? items : items.filter(({ entry }) => entry.aspect === aspect);
    return { missing: missingOf(own), asOf };
  }, [rules, registry, asOf, notices, unit, aspect]);
}

export type LateMarks = ReadonlyMap<string, number>;
export const NONE_LATE: LateMarks = new Map();

/** Days late by notice id, for a unit's notices of the last two years. Undefined: still being worked out. */
export function useLateMarksRead(unit: string): LateMarks | undefined {
  const rules = useDueRules();
  const registry = useRegistry();
  const asOf = useKnownDay();
  const notices = useNoticesSince(unit, asOf ? since(asOf) : '9999');
  return useMemo(() => {
    if (rules && registry && notices) return rules.lateMarks(registry, unit, notices);
    return rules === null || registry === null || notices === null ? NONE_LATE : undefined;
  }, [rules, registry, notices, unit]);
}

/** The same for a screen on which a mark may come later. */
export const useLateMarks = (unit: string): LateMarks => useLateMarksRead(unit) ?? NONE_LATE;
