import { checkFields } from '../../../../src/domain/kind/check.ts';
import { kindOf } from '../../../../src/domain/kind/kinds.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseContent } from '../../../../src/domain/event-types.ts';
import { reportOf2018, splitReport } from '../../../../src/server/demo/report.ts';
import { CORRECTED, MEMBERS, UNITS, VILLAGE_NOTICES } from '../../../../src/server/demo/sample.ts';
import { SERIES } from '../../../../src/server/demo/series.ts';
import { ORDINARY } from '../../../../src/domain/notice/events.ts';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';

const file = new URL('../../../../src/server/demo/report-2018.txt', import.meta.url);
const squashed = (text: string): string => text.replace(/[\s\u3000]/g, '');

describe("the demo's report of 2018", () => {
  it('has its six parts as headings', () => {
    const parts = reportOf2018().sections.map((section) => section.heading.slice(0, 2));
    expect(parts).toEqual(['', '一、', '二、', '三、', '四、', '五、', '六、']);
  });
  it('is whole: no character of the text is lost', () => {
    const { title, sections } = splitReport(readFileSync(file, 'utf8'));
    const whole = title + sections.map((section) => section.heading + section.text).join('');
    expect(squashed(whole)).toBe(squashed(readFileSync(file, 'utf8')));
  });
  it('is a notice that the log takes', () => {
    expect(parseContent('notice.published', { ...reportOf2018(), ...ORDINARY }).status).toBe('known');
  });
});

describe('the sample township', () => {
  it('has its leading group of the report, and nine villages', () => {
    expect(UNITS.filter((unit) => unit.kind === 'village')).toHaveLength(9);
    const { leader, deputies } = UNITS[0]?.leadingGroup ?? {};
    expect(leader?.post).toBe('乡长');
    expect(deputies).toHaveLength(1);
  });
  it('is made of events that the log takes, on entries of the catalogue', () => {
    for (const unit of UNITS) expect(parseContent('unit.set', unit).status).toBe('known');
    for (const member of MEMBERS) expect(parseContent('member.set', member).status).toBe('known');
    const names = new Map(READY_MADE.map((entry) => [entry.id, entry.name]));
    for (const notice of [...SERIES, ...VILLAGE_NOTICES, CORRECTED.first, CORRECTED.second, reportOf2018()]) {
      expect(parseContent('notice.published', { ...notice, ...ORDINARY }).status).toBe('known');
      expect(names.get(notice.entry.id)).toBe(notice.entry.name);
      const kind = kindOf(notice.kind);
      expect(kind && checkFields(kind, notice.fields).filter(({ severity }) => severity === 'error')).toEqual(
        [],
      );
    }
  });
});
