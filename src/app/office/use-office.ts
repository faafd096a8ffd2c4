/** What the office's screens read: the registry, what is known of the devices, and the boards of all units. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo } from 'react';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { memberOf, type Registry } from '../../domain/registry/registry.ts';
import { useDevice, useIdentity, useNow, useRegistry } from '../ui/index.ts';
import { useBoards } from '../ui/use-board.ts';
import { overdueNeeds } from './overdue.ts';
import { type DeviceRow, deviceRows, type Need, needsDoing, type UnitRow, unitRows } from './overview.ts';

/** Null: this device is not the office's; undefined: still being read. */
export function useOfficeRegistry(): Registry | null | undefined {
  const identity = useIdentity();
  const registry = useRegistry();
  if (identity === undefined || registry === undefined) return undefined;
  if (!identity) return null;
  // The office's computer was enrolled a moment ago, and the registry is on its way.
  if (!registry || !registry.devices[identity.key]) return identity.kind === 'office' ? undefined : null;
  return memberOf(registry, identity.key)?.role === 'office' ? registry : null;
}

/** The office reads every board. */
export function useFollowAll(registry: Registry | null | undefined): void {
  const device = useDevice();
  const units = Object.keys(registry?.units ?? {}).join(' ');
  useEffect(() => {
    for (const unit of units.split(' ').filter(Boolean)) void device.follow(unit);
  }, [device, units]);
}

export interface Office {
  registry: Registry;
  devices: DeviceRow[];
  units: UnitRow[];
  needs: Need[];
}

export function useDeviceRows(registry: Registry): DeviceRow[] {
  const { db } = useDevice();
  const contacts = useLiveQuery(() => db.contacts.toArray(), [db]);
  return useMemo(() => deviceRows(registry, contacts ?? []), [registry, contacts]);
}

export function useOffice(registry: Registry): Office {
  const { db } = useDevice();
  const now = useNow();
  const devices = useDeviceRows(registry);
  const boards = useBoards(Object.keys(registry.units));
  const contradictions = useLiveQuery(() => db.evidence.count(), [db]) ?? 0;
  const units = useMemo(() => unitRows(registry, devices, boards ?? new Map()), [registry, devices, boards]);
  const today = localDateOf(instantOf(now));
  const overdue = useMemo(
    () => (boards ? overdueNeeds(registry, boards, today) : []),
    [registry, boards, today],
  );
  const needs = needsDoing(units, devices, contradictions, new Date(now).toISOString(), overdue);
  return { registry, devices, units, needs };
}
