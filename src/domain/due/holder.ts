/** Who holds the post that answers for an entry. */
import type { Member, Unit } from '../registry/events.ts';

export interface Holder {
  name: string;
  post: string;
  /** False: nobody holds the post by the registry, and the unit's leader answers instead. */
  holds: boolean;
}

const parts = (post: string): string[] =>
  post
    .split(/[、，,/]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/**
 * The person in a post: by its exact name, else by one of its parts (村党支部书记、村委会主任), else the unit's leader.
 * The leading group goes before others who are enrolled in the unit. Null: the unit has nobody.
 */
export function holderOf(unit: Unit, members: Member[], post: string): Holder | null {
  const { leader, deputies, members: group } = unit.leadingGroup;
  const people = [
    ...(leader ? [leader] : []),
    ...deputies,
    ...group,
    ...members.filter((one) => one.unit === unit.id),
  ];
  const wanted = parts(post);
  const found =
    people.find((one) => one.post === post) ??
    people.find((one) => parts(one.post).some((part) => wanted.includes(part)));
  if (found) return { name: found.name, post: found.post, holds: true };
  return leader ? { name: leader.name, post: leader.post, holds: false } : null;
}
