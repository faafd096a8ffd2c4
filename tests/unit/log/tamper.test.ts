/** A share of the seeded tampering (tests/fault/tamper): every kind of stored thing, each try after a clean run. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../fault/sim/random.ts';
import { type Kind, sharesOf, tally } from '../../fault/tamper/kind.ts';
import { allKinds } from '../../fault/tamper/kinds.ts';
import { tamperBytes, tamperJson, tamperList, WAYS } from '../../fault/tamper/mutate.ts';
import { makeSample, type Sample } from '../../fault/tamper/sample.ts';

const TRIES = 600;

describe('tampering with what is stored', () => {
  let sample: Sample;
  let kinds: Kind<never>[];

  beforeAll(async () => {
    sample = await makeSample();
    kinds = await allKinds(sample);
  }, 60_000);
  afterAll(() => sample.end());

  it('is found in every kind of thing, by a name, and nothing honest is taken for it', async () => {
    const shares = sharesOf(kinds, TRIES);
    for (const [at, kind] of kinds.entries()) {
      const done = await tally(kind, shares[at]!, 1);
      expect(done.faults, kind.name).toEqual([]);
      expect(done.found, kind.name).toBeGreaterThan(done.tries / 2);
      expect(done.found + done.same + done.part).toBe(done.tries);
      expect(Object.keys(done.names).every((name) => name.length > 2)).toBe(true);
    }
    expect(kinds.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'event header',
        'signature',
        'body',
        'file',
        'leaf order',
        'head held',
        'checkpoint',
      ]),
    );
    expect(kinds.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['tile', 'registry', 'backup', 'archive', 'bundle']),
    );
  }, 120_000);

  it('is missed by a reader that looks at nothing, and a reader that takes nothing raises false alarms', async () => {
    const [header] = kinds;
    const blind = await tally({ ...header!, check: async () => null }, 20, 1);
    expect(blind.missed).toBeGreaterThan(15);
    expect(blind.faults[0]).toMatch(/^missed: event header seed \d+: event \d+ header: \w+ byte \d+$/);
    const deaf = await tally({ ...header!, check: async () => 'no' }, 20, 1);
    expect(deaf).toMatchObject({ alarms: 20, found: 0 });
  });

  it('does the same again with the same seed', async () => {
    for (const kind of kinds.slice(0, 6)) expect(await tally(kind, 5, 7)).toEqual(await tally(kind, 5, 7));
  });
});

describe('the ways to tamper', () => {
  it('change what they are given, and leave what they were given alone', () => {
    const bytes = Uint8Array.from({ length: 40 }, (_, i) => i);
    const items = ['a', 'b', 'c', 'd'];
    const value = { one: [1, 2, { deep: 'text' }], two: null, three: true };
    for (const way of WAYS)
      for (let seed = 0; seed < 50; seed++) {
        expect(tamperBytes(seeded(seed), bytes, way).thing).not.toEqual(bytes);
        expect(tamperList(seeded(seed), items, way).thing).not.toEqual(items);
        tamperJson(seeded(seed), value, way);
      }
    expect(bytes).toEqual(Uint8Array.from({ length: 40 }, (_, i) => i));
    expect(items).toEqual(['a', 'b', 'c', 'd']);
    expect(value).toEqual({ one: [1, 2, { deep: 'text' }], two: null, three: true });
  });
});
