import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureMessage } from '../../../../src/domain/forms/text-message.ts';
import type { OutingMade } from '../../../../src/domain/outing/events.ts';
import type { TableBlock } from '../../../../src/domain/report/model.ts';
import { makeReport, type MadeReport, reportFromArchive } from '../../../../src/server/commands/report.ts';
import { makeArchive } from '../../../../src/server/archive/archive.ts';
import { readLogKey } from '../../../../src/server/log-key.ts';
import { verify } from '../../../../src/server/commands/verify.ts';
import { makeYear2018 } from '../../../../src/server/demo/year-2018/year.ts';
import { eventsOf, readTownship } from '../../../../src/server/records/township-records.ts';
import { openStorage } from '../../../../src/server/storage.ts';
import { day } from '../../domain/due/sample.ts';

describe('the sample township’s year 2018', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkailan-2018-'));
  let made: MadeReport;

  beforeAll(async () => {
    await makeYear2018(folder);
    made = await makeReport(folder, 2018, day('2019-01-15'), '2018');
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const table = (id: string): TableBlock => {
    const block = made.report.parts.flatMap(({ blocks }) => blocks).find((one) => one.id === id);
    if (block?.kind !== 'table') throw new Error(`no table ${id}`);
    return block;
  };
  const figure = (id: string, name: string): unknown =>
    table(id).rows.find((row) => row.name === name)?.cells[0];

  it('has the figures of the report that the project starts from, counted from its records', () => {
    expect(figure('2018-totals', '在公开平台公开')).toBe(45);
    expect(figure('2018-totals', '以其他方式公开')).toBe(160);
    expect(figure('2018-totals', '公开目录（含指南、目录、补充公开）')).toBe(8);
    expect(figure('2018-forms', '公开栏（个）')).toBe(9);
    expect(figure('2018-forms', '公开墙（个）')).toBe(20);
    expect(figure('2018-requests-table', '收到申请')).toBe(0);
    expect(figure('2018-law-table', '行政复议')).toBe(0);
    expect(figure('2018-law-table', '行政诉讼')).toBe(0);
    expect(table('2018-people-table').rows.map(({ cells }) => cells[0])).toEqual([1, 1, 1]);
    expect(made.problems).toEqual([]);
  });

  it('speaks of all seven aspects and all ten key contents', () => {
    for (const id of ['2018-aspects', '2018-contents'])
      for (const { name, cells } of table(id).rows) expect(cells[0], name).toBeGreaterThan(0);
    expect(table('2018-contents').rows).toHaveLength(10);
  });

  it('has different notices, each of its own year, that name nobody', async () => {
    const storage = await openStorage(folder);
    const records = (await readTownship(storage.log))!;
    await storage.close();
    const notices = [...records.boards.values()].flat();
    expect(notices).toHaveLength(45);
    const titles = [...records.boards].flatMap(([unit, all]) => all.map(({ title }) => `${unit} ${title}`));
    expect(new Set(titles).size).toBe(45);
    expect(notices.every(({ acceptedAt }) => acceptedAt.startsWith('2018-'))).toBe(true);
    expect([...records.boards.keys()]).toHaveLength(10);
  });

  it('tells something else of each time that a notice went out: when, where, by whom, before how many', async () => {
    const storage = await openStorage(folder);
    const notes: string[] = [];
    for (const { stream, size } of await storage.log.heads())
      for await (const { type, content } of eventsOf(storage.log, stream, size)) {
        if (type !== 'outing.made') continue;
        const { form, note, segments } = content as OutingMade;
        if (form !== 'paper') notes.push(note);
        if (form === 'message') expect(measureMessage(note).segments).toHaveLength(segments!);
      }
    await storage.close();
    expect(notes).toHaveLength(160 - 29);
    expect(new Set(notes).size).toBe(notes.length);
    for (const note of notes) {
      expect(note.length).toBeGreaterThan(20);
      expect(note).not.toMatch(/undefined|NaN|。。/);
    }
  });

  it('is a log in which nothing is wrong, its pictures among it', async () => {
    expect(await verify(folder)).toMatchObject({ ok: true, json: { files: 29, findings: [] } });
  });

  it('gives the same report, figure by figure, from its archive alone', async () => {
    const storage = await openStorage(folder);
    const signer = (await readLogKey(folder))?.signer ?? null;
    const source = { log: storage.log, blobs: storage.blobs, signer, script: null };
    await makeArchive(source, { year: 2018, out: join(folder, 'archive') });
    await storage.close();
    expect(await reportFromArchive(join(folder, 'archive'), 2018, day('2019-01-15'), '2018')).toEqual(made);
  });

  it('makes the same report in the form in force, which asks for what no record says', async () => {
    const other = await makeReport(folder, 2018, day('2019-01-15'), '2021');
    expect(new Set(other.problems.map(({ code }) => code))).toEqual(new Set(['not-typed']));
  });
});
