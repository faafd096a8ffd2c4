/** Which old records are here already: on the boards, and on their way. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { recordKeyOf } from '../../domain/brought-in/read.ts';
import type { LocalDate } from '../../domain/time.ts';
import { useDevice } from '../ui/index.ts';

const keyOf = (stream: string, day: string, title: string): string =>
  recordKeyOf({ unit: stream.split('/')[1] ?? '', day: day as LocalDate, title });

/** Keys (`recordKeyOf`) of what was brought in before. Boards are not read again for each item that is signed. */
export function useHere(): ReadonlySet<string> {
  const { db } = useDevice();
  const held = useLiveQuery(
    async () =>
      (await db.pages.toArray()).flatMap(({ stream, notices }) =>
        notices.flatMap(({ title, broughtIn }) => (broughtIn ? [keyOf(stream, broughtIn.day, title)] : [])),
      ),
    [db],
  );
  const sent = useLiveQuery(
    async () =>
      (await db.outbox.where('phase').equals('waiting').toArray()).flatMap(({ stream, body, title }) => {
        const { broughtIn } = JSON.parse(body) as { broughtIn?: { day: string } };
        return broughtIn ? [keyOf(stream, broughtIn.day, title)] : [];
      }),
    [db],
  );
  return useMemo(() => new Set([...(held ?? []), ...(sent ?? [])]), [held, sent]);
}
