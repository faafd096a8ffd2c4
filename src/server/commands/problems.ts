/** What went wrong at the start, in words for who typed the command. */
import { UnusableFileError } from '../../store/sqlite/database.ts';
import { StorageError } from '../../store/log-store.ts';
import { LogKeyError } from '../host.ts';
import { MessageSettingsError } from '../messages/settings.ts';
import { ArchiveError } from '../archive/problems.ts';
import { UnreadableSourceError } from '../audit/source.ts';
import { BuildError } from './build.ts';

/** A sentence in Chinese and in English; null for what nobody expected. */
export function inPlainWords(error: unknown): string | null {
  if (error instanceof BuildError) return `应用构建失败 · the app could not be built:\n${error.message}`;
  if (error instanceof UnreadableSourceError) return `查不了 · cannot be checked: ${error.message}`;
  if (error instanceof ArchiveError) return error.message;
  if (error instanceof LogKeyError) return `日志密钥有问题 · the log key: ${error.message}`;
  if (error instanceof MessageSettingsError)
    return `短信的设置有误 · the settings for text messages are wrong:\n${error.message}`;
  if (error instanceof UnusableFileError) {
    return `数据文件不能用，请先升级软件或换一个数据文件夹 · the data cannot be used: ${error.message}`;
  }
  if (error instanceof StorageError) {
    const cause = error.cause instanceof Error ? error.cause.message : error.fault;
    return `数据文件夹不能读写 · the data folder cannot be used: ${cause}`;
  }
  const { code, message = '' } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `端口已被占用，请用 --port 换一个 · the port is in use, choose another with --port (${message})`;
  if (code === 'EACCES') return `没有权限 · not permitted (${message})`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `不能监听这个地址 · cannot listen there (${message})`;
  if (code === 'ENOENT') return `找不到文件 · no such file (${message})`;
  return code?.startsWith('ERR_OSSL')
    ? `证书或私钥读不出来 · the certificate or key cannot be read (${message})`
    : null;
}
