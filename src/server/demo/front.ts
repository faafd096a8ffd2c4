/** The demo's front page and the few calls behind it. On the demo's own port: the product's server knows nothing of it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fastify } from 'fastify';
import * as z from 'zod/mini';
import type { DeviceName, Relays } from './relay.ts';

const FILES: Record<string, [file: string, type: string]> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/front.css': ['front.css', 'text/css; charset=utf-8'],
  '/front.js': ['front.js', 'text/javascript; charset=utf-8'],
};

const networkRequest = z.strictObject({ device: z.enum(['phone', 'tablet']), connected: z.boolean() });

export interface FrontPageOptions {
  port: number;
  distDir: string;
  relays: Relays;
  /** Fresh one-time links for the devices. */
  links: () => Promise<Record<DeviceName, string>>;
}

/** Serves the front page on loopback. */
export async function startFrontPage(
  options: FrontPageOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  const { relays } = options;
  const app = fastify({ bodyLimit: 1024 });
  const frames = Object.values(relays).map((relay) => `http://localhost:${relay.port}`);
  const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src ${frames.join(' ')}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  app.addHook('onSend', async (_request, reply) => {
    void reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    });
  });
  for (const [path, [file, type]] of Object.entries(FILES)) {
    app.get(path, async (_request, reply) =>
      reply.type(type).send(await readFile(new URL(`./front/${file}`, import.meta.url))),
    );
  }
  app.get('/icon.svg', async (_request, reply) =>
    reply.type('image/svg+xml').send(await readFile(join(options.distDir, 'icon.svg'))),
  );

  const connected = (): Record<DeviceName, boolean> => ({
    phone: relays.phone.connected,
    tablet: relays.tablet.connected,
    office: relays.office.connected,
    committee: relays.committee.connected,
    inspector: relays.inspector.connected,
  });
  app.post('/start', async () => ({ ...(await options.links()), connected: connected() }));
  app.post('/network', async (request, reply) => {
    const wanted = networkRequest.safeParse(request.body);
    if (!wanted.success) return reply.code(400).send({ error: { code: 'bad-request', message: 'network' } });
    const relay = relays[wanted.data.device];
    await (wanted.data.connected ? relay.restore() : relay.cut());
    return connected();
  });

  await app.listen({ port: options.port, host: '127.0.0.1' });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return { url: `http://localhost:${port}/`, close: () => app.close() };
}
