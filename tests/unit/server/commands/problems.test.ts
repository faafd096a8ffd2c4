import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inPlainWords } from '../../../../src/server/commands/problems.ts';
import { portNumber } from '../../../../src/server/commands/serve.ts';
import { StorageError } from '../../../../src/store/log-store.ts';
import { SCHEMA_VERSION } from '../../../../src/store/sqlite/database.ts';
import { newFolder } from '../../store/folders.ts';

const MAIN = join(import.meta.dirname, '../../../../src/server/main.ts');

/** Runs the command line to its end. */
const run = (...args: string[]): Promise<{ code: number; out: string; problems: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { timeout: 15_000 }, (error, out, problems) =>
      resolve({ code: error ? Number(error.code ?? -1) : 0, out, problems }),
    );
  });

describe('the command line', () => {
  let made: ReturnType<typeof newFolder>;
  let dist: string;
  beforeEach(() => {
    made = newFolder();
    dist = join(made.folder, 'dist');
    mkdirSync(dist);
  });
  afterEach(() => made.remove());
  const serve = (...args: string[]) => run('serve', '--host', '127.0.0.1', '--dist', dist, ...args);

  it('explains itself in both languages', async () => {
    const { code, out } = await run('--help');
    expect([code, out.includes('serve'), out.includes('demo')]).toEqual([0, true, true]);
    expect(out).toMatch(/公开栏.*notice board/);
    expect((await run('serve', '--help')).out).toMatch(/--port[^]*4700[^]*--tls-cert[^]*--trust-proxy/);
  });

  it('says in plain words that the port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const { code, problems } = await serve('--port', String(port), '--data', join(made.folder, 'data'));
    other.close();
    expect([code, problems.split('\n').length]).toEqual([1, 2]);
    expect(problems).toMatch(/端口已被占用.*port is in use/);
  });

  it('says in plain words that the data folder cannot be used', async () => {
    const file = join(made.folder, 'file');
    writeFileSync(file, '');
    const { code, problems } = await serve('--port', '0', '--data', file);
    expect(code).toBe(1);
    expect(problems).toMatch(/数据文件夹不能读写.*data folder cannot be used/);
  });

  it('says in plain words that the data are of a newer version', async () => {
    const db = new DatabaseSync(join(made.folder, 'log.db'));
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    db.close();
    const { code, problems } = await serve('--port', '0', '--data', made.folder);
    expect(code).toBe(1);
    expect(problems).toMatch(/请先升级.*newer version/);
  });

  it('wants certificate and key together, and both readable', async () => {
    const data = ['--port', '0', '--data', join(made.folder, 'data')];
    expect((await serve(...data, '--tls-cert', join(made.folder, 'x'))).problems).toMatch(/--tls-key/);
    const missing = await serve(
      ...data,
      '--tls-cert',
      join(made.folder, 'x'),
      '--tls-key',
      join(made.folder, 'y'),
    );
    expect([missing.code, missing.problems]).toEqual([1, expect.stringMatching(/no such file/)]);
    writeFileSync(join(made.folder, 'x'), 'no certificate');
    const bad = await serve(
      ...data,
      '--tls-cert',
      join(made.folder, 'x'),
      '--tls-key',
      join(made.folder, 'x'),
    );
    expect([bad.code, bad.problems]).toEqual([1, expect.stringMatching(/certificate or key cannot be read/)]);
  });

  it('takes no port that is none', () => {
    expect(['0', '80', '65535'].map(portNumber)).toEqual([0, 80, 65_535]);
    for (const text of ['', '-1', '65536', '1e3', 'x', '1.5']) expect(() => portNumber(text)).toThrow();
  });

  it('keeps what nobody expected as it is', () => {
    expect(inPlainWords(new TypeError('a bug'))).toBeNull();
    expect(inPlainWords(new StorageError('full'))).toContain('full');
  });
});
