/**
 * Runs the project's tests: `node tests/run.ts [stage …]`. Stages in order: types, lint, checks, unit, build,
 * and then e2e with the simulation (sim) beside it.
 * Each check and each test counts one; the last line is 'N passed, N failed'. Nothing is skipped silently:
 * what was not run is named before that line.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BUILT_CHECKS, type Check, SOURCE_CHECKS } from './checks/all.ts';
import { simulation } from './fault/stage.ts';
import { type ChildResult, runChild } from './helpers/child.ts';
import { ensureChromium } from './helpers/chromium.ts';
import { addUp, failure, type Tally, tallyOfReport } from './helpers/tally.ts';

const ROOT = join(import.meta.dirname, '..');
const CACHE = join(ROOT, '.cache');
const MINUTE = 60_000;

const ok: Tally = { passed: 1, failed: 0, notRun: [], faults: [] };

/** Path of a package's command, to be run by this same Node or as it is. */
function binOf(name: string, bin = name): string {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const declared = JSON.parse(readFileSync(manifest, 'utf8')).bin as string | Record<string, string>;
  return join(dirname(manifest), typeof declared === 'string' ? declared : (declared[bin] ?? ''));
}

const node = (args: string[], limit: number, live = false): Promise<ChildResult> =>
  runChild(process.execPath, args, { limit, live });

/** One command that passes when it exits with 0; its output is shown when it does not. */
async function command(name: string, args: string[], limit: number): Promise<Tally> {
  const result = await node(args, limit);
  if (result.code === 0) return ok;
  const what = `${name}${result.timedOut ? ' took too long' : ''}`;
  console.log(`${what}:\n${result.output}`);
  return failure(what, result.output);
}

async function check(one: Check): Promise<Tally> {
  const problems = await one.find(ROOT);
  if (problems.length === 0) return ok;
  console.log(
    `${one.name}: ${problems.length} problem(s)\n${problems.map((text) => `  ${text}`).join('\n')}`,
  );
  return failure(one.name, problems.join('\n'));
}

async function each<Item>(items: Item[], run: (item: Item) => Promise<Tally>): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const item of items) tallies.push(await run(item));
  return addUp(tallies);
}

/** A run of Vitest, counted from its JSON report; a run that broke off counts as a failure too. */
async function vitest(name: string, args: string[], limit: number): Promise<Tally> {
  const report = join(CACHE, `${name}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const result = await node([binOf('vitest'), 'run', ...args, ...reporters], limit, true);
  const tally = tallyOfReport(report);
  if (result.code === 0 || tally.failed > 0) return tally;
  // Nothing failed by name, and yet the run did: an error outside of any test, or the limit.
  const why = result.timedOut ? `took more than ${limit / MINUTE} minutes` : `ended with ${result.code}`;
  return addUp([tally, failure(`${name} as a whole`, why)]);
}

async function build(): Promise<Tally> {
  const built = await command('vite build', [binOf('vite'), 'build'], 3 * MINUTE);
  return built.failed > 0 ? built : addUp([built, await each(BUILT_CHECKS, check)]);
}

async function e2e(): Promise<Tally> {
  const browser = await ensureChromium();
  if ('fault' in browser) {
    console.log(browser.fault);
    return failure('Chromium', browser.fault);
  }
  // 31 files one after another take some 15 minutes on two cores; this ends a run that hangs.
  return vitest('e2e', ['--config', 'tests/e2e/vitest.config.ts'], 30 * MINUTE);
}

const STAGES: Record<string, () => Promise<Tally>> = {
  types: () => command('tsc', [binOf('typescript', 'tsc'), '--noEmit'], 3 * MINUTE),
  lint: async () =>
    addUp([
      await command('oxlint', [binOf('oxlint'), '--deny-warnings', 'src', 'tests'], 3 * MINUTE),
      await command('prettier', [binOf('prettier'), '--check', '--log-level', 'warn', '.'], 3 * MINUTE),
    ]),
  checks: () => each(SOURCE_CHECKS, check),
  unit: () => vitest('unit', [], 10 * MINUTE),
  sim: simulation,
  build,
  e2e,
};

async function stage(name: string): Promise<Tally> {
  console.log(`── ${name}`);
  const start = performance.now();
  const tally = await (STAGES[name] as () => Promise<Tally>)();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${name}: ${tally.failed > 0 ? 'FAILED' : 'ok'} after ${seconds} s`);
  return tally;
}

/** What was asked for; the e2e stage alone is given a fresh build first. */
function wanted(asked: string[]): string[] {
  const unknown = asked.filter((name) => !(name in STAGES));
  if (unknown.length > 0) throw new Error(`no such stage: ${unknown.join(', ')}`);
  if (asked.length === 0) return Object.keys(STAGES);
  const withBuild = asked.includes('e2e') ? [...asked, 'build'] : asked;
  return Object.keys(STAGES).filter((name) => withBuild.includes(name));
}

process.chdir(ROOT);
mkdirSync(CACHE, { recursive: true });
const stages = wanted(process.argv.slice(2));
const isBeside = stages.includes('sim') && stages.includes('e2e');
const total = await each(
  stages.filter((name) => name !== 'sim' || !isBeside),
  // The simulation takes what the browsers leave of the processor: they mostly wait.
  async (name) =>
    name === 'e2e' && isBeside ? addUp(await Promise.all([stage('e2e'), stage('sim')])) : stage(name),
);
for (const name of total.notRun) console.log(`not run: ${name}`);
for (const fault of total.faults) console.log(`failed: ${fault}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
