/**
 * Envelopes go to the township by themselves, in requests that nobody signs and that say nothing of what this device
 * holds: whoever runs the server is not told from which tablet, or from whose phone, one of them comes.
 */
import type { TownshipId } from '../../log/stream.ts';
import { keepProblem, waitingItems } from '../../store/device/outbox.ts';
import { type EventResult, PROTOCOL_VERSION, type SyncRequest, syncResponse } from '../protocol.ts';
import { ENVELOPE, settleEnvelopes } from './envelope-outbox.ts';
import type { Http } from './http.ts';
import type { Ports } from './ports.ts';
import { keepRefusals, nextItems, signedEvent } from './sending.ts';

/** Hands in what is sealed here; what does not go stays, and says why. */
export async function handInEnvelopes(
  ports: Ports,
  http: Http,
  township: TownshipId,
): Promise<EventResult[]> {
  const results: EventResult[] = [];
  const tried = new Set<string>();
  for (;;) {
    const waiting = await waitingItems(ports.db);
    const items = nextItems(waiting.filter(({ type, id }) => type === ENVELOPE && !tried.has(id)));
    if (items.length === 0) return results;
    for (const { id } of items) tried.add(id);
    const request: SyncRequest = {
      v: PROTOCOL_VERSION,
      held: {},
      events: items.map(signedEvent),
      report: null,
    };
    const answer = await http.json(syncResponse, {
      method: 'POST',
      path: '/api/sync',
      body: JSON.stringify(request),
      headers: { 'content-type': 'application/json' },
      signer: null,
    });
    const code = !answer.ok ? answer.fault : answer.value.township === township ? null : 'wrong-township';
    if (!answer.ok || code !== null) {
      const problem = { code: code ?? 'no-network', at: new Date(ports.now()).toISOString() };
      await keepProblem(ports.db, [...tried], problem);
      return results;
    }
    results.push(...answer.value.results);
    await keepRefusals(ports, items, answer.value.results);
    await settleEnvelopes(ports, items, answer.value.results);
  }
}
