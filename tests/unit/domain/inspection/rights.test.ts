import { describe, expect, it } from 'vitest';
import { mayAppend } from '../../../../src/domain/registry/append.ts';
import { evolveRegistry, type Registry } from '../../../../src/domain/registry/registry.ts';
import { inspectionsOf, mayRead } from '../../../../src/domain/registry/rights.ts';
import { ASSIGNED, CADRE, event, hex, OFFICE, sampleRegistry, TABLET } from '../samples.ts';

const INSPECTOR = hex('1115');

/** The sample township with its inspector. */
const registry: Registry = (
  [
    [
      'member.set',
      { id: 'zheng', name: '郑某', post: '纪委书记', unit: 'township', role: 'inspector', assigned: [] },
      OFFICE,
    ],
    [
      'invitation.made',
      {
        key: hex(900),
        device: 'phone',
        unit: 'township',
        member: 'zheng',
        expires: '2026-12-01T00:00:00.000Z',
      },
      OFFICE,
    ],
    ['device.enrolled', { key: INSPECTOR, proof: '0'.repeat(128), name: '一部手机' }, hex(900)],
  ] as const
).reduce(
  (state, [type, content, author], at) => evolveRegistry(state, event(100 + at, type, content, author)),
  sampleRegistry(),
);

const may = (author: string, type: string, unit: string): string => {
  const right = mayAppend(registry, { kind: 'inspection', unit }, event(0, type, {}, author));
  return right.ok ? 'ok' : right.refusal;
};

describe('who inspects, and who answers', () => {
  it.each([
    ['the inspector opens a round', INSPECTOR, 'round.opened', 'township', 'ok'],
    ['the office opens a round', OFFICE, 'round.opened', 'township', 'ok'],
    ['a cadre opens none', CADRE, 'round.opened', 'township', 'not-allowed'],
    [
      'a round does not stand with a village, which would read of the others',
      INSPECTOR,
      'round.opened',
      'v1',
      'not-allowed',
    ],
    ['the inspector makes a finding about any unit', INSPECTOR, 'finding.made', 'v2', 'ok'],
    ['a cadre makes none about his own', CADRE, 'finding.made', 'v1', 'not-allowed'],
    ['a cadre answers for his own unit', CADRE, 'finding.answered', 'v1', 'ok'],
    ['a township cadre answers for his assigned village', ASSIGNED, 'finding.answered', 'v1', 'ok'],
    ['a cadre answers for no other', CADRE, 'finding.answered', 'v2', 'not-allowed'],
    ['the inspector does not answer for a unit', INSPECTOR, 'finding.answered', 'v1', 'not-allowed'],
    ['a cadre checks nothing again', CADRE, 'finding.rechecked', 'v1', 'not-allowed'],
    ['a cadre drops nothing', CADRE, 'finding.dropped', 'v1', 'not-allowed'],
    ['who posts says why data is shown in the clear', CADRE, 'mask.lifted', 'v1', 'ok'],
    ['a tablet does nothing here', TABLET, 'finding.answered', 'v1', 'not-allowed'],
    ['a notice does not belong here', INSPECTOR, 'notice.published', 'v1', 'not-allowed'],
  ])('%s', (_says, author, type, unit, expected) => {
    expect(may(author, type, unit)).toBe(expected);
  });

  it('lets a unit read what is about itself, the inspector and the office all, and nobody else anything', () => {
    const reads = (key: string | null, unit: string): boolean =>
      mayRead(registry, { kind: 'inspection', unit }, key);
    expect([CADRE, ASSIGNED, INSPECTOR, OFFICE].every((key) => reads(key, 'v1'))).toBe(true);
    expect([INSPECTOR, OFFICE].every((key) => reads(key, 'v2') && reads(key, 'township'))).toBe(true);
    expect([CADRE, TABLET, null, hex(5)].some((key) => reads(key, 'v2') || reads(key, 'township'))).toBe(
      false,
    );
    expect([TABLET, null].some((key) => reads(key, 'v1'))).toBe(false);
    expect(inspectionsOf(registry, CADRE)).toEqual(['v1']);
  });

  it('lets the inspector read no office stream, where what waits for review lies', () => {
    expect(mayRead(registry, { kind: 'office', unit: 'v1' }, INSPECTOR)).toBe(false);
  });
});
