/** What the screens of the box read: whether anybody can open it, its public figures, and where a sealed report is. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { BOX_TERMS } from '../../domain/box/term.ts';
import { INSPECTOR_DESK } from '../../domain/desk/events.ts';
import { BOX_FIGURES, type BoxFigures } from '../../sync/client/box-figures.ts';
import { useDevice, useRegistry } from '../ui/device-context.tsx';

/** Working days within which a report is answered: the term in force. */
export const TERM = BOX_TERMS[BOX_TERMS.length - 1]?.count ?? 0;

/** 'no-desk': nobody can open it yet. 'not-secure': the browser seals nothing at this address. */
export type BoxState = 'loading' | 'open' | 'no-desk' | 'not-secure';

export function useBoxState(): BoxState {
  const registry = useRegistry();
  if (window.isSecureContext === false) return 'not-secure';
  if (registry === undefined) return 'loading';
  return registry?.desks[INSPECTOR_DESK] ? 'open' : 'no-desk';
}

/** The public figures as far as they are here; fetched when they may have changed. Undefined: being read. */
export function useBoxFigures(): BoxFigures | null | undefined {
  const device = useDevice();
  const { db } = device;
  useEffect(() => {
    void device.refreshBox();
  }, [device]);
  return useLiveQuery(
    async () => ((await db.meta.get(BOX_FIGURES))?.value as BoxFigures | undefined) ?? null,
    [db],
  );
}

/** Where what was sealed is: here, taken in (and gone from here), or refused. Undefined: being read. */
export function useWhereabouts(id: string): 'waiting' | 'taken' | 'refused' | undefined {
  const { db } = useDevice();
  return useLiveQuery(async () => {
    const row = await db.outbox.where('id').equals(id).first();
    if (!row) return 'taken';
    return row.phase === 'refused' ? 'refused' : 'waiting';
  }, [db, id]);
}

/** An event id as people compare it: its first 16 digits in groups. */
export const shortMark = (id: string): string => (id.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
