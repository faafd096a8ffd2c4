import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreLogKey } from '../../../../src/server/commands/key.ts';
import { TestServer } from '../harness.ts';

describe('the log key on the recovery sheet', () => {
  const village = new TestServer();
  beforeAll(async () => {
    await (await village.start()).found();
  });
  afterAll(() => village.stop());

  it('is put back from the sheet, and the server goes on with the same log', async () => {
    await village.server.close();
    await expect(restoreLogKey(village.dataDir, village.recovery)).rejects.toThrow('already');
    rmSync(join(village.dataDir, 'log-key'));
    await expect(village.start()).rejects.toThrow('recovery sheet');
    const typed = village.recovery.toUpperCase().replace(/(.{8})/g, '$1 \n');
    await restoreLogKey(village.dataDir, typed);
    await village.start();
    await village.mustAccept(await village.publish(village.office, 'township', '恢复以后的公告'));
  });

  it('is refused when it is mistyped, or that of another log, or when there is no log', async () => {
    await expect(restoreLogKey(village.dataDir, village.recovery.slice(1))).rejects.toThrow('64');
    const wrong = village.recovery.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    await expect(restoreLogKey(village.dataDir, wrong)).rejects.toThrow('not the key');
    await expect(restoreLogKey(join(village.dataDir, 'elsewhere'), village.recovery)).rejects.toThrow(
      'no log',
    );
  });
});
