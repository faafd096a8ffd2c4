/** HTTP, put together: limits, security headers, bodies, logs, and the routes. */
import { randomUUID } from 'node:crypto';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { RouteContext } from '../routes/context.ts';
import { archiveRoutes } from '../routes/archive.ts';
import { boxRoutes } from '../routes/box.ts';
import { envelopeRoutes } from '../routes/envelopes.ts';
import { fileRoutes } from '../routes/files.ts';
import { logRoutes } from '../routes/log.ts';
import { liveRoutes } from '../routes/live.ts';
import { publicRoutes } from '../routes/public.ts';
import { openRoutes } from '../routes/open.ts';
import { openFiguresRoutes } from '../routes/open-figures.ts';
import { messageRoutes } from '../routes/messages.ts';
import { reminderRoutes } from '../routes/reminders.ts';
import { segmentRoutes } from '../routes/segments.ts';
import { setupRoutes } from '../routes/setup.ts';
import { syncRoutes } from '../routes/sync.ts';
import { visitRoutes } from '../routes/visits.ts';
import { townshipRoutes } from '../routes/township.ts';
import { webRoutes, type WebOptions } from '../routes/web.ts';
import { readBodies } from './bodies.ts';
import { compressAnswers } from './compression.ts';
import { handleErrors, refuse, refuseConnection } from './errors.ts';
import { logRequests } from './request-log.ts';
import { secure, type SecurityOptions } from './security.ts';

export interface AppOptions extends WebOptions, Omit<SecurityOptions, 'https'> {
  context: RouteContext;
  log: Logger;
  tls?: { cert: string; key: string };
  trustProxy?: boolean;
}

/** Bytes of a body, where a route says nothing else: the setup's events are the largest. */
const BODY_LIMIT = 1024 * 1024;
/** A request that takes longer than this to arrive is given up, ms: 8 MiB at 50 kbit/s take 22 minutes. */
const REQUEST_TIMEOUT_MS = 30 * 60_000;
/** Connections that are still busy after this are cut when the server stops, ms. */
const CLOSE_AFTER_MS = 5_000;

/** Plain HTTP or HTTPS; the same to all that follows. */
function bare({ tls, trustProxy = false }: AppOptions): FastifyInstance {
  const options = {
    bodyLimit: BODY_LIMIT,
    trustProxy,
    requestTimeout: REQUEST_TIMEOUT_MS,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    clientErrorHandler: refuseConnection,
    frameworkErrors: (_error: Error, _request: FastifyRequest, reply: FastifyReply) =>
      void refuse(reply, 'bad-request', 'not an address'),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  } as const;
  return tls ? (fastify({ ...options, https: tls }) as unknown as FastifyInstance) : fastify(options);
}

export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const app = bare(options);
  const { context, log, tls, trustProxy = false } = options;
  handleErrors(app, log);
  readBodies(app);
  logRequests(app, log);
  await secure(app, { ...options, https: tls !== undefined || trustProxy });
  compressAnswers(app);
  townshipRoutes(app, context);
  setupRoutes(app, context);
  syncRoutes(app, context);
  segmentRoutes(app, context);
  logRoutes(app, context);
  liveRoutes(app, context);
  fileRoutes(app, context);
  envelopeRoutes(app, context);
  boxRoutes(app, context);
  await messageRoutes(app, context);
  await reminderRoutes(app, context);
  openRoutes(app, context);
  openFiguresRoutes(app, context);
  visitRoutes(app, context);
  archiveRoutes(app, context);
  publicRoutes(app, context, options.files);
  await webRoutes(app, options);
  app.addHook('preClose', async () => {
    // Listeners never end by themselves; what hangs is not waited for.
    context.host.live.close();
    setTimeout(() => app.server.closeAllConnections(), CLOSE_AFTER_MS).unref();
  });
  return app;
}
