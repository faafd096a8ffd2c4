/** Who writes on this device, and for which units. */
import { useMemo } from 'react';
import type { Member, Unit } from '../../domain/registry/events.ts';
import { memberOf, type Registry } from '../../domain/registry/registry.ts';
import { postsFor } from '../../domain/registry/rights.ts';
import { useIdentity, useRegistry } from '../ui/index.ts';

export interface Writer {
  /** Key of this device, hex. */
  key: string;
  member: Member;
  /** His own unit first. */
  units: Unit[];
  registry: Registry;
}

/** Null: nobody who may write; undefined: the tables are being read. */
export function useWriter(): Writer | null | undefined {
  const identity = useIdentity();
  const registry = useRegistry();
  return useMemo(() => {
    if (identity === undefined || registry === undefined) return undefined;
    if (!identity || !registry) return null;
    const member = memberOf(registry, identity.key);
    const units = postsFor(registry, identity.key).flatMap((id) => registry.units[id] ?? []);
    return member && units.length > 0 ? { key: identity.key, member, units, registry } : null;
  }, [identity, registry]);
}

/** People of a unit's leading group who may answer for a notice, as `name（post）`, the leader first. */
export function officersOf(unit: Unit, limit: number): string[] {
  const { leader, deputies, members } = unit.leadingGroup;
  const all = [...(leader ? [leader] : []), ...deputies, ...members];
  const named = all.map(({ name, post }) => {
    const whole = `${name}（${post}）`;
    return whole.length <= limit ? whole : name;
  });
  return [...new Set(named)];
}
