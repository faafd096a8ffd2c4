import { describe, expect, it } from 'vitest';
import { READY_MADE } from '../../../../src/domain/catalogue/ready-made/ready-made.ts';
import { loudspeakerScript } from '../../../../src/domain/forms/loudspeaker.ts';
import { measureMessage } from '../../../../src/domain/forms/text-message.ts';
import { cardBlocks, screenBlocks } from '../../../../src/domain/kind/blocks.ts';
import { checkFields } from '../../../../src/domain/kind/check.ts';
import type { Check, NoticeKind } from '../../../../src/domain/kind/kind.ts';
import { fieldOf, tableFieldOf } from '../../../../src/domain/kind/kind.ts';
import { KINDS, kindOf } from '../../../../src/domain/kind/kinds.ts';
import { kindsOfEntry } from '../../../../src/domain/kind/of-entry.ts';
import { emptyFor } from '../../../../src/domain/kind/reuse.ts';
import { SAMPLES } from '../../../../src/domain/kind/samples.ts';
import {
  loudspeakerInput,
  messageText,
  placesOf,
  spokenSentences,
} from '../../../../src/domain/kind/template.ts';
import type { KindFields } from '../../../../src/domain/kind/values.ts';
import { KIND_LIMITS, kindContent } from '../../../../src/domain/kind/values.ts';

const sampleOf = (kind: NoticeKind) => {
  const sample = SAMPLES[kind.id];
  if (!sample) throw new Error(`no sample of ${kind.id}`);
  return sample;
};

/** Field and column ids that a check names. */
function named(check: Check): string[] {
  const { type, ...parts } = check;
  const flat = Object.values(parts).flatMap((part) =>
    typeof part === 'object' && !Array.isArray(part) ? part.field : part,
  );
  return type === 'usual-range' || type === 'far-from-middle'
    ? flat.filter((one) => typeof one === 'string')
    : (flat as string[]);
}

const about = (kind: NoticeKind) => ({
  ...sampleOf(kind),
  unit: '示范一村',
  words: '检修水管，请提前接好水。',
});
const wordsOf = (value: unknown): string => JSON.stringify(value);

describe('the kinds of notice', () => {
  it('have different ids and are found by them', () => {
    expect(new Set(KINDS.map(({ id }) => id)).size).toBe(KINDS.length);
    for (const kind of KINDS) expect(kindOf(kind.id)).toBe(kind);
    expect(kindOf('constructor')).toBeNull();
  });

  it('serve every entry of the ready-made catalogue', () => {
    for (const entry of READY_MADE)
      for (const kind of kindsOfEntry(entry)) expect(kindOf(kind)?.id, `${entry.id}: ${kind}`).toBe(kind);
  });

  it('offer a plain notice for an entry that the office added', () => {
    expect(kindsOfEntry({ kinds: ['plain'] })).toEqual(['plain', 'letter', 'meeting', 'nothing']);
  });
});

describe.each(KINDS.map((kind) => [kind.id, kind] as const))('%s', (_, kind) => {
  const { content } = sampleOf(kind);

  it('describes itself in both languages and fits the limits', () => {
    const ids = kind.fields.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeLessThanOrEqual(KIND_LIMITS.fields);
    for (const field of kind.fields) {
      expect(field.name.zh.length).toBeLessThanOrEqual(KIND_LIMITS.label);
      expect(field.name.en).toMatch(/[a-z]/i);
      const columns = field.type === 'table' ? field.columns : [];
      expect(columns.length).toBeLessThanOrEqual(KIND_LIMITS.columns);
      for (const column of columns) expect(column.name.en).toMatch(/[a-z]/i);
    }
  });

  it('names only fields and columns that it has', () => {
    const columns = kind.fields.flatMap((field) =>
      field.type === 'table' ? field.columns.map(({ id }) => id) : [],
    );
    for (const check of kind.checks)
      for (const id of named(check))
        expect(fieldOf(kind, id) !== null || columns.includes(id), `${check.type}: ${id}`).toBe(true);
    for (const id of [...kind.card, ...Object.keys(kind.computed ?? {})])
      expect(fieldOf(kind, id), id).not.toBeNull();
    for (const field of kind.fields)
      if (field.type === 'table')
        for (const id of [...field.key, ...field.totals])
          expect(
            field.columns.some((column) => column.id === id),
            id,
          ).toBe(true);
    for (const place of [...kind.voice, ...kind.message].flatMap(placesOf)) {
      const [id = '', part] = place.split('.');
      if (['title', 'officer', 'unit', 'words'].includes(id)) continue;
      expect(fieldOf(kind, id), place).not.toBeNull();
      if (part && part !== 'count')
        expect(
          tableFieldOf(kind, id)?.columns.some((column) => column.id === part),
          place,
        ).toBe(true);
    }
  });

  it('takes its sample as it is, stored and checked', () => {
    const stored = kindContent.safeParse(JSON.parse(JSON.stringify(content)));
    expect(stored.success).toBe(true);
    expect(checkFields(kind, content.fields)).toEqual([]);
  });

  it('asks for what is required when nothing is filled in', () => {
    const missing = checkFields(kind, {}).filter(({ code }) => code === 'required');
    expect(missing.map(({ field }) => field)).toEqual(
      kind.fields.filter(({ required }) => required).map(({ id }) => id),
    );
  });

  it('shows its sample on screen, in both languages, with all that was filled in', () => {
    const blocks = screenBlocks(kind, content.fields);
    for (const value of Object.values(content.fields)) {
      if (value.type === 'text') expect(wordsOf(blocks)).toContain(value.value.split('\n')[0]);
      if (value.type === 'table') {
        const table = blocks.find((block) => block.type === 'table' && block.name === value.label);
        expect(table?.type === 'table' && table.rows.length).toBe(value.rows.length);
      }
    }
    expect(screenBlocks(kind, content.fields, 'en').map(({ type }) => type)).toEqual(
      blocks.map(({ type }) => type),
    );
  });

  it('shows its sample on a device that does not know the kind', () => {
    const words = wordsOf(screenBlocks(null, content.fields));
    for (const value of Object.values(content.fields)) expect(words).toContain(value.label);
  });

  it('is said for the ear without tables or open places, in under 90 seconds', () => {
    const sentences = spokenSentences(kind, content.fields, about(kind));
    expect(sentences.length).toBeGreaterThan(1);
    expect(sentences.join('')).not.toMatch(/[{}|]|undefined|null/);
    const script = loudspeakerScript(loudspeakerInput(kind, content.fields, about(kind), 90));
    expect(script).toMatchObject({ left: [], fits: true });
    expect(script.text).not.toMatch(/\d/);
  });

  it('is said in a text message of few segments', () => {
    const text = messageText(kind, content.fields, about(kind));
    expect(text).not.toMatch(/[{}]|undefined|null|。。/);
    expect(text.length).toBeGreaterThan(8);
    expect(measureMessage(text).segments.length).toBeLessThanOrEqual(3);
  });

  it('stands on a card', () => {
    expect(cardBlocks(kind, content.fields).length).toBeGreaterThan(0);
  });

  it('becomes the start of the next one with its figures and days emptied', () => {
    const next: KindFields = emptyFor(kind, content.fields);
    for (const field of kind.fields) {
      const reuse = field.reuse;
      if (reuse === 'keep' || typeof reuse === 'object') continue;
      if (['date', 'money', 'quantity'].includes(field.type))
        expect(next[field.id], field.id).toBeUndefined();
      if (field.type === 'person' && content.fields[field.id])
        expect(next[field.id]).toEqual(content.fields[field.id]);
    }
    expect(
      checkFields(kind, next).every(({ code }) => ['required', 'no-rows', 'one-of-needed'].includes(code)),
    ).toBe(true);
  });
});
