/**
 * Benchmarks: `npm run bench -- [--json] [--quick] [--only NAME]`. Prints a table, or with `--json` the rows.
 * `--only`: benchmarks whose name begins so. `--quick`: small boards and few runs, to see that it works.
 */
import { parseArgs } from 'node:util';
import { coldSync } from './cold.ts';
import { delta } from './delta.ts';
import { fastSigner, SEED } from './filling.ts';
import { type Row, table } from './rows.ts';
import { scores } from './scores.ts';
import { search } from './search.ts';
import { Stage } from './stage.ts';
import { append, proofs, root } from './tree.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string' } },
});
const quick = values.quick ?? false;
const runs = quick ? 2 : 7;

const ALL: { name: string; run: (stage: Stage) => Promise<Row[]> }[] = [
  { name: 'cold-sync', run: (stage) => coldSync(stage, quick ? 2_000 : 10_000, runs) },
  { name: 'delta-1000', run: (stage) => delta(stage, quick ? 200 : 1_000, runs) },
  { name: 'delta-10000', run: (stage) => delta(stage, quick ? 2_000 : 10_000, runs) },
  { name: 'scores', run: async () => scores(quick ? 2 : 5) },
  { name: 'proof', run: () => proofs(quick ? 20_000 : 1_000_000) },
  { name: 'root', run: () => root(quick ? 20_000 : 1_000_000, quick ? 2 : 3) },
  {
    name: 'append',
    run: async () => append(await fastSigner(SEED), quick ? 100 : 1_000, quick ? 2 : 5),
  },
  { name: 'search', run: (stage) => search(stage, quick ? 2_000 : 10_000, quick ? 2 : 3) },
];

const wanted = ALL.filter(({ name }) => name.startsWith(values.only ?? ''));
if (wanted.length === 0)
  throw new Error(`no such benchmark; there are: ${ALL.map(({ name }) => name).join(', ')}`);

const stage = await Stage.open();
const rows: Row[] = [];
try {
  for (const one of wanted) rows.push(...(await one.run(stage)));
} finally {
  await stage.close();
}
process.stdout.write(`${values.json ? JSON.stringify(rows) : table(rows)}\n`);
