/** The list by which the residents' screens are held to WCAG 2.2 is whole, and what it names exists. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CRITERIA } from '../../e2e/wcag.ts';

/** Levels A and AA of the recommendation of October 2023; 4.1.1 is obsolete. */
const REQUIRED =
  '1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 ' +
  '1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 ' +
  '2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3';
/** What we hold ourselves to beyond that. */
const CHOSEN = ['1.4.6', '2.5.5'];
const ROOT = join(import.meta.dirname, '../../..');

describe('the list of WCAG 2.2', () => {
  it('has each criterion of A and AA once, and contrast and target size of AAA', () => {
    expect(CRITERIA.map(({ id }) => id).sort()).toEqual([...REQUIRED.split(' '), ...CHOSEN].sort());
    expect(CRITERIA.filter(({ level }) => level === 'AAA').map(({ id }) => id)).toEqual(CHOSEN);
  });

  it('says of each how it is met, and names a test that exists, or what is still to be looked at', () => {
    for (const { id, how, shown } of CRITERIA) {
      expect(how.length, id).toBeGreaterThan(10);
      if (shown.by === 'nothing') {
        expect(shown.lookAt, id).not.toBe('');
        continue;
      }
      const path = join(ROOT, shown.file);
      expect(existsSync(path), `${id}: ${shown.file}`).toBe(true);
      expect(readFileSync(path, 'utf8'), `${id}: ${shown.name}`).toContain(shown.name);
    }
  });
});

/** The app's own code and styles, by their place. */
const sources = (pattern: string): [path: string, text: string][] =>
  globSync(pattern, { cwd: join(ROOT, 'src/app') })
    .map((path): [string, string] => [path, readFileSync(join(ROOT, 'src/app', path), 'utf8')])
    .sort(([one], [other]) => (one < other ? -1 : 1));
const naming = (pattern: string, words: RegExp): string[] =>
  sources(pattern).flatMap(([path, text]) => (words.test(text) ? [path] : []));

describe('the app', () => {
  it('holds no film, no sound: only what the camera sees now', () => {
    expect(sources('**/*.tsx').length).toBeGreaterThan(100);
    expect(naming('**/*.tsx', /<(?:audio|embed|iframe)\b|<object [a-z]/)).toEqual([]);
    expect(naming('**/*.tsx', /<video\b/)).toEqual(['box/camera.tsx', 'carry/scanner.tsx']);
  });

  it('asks for no dragging, shaking or tilting, shows nothing by hovering, and acts when the finger is lifted', () => {
    expect(
      naming(
        '**/*.{ts,tsx}',
        /\bdraggable\b|\bonDrag|devicemotion|deviceorientation|onTouchStart|onMouseDown/,
      ),
    ).toEqual([]);
    expect(naming('**/*.tsx', /onPointerDown/)).toEqual([]);
    expect(naming('**/*.css', /:hover[^{]*\{[^}]*(?:display|visibility|opacity|content)\s*:/)).toEqual([]);
  });

  it('lets no browser remember what somebody typed into a resident’s form', () => {
    const forms = ['ask/ask-screen.tsx', 'talk/say-screen.tsx', 'box/write-report.tsx', 'find/who-form.tsx'];
    const closed = naming('{ask,talk,box,find}/*.tsx', /autoComplete=?:?\s*['"]off/);
    expect(closed).toEqual(expect.arrayContaining(forms));
  });
});
