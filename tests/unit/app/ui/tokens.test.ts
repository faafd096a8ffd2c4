/** The colours, measured: WCAG 2 contrast of each text colour on each ground it stands on. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../../src/app/ui/tokens.css', import.meta.url), 'utf8');

const tokensOf = (block: string): Record<string, string> =>
  Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]));
const after = (start: string): string => {
  const from = css.indexOf(start);
  return css.slice(from, css.indexOf('}', from));
};

const light = tokensOf(after(':root {'));
const dark = { ...light, ...tokensOf(after(":root:not([data-form='tablet']) {")) };
const high = { ...light, ...tokensOf(after(":root[data-contrast='high'] {")) };

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((v) => (v <= 0.040_45 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const TEXT: [string, string[]][] = [
  ['ink', ['paper', 'card', 'red-wash', 'amber-wash', 'green-wash', 'blue-wash']],
  ['ink-2', ['paper', 'card', 'red-wash', 'amber-wash', 'green-wash', 'blue-wash']],
  ['on-red', ['red']],
  ['red-ink', ['paper', 'card', 'red-wash']],
  ['green', ['paper', 'card', 'green-wash']],
  ['amber', ['paper', 'card', 'amber-wash']],
  ['blue', ['paper', 'card', 'blue-wash']],
  ['on-dark', ['dark']],
  ['dark-accent', ['dark']],
  ['on-reading', ['reading', 'read-wash']],
];
const pairs = TEXT.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const));

describe.each([
  ['by day', light],
  ['at night', dark],
  ['in high contrast', high],
])('the colours %s', (_, tokens) => {
  it.each(pairs)('%s on %s is at least 7:1', (text, ground) => {
    expect(contrast(tokens[text]!, tokens[ground]!)).toBeGreaterThanOrEqual(7);
  });

  it('edges of controls are at least 3:1', () => {
    for (const ground of ['paper', 'card']) {
      expect(contrast(tokens['rule']!, tokens[ground]!)).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('what is read aloud, under the marker pen', () => {
  const channels = (hex: string): number[] =>
    [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  /** As `mix-blend-mode: multiply` draws it. */
  const under = (colour: string, pen: string): string =>
    `#${channels(colour)
      .map((one, at) => Math.round((one * channels(pen)[at]!) / 255))
      .map((one) => one.toString(16).padStart(2, '0'))
      .join('')}`;
  const marked = ['ink', 'ink-2', 'red-ink', 'green', 'amber', 'blue'];

  it.each([
    ['by day', light],
    ['in high contrast', high],
  ])('stays at least 7:1 in the sentence and in the word, %s', (_, tokens) => {
    for (const text of marked) {
      for (const pen of ['read-wash', 'reading']) {
        const [ink, ground] = [under(tokens[text]!, tokens[pen]!), under(tokens['paper']!, tokens[pen]!)];
        expect(contrast(ink, ground), `${text} under ${pen}`).toBeGreaterThanOrEqual(7);
      }
    }
  });
});
