/** Who looks at inspections on this device. */
import type { Member } from '../../domain/registry/events.ts';
import { memberOf, type Registry } from '../../domain/registry/registry.ts';
import { inspectionsOf, postsFor } from '../../domain/registry/rights.ts';
import { unitsInOrder } from '../office/overview.ts';

export interface Viewer {
  registry: Registry;
  key: string;
  role: Member['role'];
  /** Opens rounds, makes findings and checks again. */
  inspects: boolean;
  /** Units whose findings he reads, in the order of lists. */
  units: string[];
  /** Units for which he answers. */
  answersFor: string[];
}

/** Null: nobody who has anything to do here. */
export function viewerOf(registry: Registry, key: string): Viewer | null {
  const role = memberOf(registry, key)?.role;
  const read = inspectionsOf(registry, key);
  if (!role || read.length === 0) return null;
  return {
    registry,
    key,
    role,
    inspects: role === 'inspector' || role === 'office',
    units: unitsInOrder(registry)
      .map(({ id }) => id)
      .filter((id) => read.includes(id)),
    answersFor: postsFor(registry, key),
  };
}

export const personOf = (registry: Registry, key: string): { name: string; post: string } =>
  memberOf(registry, key) ?? { name: '?', post: '?' };

export const unitName = (registry: Registry, unit: string): string => registry.units[unit]?.name ?? unit;
