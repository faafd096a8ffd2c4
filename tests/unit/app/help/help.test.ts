import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GUIDES, pictureOf } from '../../../../src/app/help/guides.ts';
import { HELP, helpAt, searchHelp } from '../../../../src/app/help/help.ts';

const source = (path: string): string =>
  readFileSync(new URL(`../../../../src/app/${path}`, import.meta.url), 'utf8');
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/<Route\s+path="([^"]+)"/g)].map((match) => match[1]!).filter((path) => path !== '*');
/** An address on this route. */
const example = (path: string): string => path.replace(/\/\*$/, '').replace(/:[a-z]+/g, 'x1') || '/';

const screens = [
  ...pathsIn(source('app.tsx')),
  ...pathsIn(source('office/routes.tsx')).map((path) => `/office/${path}`),
  ...pathsIn(source('write/routes.tsx')).map((path) => `/write/${path}`),
  ...pathsIn(source('sent/routes.tsx')).map((path) => `/sent/${path}`),
];

describe('help', () => {
  it('is found for every screen', () => {
    expect(screens.length).toBeGreaterThan(30);
    expect(screens.filter((path) => helpAt(example(path)) === null)).toEqual([]);
  });

  it('says for each screen what it is for, three jobs, and what to do when it goes wrong, in both languages', () => {
    for (const { id, zh, en } of HELP) {
      for (const words of [zh, en]) {
        expect(
          [id, ...words.jobs].filter((text) => text.trim() === ''),
          id,
        ).toEqual([]);
        expect(words.jobs).toHaveLength(3);
        expect(words.what.length, id).toBeGreaterThan(5);
        expect(words.wrong.length, id).toBeGreaterThan(5);
      }
      expect(zh.title, id).toMatch(/[\u4e00-\u9fff]/);
    }
    expect(new Set(HELP.map(({ id }) => id)).size).toBe(HELP.length);
  });

  it('gives the nearest: a notice’s own help on a notice, and not the board’s', () => {
    expect(helpAt('/b/v1')?.id).toBe('board');
    expect(helpAt('/b/v1/n/abc')?.id).toBe('notice');
    expect(helpAt('/b/v1/n/abc/out/paper')?.id).toBe('out');
    expect(helpAt('/office/people/p1')?.id).toBe('office-people');
    expect(helpAt('/nowhere')).toBeNull();
  });

  it('finds help by a few characters, titles first, in the language of the reader', () => {
    expect(searchHelp('照片', 'zh').length).toBeGreaterThan(1);
    expect(searchHelp('年度报告', 'zh')[0]?.id).toBe('office-report');
    expect(searchHelp('paper', 'en').length + searchHelp('print', 'en').length).toBeGreaterThan(0);
    expect(searchHelp('没有这样的词', 'zh')).toEqual([]);
    expect(searchHelp('', 'zh')).toHaveLength(HELP.length);
  });
});

describe('guides', () => {
  it('have a picture for each of three steps, small, and not among what every device keeps', () => {
    for (const { id, steps } of GUIDES) {
      steps.forEach((_, n) => {
        const file = new URL(`../../../../public${pictureOf(id, n)}`, import.meta.url);
        expect(readFileSync(file).length, pictureOf(id, n)).toBeLessThan(60_000);
      });
    }
    const config = readFileSync(new URL('../../../../vite.config.ts', import.meta.url), 'utf8');
    expect(/globPatterns: \[(.*)\]/.exec(config)?.[1]).not.toMatch(/webp|guides|\*\*/);
  });
});
