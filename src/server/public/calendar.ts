/** What is due when, as a calendar to subscribe to (RFC 5545): one day for each entry and period. */
import type { DueItem } from '../../domain/due/judge.ts';
import { addDays } from '../../domain/calendar/days.ts';
import { whoAnswers } from './board-page.ts';
import { cleanText } from './html.ts';
import type { Words } from './words.ts';

export const CALENDAR = 'text/calendar; charset=utf-8';

/** Bytes in a line, without its end (RFC 5545, 3.1). */
const LINE = 75;

const escaped = (text: string): string =>
  cleanText(text)
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r?\n|\r/g, '\\n')
    .replaceAll(',', '\\,')
    .replaceAll(';', '\\;');

/** Long lines go on in the next one, after a space, never within a character. */
export function folded(line: string): string {
  const lines: string[] = [];
  let now = '';
  let bytes = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (bytes + size > LINE) {
      lines.push(now);
      now = ' ';
      bytes = 1;
    }
    now += sign;
    bytes += size;
  }
  return [...lines, now].join('\r\n');
}

const compact = (day: string): string => day.replaceAll('-', '');

export interface CalendarParts {
  /** Host of the address, for ids. */
  host: string;
  unit: string;
  name: string;
  items: DueItem[];
  words: Words;
  /** When the board last changed, ISO UTC: the same board gives the same bytes. */
  stamp: string;
}

function event(item: DueItem, { host, unit, words, stamp }: CalendarParts): string[] {
  const { entry, period, due, holder } = item;
  const who = whoAnswers(entry.post, holder, words);
  return [
    'BEGIN:VEVENT',
    `UID:${entry.id}-${period.id}-${unit}@${host}`,
    `DTSTAMP:${stamp.replaceAll(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${compact(due)}`,
    `DTEND;VALUE=DATE:${compact(addDays(due, 1))}`,
    `SUMMARY:${escaped(words.dueEvent(entry.name, period.name))}`,
    `DESCRIPTION:${escaped(words.dueEventText(who))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

export function calendarText(parts: CalendarParts): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//gongkailan//board//ZH',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(parts.name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    ...parts.items.flatMap((item) => event(item, parts)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
