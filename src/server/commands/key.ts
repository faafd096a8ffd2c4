/** `gongkailan key restore`: the log key, typed from the recovery sheet, back into a data folder that lacks it. */
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { parseStream, registryOf } from '../../log/stream.ts';
import { LogKeyError } from '../host.ts';
import { keepLogKey, readLogKey, seedFrom, signerOf } from '../log-key.ts';
import { openStorage } from '../storage.ts';
import { loadRegistry } from '../township/registry-row.ts';

/** The public key that signed the log in this folder; null when there is no log yet. */
async function logKeyIn(dataDir: string): Promise<string | null> {
  const storage = await openStorage(dataDir);
  try {
    const heads = (await storage.log.heads()).map(({ stream }) => parseStream(stream));
    const township = heads.find((parts) => parts?.kind === 'registry')?.township;
    return township ? (await loadRegistry(storage.log, registryOf(township))).logKey : null;
  } finally {
    await storage.close();
  }
}

/**
 * Puts the key of the sheet into the data folder.
 * @param typed 64 hex digits; blanks and line breaks are forgiven.
 * @throws LogKeyError when it is mistyped, not the key of the log there, or the folder has its right key already.
 */
export async function restoreLogKey(dataDir: string, typed: string): Promise<void> {
  const seed = seedFrom(typed);
  if (seed === null)
    throw new LogKeyError('要 64 个字（0–9、a–f），请对着恢复单再输一遍 · 64 hex digits are needed');
  const expected = await logKeyIn(dataDir);
  if (expected === null)
    throw new LogKeyError(
      '这个文件夹里没有公开簿，请先恢复备份 · there is no log here: restore the backup first',
    );
  const { publicKey } = await signerOf(seed);
  if (publicKey !== expected)
    throw new LogKeyError('这不是这本公开簿的私钥，请核对恢复单 · this is not the key of the log here');
  const kept = await readLogKey(dataDir).catch(() => null);
  if (kept?.signer.publicKey === expected)
    throw new LogKeyError('私钥好好的，不用恢复 · the key is in its place already');
  await keepLogKey(dataDir, seed);
}

async function run({ data }: { data: string }): Promise<void> {
  process.stderr.write(
    '请输入恢复单上的私钥，再按回车和 Ctrl+D · type the private key of the recovery sheet, then Ctrl+D\n',
  );
  await restoreLogKey(resolve(data), await text(process.stdin));
  process.stdout.write('私钥恢复好了，可以启动服务 · the key is restored; the server can be started\n');
}

export function keyCommand(): Command {
  const restore = new Command('restore')
    .description(
      '从恢复单恢复公开簿的私钥（从标准输入读）/ restore the log key from the recovery sheet, read from stdin',
    )
    .option('--data <folder>', '数据文件夹 / data folder', './data')
    .action(run);
  return new Command('key').description('公开簿的私钥 / the log key').addCommand(restore);
}
