import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { Host } from '../../../src/server/host.ts';
import { openStorage } from '../../../src/server/storage.ts';
import { member, TestServer } from './harness.ts';
import { readVerified } from './verified.ts';

const log = pino({ level: 'silent' });
let village: TestServer;
afterEach(() => village.stop());

async function newVillage(): Promise<(title: string) => ReturnType<TestServer['publish']>> {
  village = await (await new TestServer().start()).found();
  const cadre = await village.device('cadre', 'phone', 'v1', member('clerk', 'v1'));
  return (title) => village.publish(cadre, 'v1', title);
}

/** The data folder, opened beside the server. */
const openBeside = async (): Promise<Host> =>
  Host.open(await openStorage(village.dataDir), { dataDir: village.dataDir, now: village.clock.now, log });

describe('a restart', () => {
  it('keeps everything, and folds nothing', async () => {
    const publish = await newVillage();
    await village.mustAccept(await publish('一'), await publish('二'));
    const before = await readVerified(village, village.public('v1'));
    const registry = await readVerified(village, village.registry);
    await village.server.close();
    const storage = await openStorage(village.dataDir);
    const reads: string[] = [];
    const counted = new Proxy(storage.log, {
      get: (target, name) => {
        if (name === 'read') reads.push('read');
        return (Reflect.get(target, name) as (...given: never[]) => unknown).bind(target);
      },
    });
    const host = await Host.open(
      { ...storage, log: counted },
      { dataDir: village.dataDir, now: village.clock.now, log },
    );
    expect((await host.site!.township.registry()).size).toBe(registry.length);
    expect(reads).toEqual([]);
    await host.close();

    await village.start();
    expect(await readVerified(village, village.public('v1'))).toEqual(before);
    expect(await readVerified(village, village.registry)).toEqual(registry);
    await village.mustAccept(await publish('三'));
    expect(await readVerified(village, village.public('v1'))).toHaveLength(3);
  });

  it('folds the registry again when its row was made by older software, or is gone', async () => {
    await newVillage();
    const host = await openBeside();
    const before = await host.site!.township.registry();
    await host.storage.log.putRows([
      { stream: village.registry, key: 'registry', value: { fold: 0, state: {} } },
    ]);
    await host.close();
    await village.restart();
    const again = await openBeside();
    expect(await again.site!.township.registry()).toEqual(before);
    await again.close();
  });

  it('is refused without the log key, or with another one', async () => {
    await newVillage();
    await village.server.close();
    const path = join(village.dataDir, 'log-key');
    const kept = readFileSync(path, 'utf8');
    expect(kept.trim()).toBe(village.recovery);
    rmSync(path);
    await expect(village.start()).rejects.toThrow(/log-key is missing/);
    writeFileSync(path, `${'1'.repeat(64)}\n`);
    await expect(village.start()).rejects.toThrow(/is not the key of/);
    writeFileSync(path, 'garbage');
    await expect(village.start()).rejects.toThrow(/is not a log key/);
    writeFileSync(path, kept);
    await village.start();
  });
});
