/**
 * Notes on the phone's own screen, while the app is open behind others. There is no push service in this: a phone whose app
 * is closed is told by the number on the icon alone. Permission is asked for after a tap, and a refusal is remembered.
 */
import { useLiveQuery } from 'dexie-react-hooks';
import type { DeviceDb } from '../../store/device/db.ts';
import { getMeta, putMeta } from '../../store/device/meta.ts';
import { useDevice } from './device-context.tsx';

/** Rows of `meta`, one for each thing to be told of: whether the person wants it. They may hold more. */
export type NoticeKey = 'due-notice' | 'news-notice';
interface Wish {
  on: boolean;
}

/** `none`: this device cannot. `blocked`: the person said no to the browser, and only there it can be changed. */
export type NoticeState = 'none' | 'blocked' | 'off' | 'on';

export const noticeState = (kept: Wish | undefined): NoticeState => {
  if (!('Notification' in window && 'serviceWorker' in navigator)) return 'none';
  if (Notification.permission === 'denied') return 'blocked';
  return kept?.on && Notification.permission === 'granted' ? 'on' : 'off';
};

async function setWish(db: DeviceDb, key: NoticeKey, on: boolean): Promise<void> {
  const granted = on && (await Notification.requestPermission()) === 'granted';
  await putMeta(db, key, { ...(await getMeta<Wish>(db, key)), on: granted });
}

export interface NoticeWish {
  /** Undefined: being read. */
  state: NoticeState | undefined;
  /** He has answered before, yes or no. */
  asked: boolean;
  /** To be called from a tap: it may ask the browser. */
  set: (on: boolean) => Promise<void>;
}

export function useNoticeWish(key: NoticeKey): NoticeWish {
  const { db } = useDevice();
  const kept = useLiveQuery(async () => ({ row: await getMeta<Wish>(db, key) }), [db, key]);
  return {
    state: kept && noticeState(kept.row),
    asked: kept?.row !== undefined,
    set: (on) => setWish(db, key, on),
  };
}

/** @param note.to the address that a tap on it opens. */
export async function showNotice(
  key: NoticeKey,
  note: { title: string; body: string; to: string },
): Promise<void> {
  const worker = await navigator.serviceWorker.ready;
  await worker.showNotification(note.title, {
    body: note.body,
    tag: key,
    lang: document.documentElement.lang,
    data: { to: note.to },
  });
}
