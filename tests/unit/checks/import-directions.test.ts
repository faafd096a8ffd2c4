// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { cycles, wrongDirections } from '../../checks/import-directions.ts';
import { importsOf, type Module } from '../../checks/modules.ts';

const module = (path: string, source: string): Module => ({ path, imports: importsOf(path, source) });
const wrong = (path: string, source: string): string[] => wrongDirections([module(path, source)]);

describe('the check of import directions', () => {
  it.each([
    ['domain on log', 'src/domain/a.ts', `import { x } from '../log/x.ts'`],
    ['domain on log in types', 'src/domain/a.ts', `import type { X } from '../log/x.ts'`],
    ['domain on Node', 'src/domain/a.ts', `import { readFileSync } from 'node:fs'`],
    ['domain on plain zod', 'src/domain/a.ts', `import * as z from 'zod'`],
    ['log on domain', 'src/log/a.ts', `export { x } from '../domain/x.ts'`],
    ['log on Dexie', 'src/log/a.ts', `import 'dexie'`],
    ['store on sync', 'src/store/a.ts', `import { x } from '../sync/protocol.ts'`],
    [
      'store on the device on sync, not in types',
      'src/store/device/db.ts',
      `import { x } from '../../sync/protocol.ts'`,
    ],
    ['sync on SQLite', 'src/sync/client/a.ts', `import { x } from '../../store/sqlite/x.ts'`],
    ['sync on React', 'src/sync/client/a.ts', `import { x } from 'react'`],
    ['server on app', 'src/server/a.ts', `const x = await import('../app/x.ts')`],
    ['app on server, late', 'src/app/a.tsx', `const x = () => import('../server/x.ts')`],
    ['app on server in types', 'src/app/a.tsx', `import type { X } from '../server/x.ts'`],
    ['app on the log', 'src/app/a.tsx', `import { x } from '../log/x.ts'`],
    ['the service worker on app', 'src/sw/sw.ts', `import { x } from '../app/x.ts'`],
    ['anything on tests', 'src/log/a.ts', `import { x } from '../../tests/x.ts'`],
    ['a module in no room', 'src/somewhere/a.ts', ''],
  ])('finds %s', (_, path, source) => {
    expect(wrong(path, source)).toHaveLength(1);
  });

  it.each([
    ['domain on zod/mini', 'src/domain/a.ts', `import * as z from 'zod/mini'`],
    ['log on noble', 'src/log/a.ts', `import { sha256 } from '@noble/hashes/sha2.js'`],
    [
      'the device database on protocol types',
      'src/store/device/db.ts',
      `import type { X } from '../../sync/protocol.ts'`,
    ],
    ['SQLite on Node', 'src/store/sqlite/a.ts', `import { DatabaseSync } from 'node:sqlite'`],
    [
      'app on the client and its own styles',
      'src/app/a.tsx',
      `import './a.css'; import { x } from '../sync/client/x.ts'`,
    ],
    [
      'server on everything else',
      'src/server/a.ts',
      `import { x } from '../sync/protocol.ts'; import 'fastify'`,
    ],
  ])('lets pass %s', (_, path, source) => {
    expect(wrong(path, source)).toEqual([]);
  });
});

describe('the check of cycles', () => {
  it('finds a circle of three', () => {
    const modules = [
      module('src/log/a.ts', `import './b.ts'`),
      module('src/log/b.ts', `export * from './c.ts'`),
      module('src/log/c.ts', `import { a } from './a.ts'`),
    ];
    expect(cycles(modules)).toEqual(['src/log/a.ts → src/log/b.ts → src/log/c.ts → src/log/a.ts']);
  });

  it('leaves out types and late imports', () => {
    const modules = [
      module('src/log/a.ts', `import './b.ts'; import './c.ts'`),
      module('src/log/b.ts', `import type { A } from './a.ts'`),
      module('src/log/c.ts', `export const a = () => import('./a.ts')`),
    ];
    expect(cycles(modules)).toEqual([]);
  });
});
