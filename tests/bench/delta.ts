/** What one new notice costs a device that has all others: requests, bytes beyond the notice's own content, time. */
import type { Page } from 'playwright-core';
import { noticeEvent, UNIT } from './filling.ts';
import { type Meter, startMeter } from './meter.ts';
import { type Row, rowOf } from './rows.ts';
import type { Stage } from './stage.ts';

interface Cost {
  requests: number;
  /** Headers and bodies, both ways. */
  bytes: number;
  /** Milliseconds. */
  took: number;
}

async function oneDelta(page: Page, meter: Meter, size: number): Promise<Cost> {
  let requests = 0;
  const count = (): void => void (requests += 1);
  page.on('request', count);
  const before = meter.bytes();
  const held = await page.evaluate((unit) => window.bench.delta(unit), UNIT);
  const bytes = meter.bytes() - before;
  page.off('request', count);
  if (held.size !== size) throw new Error(`bench: the device holds ${held.size} of ${size} events`);
  return { requests, bytes, took: held.took };
}

export async function delta(stage: Stage, count: number, runs: number): Promise<Row[]> {
  const server = await stage.filled(count);
  const meter = await startMeter(server.port);
  const costs = await stage.freshPage(meter.origin, async (page) => {
    await page.evaluate((unit) => window.bench.cold(unit), UNIT);
    const all: Cost[] = [];
    for (let run = 0; run < runs; run++) {
      const event = await noticeEvent(server.township, count + run);
      await server.sync([event]);
      const cost = await oneDelta(page, meter, count + run + 1);
      all.push({ ...cost, bytes: cost.bytes - Buffer.byteLength(event.body ?? '') });
    }
    return all;
  });
  await meter.close();
  await server.close();
  const of = (field: keyof Cost): number[] => costs.map((cost) => cost[field]);
  return [
    rowOf({ name: `delta-requests-${count}`, unit: 'requests', ours: of('requests'), aim: 1 }),
    rowOf({ name: `delta-bytes-${count}`, unit: 'bytes beyond the notice', ours: of('bytes'), aim: 2048 }),
    rowOf({ name: `delta-time-${count}`, unit: 'ms', ours: of('took') }),
  ];
}
