/** The one call that does it all: takes in what is new, gives what is missing. */
import type { FastifyInstance } from 'fastify';
import { mayRead } from '../../domain/registry/rights.ts';
import type { Device, Registry } from '../../domain/registry/registry.ts';
import { parseStream } from '../../log/stream.ts';
import {
  MAX_SYNC_BYTES,
  MAX_SYNC_STREAMS,
  PROTOCOL_VERSION,
  syncRequest,
  type SyncRequest,
  type SyncResponse,
} from '../../sync/protocol.ts';
import type { Site } from '../host.ts';
import { callerOf, refuseCaller } from '../http/caller.ts';
import { refuse } from '../http/errors.ts';
import { Budget, pullPart } from '../pull.ts';
import { withReceipts } from '../township/envelopes.ts';
import { type RouteContext, siteOrRefuse } from './context.ts';

export function syncRoutes(app: FastifyInstance, context: RouteContext): void {
  app.post('/api/sync', { bodyLimit: MAX_SYNC_BYTES }, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const site = siteOrRefuse(context, reply);
    if (!site) return reply;
    const caller = await callerOf(request, context.now());
    if (!caller.ok) return refuseCaller(reply, caller, context.now());
    const parsed = syncRequest.safeParse(request.body);
    if (!parsed.success || Object.keys(parsed.data.held).length > MAX_SYNC_STREAMS) {
      const where = parsed.error?.issues[0]?.path.join('.') ?? 'held';
      return refuse(reply, 'bad-request', `not a sync request: ${where.slice(0, 80)}`);
    }
    return answer(context, site, caller.key, parsed.data);
  });
}

async function answer(
  { host, now }: RouteContext,
  site: Site,
  key: string | null,
  { events, held, report }: SyncRequest,
): Promise<SyncResponse> {
  const { township, tiles } = site;
  const { store } = township.context;
  const results = events.length > 0 ? await withReceipts(store, tiles, await township.accept(events)) : [];
  // After the events: one of them may have enrolled the caller.
  const registry = await township.registry();
  const device = activeDevice(registry, key);
  const at = new Date(now()).toISOString();
  if (device) await host.contacts.heard(device, { key: device.key, at, held, report });
  return {
    v: PROTOCOL_VERSION,
    township: township.id,
    now: at,
    results,
    streams: await streams(site, registry, device, held),
    contacts: device ? await host.contacts.seenBy(registry, device) : [],
  };
}

/** The caller's device; null for anybody else, a revoked device among them. */
export function activeDevice(registry: Registry, key: string | null): Device | null {
  const device = key !== null && Object.hasOwn(registry.devices, key) ? registry.devices[key] : undefined;
  return device && !device.revoked ? device : null;
}

async function streams(
  { township, segments }: Site,
  registry: Registry,
  device: Device | null,
  held: SyncRequest['held'],
): Promise<SyncResponse['streams']> {
  const budget = new Budget();
  const parts: SyncResponse['streams'] = {};
  for (const [stream, size] of Object.entries(held)) {
    const place = parseStream(stream);
    const open = place?.township === township.id && mayRead(registry, place, device?.key ?? null);
    parts[stream] = open
      ? await pullPart(township.context, segments, stream, size, budget)
      : { denied: true };
  }
  return parts;
}
