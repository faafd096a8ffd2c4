/** A unit and a person as they are edited, and what is wrong with them. The limits are those of the registry's events. */
import { parseLocalDate } from '../../domain/calendar/days.ts';
import {
  type Member,
  type Person,
  type Role,
  TOWNSHIP_UNIT,
  type Unit,
} from '../../domain/registry/events.ts';

/** Characters. */
export const LIMITS = { unitName: 60, office: 60, phone: 40, personName: 40, post: 60 } as const;

export interface PersonDraft {
  name: string;
  post: string;
  /** First day in this place; empty where nobody knows. */
  since: string;
}

/** A unit in the form: everybody is a pair of texts, the leader too. */
export interface UnitDraft {
  kind: Unit['kind'];
  name: string;
  office: string;
  phone: string;
  /** First day for which it answers; empty: since it was set up here. */
  dueFrom: string;
  leader: PersonDraft;
  deputies: PersonDraft[];
  members: PersonDraft[];
}

/** `over`: characters too many; null: left out. */
export type Problem = { over: number } | { over: null };
/** By the field's name, e.g. `name`, `leader.post`, `deputies.0.name`. */
export type Problems = Record<string, Problem>;

export const NOBODY: PersonDraft = { name: '', post: '', since: '' };

const personDraft = (person: Person): PersonDraft => ({ since: '', ...person });

export const unitDraft = (unit: Unit | null): UnitDraft => ({
  kind: unit?.kind ?? 'village',
  name: unit?.name ?? '',
  office: unit?.office ?? '',
  phone: unit?.phone ?? '',
  dueFrom: unit?.dueFrom ?? '',
  leader: unit?.leadingGroup.leader ? personDraft(unit.leadingGroup.leader) : NOBODY,
  deputies: (unit?.leadingGroup.deputies ?? []).map(personDraft),
  members: (unit?.leadingGroup.members ?? []).map(personDraft),
});

const isNobody = ({ name, post, since }: PersonDraft): boolean => `${name}${post}${since}`.trim() === '';
const personOf = ({ name, post, since }: PersonDraft): Person => ({
  name: name.trim(),
  post: post.trim(),
  ...(since && { since }),
});

/** The unit as the registry takes it. People of whom nothing was written are left out. */
export function unitOf(id: string, draft: UnitDraft): Unit {
  const people = (all: PersonDraft[]): Person[] => all.filter((one) => !isNobody(one)).map(personOf);
  return {
    id,
    kind: draft.kind,
    name: draft.name.trim(),
    leadingGroup: {
      leader: isNobody(draft.leader) ? null : personOf(draft.leader),
      deputies: people(draft.deputies),
      members: people(draft.members),
    },
    office: draft.office.trim(),
    phone: draft.phone.trim(),
    ...(draft.dueFrom && { dueFrom: draft.dueFrom }),
  };
}

function check(problems: Problems, field: string, value: string, max: number, required: boolean): void {
  const { length } = value.trim();
  if (length > max) problems[field] = { over: length - max };
  else if (required && length === 0) problems[field] = { over: null };
}

function checkPerson(problems: Problems, field: string, person: PersonDraft, today: string): void {
  if (isNobody(person)) return;
  const { since } = person;
  if (since !== '' && (parseLocalDate(since) === null || since > today))
    problems[`${field}.since`] = { over: null };
  check(problems, `${field}.name`, person.name, LIMITS.personName, true);
  check(problems, `${field}.post`, person.post, LIMITS.post, true);
}

/** @param today day in Asia/Shanghai: nobody is in a place since a day to come. */
export function unitProblems(draft: UnitDraft, today: string): Problems {
  const problems: Problems = {};
  check(problems, 'name', draft.name, LIMITS.unitName, true);
  check(problems, 'office', draft.office, LIMITS.office, false);
  check(problems, 'phone', draft.phone, LIMITS.phone, false);
  if (draft.dueFrom !== '' && parseLocalDate(draft.dueFrom) === null) problems['dueFrom'] = { over: null };
  checkPerson(problems, 'leader', draft.leader, today);
  for (const role of ['deputies', 'members'] as const) {
    for (const [index, person] of draft[role].entries())
      checkPerson(problems, `${role}.${index}`, person, today);
  }
  return problems;
}

export const memberDraft = (member: Member | null, unit: string): Omit<Member, 'id'> => ({
  name: member?.name ?? '',
  post: member?.post ?? '',
  unit: member?.unit ?? unit,
  role: member?.role ?? 'cadre',
  assigned: member?.assigned ?? [],
});

/** What somebody of a unit may be: the office and the discipline commission sit in the township, the committee in a village. */
export function rolesIn(unit: string, kind: Unit['kind'] | undefined): Role[] {
  if (unit === TOWNSHIP_UNIT) return ['cadre', 'office', 'inspector'];
  return kind === 'village' ? ['cadre', 'supervisor'] : ['cadre'];
}

/** A role that the unit does not have becomes the plain one; nobody is assigned to his own village. */
export function memberOfDraft(id: string, draft: Omit<Member, 'id'>, kind?: Unit['kind']): Member {
  const { unit, role, assigned } = draft;
  return {
    id,
    name: draft.name.trim(),
    post: draft.post.trim(),
    unit,
    role: rolesIn(unit, kind).find((one) => one === role) ?? 'cadre',
    assigned: assigned.filter((village) => village !== unit),
  };
}

export function memberProblems(draft: Omit<Member, 'id'>): Problems {
  const problems: Problems = {};
  check(problems, 'name', draft.name, LIMITS.personName, true);
  check(problems, 'post', draft.post, LIMITS.post, true);
  check(problems, 'unit', draft.unit, 24, true);
  return problems;
}
