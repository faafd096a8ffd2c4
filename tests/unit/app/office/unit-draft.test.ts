import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../../../../src/app/office/ids.ts';
import {
  memberDraft,
  memberOfDraft,
  memberProblems,
  rolesIn,
  type UnitDraft,
  unitDraft,
  unitOf,
  unitProblems,
} from '../../../../src/app/office/unit-draft.ts';
import { memberSet, type Unit, unitSet } from '../../../../src/domain/registry/events.ts';

const line = fc.string({ maxLength: 64 });
const person = fc.record({
  name: line,
  post: line,
  since: fc.constantFrom('', '2021-01-05', '2024-12-31'),
});
const units: fc.Arbitrary<UnitDraft> = fc.record({
  kind: fc.constantFrom('township', 'institution', 'village'),
  name: line,
  office: line,
  phone: line,
  dueFrom: fc.constantFrom('', '2026-01-01'),
  leader: person,
  deputies: fc.array(person, { maxLength: 3 }),
  members: fc.array(person, { maxLength: 3 }),
});

describe('a unit as it is edited', () => {
  it('has no problem exactly when the registry takes it', () => {
    fc.assert(
      fc.property(units, (draft) => {
        const fits = unitSet.safeParse(unitOf('v1', draft)).success;
        expect(Object.keys(unitProblems(draft, '2026-11-24')).length === 0).toBe(fits);
      }),
    );
  });

  it('comes back from the form as it went in', () => {
    const unit = unitOf('v1', {
      ...unitDraft(null),
      name: '示范一村',
      leader: { name: '李某', post: '书记', since: '2021-01-05' },
      deputies: [{ name: '陈某', post: '主任', since: '' }],
    });
    expect(unitOf('v1', unitDraft(unit))).toEqual(unit);
  });

  it('keeps since when each has been in his place, and leaves out what nobody knows', () => {
    const unit: Unit = {
      id: 'v1',
      kind: 'village',
      name: '示范一村',
      leadingGroup: {
        leader: { name: '李某', post: '书记', since: '2021-01-05' },
        deputies: [{ name: '陈某', post: '主任' }],
        members: [{ name: '马某', post: '文书', since: '2023-03-01' }],
      },
      office: '',
      phone: '',
      dueFrom: '2026-03-01',
    };
    expect(unitOf('v1', unitDraft(unit))).toEqual(unit);
  });

  it('asks for a day that exists and has come, and for the name of who has been there since', () => {
    const wrong = { ...unitDraft(null), name: '示范一村' };
    const today = '2026-11-24';
    const leader = { name: '李某', post: '书记', since: '2026-11-25' };
    expect(unitProblems({ ...wrong, leader }, today)).toEqual({ 'leader.since': { over: null } });
    const nobody = { name: '', post: '', since: '2026-11-01' };
    expect(Object.keys(unitProblems({ ...wrong, leader: nobody }, today))).toEqual([
      'leader.name',
      'leader.post',
    ]);
  });

  it('leaves out people of whom nothing was written, and asks for the half that is missing', () => {
    const draft: UnitDraft = {
      ...unitDraft(null),
      name: '示范一村',
      members: [
        { name: ' ', post: '', since: '' },
        { name: '马某', post: '', since: '' },
      ],
    };
    expect(unitProblems(draft, '2026-11-24')).toEqual({ 'members.1.post': { over: null } });
    expect(unitOf('v1', draft).leadingGroup).toMatchObject({
      leader: null,
      members: [{ name: '马某', post: '' }],
    });
  });
});

describe('a person as edited', () => {
  it('has no problem exactly when the registry takes him', () => {
    const members = fc.record({
      name: line,
      post: line,
      unit: fc.constantFrom('', 'township', 'v1'),
      role: fc.constantFrom('cadre' as const, 'office' as const),
      assigned: fc.subarray(['v1', 'v2']),
    });
    fc.assert(
      fc.property(members, (draft) => {
        const fits = memberSet.safeParse(memberOfDraft('p-1', draft)).success;
        expect(Object.keys(memberProblems(draft)).length === 0).toBe(fits);
      }),
    );
  });

  it('may review for a village only where there is one, and inspect only from the township', () => {
    expect(rolesIn('v1', 'village')).toEqual(['cadre', 'supervisor']);
    expect(rolesIn('i-1', 'institution')).toEqual(['cadre']);
    expect(rolesIn('township', 'township')).toEqual(['cadre', 'office', 'inspector']);
    const draft = {
      ...memberDraft(null, 'v1'),
      name: '赵某',
      post: '监委会主任',
      role: 'supervisor' as const,
    };
    expect(memberOfDraft('p-1', draft, 'village').role).toBe('supervisor');
    expect(memberOfDraft('p-1', { ...draft, unit: 'township' }, 'township').role).toBe('cadre');
  });

  it('belongs to the office only at the township, and posts for his own village anyway', () => {
    const draft = { ...memberDraft(null, 'v1'), name: '马某', post: '文书', role: 'office' as const };
    expect(memberOfDraft('p-1', { ...draft, assigned: ['v1', 'v2'] })).toMatchObject({
      role: 'cadre',
      assigned: ['v2'],
    });
  });
});

describe('a new id', () => {
  it('fits the registry, and two computers do not make the same', () => {
    const made = new Set(Array.from({ length: 1000 }, () => newId('v')));
    expect(made.size).toBe(1000);
    for (const id of made) expect(id).toMatch(/^[a-z0-9-]{1,24}$/);
  });
});
