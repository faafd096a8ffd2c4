import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_RULES } from '../../../../src/domain/score/rules.ts';
import { openScores } from '../../../../src/domain/score/open.ts';
import { readScores } from '../../../../src/server/commands/district.ts';
import { member, TestServer } from '../harness.ts';

describe('scores as open data', () => {
  let server: TestServer;
  let folder: string;
  const ask = () => server.call('GET', '/open/scores/2026.json', {});

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gongkailan-district-'));
    server = new TestServer();
    await (await server.start()).found();
    const cadre = await server.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
    await server.mustAccept(await server.publish(cadre, 'v1', '收支账目'));
  });
  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const publish = async (open: boolean): Promise<void> => {
    const content = { ...DEFAULT_RULES, from: '2026-01-01', ...(open ? { open } : {}) };
    await server.mustAccept(await server.sign(server.office, server.registry, 'score.rules-set', content));
  };

  it('are there for everybody once the office has said so, and gone when it says no', async () => {
    expect((await ask()).status).toBe(404);
    await publish(true);
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const file = openScores.parse(answer.json);
    expect(file.units.map(({ id }) => id)).toContain('v1');
    expect(file.units.find(({ id }) => id === 'v1')?.year.parts[2]).toEqual([1, 1]);
    await publish(false);
    expect((await ask()).status).toBe(404);
  });

  it('are read from a file by a district, and refused when a number was changed', async () => {
    await publish(true);
    const file = openScores.parse((await ask()).json);
    const path = join(folder, 'one.json');
    writeFileSync(path, JSON.stringify(file));
    expect(await readScores(path, 2026)).toEqual(file);
    await expect(readScores(path, 2025)).rejects.toThrow(/2025/);
    const changed = structuredClone(file);
    changed.units[0]!.year.parts[0] = [7, 7];
    writeFileSync(path, JSON.stringify(changed));
    await expect(readScores(path, 2026)).rejects.toThrow(/contradict/);
    writeFileSync(path, '{}');
    await expect(readScores(path, 2026)).rejects.toThrow(/not scores/);
    expect(readdirSync(folder)).toEqual(['one.json']);
  });
});
