/** Behind every screen of a person's own device: what he looks at is seen, and what is new is counted and told. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { isQuiet } from '../../domain/due/quiet.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf } from '../../domain/time.ts';
import { getMeta } from '../../store/device/meta.ts';
import { useBadgePart } from '../ui/app-badge.ts';
import { useContact, useDevice, useIdentity, useNow, useRegistry } from '../ui/device-context.tsx';
import { noticeState, showNotice } from '../ui/phone-notice.ts';
import { chosenUnits, claimUntold, noteSeen } from './seen.ts';
import { type Unseen, useUnseen } from './use-unseen.ts';

const KEY = 'news-notice';

const isVisible = (): boolean => document.visibilityState === 'visible';
const onVisibility = (changed: () => void): (() => void) => {
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
};

/** The unit whose board is before the person's eyes; null: something else is, or the app is behind others. */
function useLooked(): string | null {
  const { pathname } = useLocation();
  const identity = useIdentity();
  const visible = useSyncExternalStore(onVisibility, isVisible);
  if (!visible) return null;
  return pathname === '/' ? (identity?.unit ?? null) : (/^\/b\/([^/]+)\/?$/.exec(pathname)?.[1] ?? null);
}

/** Keeps what was seen in step with what is chosen, what has come, and what is looked at. */
function useSeenKept(): void {
  const { db } = useDevice();
  const looked = useLooked();
  const lastContact = useContact()?.lastContact;
  const now = useNow();
  const size = useLiveQuery(async () => {
    const [chosen, heads] = await Promise.all([chosenUnits(db), db.heads.toArray()]);
    return `${chosen.join(' ')} ${heads.reduce((sum, head) => sum + head.size, 0)}`;
  }, [db]);
  useEffect(() => {
    if (size === undefined) return;
    // A storage that fails here shows the same notices as new once more.
    noteSeen(db, lastContact ?? instantOf(now), looked).then(undefined, () => undefined);
  }, [db, looked, size, lastContact, now]);
}

type Words = ReturnType<typeof useTranslation<'news'>>['t'];

/** What the phone says. @param fresh by unit, of which nobody has been told. */
export function wordsOf(t: Words, registry: Registry | null, fresh: Unseen) {
  const [first] = fresh;
  if (!first) return null;
  const [unit, notices] = first;
  const count = [...fresh.values()].reduce((sum, { length }) => sum + length, 0);
  const name = registry?.units[unit]?.name ?? '';
  if (fresh.size > 1)
    return { title: t('told.several', { count, units: fresh.size }), body: '', to: '/units' };
  const newest = notices[notices.length - 1];
  return { title: t('told.one', { count, name }), body: newest?.title ?? '', to: `/b/${unit}` };
}

function useNewsNotice(unseen: Unseen | undefined): void {
  const { db } = useDevice();
  const { t } = useTranslation('news');
  const registry = useRegistry() ?? null;
  const now = useNow();
  useEffect(() => {
    // At night it waits until the morning.
    if (!unseen || unseen.size === 0 || (!isVisible() && isQuiet(now))) return;
    const tell = async (): Promise<void> => {
      const told = await claimUntold(db);
      // Who looks at the app sees the number; he needs no second word.
      if (isVisible() || noticeState(await getMeta(db, KEY)) !== 'on') return;
      const fresh = [...unseen].map(
        ([unit, all]) => [unit, all.filter(({ history }) => history[0] >= (told[unit] ?? 0))] as const,
      );
      const words = wordsOf(t, registry, new Map(fresh.filter(([, all]) => all.length > 0)));
      if (words) await showNotice(KEY, words);
    };
    // A full storage or a browser that changed its mind: the number in the app says it all the same.
    void tell().catch(() => undefined);
  }, [db, unseen, registry, now, t]);
}

/** Draws nothing. Not for a shared tablet. */
export function NewsWatch() {
  const identity = useIdentity();
  const unseen = useUnseen();
  // Who publishes nothing has nothing due; who does, counts it on his board.
  useBadgePart('due', identity === null ? 0 : undefined);
  useBadgePart('news', unseen && [...unseen.values()].reduce((sum, { length }) => sum + length, 0));
  useSeenKept();
  useNewsNotice(unseen);
  return null;
}
