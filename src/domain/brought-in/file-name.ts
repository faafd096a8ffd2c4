/** What the name of an old file says: the day and the title of the record that it holds. Pure. */
import { parseLocalDate } from '../calendar/days.ts';
import type { LocalDate } from '../time.ts';

export interface Named {
  /** Null: the name tells no day. */
  day: LocalDate | null;
  title: string;
}

/** `2017年3月12日`, `2017-3-12`, `2017.03.12`, `2017_03_12`, `20170312`; the year has four digits. */
const DAY =
  /(^|\D)((?:19|20)\d\d)(?:\s*[年./_-]\s*(\d{1,2})\s*[月./_-]\s*(\d{1,2})\s*日?|(\d\d)(\d\d))(?!\d)/;
const EDGES = /^[\s\-_.、，,（）()[\]【】]+|[\s\-_.、，,（([【]+$/g;

/** Reads the name of a file, with or without its ending and its folder. */
export function fromFileName(name: string): Named {
  const own = name.normalize('NFC').split(/[\\/]/).pop() ?? '';
  const stem = own.replace(/\.[a-z0-9]{1,5}$/i, '');
  const found = DAY.exec(stem);
  const [, before = '', year = '', month, date, packedMonth, packedDate] = found ?? [];
  const two = (part: string | undefined): string => (part ?? '').padStart(2, '0');
  const day = found
    ? parseLocalDate(`${year}-${two(month ?? packedMonth)}-${two(date ?? packedDate)}`)
    : null;
  const rest =
    found && day
      ? `${stem.slice(0, found.index)}${before} ${stem.slice(found.index + found[0].length)}`
      : stem;
  const title = rest
    .replace(/[(（[【]\s*[)）\]】]/g, '')
    .replace(EDGES, '')
    .replace(/\s+/g, ' ');
  return { day, title: title === '' ? stem : title };
}
