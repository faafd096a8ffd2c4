/** The product's own server as a child process: started, killed without warning, started again on the same data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '../../..');
const MAIN = join(ROOT, 'src/server/main.ts');
/** The app as it was built before the tests; another folder by `E2E_DIST`. */
const DIST = process.env['E2E_DIST'] ?? join(ROOT, 'dist');
/** The demo builds the app first. */
const START_LIMIT_MS = 150_000;

export interface RunningServer {
  readonly port: number;
  /** Printed by a server that has not been set up. */
  readonly setupCode: string | null;
  /** SIGKILL: no warning, nothing is finished. */
  kill(): Promise<void>;
  /** SIGTERM, as an operator stops it. Resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** A command of the product, until it has printed a line that `isReady` knows. */
export async function startCommand(
  args: string[],
  isReady: (line: string) => boolean,
  env: Record<string, string> = {},
): Promise<{ child: ChildProcess; lines: string[] }> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const lines: string[] = [];
  let problems = '';
  child.stderr!.on('data', (data: Buffer) => {
    problems = (problems + data.toString()).slice(-4000);
  });
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string): void =>
      reject(new Error(`gongkailan ${args.join(' ')}: ${why}\n${problems}`));
    const timer = setTimeout(() => fail('did not start in time'), START_LIMIT_MS);
    child.once('error', (error) => fail(String(error)));
    child.once('exit', (code) => fail(`ended with ${code}`));
    createInterface({ input: child.stdout! }).on('line', (line) => {
      lines.push(line);
      if (!isReady(line)) return;
      clearTimeout(timer);
      resolve();
    });
  });
  return { child, lines };
}

/** Ends a child by a signal; resolves with its exit code when it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = once(child, 'exit');
  child.kill(signal);
  const [code] = (await gone) as [number | null];
  return code;
}

/** Starts `gongkailan serve` on a data folder, with settings beside those of the machine. */
export async function startServer(dataDir: string, env: Record<string, string> = {}): Promise<RunningServer> {
  const args = ['serve', '--port', '0', '--host', '127.0.0.1', '--data', dataDir, '--dist', DIST];
  const { child, lines } = await startCommand(args, (line) => /:\d+\/$/.test(line), env);
  const said = (pattern: RegExp): string | null =>
    lines.map((line) => pattern.exec(line)?.[1]).find((found) => found !== undefined) ?? null;
  return {
    port: Number(said(/:(\d+)\/$/)),
    setupCode: said(/setup code: (\S+)$/),
    kill: async () => void (await end(child, 'SIGKILL')),
    stop: () => end(child, 'SIGTERM'),
  };
}
