/**
 * `npm run tamper -- [--tries 10000] [--seed 1] [--kind NAME]`: as many clean runs and as many tries, over all kinds of stored
 * things; says what was found, and where, by kind. Exit code 1: something was missed, or an honest thing was not taken.
 */
import { parseArgs } from 'node:util';
import { sharesOf, tally } from './kind.ts';
import { allKinds } from './kinds.ts';
import { makeSample } from './sample.ts';

const { values } = parseArgs({
  options: {
    tries: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string' },
  },
});

const out = (line: string): void => void process.stdout.write(`${line}\n`);
const sample = await makeSample();
let faults = 0;
try {
  const kinds = (await allKinds(sample)).filter(({ name }) => !values.kind || name === values.kind);
  const shares = sharesOf(kinds, Number(values.tries));
  const sum = { tries: 0, found: 0, same: 0, part: 0, missed: 0, alarms: 0 };
  for (const [at, kind] of kinds.entries()) {
    const done = await tally(kind, shares[at]!, Number(values.seed));
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += done[key];
    const names = Object.entries(done.names).map(([name, times]) => `${name} ${times}`);
    out(
      `${kind.name}: ${done.tries} tries, ${done.found} found (${names.join(', ')}), ${done.same} the same, ${done.part} a true part, ${done.missed} missed, ${done.alarms} false alarms`,
    );
    for (const fault of done.faults) out(`  ${fault}`);
    faults += done.faults.length;
  }
  out(
    `in all: ${Object.entries(sum)
      .map(([name, times]) => `${times} ${name}`)
      .join(', ')}`,
  );
} finally {
  sample.end();
}
process.exitCode = faults > 0 ? 1 : 0;
