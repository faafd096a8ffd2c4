/** The lesson under way: kept in the practice database, so that a reload loses nothing, and what was done since it began. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { type Lesson, NOTHING_YET, type Practised, stepReached } from '../../domain/lesson/lesson.ts';
import { lessonOf } from '../../domain/lesson/lessons.ts';
import type { DeviceDb, DraftRow, OutboxRow } from '../../store/device/db.ts';
import { useDevice } from '../ui/device-context.tsx';
import { currentPractice } from './current.ts';

const RUN = 'lesson';

/** Where the device stood when the lesson began, and what was opened since. */
interface Run {
  lesson: string;
  /** ISO UTC. */
  since: string;
  requests: number;
  places: string[];
}

/** Places kept of one lesson: nobody needs more to find his way. */
const MOST_PLACES = 200;

const runOf = async (db: DeviceDb): Promise<Run | null> =>
  ((await db.meta.get(RUN))?.value as Run | null | undefined) ?? null;

const requestsNow = async (): Promise<number> => (await currentPractice()?.requests()) ?? 0;

/** Begins a lesson anew. @param now ms since 1970. */
export async function beginLesson(db: DeviceDb, lesson: Lesson, now: number): Promise<void> {
  const run: Run = {
    lesson: lesson.id,
    since: new Date(now).toISOString(),
    requests: await requestsNow(),
    places: [],
  };
  await db.meta.put({ key: RUN, value: run });
}

export const endLesson = async (db: DeviceDb): Promise<void> => db.meta.delete(RUN);

const rowsIn = ({ content }: DraftRow): number =>
  Object.values(content.fields).reduce(
    (most, field) => (field.type === 'table' ? Math.max(most, field.rows.length) : most),
    0,
  );

const eventOf = ({ type, body, phase }: OutboxRow): Practised['events'][number] => ({
  type,
  content: JSON.parse(body) as Record<string, unknown>,
  arrived: phase === 'received' || phase === 'complete',
});

async function practisedSince(db: DeviceDb, run: Run): Promise<Practised> {
  const rows = await db.outbox.orderBy('seq').toArray();
  const drafts = await db.drafts.toArray();
  const waiting = rows.filter(({ type }) => type === 'envelope.sealed').length;
  return {
    events: rows.filter(({ savedAt }) => savedAt >= run.since).map(eventOf),
    drafts: drafts
      .filter(({ updatedAt }) => updatedAt >= run.since)
      .map((draft) => ({ kind: draft.content.kind, changes: draft.change !== null, rows: rowsIn(draft) })),
    requests: (await requestsNow()) - run.requests + waiting,
    places: run.places,
  };
}

export interface Under {
  lesson: Lesson;
  practised: Practised;
  /** Number of the first step that is not done. */
  at: number;
}

/** The lesson under way and how far it has come; null: none; undefined: being read. */
export function useRun(): Under | null | undefined {
  const { db } = useDevice();
  return useLiveQuery(async () => {
    const run = await runOf(db);
    const lesson = run && lessonOf(run.lesson);
    if (!run || !lesson) return null;
    const practised = await practisedSince(db, run).catch(() => NOTHING_YET);
    return { lesson, practised, at: stepReached(lesson, practised) };
  }, [db]);
}

/** Notes which screens are opened while a lesson is under way. */
export function useFootsteps(): void {
  const { db } = useDevice();
  const { pathname, search } = useLocation();
  useEffect(() => {
    const note = async (): Promise<void> => {
      const run = await runOf(db);
      if (!run) return;
      const places = [...run.places, pathname + search].slice(-MOST_PLACES);
      await db.meta.put({ key: RUN, value: { ...run, places } satisfies Run });
    };
    void db.transaction('rw', db.meta, note).catch(() => undefined);
  }, [db, pathname, search]);
}
