import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { annualReport } from '../../../src/domain/report/annual.ts';
import { reportInput } from '../../../src/domain/report/input.ts';
import { reportDocxBytes } from '../../../src/export/report-docx.ts';
import { reportHtml } from '../../../src/export/report-html.ts';
import { day } from '../domain/due/sample.ts';
import { sampleRegistry } from '../domain/samples.ts';

const report = annualReport(
  reportInput({
    registry: { ...sampleRegistry(), name: '<复兴乡>' },
    year: 2026,
    today: day('2027-01-05'),
    boards: new Map(),
    cases: [],
    scores: new Map(),
    typed: {},
  }),
  '2021',
);
const SIGNED = { by: '复兴乡人民政府', day: '2027年1月5日' };

describe('the report as a Word file', () => {
  it('has headings, tables whose first row repeats, page numbers and A4', async () => {
    const files = unzipSync(await reportDocxBytes(report, {}, SIGNED));
    const text = strFromU8(files['word/document.xml']!);
    expect(text.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(6);
    expect(text).toContain('<w:pStyle w:val="Title"/>');
    expect(text.match(/<w:tbl>/g)).toHaveLength(6);
    expect(text.match(/<w:tblHeader\/>/g)).toHaveLength(7);
    expect(text).toContain('法人或其他组织');
    expect(text).toContain('<w:gridSpan w:val="5"/>');
    expect(text).toMatch(/w:w="11906" w:h="16838"/);
    expect(text).toContain('（七）总计');
    expect(text).toContain('&lt;复兴乡&gt;');
    expect(
      Object.entries(files).some(
        ([name, bytes]) => /footer\d/.test(name) && strFromU8(bytes).includes('PAGE'),
      ),
    ).toBe(true);
  });
});

describe('the report as a page', () => {
  it('is whole in itself, and no text of it is markup', () => {
    const page = reportHtml(report, { '2021-other': '<img src=x onerror=alert(1)>' }, SIGNED);
    expect(page).not.toMatch(/<(script|img|link)/);
    expect(page).toContain('&lt;img src=x');
    expect(page.match(/<table>/g)).toHaveLength(6);
    expect(page).toContain('colspan="5">法人或其他组织</th>');
  });
});
