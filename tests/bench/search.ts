/** Search over a large board: each query in ms, beside MiniSearch with pairs of characters and a scan of all texts. */
import { publicStream } from '../../src/log/stream.ts';
import { UNIT } from './filling.ts';
import { p95, type Row, rowOf } from './rows.ts';
import type { Stage } from './stage.ts';

/** Two characters each: in titles, in texts, in all notices and in none. */
const QUERIES =
  '补贴 低保 书屋 玉米 梯田 账目 值班 村委 公示 12 20 86 某某 水渠 三社 每周 一卡 每亩 天气 龙卷'.split(' ');

export async function search(stage: Stage, count: number, runs: number): Promise<Row[]> {
  const server = await stage.filled(count);
  const stream = publicStream(server.township, UNIT);
  const measure = () =>
    stage.freshPage(server.origin, async (page) => {
      await page.evaluate((unit) => window.bench.cold(unit), UNIT);
      return page.evaluate(([of, queries]) => window.bench.search(of, queries), [stream, QUERIES] as const);
    });
  const all: Awaited<ReturnType<typeof measure>>[] = [];
  for (let run = 0; run < runs; run++) all.push(await measure());
  await server.close();
  for (const { oursFound, scanFound } of all)
    if (String(oursFound) !== String(scanFound))
      throw new Error(`bench: found ${oursFound}, and by a scan ${scanFound}`);
  const row = (name: string, unit: string, ours: number[], mini: number[], aim: number): Row => ({
    ...rowOf({ name: `${name}-${count}`, unit, ours, aim }),
    peer: rowOf({ name: '', unit: '', ours: mini }).ours,
  });
  const times = all.map((one) => p95(one.ours));
  const scans = all.map((one) => p95(one.scan));
  return [
    row(
      'search-p95',
      'ms',
      times,
      all.map((one) => p95(one.mini)),
      16,
    ),
    { ...row('search-scan-p95', 'ms by a scan of all texts', scans, [], 16), peer: null, aim: null },
    row(
      'search-build',
      'ms',
      all.map((one) => one.build.ours),
      all.map((one) => one.build.mini),
      5_000,
    ),
    row(
      'search-start',
      'ms',
      all.map((one) => one.start.ours),
      all.map((one) => one.start.mini),
      500,
    ),
    row(
      'search-index',
      'of the text’s bytes',
      all.map(({ bytes }) => bytes.ours / bytes.text),
      all.map(({ bytes }) => bytes.mini / bytes.text),
      0.4,
    ),
  ];
}
