/** A unit and a person as they are edited, and what is wrong with them. The limits are those of the registry's events. */
import { type Member, TOWNSHIP_UNIT, type Unit } from '../../domain/registry/events.ts';

/** Characters. */
export const LIMITS = { unitName: 60, office: 60, phone: 40, personName: 40, post: 60 } as const;

export interface PersonDraft {
  name: string;
  post: string;
}

/** A unit in the form: everybody is a pair of texts, the leader too. */
export interface UnitDraft {
  kind: Unit['kind'];
  name: string;
  office: string;
  phone: string;
  leader: PersonDraft;
  deputies: PersonDraft[];
  members: PersonDraft[];
}

/** `over`: characters too many; null: left out. */
export type Problem = { over: number } | { over: null };
/** By the field's name, e.g. `name`, `leader.post`, `deputies.0.name`. */
export type Problems = Record<string, Problem>;

const NOBODY: PersonDraft = { name: '', post: '' };

export const unitDraft = (unit: Unit | null): UnitDraft => ({
  kind: unit?.kind ?? 'village',
  name: unit?.name ?? '',
  office: unit?.office ?? '',
  phone: unit?.phone ?? '',
  leader: unit?.leadingGroup.leader ?? NOBODY,
  deputies: unit?.leadingGroup.deputies ?? [],
  members: unit?.leadingGroup.members ?? [],
});

const isNobody = (person: PersonDraft): boolean => person.name.trim() === '' && person.post.trim() === '';
const trimmed = ({ name, post }: PersonDraft): PersonDraft => ({ name: name.trim(), post: post.trim() });

/** The unit as the registry takes it. People of whom nothing was written are left out. */
export function unitOf(id: string, draft: UnitDraft): Unit {
  const people = (all: PersonDraft[]): PersonDraft[] => all.filter((one) => !isNobody(one)).map(trimmed);
  return {
    id,
    kind: draft.kind,
    name: draft.name.trim(),
    leadingGroup: {
      leader: isNobody(draft.leader) ? null : trimmed(draft.leader),
      deputies: people(draft.deputies),
      members: people(draft.members),
    },
    office: draft.office.trim(),
    phone: draft.phone.trim(),
  };
}

function check(problems: Problems, field: string, value: string, max: number, required: boolean): void {
  const { length } = value.trim();
  if (length > max) problems[field] = { over: length - max };
  else if (required && length === 0) problems[field] = { over: null };
}

function checkPerson(problems: Problems, field: string, person: PersonDraft): void {
  if (isNobody(person)) return;
  check(problems, `${field}.name`, person.name, LIMITS.personName, true);
  check(problems, `${field}.post`, person.post, LIMITS.post, true);
}

export function unitProblems(draft: UnitDraft): Problems {
  const problems: Problems = {};
  check(problems, 'name', draft.name, LIMITS.unitName, true);
  check(problems, 'office', draft.office, LIMITS.office, false);
  check(problems, 'phone', draft.phone, LIMITS.phone, false);
  checkPerson(problems, 'leader', draft.leader);
  for (const role of ['deputies', 'members'] as const) {
    for (const [index, person] of draft[role].entries()) checkPerson(problems, `${role}.${index}`, person);
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

/** Somebody of a village has no other villages to post for; the office's people belong to the township. */
export function memberOfDraft(id: string, draft: Omit<Member, 'id'>): Member {
  const { unit, role, assigned } = draft;
  return {
    id,
    name: draft.name.trim(),
    post: draft.post.trim(),
    unit,
    role: unit === TOWNSHIP_UNIT ? role : 'cadre',
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
