/** The township's disclosure report of 2018, as the demo's first notice: whole, its six parts as headings. */
import { readFileSync } from 'node:fs';
import { type NoticeContent, PLAIN } from '../../domain/notice/events.ts';

const PART = /^\s*([一二三四五六七八九十]+、.+?)\s*$/;

/** Ideographic spaces too. */
const trimmed = (line: string): string => line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');

/** Splits a report into its title and its parts; what stands before the first part has no heading. */
export function splitReport(text: string): { title: string; sections: NoticeContent['sections'] } {
  const lines = text.split(/\r?\n/).map(trimmed);
  const start = lines.findIndex((line) => line !== '');
  const sections: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }];
  for (const line of lines.slice(start + 1)) {
    const part = PART.exec(line);
    if (part?.[1]) sections.push({ heading: part[1], lines: [] });
    else if (line) sections[sections.length - 1]?.lines.push(line);
  }
  return {
    title: lines[start] ?? '',
    sections: sections.map((section) => ({ heading: section.heading, text: section.lines.join('\n') })),
  };
}

export function reportOf2018(): NoticeContent {
  const { title, sections } = splitReport(
    readFileSync(new URL('./report-2018.txt', import.meta.url), 'utf8'),
  );
  return {
    ...PLAIN,
    entry: { id: 'gov-annual-report', name: '政府信息公开年度报告' },
    title,
    officer: '乡长（政务公开领导小组组长）',
    sections,
    photos: [],
  };
}
