import { describe, expect, it } from 'vitest';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';
import { evolveRegistry } from '../../../../src/domain/registry/registry.ts';
import { mayAppend } from '../../../../src/domain/registry/append.ts';
import { invitationState, isOnBehalf, mayRead, postsFor } from '../../../../src/domain/registry/rights.ts';
import {
  ASSIGNED,
  CADRE,
  content,
  DAY,
  event,
  hex,
  INVITATION,
  OFFICE,
  sampleRegistry,
  TABLET,
} from '../samples.ts';

const registry = sampleRegistry();
const place = (kind: 'registry' | 'public' | 'office', unit: string | null = null) => ({ kind, unit });
const notice = (author: string) => event(0, 'notice.published', content('一'), author);
const enrol = (author: string, key = hex(777)) =>
  event(0, 'device.enrolled', { key, proof: '0'.repeat(128), name: '手机' }, author);
const verdict = (right: ReturnType<typeof mayAppend>) => (right.ok ? 'ok' : right.refusal);

describe('who may append what', () => {
  it.each([
    ['a cadre in his own village', CADRE, 'v1', 'ok'],
    ['a cadre in another village', CADRE, 'v2', 'not-allowed'],
    ['a township cadre in his assigned village', ASSIGNED, 'v1', 'ok'],
    ['a township cadre in a village that is not his', ASSIGNED, 'v2', 'not-allowed'],
    ['the office for the township', OFFICE, 'township', 'ok'],
    ['the office for a village not assigned', OFFICE, 'v1', 'not-allowed'],
    ['a tablet', TABLET, 'v1', 'not-allowed'],
    ['a stranger', hex(5), 'v1', 'not-enrolled'],
    ['a cadre in a village that does not exist', CADRE, 'v77', 'unknown-unit'],
  ])('%s', (_who, author, unit, expected) => {
    expect(verdict(mayAppend(registry, place('public', unit), notice(author)))).toBe(expected);
  });

  it('keeps notices out of the registry and registry events out of a board', () => {
    expect(verdict(mayAppend(registry, place('registry'), notice(OFFICE)))).toBe('not-allowed');
    const set = event(0, 'catalogue.set', { entries: [] }, OFFICE);
    expect(verdict(mayAppend(registry, place('public', 'township'), set))).toBe('not-allowed');
  });

  it('lets only the office change the registry', () => {
    const set = (author: string) => event(0, 'catalogue.set', { entries: [] }, author);
    expect(verdict(mayAppend(registry, place('registry'), set(OFFICE)))).toBe('ok');
    for (const author of [CADRE, ASSIGNED, TABLET]) {
      expect(verdict(mayAppend(registry, place('registry'), set(author)))).toBe('not-allowed');
    }
    const second = event(20, 'township.founded', {}, OFFICE);
    expect(verdict(mayAppend(registry, place('registry'), second))).toBe('not-allowed');
  });

  it('takes nothing from a revoked device, and still names what it signed before', () => {
    const after = evolveRegistry(
      registry,
      event(20, 'device.revoked', { key: CADRE, reason: '手机丢了' }, OFFICE),
    );
    expect(verdict(mayAppend(after, place('public', 'v1'), notice(CADRE)))).toBe('revoked');
    expect(after.devices[CADRE]?.member).toBe('clerk');
  });
});

describe('a notice that goes out by another form', () => {
  const at = { unit: 'v1', name: '一号', where: '', photo: null, closed: false };
  const places = ['board', 'wall', 'loudspeaker'].map((kind, index) =>
    event(20 + index, 'place.set', { ...at, id: kind, kind }, OFFICE),
  );
  const known = places.reduce(evolveRegistry, registry);
  const out = (form: string, where: string | null, unit = 'v1', author = CADRE) =>
    verdict(mayAppend(known, place('public', unit), event(0, 'outing.made', { form, place: where }, author)));

  it('hangs on a board or wall of the unit itself, or is heard from its loudspeaker', () => {
    expect([out('paper', 'board'), out('paper', 'wall'), out('broadcast', 'loudspeaker')]).toEqual([
      'ok',
      'ok',
      'ok',
    ]);
    expect(out('meeting', null)).toBe('ok');
    expect(out('paper', null)).toBe('unknown-place');
    expect(out('paper', 'loudspeaker')).toBe('unknown-place');
    expect(out('paper', 'no-such-wall')).toBe('unknown-place');
    expect(out('paper', 'wall', 'township', OFFICE)).toBe('unknown-place');
  });

  it('is recorded by those who post for the unit', () => {
    expect(out('paper', 'wall', 'v1', ASSIGNED)).toBe('ok');
    expect(out('paper', 'wall', 'v2')).toBe('not-allowed');
    expect(out('paper', 'wall', 'v1', TABLET)).toBe('not-allowed');
  });
});

describe('an invitation', () => {
  it('enrols one device, once, in time', () => {
    expect(verdict(mayAppend(registry, place('registry'), enrol(INVITATION)))).toBe('ok');
    const after = evolveRegistry(registry, enrol(INVITATION));
    expect(verdict(mayAppend(after, place('registry'), enrol(INVITATION, hex(778))))).toBe('invitation-used');
    const late = { ...enrol(INVITATION), acceptedAt: '2026-12-01T00:00:00.001Z' };
    expect(verdict(mayAppend(registry, place('registry'), late))).toBe('invitation-expired');
    expect(verdict(mayAppend(registry, place('registry'), enrol(hex(6))))).toBe('invitation-unknown');
    expect(verdict(mayAppend(registry, place('registry'), enrol(INVITATION, CADRE)))).toBe('device-known');
    expect(invitationState(registry, INVITATION, DAY)).toBe('open');
  });

  it('leads to a unit and a person that exist, and a tablet belongs to nobody', () => {
    const made = (change: object) =>
      verdict(
        mayAppend(
          registry,
          place('registry'),
          event(
            0,
            'invitation.made',
            { key: hex(8), device: 'phone', unit: 'v1', member: 'clerk', expires: DAY, ...change },
            OFFICE,
          ),
        ),
      );
    expect(made({})).toBe('ok');
    expect(made({ unit: 'v9' })).toBe('unknown-unit');
    expect(made({ member: 'nobody' })).toBe('unknown-member');
    expect(made({ member: null })).toBe('unknown-member');
    expect(made({ device: 'tablet' })).toBe('unknown-member');
    expect(made({ device: 'office' })).toBe('not-allowed');
  });
});

describe('a lost device', () => {
  const close = (author: string, key: string, state = registry) =>
    verdict(
      mayAppend(state, place('registry'), event(0, 'device.revoked', { key, reason: '手机丢了' }, author)),
    );
  const second = hex(555);
  const withSecond = evolveRegistry(registry, enrol(INVITATION, second));

  it('is closed by the office, by its person’s other device, and by who works in its unit', () => {
    expect([OFFICE, CADRE].map((key) => close(key, TABLET))).toEqual(['ok', 'ok']);
    expect(close(second, CADRE, withSecond)).toBe('ok');
    expect(close(CADRE, second, withSecond)).toBe('ok');
  });

  it('is closed by nobody else, nor by itself, nor twice', () => {
    for (const key of [ASSIGNED, TABLET, hex(5)]) expect(close(key, CADRE)).not.toBe('ok');
    expect(close(CADRE, CADRE)).toBe('not-allowed');
    expect(close(CADRE, OFFICE)).toBe('not-allowed');
    expect(close(CADRE, hex(4))).toBe('not-allowed');
    const closed = evolveRegistry(
      registry,
      event(0, 'device.revoked', { key: TABLET, reason: '丢了' }, OFFICE),
    );
    expect(close(CADRE, TABLET, closed)).toBe('not-allowed');
    const own = evolveRegistry(registry, event(0, 'device.revoked', { key: CADRE, reason: '丢了' }, OFFICE));
    expect(close(CADRE, TABLET, own)).toBe('revoked');
  });
});

describe('who may read', () => {
  it('gives public streams to anybody and office streams to the unit and the township, never to a tablet', () => {
    for (const key of [null, CADRE, TABLET, hex(5)]) {
      expect(mayRead(registry, place('public', 'v1'), key)).toBe(true);
      expect(mayRead(registry, place('registry'), key)).toBe(true);
    }
    const office = (key: string | null) => mayRead(registry, place('office', 'v1'), key);
    expect([null, TABLET, hex(5)].map(office)).toEqual([false, false, false]);
    expect([CADRE, ASSIGNED, OFFICE].map(office)).toEqual([true, true, true]);
    expect(mayRead(registry, place('office', 'v2'), CADRE)).toBe(false);
  });
});

describe('the registry', () => {
  it('counts what it cannot use and goes on', () => {
    const after = [
      event(20, 'unit.sung', null),
      event(21, 'device.enrolled', { key: hex(1), proof: '', name: '' }, hex(3)),
    ].reduce(evolveRegistry, registry);
    expect(after.setAside).toBe(2);
    expect(after.size).toBe(registry.size + 2);
  });
  it('marks what a township cadre posts for a village, and lists for whom each posts', () => {
    expect(isOnBehalf(registry, 'v1', ASSIGNED)).toBe(true);
    expect(isOnBehalf(registry, 'v1', CADRE)).toBe(false);
    expect(postsFor(registry, ASSIGNED)).toEqual(['township', 'v1']);
    expect(postsFor(registry, TABLET)).toEqual([]);
  });
});

describe('who answers for disclosure', () => {
  const unitWith = (leader: { name: string; post: string }) => ({
    id: 'v1',
    kind: 'village',
    name: 'v1',
    leadingGroup: { leader, deputies: [], members: [] },
    office: '',
    phone: '',
  });
  const changes = [unitWith({ name: '李某', post: '村主任' }), unitWith({ name: '王某', post: '村主任' })];
  const state = changes.reduce(
    (registry, unit, index) => evolveRegistry(registry, event(20 + index, 'unit.set', unit, OFFICE)),
    sampleRegistry(),
  );

  it('keeps who left the leading group, with the day', () => {
    expect(state.former['v1']).toEqual([{ name: '李某', post: '村主任', place: 'leader', until: DAY }]);
  });

  it('keeps nobody twice when nothing changed', () => {
    const again = evolveRegistry(state, event(22, 'unit.set', changes[1], OFFICE));
    expect(again.former['v1']).toHaveLength(1);
  });
});

describe('the catalogue and the boards', () => {
  const entry = READY_MADE[0]!;

  it('change entry by entry, and take new ones at the end', () => {
    const start = evolveRegistry(
      sampleRegistry(),
      event(20, 'catalogue.set', { entries: READY_MADE }, OFFICE),
    );
    const renamed = { ...entry, name: '另一个名字' };
    const after = evolveRegistry(start, event(21, 'catalogue.entry-set', { entry: renamed }, OFFICE));
    expect(after.catalogue[0]).toEqual(renamed);
    expect(after.catalogue).toHaveLength(READY_MADE.length);
    const added = { ...entry, id: 'new-entry' };
    const more = evolveRegistry(after, event(22, 'catalogue.entry-set', { entry: added }, OFFICE));
    expect(more.catalogue[READY_MADE.length]).toEqual(added);
  });

  it('know each board and wall by its name', () => {
    const place = {
      id: 'v1-b1',
      unit: 'v1',
      kind: 'board',
      name: '1 号公开栏',
      where: '村委会门口',
      photo: null,
      closed: false,
    };
    const made = event(20, 'place.set', place, OFFICE);
    expect(mayAppend(sampleRegistry(), { kind: 'registry', unit: null }, made)).toEqual({ ok: true });
    expect(evolveRegistry(sampleRegistry(), made).places['v1-b1']).toEqual(place);
    const nowhere = event(20, 'place.set', { ...place, unit: 'v9' }, OFFICE);
    expect(mayAppend(sampleRegistry(), { kind: 'registry', unit: null }, nowhere)).toMatchObject({
      ok: false,
    });
  });
});
