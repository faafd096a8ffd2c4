/** Builds the app when it is needed. */
import { spawn } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const DIST = join(ROOT, 'dist');
/** What the build is made of. */
const SOURCES = [
  'src/{app,sw,domain,log,store,sync,docs}/**/*',
  // The script of the archive's pages.
  'src/server/{archive,audit,public,township}/**/*',
  'src/index.html',
  'public/**/*',
];
const ALSO = ['vite.config.ts', 'package-lock.json'];

/** When a file was last changed, ms since 1970; 0: not there. */
const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Whether there is a build, and nothing that it is made of is newer. */
export function isBuilt(): boolean {
  const built = changedAt(join(DIST, 'index.html'));
  const sources = [...SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT })), ...ALSO];
  return built > 0 && sources.every((path) => changedAt(join(ROOT, path)) <= built);
}

/** The build failed; the message is what the tool said. */
export class BuildError extends Error {
  override name = 'BuildError';
}

/** Runs the build; quiet unless it fails. */
function build(): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve('vite/package.json');
  const vite = join(dirname(manifest), 'bin', 'vite.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build'], {
      cwd: ROOT,
      // Whatever this shell is set to: an app built for development keeps nothing for the time without a network.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (data: Buffer): void => void (output += data.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new BuildError(output))));
  });
}

/**
 * The folder of the built app, built now when there is none, when a source is newer, or when `rebuild` asks for it.
 * An installation without the build tools serves the build that it came with.
 * @throws BuildError
 */
export async function ensureBuilt({ rebuild = false }: { rebuild?: boolean } = {}): Promise<string> {
  if (rebuild || !isBuilt()) await build();
  return DIST;
}
