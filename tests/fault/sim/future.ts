/** An event of a type that no version knows yet, in the log as a later server would have taken it in. */
import { shanghaiTime } from '../../../src/domain/time.ts';
import { eventId, makeEvent } from '../../../src/log/event.ts';
import { utf8 } from '../../../src/log/hex.ts';
import { leafLine, parseLeaf } from '../../../src/log/leaf.ts';
import { appendLeaf, EMPTY_FRONTIER, frontierToText, leafHash } from '../../../src/log/merkle.ts';
import { softwareSigner } from '../../../src/log/signature.ts';
import { frontierOf, noteAt } from '../../../src/server/township/border.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** Adds it to the board of v1. */
export async function appendFuture(world: World, random: Random): Promise<void> {
  const { store, signer } = world.server.run.host.site!.township.context;
  const stream = world.public('v1');
  const author = await softwareSigner(random.bytes(32));
  const at = shanghaiTime(world.clock.ms);
  const event = await makeEvent(
    author,
    { stream, type: 'future.thing', at, registry: 0, seen: 0, content: { what: random.below(1e9) } },
    random.bytes,
  );
  const head = await store.head(stream);
  const frontier = head ? frontierOf({ size: head.size, hashes: head.frontier }) : EMPTY_FRONTIER;
  const [last] = await store.read(stream, frontier.size - 1, frontier.size);
  const now = new Date(world.clock.ms + world.serverOff).toISOString();
  const before = (last && parseLeaf(last.leaf)?.acceptedAt) ?? '';
  const leaf = leafLine(now > before ? now : before, event.sig, event.header);
  const grown = appendLeaf(frontier, leafHash(utf8(leaf)));
  const { size, hashes } = frontierToText(grown);
  const checkpoint = await noteAt(stream, grown, signer);
  const entry = { id: eventId(event.header), leaf, body: event.body };
  await store.append({
    stream,
    from: frontier.size,
    entries: [entry],
    head: { stream, size, frontier: hashes, checkpoint },
  });
}
