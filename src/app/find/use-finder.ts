/** Screens and the finder: asked anew at every letter, and when the index has come further. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DeviceDb } from '../../store/device/db.ts';
import type { Answer, Excerpts, Question, Standing } from '../../store/device/search/finder-protocol.ts';
import { useDevice } from '../ui/device-context.tsx';
import { FinderClient } from './finder-client.ts';

const clients = new WeakMap<DeviceDb, FinderClient>();

/** The finder of a device, started when it is first asked for. */
export function finderOf(db: DeviceDb): FinderClient {
  const client = clients.get(db) ?? new FinderClient(db);
  clients.set(db, client);
  return client;
}

/** The finder, kept up with the log while the screen stands; and how far it has come. */
export function useFinder(): { finder: FinderClient; standing: Standing | null } {
  const { db } = useDevice();
  const finder = finderOf(db);
  const sizes = useLiveQuery(
    async () => (await db.heads.toArray()).map(({ stream, size }) => `${stream}:${size}`).join(' '),
    [db],
  );
  useEffect(() => {
    // A storage that fails shows in the answers.
    if (sizes !== undefined) finder.ask('refresh', null).catch(() => undefined);
  }, [finder, sizes]);
  const standing = useSyncExternalStore(finder.onStanding, () => finder.standing);
  return { finder, standing };
}

/** Found at once; more when the end of the list comes into sight. */
export const PORTION = 40;

export type Search =
  | { state: 'idle' }
  | { state: 'waiting' }
  | { state: 'failed' }
  | { state: 'found'; question: Question; answer: Answer };

const isAsked = ({ typed, entries, year }: Question): boolean =>
  typed.trim() !== '' || entries !== null || year !== null;

/**
 * What a question finds now. The answer before stays until the next is there, so that nothing flickers.
 * @param tries grows to ask the same again.
 */
export function useSearch(
  question: Question,
  limit: number,
  tries: number,
): { search: Search; standing: Standing | null } {
  const { finder, standing } = useFinder();
  const [search, setSearch] = useState<Search>({ state: 'waiting' });
  // The index has come further, or somebody tries again: the same is asked anew.
  const key = JSON.stringify({ question, limit, tries, done: standing?.done });
  const asked = isAsked(question);
  useEffect(() => {
    if (!asked) return;
    let gone = false;
    const own = JSON.parse(key) as { question: Question; limit: number };
    finder.ask('search', own).then(
      (answer) => gone || setSearch({ state: 'found', question: own.question, answer }),
      () => gone || setSearch({ state: 'failed' }),
    );
    return () => {
      gone = true;
    };
  }, [finder, key, asked]);
  return { search: asked ? search : { state: 'idle' }, standing };
}

const NO_EXCERPTS: Excerpts = {};

/** Pieces of the texts in which the words stand; they come a little later than the titles. */
export function useExcerpts(search: Search): Excerpts {
  const { db } = useDevice();
  const finder = finderOf(db);
  const [known, setKnown] = useState<{ typed: string; excerpts: Excerpts }>({ typed: '', excerpts: {} });
  const typed = search.state === 'found' ? search.question.typed : '';
  const wanted = search.state === 'found' ? search.answer.found.filter(({ inText }) => inText) : [];
  const key = wanted.map(({ unit, notice }) => `${unit} ${notice.id} ${notice.latest}`).join('\n');
  useEffect(() => {
    if (key === '') return;
    let gone = false;
    const of = key
      .split('\n')
      .map((line) => line.split(' '))
      .map(([unit = '', id = '']) => ({ unit, id }));
    finder.ask('excerpts', { typed, of }).then(
      (excerpts) => gone || setKnown({ typed, excerpts }),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [finder, typed, key]);
  return known.typed === typed ? known.excerpts : NO_EXCERPTS;
}
