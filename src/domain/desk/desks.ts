/** The desks of a township, folded from its registry: their keys, and whose devices may open what arrives. */
import type { DomainEvent } from '../event.ts';
import type { ContentOf } from '../event-types.ts';

/** A key of a desk, and its private half sealed for each holder's device. */
export interface DeskKey {
  key: string;
  /** Device key → sealed. */
  holders: Record<string, string>;
}

export interface Desk extends DeskKey {
  openedBy: string;
  openedAt: string;
  /** Keys before this one, the latest first: for what was sealed to them. */
  former: DeskKey[];
}

export interface Desks {
  desks: Record<string, Desk>;
  /** Device key → the key to which something is sealed for it. */
  sealingKeys: Record<string, string>;
}

export const NO_DESKS: Desks = { desks: {}, sealingKeys: {} };

function opened({ desks }: Desks, content: ContentOf<'desk.opened'>, event: DomainEvent): Desks['desks'] {
  const before = desks[content.desk];
  const former = before ? [{ key: before.key, holders: before.holders }, ...before.former] : [];
  const holders = Object.fromEntries(content.holders.map(({ device, sealed }) => [device, sealed]));
  const { key } = content;
  const desk = { key, holders, openedBy: event.author, openedAt: event.acceptedAt, former };
  return { ...desks, [content.desk]: desk };
}

function withHolder({ desks }: Desks, content: ContentOf<'desk.holder-added'>): Desks['desks'] | null {
  const desk = desks[content.desk];
  if (!desk) return null;
  const added = <Key extends DeskKey>(one: Key): Key =>
    one.key === content.key ? { ...one, holders: { ...one.holders, [content.device]: content.sealed } } : one;
  return { ...desks, [content.desk]: { ...added(desk), former: desk.former.map(added) } };
}

/** The desks after a registry event; null: the event made no sense, or is none of theirs. */
export function evolveDesks(state: Desks, event: DomainEvent): Desks | null {
  if (event.type === 'device.sealing-key-set') {
    const { key } = event.content as ContentOf<'device.sealing-key-set'>;
    return { ...state, sealingKeys: { ...state.sealingKeys, [event.author]: key } };
  }
  if (event.type === 'desk.opened')
    return { ...state, desks: opened(state, event.content as ContentOf<'desk.opened'>, event) };
  if (event.type !== 'desk.holder-added') return null;
  const desks = withHolder(state, event.content as ContentOf<'desk.holder-added'>);
  return desks && { ...state, desks };
}

/** All keys of a desk, the one in force first. */
export const keysOfDesk = (desk: Desk): DeskKey[] => [desk, ...desk.former];
