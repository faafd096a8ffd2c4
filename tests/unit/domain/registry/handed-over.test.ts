import { describe, expect, it } from 'vitest';
import { posters } from '../../../../src/domain/due/reminders.ts';
import { mayAppend } from '../../../../src/domain/registry/append.ts';
import { evolveRegistry, leftOn, memberOf, type Registry } from '../../../../src/domain/registry/registry.ts';
import { postsFor } from '../../../../src/domain/registry/rights.ts';
import { CADRE, DAY, event, hex, INVITATION, OFFICE, sampleRegistry, TABLET } from '../samples.ts';

const registry = sampleRegistry();
const LEADER = { name: '新某', post: '村党支部书记' };
const change = (part: object = {}, author = OFFICE) =>
  event(
    50,
    'unit.handed-over',
    {
      unit: 'v1',
      leadingGroup: { leader: LEADER, deputies: [], members: [] },
      leave: ['clerk'],
      join: [{ id: 'm-new', name: '新文书', post: '村文书', role: 'cadre' }],
      reason: '换届',
      ...part,
    },
    author,
  );
const inRegistry = { kind: 'registry', unit: null } as const;
const verdict = (state: Registry, one: ReturnType<typeof change>): string => {
  const right = mayAppend(state, inRegistry, one);
  return right.ok ? 'ok' : right.refusal;
};

describe('a change of office', () => {
  const after = evolveRegistry(registry, change());

  it('sets the new leading group, closes what those had who leave, and has the new people, in one step', () => {
    expect(after.units['v1']!.leadingGroup.leader).toEqual(LEADER);
    expect(after.devices[CADRE]!.revoked).toEqual({ at: DAY, reason: '换届' });
    expect(postsFor(after, CADRE)).toEqual([]);
    expect(after.members['m-new']).toMatchObject({ unit: 'v1', role: 'cadre', assigned: [] });
    expect(after.devices[TABLET]!.revoked).toBeNull();
    expect(leftOn(after, 'clerk')).toBe(DAY);
    expect(leftOn(after, 'm-new')).toBeNull();
  });

  it('leaves the names with what was signed', () => {
    expect(memberOf(after, CADRE)?.name).toBe('clerk');
  });

  it('lets an invitation that was not used lead to nothing', () => {
    const enrol = event(
      60,
      'device.enrolled',
      { key: hex(777), proof: '0'.repeat(128), name: '手机' },
      INVITATION,
    );
    const right = mayAppend(after, inRegistry, enrol);
    expect(right).toEqual({ ok: false, refusal: 'invitation-expired' });
    const invites = { key: hex(8), device: 'phone', unit: 'v1', member: 'clerk', expires: DAY };
    expect(verdict(after, event(61, 'invitation.made', invites, OFFICE))).toBe('unknown-member');
    expect(verdict(after, event(61, 'invitation.made', { ...invites, member: 'm-new' }, OFFICE))).toBe('ok');
  });

  it('makes nobody answer or be reminded who has left', () => {
    expect(posters(registry, 'v1').map(({ id }) => id)).toContain('clerk');
    expect(posters(after, 'v1').map(({ id }) => id)).toEqual(expect.not.arrayContaining(['clerk']));
    expect(posters(after, 'v1').map(({ id }) => id)).toContain('m-new');
  });

  it('is the office’s, for a unit that is not the township, of people who are there, with people who are new', () => {
    expect(verdict(registry, change())).toBe('ok');
    expect(verdict(registry, change({}, CADRE))).toBe('not-allowed');
    expect(verdict(registry, change({ unit: 'v9' }))).toBe('unknown-unit');
    expect(verdict(registry, change({ unit: 'township', leave: [] }))).toBe('not-allowed');
    expect(verdict(registry, change({ leave: ['assigned'] }))).toBe('unknown-member');
    expect(verdict(after, change({ join: [] }))).toBe('unknown-member');
    const known = [{ id: 'assigned', name: '某', post: '某', role: 'cadre' }];
    expect(verdict(registry, change({ join: known }))).toBe('unknown-member');
  });

  it('is undone for a person who is set again, without his old devices', () => {
    const member = { id: 'clerk', name: '马某', post: '村文书', unit: 'v1', role: 'cadre', assigned: [] };
    const again = evolveRegistry(after, event(70, 'member.set', member, OFFICE));
    expect(leftOn(again, 'clerk')).toBeNull();
    expect(again.devices[CADRE]!.revoked).not.toBeNull();
  });
});
