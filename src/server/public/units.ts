/** Units and the names of their boards. */
import type { Unit } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { Words } from './words.ts';

const KINDS: Unit['kind'][] = ['township', 'institution', 'village'];

/** The township first, then institutions, then villages, each in the order of their setting up. */
export const unitsInOrder = (registry: Registry): Unit[] =>
  Object.values(registry.units).sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));

/** The unit of an address; null: there is none. */
export const unitAt = (registry: Registry, id: string): Unit | null =>
  Object.hasOwn(registry.units, id) ? (registry.units[id] ?? null) : null;

export function boardName(registry: Registry, id: string, words: Words): string {
  const unit = unitAt(registry, id);
  if (!unit) return words.site;
  return `${unit.name} · ${unit.kind === 'village' ? words.village : words.office}`;
}
