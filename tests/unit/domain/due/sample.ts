/** A small township for what is due: data, and short forms for it. */
import { calendar, each, entry, when, working } from '../../../../src/domain/catalogue/ready-made/make.ts';
import type { CatalogueEntry } from '../../../../src/domain/catalogue/entry.ts';
import type { Told } from '../../../../src/domain/due/judge.ts';
import { EMPTY_REGISTRY, type Registry } from '../../../../src/domain/registry/registry.ts';
import type { LocalDate } from '../../../../src/domain/time.ts';

export const day = (text: string): LocalDate => text as LocalDate;

export const written = (id: string, part: Partial<CatalogueEntry> = {}): CatalogueEntry =>
  entry('B', {
    id,
    name: id,
    aspect: 'money',
    units: ['village'],
    kinds: ['plain'],
    hint: '',
    post: '村文书',
    due: each('month', calendar(20)),
    ...part,
  });

export const MONTHLY = written('accounts');
export const QUARTERLY = written('assets', { due: each('quarter', working(20)) });
export const HALF = written('reward', { due: each('half-year', working(10)) });
export const YEARLY = written('plan', { due: each('year', calendar(31)) });
export const OCCASION = written('project', { due: when('项目到了下一步') });

export const registry = (catalogue: CatalogueEntry[], part: Partial<Registry> = {}): Registry => ({
  ...EMPTY_REGISTRY,
  catalogue,
  units: {
    v1: {
      id: 'v1',
      kind: 'village',
      name: '示范一村',
      leadingGroup: {
        leader: { name: '李某', post: '村党支部书记、村委会主任' },
        deputies: [],
        members: [{ name: '马某', post: '村文书' }],
      },
      office: '',
      phone: '',
    },
  },
  setUp: { v1: '2025-12-31T02:00:00.000Z' },
  ...part,
});

let made = 0;
/** A notice taken in at ten in the morning of a day; signed then too unless said otherwise. */
export const told = (
  about: CatalogueEntry,
  period: string,
  taken: string,
  part: Partial<Told> = {},
): Told => ({
  id: `n${(made += 1)}`,
  entry: about.id,
  period,
  at: `${taken}T10:00:00.000+08:00`,
  acceptedAt: `${taken}T02:00:00.000Z`,
  withdrawn: null,
  ...part,
});
