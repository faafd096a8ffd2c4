/**
 * `npm run damage -- [--times 1000] [--seed 2026]`: makes the archive of the sample township's year 2018, damages copies of it
 * at seeded places, and asks the archive's own verifier each time (damage.py). Some four minutes.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeArchive } from '../../../src/server/archive/archive.ts';
import { readYearScript } from '../../../src/server/archive/year/script.ts';
import { ensureBuilt } from '../../../src/server/commands/build.ts';
import { makeYear2018 } from '../../../src/server/demo/year-2018/year.ts';
import { readLogKey } from '../../../src/server/log-key.ts';
import { openStorage } from '../../../src/server/storage.ts';

const { values } = parseArgs({
  options: { times: { type: 'string', default: '1000' }, seed: { type: 'string', default: '2026' } },
});
const work = mkdtempSync(join(tmpdir(), 'gongkailan-damage-'));
try {
  const script = await readYearScript(await ensureBuilt());
  await makeYear2018(join(work, 'data'));
  const storage = await openStorage(join(work, 'data'));
  const signer = (await readLogKey(join(work, 'data')))?.signer ?? null;
  const source = { log: storage.log, blobs: storage.blobs, signer, script };
  await makeArchive(source, { year: 2018, out: join(work, 'archive') });
  await storage.close();
  const damage = join(import.meta.dirname, 'damage.py');
  const args = ['-B', damage, join(work, 'archive/public'), values.seed, values.times];
  process.exitCode = spawnSync('python3', args, { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
