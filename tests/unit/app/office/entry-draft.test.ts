import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';
import { catalogueEntry } from '../../../../src/domain/catalogue/entry.ts';
import { entryDraft, entryOf, entryProblems } from '../../../../src/app/office/entry-draft.ts';

const TODAY = '2026-11-24';

describe('an entry of the catalogue in its form', () => {
  it('is the same again when nothing was changed', () => {
    for (const entry of READY_MADE) {
      const draft = entryDraft(entry, TODAY);
      expect(entryProblems(draft), entry.id).toEqual({});
      expect(entryOf(entry.id, entry, draft)).toEqual(entry);
    }
  });

  it('offers the chosen kind first and keeps the others', () => {
    const entry = READY_MADE.find(({ kinds }) => kinds.length > 1)!;
    const draft = { ...entryDraft(entry, TODAY), kind: 'letter' };
    expect(entryOf(entry.id, entry, draft).kinds).toEqual(['letter', ...entry.kinds]);
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['nobody who answers for it', { post: '' }, 'post'],
    ['an occasion without words', { every: 'occasion' as const, occasion: '' }, 'occasion'],
    ['nobody who publishes', { units: [] }, 'units'],
    ['a term of no days', { withinDays: '0' }, 'withinDays'],
    ['a term that is no number', { withinDays: '二十' }, 'withinDays'],
    ['a publicity period of 999 days', { publicityDays: '999' }, 'publicityDays'],
    ['a last day before the first', { from: '2026-12-01', until: '2026-11-30' }, 'until'],
    ['a name of 61 characters', { name: '字'.repeat(61) }, 'name'],
  ])('says what is wrong with %s', (_, part, field) => {
    const draft = { ...entryDraft(READY_MADE[0]!, TODAY), ...part };
    expect(Object.keys(entryProblems(draft))).toEqual([field]);
  });

  it('fits the schema whenever the form finds nothing wrong', () => {
    const text = (max: number) => fc.string({ maxLength: max + 2 });
    const parts = fc.record({
      name: text(60),
      post: text(60),
      hint: text(200),
      occasion: text(60),
      withinDays: fc.oneof(fc.nat(400).map(String), text(3)),
      publicityDays: fc.oneof(fc.constant(''), fc.nat(400).map(String)),
      every: fc.constantFrom('month' as const, 'occasion' as const),
    });
    fc.assert(
      fc.property(parts, (part) => {
        const draft = { ...entryDraft(null, TODAY), ...part };
        if (Object.keys(entryProblems(draft)).length > 0) return;
        expect(catalogueEntry.safeParse(entryOf('e-1', null, draft)).success).toBe(true);
      }),
    );
  });
});
