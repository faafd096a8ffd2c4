/** Small makers of events for the domain's tests. */
import type { DomainEvent } from '../../../src/domain/event.ts';
import { type NoticeContent, ORDINARY, PLAIN } from '../../../src/domain/notice/events.ts';
import type { NoticeEvent } from '../../../src/domain/notice/notice.ts';
import { evolveRegistry, EMPTY_REGISTRY, type Registry } from '../../../src/domain/registry/registry.ts';

export const hex = (seed: number | string): string => String(seed).padStart(64, '0');
export const DAY = '2026-11-24T02:00:00.000Z';

export const event = (number: number, type: string, content: unknown, author = hex('a')): DomainEvent => ({
  id: hex(number + 1),
  number,
  type,
  author,
  at: '2026-11-24T10:00:00.000+08:00',
  acceptedAt: DAY,
  content,
});

export const content = (title: string): NoticeContent => ({
  ...PLAIN,
  entry: { id: 'general-affairs', name: '其他村务' },
  title,
  officer: '李某',
  sections: [{ heading: '', text: '正文' }],
  photos: [],
});

export const published = (number: number, title = `公告 ${number}`): NoticeEvent =>
  event(number, 'notice.published', { ...content(title), ...ORDINARY }) as NoticeEvent;
export const corrected = (number: number, notice: string, base: string, title = '更正后'): NoticeEvent =>
  event(number, 'notice.corrected', {
    notice,
    base,
    reason: '写错了',
    ...content(title),
    ...ORDINARY,
  }) as NoticeEvent;
export const withdrawn = (number: number, notice: string, base: string): NoticeEvent =>
  event(number, 'notice.withdrawn', { notice, base, reason: '发重了' }) as NoticeEvent;

export const OFFICE = hex('0ff1ce');
export const CADRE = hex('cad');
export const ASSIGNED = hex('a55');
export const TABLET = hex('7ab');
export const INVITATION = hex('1a');

const unit = (id: string, kind: string) => ({
  id,
  kind,
  name: id,
  leadingGroup: { leader: null, deputies: [], members: [] },
  office: '',
  phone: '',
});
const member = (id: string, unitId: string, assigned: string[] = []) => ({
  id,
  name: id,
  post: '村文书',
  unit: unitId,
  role: 'cadre',
  assigned,
});
const invitation = (key: string, device: string, unitId: string, memberId: string | null) => ({
  key,
  device,
  unit: unitId,
  member: memberId,
  expires: '2026-12-01T00:00:00.000Z',
});
const enrolled = (key: string) => ({ key, proof: '0'.repeat(128), name: '一部手机' });

/** A township with two villages, a cadre of v1, a township cadre assigned to v1, and a tablet of v1. */
export function sampleRegistry(): Registry {
  const steps: [string, unknown, string][] = [
    [
      'township.founded',
      {
        name: '复兴乡',
        region: '',
        logKey: hex(9),
        founder: { name: '孙某', post: '党政办', device: '电脑' },
      },
      OFFICE,
    ],
    ['unit.set', unit('township', 'township'), OFFICE],
    ['unit.set', unit('v1', 'village'), OFFICE],
    ['unit.set', unit('v2', 'village'), OFFICE],
    ['member.set', member('clerk', 'v1'), OFFICE],
    ['member.set', member('assigned', 'township', ['v1']), OFFICE],
    ['invitation.made', invitation(hex(101), 'phone', 'v1', 'clerk'), OFFICE],
    ['device.enrolled', enrolled(CADRE), hex(101)],
    ['invitation.made', invitation(hex(102), 'phone', 'township', 'assigned'), OFFICE],
    ['device.enrolled', enrolled(ASSIGNED), hex(102)],
    ['invitation.made', invitation(hex(103), 'tablet', 'v1', null), OFFICE],
    ['device.enrolled', enrolled(TABLET), hex(103)],
    ['invitation.made', invitation(INVITATION, 'phone', 'v1', 'clerk'), OFFICE],
  ];
  return steps.reduce(
    (state, [type, body, author], index) => evolveRegistry(state, event(index, type, body, author)),
    EMPTY_REGISTRY,
  );
}
