/** What may lie in the repository, and what no file may say. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TextFile {
  path: string;
  text: string;
}

const TOP_LEVEL = new Set(
  (
    'package.json package-lock.json tsconfig.json vite.config.ts src public tests README.md LICENSE ' +
    '.ci .gitignore .npmrc .oxlintrc.json .prettierignore .prettierrc.json'
  ).split(' '),
);
const TEXT = /\.(ts|tsx|js|mjs|json|css|html|md|txt|svg|webmanifest)$|^\.|(^|\/)(LICENSE|run)$/;
/** Lines. */
const MAX_SOURCE_LINES = 350;

interface Rule {
  says: string;
  in: RegExp;
  not?: RegExp;
  pattern: RegExp;
}

/** What counts is one line of text; the patterns are written so that this file does not match itself. */
const RULES: Rule[] = [
  { says: 'a path of one machine', in: /^/, pattern: /(^|["'`\s(=:])\/(?:work|root|home)\/\w|\b[A-Z]:\\\w/ },
  {
    says: 'a package registry',
    in: /^/,
    pattern: /\b(?:registry\.(?:npmjs|yarnpkg|npmmirror)|npmjs\.org|(?:deb|security)\.debian\.org)\b/,
  },
  {
    says: 'a test that is left out or runs alone',
    in: /\.test\.tsx?$/,
    pattern: /\b(?:it|test|describe)(?:\.\w+)*\.(?:only|skip|todo|fails)\b/,
  },
  { says: 'an unfinished thought', in: /^(src|tests)\//, pattern: /\b(?:TO[D]O|FIX[M]E|XX[X]|HAC[K])\b/ },
  { says: 'a debugger', in: /^(src|tests)\/.*\.tsx?$/, pattern: /^\s*debugger\b/ },
  {
    says: 'plain zod where it travels to the browser (use zod/mini)',
    in: /^src\/(domain|log|sync|store|app|sw)\/.*\.tsx?$/,
    pattern: /from 'zod'/,
  },
];

/** Names at the top of the repository that the layout does not know. */
export const strangeTopLevel = (paths: string[]): string[] =>
  [...new Set(paths.map((path) => path.split('/')[0] ?? ''))]
    .filter((name) => !TOP_LEVEL.has(name))
    .map((name) => `${name} does not belong at the top level`);

/** Lines that break a rule. */
export function forbiddenWords(files: TextFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const rules = RULES.filter((rule) => rule.in.test(path) && !rule.not?.test(path));
    return text
      .split('\n')
      .flatMap((line, index) =>
        rules
          .filter((rule) => rule.pattern.test(line))
          .map((rule) => `${path}:${index + 1} ${rule.says}: ${line.trim().slice(0, 100)}`),
      );
  });
}

/** Source files that have grown too long to be read at one sitting. */
export const tooLong = (files: TextFile[]): string[] =>
  files
    .filter(({ path }) => /^(src|tests)\/.*\.(tsx?|js|css)$/.test(path))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > MAX_SOURCE_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines, more than ${MAX_SOURCE_LINES}`);

/** Packages whose download address is written down: it would tie the lock file to one machine's registry. */
export function lockedAddresses(lock: string): string[] {
  const packages = (JSON.parse(lock) as { packages?: Record<string, { resolved?: string }> }).packages ?? {};
  return Object.entries(packages)
    .filter(([, one]) => one.resolved?.includes('://'))
    .map(([name]) => `package-lock.json names a download address for ${name}`);
}

/** Files of the working copy that git tracks or would add. */
export function projectPaths(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
  const paths = listed.toString().split('\0').filter(Boolean);
  return paths.filter((path) => existsSync(join(root, path)));
}

/** The texts among them; the lock file has its own check. */
export const projectTexts = (root: string): TextFile[] =>
  projectPaths(root)
    .filter((path) => TEXT.test(path) && path !== 'package-lock.json')
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
