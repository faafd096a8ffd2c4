/** The list of checks: on the sources, and on what the build made of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newerApis, newerSyntax } from './browser-apis.ts';
import { builtFiles } from './built-files.ts';
import { heavyFirstLoad } from './first-load.ts';
import {
  forbiddenWords,
  lockedAddresses,
  projectPaths,
  projectTexts,
  strangeTopLevel,
  tooLong,
} from './hygiene.ts';
import { cycles, wrongDirections } from './import-directions.ts';
import { readModules } from './modules.ts';
import { foreignOrigins } from './origins.ts';

export interface Check {
  name: string;
  /** Problems in the project at `root`, one text each. */
  find(root: string): Promise<string[]> | string[];
}

export const SOURCE_CHECKS: Check[] = [
  { name: 'imports go the right way', find: (root) => wrongDirections(readModules(root)) },
  { name: 'no module imports itself in a circle', find: (root) => cycles(readModules(root)) },
  {
    name: 'the top level holds only what belongs there',
    find: (root) => strangeTopLevel(projectPaths(root)),
  },
  { name: 'no file says what it must not', find: (root) => forbiddenWords(projectTexts(root)) },
  { name: 'no file is too long', find: (root) => tooLong(projectTexts(root)) },
  {
    name: 'the lock file names no download address',
    find: (root) => lockedAddresses(readFileSync(join(root, 'package-lock.json'), 'utf8')),
  },
];

export const BUILT_CHECKS: Check[] = [
  { name: 'the build needs no browser newer than ours', find: (root) => newerApis(builtFiles(root)) },
  { name: 'the build is in a syntax that our browsers read', find: (root) => newerSyntax(builtFiles(root)) },
  { name: 'the build asks no other site for anything', find: (root) => foreignOrigins(builtFiles(root)) },
  { name: 'a board needs no more script than its budget', find: heavyFirstLoad },
];
