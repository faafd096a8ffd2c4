import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../../../src/server/audit/findings.ts';
import { verify } from '../../../../src/server/commands/verify.ts';
import { watchOnce } from '../../../../src/server/commands/witness.ts';
import { member, TestServer } from '../harness.ts';

const COUNT = 300;

interface Result {
  ok: boolean;
  events: number;
  findings: Finding[];
}

describe('checking a log from outside', () => {
  const village = new TestServer();
  const folder = mkdtempSync(join(tmpdir(), 'gongkailan-audit-'));
  let stream: string;
  let made = 0;

  /** A copy of the data folder as it is now. */
  const copied = (): string => {
    const to = join(folder, `copy-${(made += 1)}`);
    cpSync(village.dataDir, to, { recursive: true });
    return to;
  };
  const tampered = (...sql: string[]): string => {
    const to = copied();
    const db = new DatabaseSync(join(to, 'log.db'));
    for (const one of sql) db.exec(one);
    db.close();
    return to;
  };
  const found = async (target: string): Promise<Result> => (await verify(target)).json as Result;
  const codes = async (target: string): Promise<string[]> =>
    (await found(target)).findings.map(({ code, number, field }) => [code, number, field].join(' ').trim());

  beforeAll(async () => {
    await (await village.start()).found();
    const cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
    stream = village.public('v1');
    const events = [];
    for (let i = 0; i < COUNT; i++) events.push(await village.publish(cadre, 'v1', `公告 ${i}`));
    await village.mustAccept(...events);
  }, 60_000);
  afterAll(async () => {
    await village.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds nothing in a log that nobody touched, from its folder and over the network', async () => {
    const here = await found(copied());
    expect(here).toMatchObject({ ok: true, findings: [] });
    expect(here.events).toBeGreaterThan(COUNT);
    expect(await found(village.url)).toMatchObject({ ok: true, findings: [], events: here.events });
  });

  it('names the event and the part of it that was changed', async () => {
    const of = `WHERE stream = '${stream}' AND number = 41`;
    const body = `UPDATE entries SET body = replace(body, '公告', '公示') ${of}`;
    expect(await codes(tampered(body))).toEqual(['foreign-body 41 body']);
    const header = `UPDATE entries SET leaf = replace(leaf, '"registry":0', '"registry":1') ${of}`;
    expect((await codes(tampered(header)))[0]).toBe('bad-signature 41 signature');
    const signature = `UPDATE entries SET leaf = substr(leaf, 1, 30) || CASE substr(leaf, 31, 1) WHEN '0' THEN '1' ELSE '0' END || substr(leaf, 32) ${of}`;
    expect((await codes(tampered(signature)))[0]).toBe('bad-signature 41 signature');
    const day = `UPDATE entries SET leaf = '2001' || substr(leaf, 5) ${of}`;
    expect(await codes(tampered(day))).toEqual(['wrong-root 0']);
  });

  it('finds what was taken out, doubled, swapped or cut off at the end', async () => {
    const number = `stream = '${stream}' AND number`;
    expect(await codes(tampered(`DELETE FROM entries WHERE ${number} = 7`))).toContain('missing-entries 7');
    expect(await codes(tampered(`DELETE FROM entries WHERE ${number} = ${COUNT - 1}`))).toContain(
      `missing-entries ${COUNT - 1}`,
    );
    const swap = [
      `UPDATE entries SET number = -1 WHERE ${number} = 8`,
      `UPDATE entries SET number = 8 WHERE ${number} = 9`,
      `UPDATE entries SET number = 9 WHERE ${number} = -1`,
    ];
    expect(await codes(tampered(...swap))).toEqual(['wrong-root 0']);
    const doubled = [
      `INSERT INTO entries SELECT stream, ${COUNT}, 'other', leaf, body FROM entries WHERE ${number} = 3`,
    ];
    expect(await codes(tampered(...doubled))).toEqual([`extra-entries ${COUNT}`]);
    const moved = `UPDATE entries SET stream = '${village.public('v2')}' WHERE stream = '${stream}'`;
    expect(await codes(tampered(moved))).toContain('no-checkpoint  head');
  });

  it('finds a head that was changed, and a tree beside it', async () => {
    const of = `WHERE stream = '${stream}'`;
    const size = `UPDATE heads SET checkpoint = replace(checkpoint, '\n${COUNT}\n', '\n${COUNT - 1}\n') ${of}`;
    expect(await codes(tampered(size))).toEqual(['bad-checkpoint  head']);
    const tree = `UPDATE heads SET frontier = replace(frontier, 'a', 'b') ${of}`;
    expect(await codes(tampered(tree))).toEqual(['damaged-tree  head']);
  });

  it('finds a text that was kept back, and a size that does not go with its head', async () => {
    const withheld = `UPDATE entries SET body = NULL WHERE stream = '${stream}' AND number = 5`;
    expect(await codes(tampered(withheld))).toEqual(['withheld 5 body']);
    const size = `UPDATE heads SET size = 384 WHERE stream = '${stream}'`;
    expect(await codes(tampered(size))).toEqual(['damaged-tree  head']);
  });

  it('finds rights that the registry does not give, and ids under which events are not found', async () => {
    const rights = `UPDATE rows SET value = replace(value, 'cadre', 'office') WHERE key = 'registry'`;
    expect(await codes(tampered(rights))).toEqual(['damaged-rights']);
    const id = `UPDATE entries SET id = 'other' WHERE stream = '${stream}' AND number = 5`;
    expect(await codes(tampered(id))).toEqual(['damaged-index 5']);
  });

  it('says in plain words that a database is damaged, and leaves nothing open', async () => {
    const to = mkdtempSync(join(folder, 'damaged-'));
    const here = new DatabaseSync(join(village.dataDir, 'log.db'));
    here.exec(`VACUUM INTO '${join(to, 'log.db')}'`);
    here.close();
    const db = readFileSync(join(to, 'log.db'));
    writeFileSync(join(to, 'log.db'), db.subarray(0, db.length - 20_000));
    await expect(verify(to)).rejects.toThrow(/log\.db (坏了，)?读不出来/);
    writeFileSync(join(to, 'log.db'), db);
    expect(await found(to)).toMatchObject({ ok: true });
  });

  it('does not pass a head over because it names another log', async () => {
    const real = globalThis.fetch;
    vi.stubGlobal('fetch', async (input: string) => {
      const answer = await real(input);
      return String(input).endsWith(`${stream}/checkpoint`)
        ? new Response((await answer.text()).replace('gongkailan/', 'gongkailan.'))
        : answer;
    });
    const { findings } = await found(village.url).finally(() => vi.unstubAllGlobals());
    expect(findings).toEqual([{ code: 'bad-checkpoint', stream, field: 'head' }]);
  });

  it('says what it cannot read, and that it is another township', async () => {
    await expect(verify(join(folder, 'nothing'))).rejects.toThrow('找不到');
    writeFileSync(join(folder, 'other.json'), '{"kind":"receipt"}');
    await expect(verify(join(folder, 'other.json'))).rejects.toThrow('不是证明文件');
    const verdict = await verify(copied(), { township: '00'.repeat(16) });
    expect((verdict.json as Result).findings[0]?.code).toBe('wrong-township');
  });

  it('remembers what it saw, and finds a log that is shorter or rewritten since', async () => {
    const state = join(folder, 'state.json');
    const before = copied();
    expect((await verify(before, { state })).ok).toBe(true);
    const cadre = await village.device('second', 'phone', 'v1', member('second', 'v1'));
    await village.mustAccept(await village.publish(cadre, 'v1', '后来的'));
    expect((await verify(copied(), { state })).ok).toBe(true);
    const now = ((await verify(before, { state })).json as Result).findings.map(({ code }) => code);
    expect(new Set(now)).toEqual(new Set(['shortened']));
  });

  it('holds the logs to the heads that a yearly closing names', async () => {
    const closes = async (year: number, size: number, root: string): Promise<void> => {
      const content = { year, missing: 0, heads: [{ unit: 'v1', size, root }] };
      await village.mustAccept(await village.sign(village.office, village.registry, 'year.closed', content));
    };
    const { streams } = (await verify(copied())).json as {
      streams: { stream: string; size: number; root: string }[];
    };
    const { size, root } = streams.find((one) => one.stream === stream)!;
    await closes(2025, size, root);
    expect((await verify(copied())).ok).toBe(true);
    await closes(2024, size - 1, root);
    await closes(2023, size + 9, root);
    const broken = (await found(copied())).findings.map(({ code, to }) => [code, to]);
    expect(broken).toEqual([
      ['closing-broken', size - 1],
      ['closing-broken', size + 9],
    ]);
  });

  it('a witness who was shown two histories has evidence that anybody can check', async () => {
    const out = join(folder, 'out');
    const flags = { key: join(folder, 'key'), name: 'county', state: join(folder, 'witness.json'), out };
    const now = village.clock.ms;
    const first = await watchOnce(village.url, flags, now);
    expect(first.sights.map(({ state }) => state)).not.toContain('rewritten');
    expect(readdirSync(out).every((name) => name.endsWith('.note'))).toBe(true);

    // The operator goes on with an older copy, and lets other things have happened.
    const cadre = await village.device('third', 'phone', 'v1', member('third', 'v1'));
    const older = copied();
    await village.mustAccept(await village.publish(cadre, 'v1', '给县里看的'));
    expect((await watchOnce(village.url, flags, now)).sights.every(({ state }) => state === 'cosigned')).toBe(
      true,
    );
    const other = new TestServer({ dataDir: older });
    other.clock.ms = village.clock.ms;
    await other.start();
    other.township = village.township;
    await other.mustAccept(
      await other.publish(cadre, 'v1', '给村里看的'),
      await other.publish(cadre, 'v1', '还有'),
    );
    const second = await watchOnce(other.url, flags, now);
    await other.stop();

    expect(second.sights.filter(({ state }) => state !== 'cosigned')).toMatchObject([
      { stream, state: 'rewritten' },
    ]);
    const [evidence] = readdirSync(out).filter((name) => name.endsWith('.fork.json'));
    const verdict = await verify(join(out, evidence!));
    expect(verdict).toMatchObject({
      ok: true,
      json: { kind: 'gongkailan-fork', township: village.township },
    });
  });
});
