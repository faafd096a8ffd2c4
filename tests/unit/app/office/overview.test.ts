import { describe, expect, it } from 'vitest';
import { deviceRows, needsDoing, unitRows, unitsInOrder } from '../../../../src/app/office/overview.ts';
import { applyToBoard, type LightNotice } from '../../../../src/domain/board/board.ts';
import type { Registry } from '../../../../src/domain/registry/registry.ts';
import type { Contact } from '../../../../src/sync/protocol.ts';
import { CADRE, published, sampleRegistry, TABLET } from '../../domain/samples.ts';

const NOW = '2026-11-24T02:00:00.000Z';
const DAYS_AGO = (days: number): string => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();

const contact = (key: string, at: string, unsent = 0, oldest: string | null = null): Contact => ({
  key,
  at,
  held: {},
  report: { unsent, oldest, files: 0, app: '0.1.0' },
});

/** A notice as a list shows it, by the board's own fold. */
function light(acceptedAt: string, withdrawn = false): LightNotice {
  const { changed } = applyToBoard(new Map(), [{ ...published(0), acceptedAt }], () => 0);
  const [notice] = changed.get(0)?.notices ?? [];
  if (!notice) throw new Error('the board shows what was published');
  return { ...notice, withdrawn: withdrawn ? { acceptedAt, reason: '发重了' } : null };
}

function needs(
  contacts: Contact[],
  boards: [string, LightNotice[]][] = [],
  registry = sampleRegistry(),
  evidence = 0,
) {
  const devices = deviceRows(registry, contacts);
  const all = needsDoing(unitRows(registry, devices, new Map(boards)), devices, evidence, NOW);
  return all.map(({ kind, unit, n, tone }) => `${tone} ${kind} ${unit} ${n}`);
}

describe('what needs doing', () => {
  it('is said once for all units that lack the same thing', () => {
    expect(needs([])).toEqual([
      'amber no-phone v2 1',
      'amber no-tablet v2 1',
      'amber no-leader township、v1、v2 3',
    ]);
  });

  it('leads to the one unit, or to the list of several', () => {
    const registry = sampleRegistry();
    const devices = deviceRows(registry, []);
    const links = needsDoing(unitRows(registry, devices, new Map()), devices, 0, NOW).map(({ to }) => to);
    expect(links).toEqual([
      '/office/invite?unit=v2',
      '/office/invite?unit=v2&device=tablet',
      '/office/units',
    ]);
  });

  it('begins with the first village, where there is none', () => {
    const registry = sampleRegistry();
    const { township } = registry.units;
    expect(needs([], [], { ...registry, devices: {}, units: { township: township! } })).toEqual([
      'amber no-village  0',
      'amber no-leader township 1',
    ]);
  });

  it('does not ask for a phone where somebody of the township posts for the village', () => {
    const registry = sampleRegistry();
    const assigned = { ...registry.members['assigned']!, assigned: ['v1', 'v2'] };
    const found = needs([], [], { ...registry, members: { ...registry.members, assigned } });
    expect(found.some((need) => need.includes('no-phone'))).toBe(false);
  });

  it('puts a tablet that is silent for days first', () => {
    const [first] = needs([contact(TABLET, DAYS_AGO(3))]);
    expect(first).toBe('red tablet-silent v1 3');
    expect(needs([contact(TABLET, DAYS_AGO(0.9))])[0]).toContain('no-phone');
  });

  it('names a phone that holds items for hours, not one that has just written them', () => {
    expect(needs([contact(CADRE, NOW, 5, DAYS_AGO(1))])[0]).toBe('amber held v1 5');
    expect(needs([contact(CADRE, NOW, 5, DAYS_AGO(0.01))])[0]).toContain('no-phone');
  });

  it('says nothing of a device that was closed', () => {
    const registry: Registry = sampleRegistry();
    registry.devices[TABLET]!.revoked = { at: NOW, reason: '坏了' };
    const found = needs([contact(TABLET, DAYS_AGO(30))], [], registry);
    expect(found.some((need) => need.includes('tablet-silent'))).toBe(false);
    expect(found).toContain('amber no-tablet v1、v2 2');
  });

  it('names a village that has published nothing for a month', () => {
    expect(needs([], [['v1', [light(DAYS_AGO(31))]]])[0]).toBe('amber quiet v1 31');
    expect(needs([], [['v1', [light(DAYS_AGO(31)), light(DAYS_AGO(2))]]])[0]).toContain('no-phone');
  });

  it('says before everything that the record contradicts itself', () => {
    expect(needs([contact(TABLET, DAYS_AGO(3))], [], sampleRegistry(), 1).slice(0, 2)).toEqual([
      'red contradiction  1',
      'red tablet-silent v1 3',
    ]);
  });
});

describe('the rows of units', () => {
  it('show the newest notice that still hangs, and count those', () => {
    const registry = sampleRegistry();
    const board = [light(DAYS_AGO(9)), light(DAYS_AGO(5)), light(DAYS_AGO(1), true)];
    const row = unitRows(registry, deviceRows(registry, []), new Map([['v1', board]])).find(
      ({ unit }) => unit.id === 'v1',
    );
    expect(row).toMatchObject({ notices: 2, newest: { acceptedAt: DAYS_AGO(5) } });
    expect(row?.phones).toHaveLength(1);
    expect(row?.tablets).toHaveLength(1);
  });

  it('come in the order in which people name them', () => {
    const registry = sampleRegistry();
    const v10 = { ...registry.units['v2']!, id: 'v10' };
    const clinic = { ...registry.units['v2']!, id: 'a-clinic', kind: 'institution' as const };
    const more = { ...registry, units: { v10, ...registry.units, 'a-clinic': clinic } };
    expect(unitsInOrder(more).map(({ id }) => id)).toEqual(['township', 'a-clinic', 'v1', 'v2', 'v10']);
  });
});
