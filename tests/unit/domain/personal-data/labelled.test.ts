import { expect, it } from 'vitest';
import { findPersonalData, maskText } from '../../../../src/domain/personal-data/find.ts';
import { labelledLines } from './labelled.ts';

const key = (one: { kind: string; from: number; to: number }) => `${one.kind} ${one.from}-${one.to}`;

it('finds what the labelled lines mark and nothing else: precision and recall of at least 0.98', () => {
  const lines = labelledLines();
  expect(lines.length).toBeGreaterThanOrEqual(300);
  expect(lines.filter((line) => line.expected.length === 0).length).toBeGreaterThanOrEqual(150);
  let right = 0;
  let wrong = 0;
  let missed = 0;
  const mistakes: string[] = [];
  for (const { number, text, expected } of lines) {
    const found = findPersonalData(text);
    const wanted = new Set(expected.map(key));
    const got = new Set(found.map(key));
    const extra = found.filter((one) => !wanted.has(key(one)));
    const lost = expected.filter((one) => !got.has(key(one)));
    right += found.length - extra.length;
    wrong += extra.length;
    missed += lost.length;
    mistakes.push(
      ...extra.map((one) => `line ${number}: ${one.kind} found in '${one.original}' of '${text}'`),
      ...lost.map(
        (one) => `line ${number}: ${one.kind} missed in '${text.slice(one.from, one.to)}' of '${text}'`,
      ),
    );
  }
  const precision = right / (right + wrong);
  const recall = right / (right + missed);
  console.log(
    `personal data: ${lines.length} lines, ${right + missed} marks, ` +
      `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}\n${mistakes.join('\n')}`,
  );
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.98);
});

it('leaves nothing to find in a masked line', () => {
  for (const { text } of labelledLines()) {
    const masked = maskText(text);
    expect(findPersonalData(masked), masked).toEqual([]);
    expect(maskText(masked)).toBe(masked);
  }
});
