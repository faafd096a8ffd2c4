/**
 * `gongkailan sim`: whole townships in one process, driven by a seed. The simulation is a part of the tests (`tests/fault`)
 * and comes with the source, not with an installed server. It runs in a process of its own, for it takes over the clock,
 * chance and tasks of the one that it runs in.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';

const SIMULATION = fileURLToPath(new URL('../../../tests/fault/sim/command.ts', import.meta.url));

function count(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new InvalidArgumentError('not a number');
  return value;
}

/** Runs it; its exit code: 0 when every promise held, 1 when a schedule failed. */
const simulate = (options: object): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SIMULATION, JSON.stringify(options)], { stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 2));
  });

export const simCommand = (): Command =>
  new Command('sim')
    .description('模拟整个乡镇，按种子制造各种故障 / simulate whole townships with faults driven by a seed')
    .option('--seeds <n>', 'schedules to run', count, 100)
    .option('--from <n>', 'seed of the first', count, 1)
    .option('--plant <name>', 'plant a fault on purpose')
    .option('--plants', 'list what can be planted')
    .option('--kept', 'run the schedules that failed once')
    .option('--whole', 'leave a schedule that fails as long as it is')
    .option('--trace', 'say each step')
    .option('--json', 'the report as JSON')
    .action(async (options: object) => {
      process.exitCode = await simulate(options);
    });
