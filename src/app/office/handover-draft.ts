/** A change of office as it is filled in, and what is wrong with it. */
import type { ContentOf } from '../../domain/event-types.ts';
import type { Unit } from '../../domain/registry/events.ts';
import { LIMITS, type Problems, unitDraft, type UnitDraft, unitOf, unitProblems } from './unit-draft.ts';

type Role = 'cadre' | 'supervisor';
export interface Newcomer {
  id: string;
  name: string;
  post: string;
  role: Role;
}
export interface HandoverDraft extends Pick<UnitDraft, 'leader' | 'deputies' | 'members'> {
  /** Ids of people. */
  leave: string[];
  join: Newcomer[];
  reason: string;
}

/** Characters. */
export const REASON = 200;

/** Begins with the leading group as it is. */
export const handoverDraft = (unit: Unit, reason: string): HandoverDraft => {
  const { leader, deputies, members } = unitDraft(unit);
  return { leader, deputies, members, leave: [], join: [], reason };
};

const asUnit = (unit: Unit, { leader, deputies, members }: HandoverDraft): UnitDraft => ({
  ...unitDraft(unit),
  leader,
  deputies,
  members,
});

const isNobody = ({ name, post }: Newcomer): boolean => `${name}${post}`.trim() === '';

/** @param today day in Asia/Shanghai. */
export function handoverProblems(unit: Unit, draft: HandoverDraft, today: string): Problems {
  const problems = unitProblems(asUnit(unit, draft), today);
  for (const [index, one] of draft.join.entries()) {
    if (isNobody(one)) continue;
    for (const [field, max] of [
      ['name', LIMITS.personName],
      ['post', LIMITS.post],
    ] as const) {
      const { length } = one[field].trim();
      if (length === 0 || length > max)
        problems[`join.${index}.${field}`] = { over: length > max ? length - max : null };
    }
  }
  const { length } = draft.reason.trim();
  if (length === 0 || length > REASON)
    problems['reason'] = { over: length > REASON ? length - REASON : null };
  return problems;
}

/** What is signed. Newcomers of whom nothing was written are left out. */
export const handoverOf = (unit: Unit, draft: HandoverDraft): ContentOf<'unit.handed-over'> => ({
  unit: unit.id,
  leadingGroup: unitOf(unit.id, asUnit(unit, draft)).leadingGroup,
  leave: draft.leave,
  join: draft.join
    .filter((one) => !isNobody(one))
    .map((one) => ({ ...one, name: one.name.trim(), post: one.post.trim() })),
  reason: draft.reason.trim(),
});
