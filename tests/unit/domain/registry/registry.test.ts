import { describe, expect, it } from 'vitest';
import { evolveRegistry } from '../../../../src/domain/registry/registry.ts';
import {
  invitationState,
  isOnBehalf,
  mayAppend,
  mayRead,
  postsFor,
} from '../../../../src/domain/registry/rights.ts';
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
