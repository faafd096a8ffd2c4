/** Who stands behind a key, a unit, a board. */
import type { Aspect } from '../../domain/catalogue/entry.ts';
import type { Unit } from '../../domain/registry/events.ts';
import { memberOf, type Registry } from '../../domain/registry/registry.ts';

/** Name and post of whoever signed; null when the registry does not know the key. */
export function signerOf(
  registry: Registry | null | undefined,
  key: string,
): { name: string; post: string } | null {
  return registry ? memberOf(registry, key) : null;
}

export const unitOf = (registry: Registry | null | undefined, unit: string): Unit | null =>
  registry?.units[unit] ?? null;

const KINDS: Unit['kind'][] = ['township', 'institution', 'village'];

/** Boards to choose from: the township first, then institutions, then villages, each in the order of their setting up. */
export const unitsInOrder = (registry: Registry): Unit[] =>
  Object.values(registry.units).sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));

/** The groups that the catalogue uses for this kind of unit, in the catalogue's own order of use. */
export function aspectsOf(registry: Registry | null | undefined, kind: Unit['kind']): Aspect[] {
  const order: Aspect[] = [
    'subsidy',
    'relief',
    'money',
    'works',
    'people',
    'government',
    'poverty',
    'family',
    'culture',
    'discipline',
  ];
  const used = new Set(
    (registry?.catalogue ?? []).filter((one) => one.units.includes(kind)).map((one) => one.aspect),
  );
  return order.filter((aspect) => used.has(aspect));
}
