/** The app itself: its files, and index.html for every page that the app has an address for. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastifyStatic from '@fastify/static';
import { acceptedEncoding } from '../http/compression.ts';
import { refuse } from '../http/errors.ts';
import type { AppFile } from '../web/app-files.ts';

/** Never a page of the app, whatever follows. */
const NOT_PAGES = /^\/(?:api|files|assets|health)(?:\/|$)/;

export interface WebOptions {
  files: Map<string, AppFile>;
  /** Folders of the hashed assets of this build and of some before it. */
  assetsDirs: string[];
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: AppFile): FastifyReply {
  // Asked again each time, so that an update is found; the answer is then 'not modified'.
  void reply.header('cache-control', 'no-cache').header('etag', file.etag).type(file.type);
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  if (!file.zipped) return reply.send(file.bytes);
  void reply.header('vary', 'accept-encoding');
  if (acceptedEncoding(request) === 'identity') return reply.send(file.bytes);
  return reply.header('content-encoding', 'gzip').send(file.zipped);
}

export async function webRoutes(app: FastifyInstance, { files, assetsDirs }: WebOptions): Promise<void> {
  if (assetsDirs.length > 0)
    await app.register(fastifyStatic, {
      root: assetsDirs,
      prefix: '/assets/',
      preCompressed: true,
      index: false,
      decorateReply: false,
      // The list of builds is no asset.
      allowedPath: (path) => !path.endsWith('/builds.json'),
      immutable: true,
      maxAge: '365d',
    });
  for (const [path, file] of files) {
    app.get(path, (request, reply) => sendFile(request, reply, file));
  }
  app.setNotFoundHandler((request, reply) => {
    const path = (request.raw.url ?? '/').split('?')[0] ?? '/';
    const index = files.get('/index.html');
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !NOT_PAGES.test(path) &&
      !path.slice(path.lastIndexOf('/')).includes('.');
    if (isPage && index) return sendFile(request, reply, index);
    return refuse(reply, 'not-found', isPage ? 'the app has not been built' : 'no such thing');
  });
}
