/** Request bodies: kept as the bytes that were signed, beside what they say. */
import type { FastifyInstance } from 'fastify';

/** JSON for the calls, plain bytes for uploads, nothing else. */
export function readBodies(app: FastifyInstance): void {
  app.decorateRequest('bodyBytes');
  app.addHook('onRequest', async (request) => {
    request.bodyBytes = new Uint8Array(0);
  });
  app.removeAllContentTypeParsers();
  // Refuses keys like __proto__, which could change what an object is.
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    request.bodyBytes = body;
    void parse(request, body.toString('utf8'), done);
  });
  const asBytes = ['application/octet-stream', 'application/offset+octet-stream'];
  app.addContentTypeParser(asBytes, { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    request.bodyBytes = body;
    done(null, body);
  });
}
