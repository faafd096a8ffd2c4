import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeReport, reportFromArchive } from '../../../../src/server/commands/report.ts';
import { verify as check } from '../../../../src/server/commands/verify.ts';
import { readWorkbook } from '../../../../src/app/tables/workbook.ts';
import { officeStream } from '../../../../src/log/stream.ts';
import { makeArchive } from '../../../../src/server/archive/archive.ts';
import { readBack } from '../../../../src/server/archive/read-back.ts';
import { readLogKey } from '../../../../src/server/log-key.ts';
import { openStorage } from '../../../../src/server/storage.ts';
import { day } from '../../domain/due/sample.ts';
import { member, TestServer } from '../harness.ts';

const work = mkdtempSync(join(tmpdir(), 'gongkailan-archive-'));
const test = new TestServer();
const python = spawnSync('python3', ['--version']).status === 0;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const HASH = createHash('sha256').update(PNG).digest('hex');

const everyFile = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .toSorted()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'base64')]),
  );

type MadeArchive = Awaited<ReturnType<typeof makeArchive>>;
let made: MadeArchive;

async function archiveOf(data: string, out: string, year = 2026): Promise<MadeArchive> {
  const storage = await openStorage(data);
  const signer = (await readLogKey(data))?.signer ?? null;
  return makeArchive(
    { log: storage.log, blobs: storage.blobs, signer, script: 'void 0;' },
    { year, out },
  ).finally(() => storage.close());
}

async function importInto(folder: string, data: string): Promise<void> {
  const storage = await openStorage(data);
  await readBack(folder, storage).finally(() => storage.close());
}

const verify = (bag: string): ReturnType<typeof spawnSync> =>
  spawnSync('python3', ['-B', join(work, 'a/public/verify.py'), '--signatures', bag], { encoding: 'utf8' });

const found =
  (times: number) =>
  (way: string): string =>
    `${way}: ${times} of ${times} found`;

beforeAll(async () => {
  await test.start();
  await test.found();
  const cadre = await test.device('phone', 'phone', 'v1', member('li', 'v1', ['general-affairs']));
  const file = { hash: HASH, bytes: PNG.length, type: 'image/png' };
  await test.mustAccept(await test.publish(cadre, 'v1', '2026 年第一件'));
  await test.mustAccept(await test.publish(cadre, 'v1', '有附件的, "第二件"', [file]));
  const typed = { year: 2026, figures: { licences: 3 } };
  const office = officeStream(test.township, 'township');
  await test.mustAccept(await test.sign(test.office, office, 'report.figures-typed', typed));
  test.clock.ms = Date.parse('2027-02-01T02:00:00.000Z');
  await test.mustAccept(await test.publish(cadre, 'v1', '2027 年的'));
  await test.server.close();
  const storage = await openStorage(test.dataDir);
  await storage.blobs.put(HASH, PNG);
  await storage.close();
  made = await archiveOf(test.dataDir, join(work, 'a'));
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
  rmSync(test.dataDir, { recursive: true, force: true });
});

describe('an archive of a year', () => {
  it('holds what was taken in up to the end of the year, and nothing later', () => {
    const index = readFileSync(join(work, 'a/public/data/index.csv'), 'utf8');
    expect(index).toContain('2026 年第一件');
    expect(index).toContain('"有附件的, ""第二件"""');
    expect(JSON.stringify(everyFile(work))).not.toContain(Buffer.from('2027 年的').toString('base64'));
    expect(index).not.toContain('2027 年的');
  });

  it('has its index as a workbook, in four orders', async () => {
    const read = await readWorkbook(readFileSync(join(work, 'a/public/data/index.xlsx')));
    if (!read.ok) throw new Error(`no workbook: ${read.code}`);
    expect(read.sheets.map(({ name }) => name)).toEqual(['按日期', '按单位', '按目录', '按责任人']);
    for (const { rows } of read.sheets) {
      expect(rows[0]).toEqual(['日期', '单位', '目录条目', '标题', '责任人', '状态', '网页', '编号']);
      const titles = rows.slice(1).map((row) => row[3]);
      expect(titles.toSorted()).toEqual(['2026 年第一件', '有附件的, "第二件"']);
      expect(rows[1]).toContain('2026-11-24');
      expect(rows[1]).toContain('李某');
    }
  });

  it('has each unit’s year as one page', () => {
    expect(readdirSync(join(work, 'a/public/data/years'))).toEqual(['v1-2026.html']);
    const page = readFileSync(join(work, 'a/public/data/years/v1-2026.html'), 'utf8');
    expect(page).toContain('data-files="../files/"');
    expect(page).toContain('2026 年第一件');
  });

  it('gives the same annual report as the live records, what the office typed in among it', async () => {
    const made = await reportFromArchive(join(work, 'a'), 2026, day('2027-01-15'));
    expect(made).toEqual(await makeReport(test.dataDir, 2026, day('2027-01-15')));
    const without = await reportFromArchive(join(work, 'a/public'), 2026, day('2027-01-15'));
    expect(without).not.toEqual(made);
  });

  it('is the same bytes when it is made again, and when it is made of what was read back from it', async () => {
    const before = everyFile(join(work, 'a'));
    await archiveOf(test.dataDir, join(work, 'b'));
    expect(everyFile(join(work, 'b'))).toEqual(before);
    await importInto(join(work, 'a'), join(work, 'data'));
    await archiveOf(join(work, 'data'), join(work, 'c'));
    expect(everyFile(join(work, 'c'))).toEqual(before);
  });

  it('read back with the log key from the recovery sheet serves the same board, with its photos', async () => {
    await importInto(join(work, 'a'), join(work, 'served'));
    cpSync(join(test.dataDir, 'log-key'), join(work, 'served/log-key'));
    const { createServer } = await import('../../../../src/server/server.ts');
    const server = await createServer({
      dataDir: join(work, 'served'),
      distDir: join(work, 'dist'),
      now: test.clock.now,
      printSetupCode: false,
    });
    const { port } = await server.listen(0, '127.0.0.1');
    const page = await (await fetch(`http://127.0.0.1:${port}/b/v1`)).text();
    const photo = await (await fetch(`http://127.0.0.1:${port}/files/${HASH}`)).arrayBuffer();
    await server.close();
    expect(Buffer.from(photo).equals(PNG)).toBe(true);
    expect(page).toContain('2026 年第一件');
    expect(page).not.toContain('2027 年的');
  });

  it('is refused in plain words when it is damaged, and nothing is read in', async () => {
    cpSync(join(work, 'a'), join(work, 'bad'), { recursive: true });
    const [path = ''] = Object.keys(everyFile(join(work, 'bad'))).filter((one) => one.endsWith('leaves.txt'));
    writeFileSync(join(work, 'bad', path), `${readFileSync(join(work, 'bad', path), 'utf8')} `);
    await expect(importInto(join(work, 'bad'), join(work, 'empty'))).rejects.toThrow('档案坏了或被改过');
    const storage = await openStorage(join(work, 'empty'));
    expect(await storage.log.heads()).toEqual([]);
    await storage.close();
  });

  it('is never written over something', async () => {
    await expect(archiveOf(test.dataDir, join(work, 'a'))).rejects.toThrow('已经有东西');
  });
});

describe('the product’s own verifier, on an archive', () => {
  const damaged = async (change: (bag: string) => void): Promise<string> => {
    const folder = mkdtempSync(join(work, 'copy-'));
    cpSync(join(work, 'a'), folder, { recursive: true });
    change(join(folder, 'public'));
    const { ok, words } = await check(folder);
    expect(ok).toBe(false);
    return words;
  };
  const log = (name: string): string => `data/log/${test.township}/v1/public/${name}`;
  const edit = (bag: string, path: string, change: (text: string) => string): void =>
    writeFileSync(join(bag, path), change(readFileSync(join(bag, path), 'utf8')));

  it('says that all is well, of both bags or of one', async () => {
    const { ok, words, json } = await check(join(work, 'a'));
    expect([ok, words]).toEqual([true, expect.stringContaining('✓ 文件和清单一致')]);
    expect(words).toContain('✓ 一条不多，一条不少，没有改动');
    expect(words).toContain(made.open.fingerprint);
    expect(words).toContain(made.sealed!.fingerprint);
    const bags = ['public', 'sealed'].map((bag) => ({ bag, problems: [], findings: [] }));
    expect(json).toMatchObject({ ok: true, bags });
    expect((await check(join(work, 'a/public'))).ok).toBe(true);
  });

  it('names each file that was changed, added, removed or renamed', async () => {
    const words = await damaged((bag) => {
      edit(bag, 'data/index.csv', (text) => text.replace('李某', '王某'));
      writeFileSync(join(bag, 'data/notices/extra.html'), '');
      rmSync(join(bag, 'data/index.html'));
      renameSync(join(bag, 'README.txt'), join(bag, 'READ.txt'));
    });
    expect(words.split('\n').slice(1, 6)).toEqual([
      '✗ 缺失 · missing: README.txt',
      '✗ 改过 · changed: data/index.csv',
      '✗ 缺失 · missing: data/index.html',
      '✗ 多出来 · added: READ.txt',
      '✗ 多出来 · added: data/notices/extra.html',
    ]);
    expect(words).toContain('✓ 一条不多，一条不少，没有改动');
  });

  it('names the record that was changed, and the attachment', async () => {
    expect(
      await damaged((bag) => edit(bag, log('bodies.txt'), (text) => text.replace('第一件', '第二件'))),
    ).toContain('v1/public #1 [body]: 正文不是当时签名的那份');
    expect(await damaged((bag) => writeFileSync(join(bag, 'data/files', HASH), 'x'))).toContain('附件被换过');
    expect(await damaged((bag) => rmSync(join(bag, 'data/files', HASH)))).toContain('附件不见了');
    expect(await damaged((bag) => rmSync(join(bag, log('leaves.txt'))))).toContain('记录比簿头说的少');
    expect(await damaged((bag) => rmSync(join(bag, log('checkpoint.txt'))))).toContain(
      '簿头不是这本公开簿的密钥签的',
    );
  });
});

describe.runIf(python)('the verifier, with Python’s standard library alone', () => {
  it('says that nothing was added, left out or changed', () => {
    const { stdout, status } = verify(join(work, 'a/public'));
    const fingerprint = createHash('sha256')
      .update(readFileSync(join(work, 'a/public/tagmanifest-sha256.txt')))
      .digest('hex');
    expect([stdout, status]).toEqual([
      `✓ 没有增加、遗漏或改动 nothing was added, left out or changed\n指纹 fingerprint: ${fingerprint}\n`,
      0,
    ]);
    expect(made.open.fingerprint).toBe(fingerprint);
  });

  it('finds any damage at seeded places, even where the manifests were made again', () => {
    const script = join(import.meta.dirname, '../../../fault/archive/damage.py');
    const run = spawnSync('python3', ['-B', script, join(work, 'a/public'), '2026', '30'], {
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.stdout.split('\n')).toEqual([
      'a byte: 30 of 30 found',
      ...['a file added', 'a file removed', 'a file renamed', 'two files swapped'].map(found(3)),
      ...['a byte', 'a record left out', 'a record doubled', 'two records swapped']
        .map((way) => `${way}, manifests made again`)
        .map(found(3)),
      '',
    ]);
  });
});
