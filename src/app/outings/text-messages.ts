/** What this device last heard of groups and of orders to send. Renewed when a screen that shows it is opened. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import {
  type KeptGroups,
  type KeptProgress,
  MESSAGE_GROUPS,
  progressKey,
} from '../../sync/client/messages.ts';
import { useDevice } from '../ui/index.ts';

/** While messages are on their way, ms. */
const ASK_EVERY_MS = 10_000;

/** Undefined: being read; null: never heard. */
export function useMessageGroups(): KeptGroups | null | undefined {
  const device = useDevice();
  const { db } = device;
  useEffect(() => void device.refreshMessageGroups(), [device]);
  return useLiveQuery(async () => {
    const row = await db.meta.get(MESSAGE_GROUPS);
    return (row?.value as KeptGroups | undefined) ?? null;
  }, [db]);
}

const isUnderWay = (progress: KeptProgress | null | undefined): boolean =>
  !progress ||
  progress.orders.length === 0 ||
  progress.orders.some(({ counts }) => counts.waiting + counts.sending + counts.sent > 0);

/** @param wanted whether there is any order to ask for. */
export function useMessageProgress(notice: string, wanted: boolean): KeptProgress | null | undefined {
  const device = useDevice();
  const { db } = device;
  const progress = useLiveQuery(async () => {
    const row = await db.meta.get(progressKey(notice));
    return (row?.value as KeptProgress | undefined) ?? null;
  }, [db, notice]);
  const asks = wanted && isUnderWay(progress);
  useEffect(() => {
    if (!wanted) return;
    void device.refreshMessageProgress(notice);
    if (!asks) return;
    const timer = setInterval(() => void device.refreshMessageProgress(notice), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [device, notice, wanted, asks]);
  return progress;
}
