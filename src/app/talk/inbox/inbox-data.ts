/** What a desk's people read: comments opened on this device, kept in memory while the screens stand. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { daysBetween } from '../../../domain/calendar/days.ts';
import { INSPECTOR_DESK } from '../../../domain/desk/events.ts';
import { desksOf } from '../../../domain/desk/rights.ts';
import type { Registry } from '../../../domain/registry/registry.ts';
import { answerDue } from '../../../domain/talk/term.ts';
import { instantOf, localDateOf } from '../../../domain/time.ts';
import type { ArrivedComment, DeskTalk } from '../../../sync/client/talk.ts';
import { useDevice, useIdentity, useRegistry } from '../../ui/index.ts';

/** Who works at desks: his key, and the units whose comments he opens. */
export interface DeskReader {
  key: string;
  registry: Registry;
  units: string[];
}

/** Undefined while reading; null: this device opens no unit's desk. */
export function useDeskReader(): DeskReader | null | undefined {
  const identity = useIdentity();
  const registry = useRegistry();
  if (identity === undefined || registry === undefined) return undefined;
  if (!identity || !registry || identity.kind === 'tablet') return null;
  const units = desksOf(registry, identity.key).filter((desk) => desk !== INSPECTOR_DESK);
  return units.length > 0 ? { key: identity.key, registry, units } : null;
}

export interface Arrived extends ArrivedComment {
  unit: string;
}

/** Desks by unit, opened; undefined while they are. Read again when something arrives or is decided. */
export function useDesks(units: readonly string[]): Map<string, DeskTalk> | undefined {
  const device = useDevice();
  const { db } = device;
  const wanted = units.join(' ');
  const change = useLiveQuery(async () => {
    const heads = await db.heads.toArray();
    const sizes = heads.filter(({ stream }) => /\/(?:desk|public)$/.test(stream)).map(({ size }) => size);
    const waiting = await db.outbox.where('phase').equals('waiting').count();
    const keys = (await db.registry.toCollection().first())?.state.size;
    return [...sizes, waiting, keys].join(' ');
  }, [db]);
  const [desks, setDesks] = useState<Map<string, DeskTalk> | undefined>(undefined);
  useEffect(() => {
    if (change === undefined) return;
    let gone = false;
    const read = async (): Promise<void> => {
      const found = new Map<string, DeskTalk>();
      for (const unit of wanted.split(' ').filter(Boolean)) found.set(unit, await device.deskTalk(unit));
      if (!gone) setDesks(found);
    };
    void read();
    return () => {
      gone = true;
    };
  }, [device, wanted, change]);
  return desks;
}

/** Days until the term of a comment is over; below 0: late. @param now ms. */
export const daysLeft = (acceptedAt: string, now: number): number =>
  daysBetween(localDateOf(instantOf(now)), answerDue(acceptedAt));

/** Noon in Asia/Shanghai of the last day of the term: the same day wherever the device is. */
export const dueNoon = (acceptedAt: string): string => `${answerDue(acceptedAt)}T04:00:00.000Z`;
