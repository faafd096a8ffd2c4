/** For who has a receipt code: what was handed in under it, and the answers. The request is signed by the code's key. */
import type { FastifyInstance } from 'fastify';
import type { EnvelopeAnswer, EnvelopesResponse } from '../../sync/protocol.ts';
import type { Site } from '../host.ts';
import { callerOf, refuseCaller } from '../http/caller.ts';
import { refuse } from '../http/errors.ts';
import { answersOf, handedIn, type Standing } from '../township/envelopes.ts';
import { type RouteContext, siteOrRefuse } from './context.ts';

export function envelopeRoutes(app: FastifyInstance, context: RouteContext): void {
  app.get('/api/envelopes', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const site = siteOrRefuse(context, reply);
    if (!site) return reply;
    const caller = await callerOf(request, context.now());
    if (!caller.ok) return refuseCaller(reply, caller, context.now());
    if (caller.key === null) return refuse(reply, 'unauthorised', 'signed by the key of a receipt code');
    return answer(site, caller.key);
  });
}

/** Nothing handed in and a wrong code look the same. */
async function answer({ township }: Site, key: string): Promise<EnvelopesResponse> {
  const { store, id } = township.context;
  const entry = async ({ stream, number }: Standing) => {
    const [one] = await store.read(stream, number, number + 1);
    return one
      ? { id: one.id, answer: { number, leaf: one.leaf, body: one.body } satisfies EnvelopeAnswer }
      : null;
  };
  const envelopes: EnvelopesResponse['envelopes'] = [];
  for (const standing of await handedIn(store, id, key)) {
    const own = await entry(standing);
    if (!own) continue;
    const answers = await Promise.all((await answersOf(store, id, own.id)).map(entry));
    envelopes.push({
      stream: standing.stream,
      number: standing.number,
      leaf: own.answer.leaf,
      answers: answers.flatMap((one) => (one ? [one.answer] : [])),
    });
  }
  return { v: 1, envelopes };
}
