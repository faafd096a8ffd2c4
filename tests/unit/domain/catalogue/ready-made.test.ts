import { describe, expect, it } from 'vitest';
import { ASPECTS } from '../../../../src/domain/catalogue/entry.ts';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';
import { parseContent } from '../../../../src/domain/event-types.ts';

describe('the ready-made catalogue', () => {
  it('passes the schema of the event that puts it in force', () => {
    expect(parseContent('catalogue.set', { entries: READY_MADE }).status).toBe('known');
  });
  it('names every entry once', () => {
    expect(new Set(READY_MADE.map((entry) => entry.id)).size).toBe(READY_MADE.length);
    expect(new Set(READY_MADE.map((entry) => entry.name)).size).toBe(READY_MADE.length);
  });
  it('has something under every aspect, and for townships and villages', () => {
    expect(new Set(READY_MADE.map((entry) => entry.aspect))).toEqual(new Set(ASPECTS));
    for (const kind of ['township', 'village'] as const) {
      expect(READY_MADE.some((entry) => entry.units.includes(kind))).toBe(true);
    }
  });
  it('tells the cadre what belongs in each', () => {
    for (const entry of READY_MADE) expect(entry.hint, entry.id).not.toBe('');
  });
});
