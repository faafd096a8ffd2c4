/** `gongkailan serve`: the server for real use. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { pino } from 'pino';
import { messageSettings } from '../messages/settings.ts';
import { createServer, type GongkailanServer } from '../server.ts';
import { ensureBuilt } from './build.ts';

interface Flags {
  port: number;
  host: string;
  data: string;
  dist?: string;
  tlsCert?: string;
  tlsKey?: string;
  trustProxy?: boolean;
}

/** A port's number; 0: any free one. */
export function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('0–65535');
  return port;
}

const stopped = (server: GongkailanServer): void => {
  let stopping = false;
  const stop = (): void => {
    // A second signal does not wait.
    if (stopping) process.exit(1);
    stopping = true;
    void server.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
};

async function tlsOf({ tlsCert, tlsKey }: Flags): Promise<{ cert: string; key: string } | undefined> {
  if (!tlsCert !== !tlsKey) {
    throw new InvalidArgumentError('--tls-cert 和 --tls-key 要一起给 / give both --tls-cert and --tls-key');
  }
  if (!tlsCert || !tlsKey) return undefined;
  return { cert: await readFile(tlsCert, 'utf8'), key: await readFile(tlsKey, 'utf8') };
}

async function run(flags: Flags): Promise<void> {
  const tls = await tlsOf(flags);
  const messages = messageSettings(process.env);
  const distDir = flags.dist ? resolve(flags.dist) : await ensureBuilt();
  // Words for people go to stdout, the log for machines to stderr.
  const logger = pino({ base: null }, pino.destination({ dest: 2, sync: false }));
  const server = await createServer({
    dataDir: resolve(flags.data),
    distDir,
    now: Date.now,
    logger,
    tls,
    trustProxy: flags.trustProxy,
    messages,
  });
  stopped(server);
  const { port } = await server.listen(flags.port, flags.host);
  const shown = flags.host === '0.0.0.0' || flags.host === '::' ? 'localhost' : flags.host;
  const address = `${tls ? 'https' : 'http'}://${shown.includes(':') ? `[${shown}]` : shown}:${port}/`;
  process.stdout.write(`公开栏已启动 · Gongkailan is running: ${address}\n`);
  if (server.setupCode) process.stdout.write(`请打开 · to set it up, open ${address}setup\n`);
}

export function serveCommand(): Command {
  return new Command('serve')
    .description('正式使用：启动服务 / run the server for real use')
    .option('--port <number>', '端口，0 表示任意空闲端口 / port; 0: any free one', portNumber, 4700)
    .option('--host <address>', '监听地址 / address to listen on', '0.0.0.0')
    .option('--data <folder>', '数据文件夹 / data folder', './data')
    .option('--dist <folder>', '已构建的应用，不另构建 / a built app; without it, it is built when needed')
    .option('--tls-cert <file>', 'HTTPS 证书（PEM）/ certificate for HTTPS, PEM')
    .option('--tls-key <file>', 'HTTPS 私钥（PEM）/ its private key, PEM')
    .option('--trust-proxy', '前面有反向代理 / a reverse proxy stands in front and speaks HTTPS')
    .action(run);
}
