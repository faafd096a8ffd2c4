/** Names of attachments as they are shown and kept: a stem that people chose, and an ending that says what the file is. */
import { NOTICE_LIMITS } from '../notice/events.ts';
import type { AttachmentType } from './file-type.ts';

/** Signs that are no part of a name: of control, of paths, and those that turn the direction (a name that reads backwards). */
const STRANGE =
  // oxlint-disable-next-line no-control-regex -- They are what is taken out.
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\p{Surrogate}<>:"/\\|?*]/gu;
const ENDING = /\.([a-z0-9]{1,5})$/i;
/** Endings that are taken off, because the right one is put there. */
const KNOWN = new Set(['pdf', 'docx', 'xlsx', 'doc', 'xls', 'csv', 'txt', 'docm', 'xlsm', 'wps', 'et']);

/** The ending of a name, in small letters; null: it has none. */
export const endingOf = (name: string): string | null => ENDING.exec(name.trim())?.[1]?.toLowerCase() ?? null;

/** The name without its ending. */
export function stemOf(name: string): string {
  const ending = endingOf(name);
  return ending !== null && KNOWN.has(ending) ? name.trim().slice(0, -(ending.length + 1)) : name.trim();
}

/** A stem as it may stand in a name, while it is typed: only what never may is taken out. */
export const cleanStem = (stem: string): string => stem.replace(STRANGE, '').replace(/^[.\s]+/, '');

/** Longest stem that fits with its ending, characters. */
export const longestStem = (type: AttachmentType): number => NOTICE_LIMITS.name - type.length - 1;

/** The whole name. `fallback`: the stem when nothing is left of the given one. */
export function attachmentName(stem: string, type: AttachmentType, fallback = 'file'): string {
  const clean = cleanStem(stem)
    .slice(0, longestStem(type))
    .replace(/[.\s]+$/, '');
  return `${clean || fallback}.${type}`;
}

/** What a name of a published attachment says that it is; null for names of newer kinds. */
export function typeOfName(name: string): AttachmentType | null {
  const types: AttachmentType[] = ['pdf', 'docx', 'xlsx', 'doc', 'xls', 'csv', 'txt'];
  return types.find((type) => type === endingOf(name)) ?? null;
}
