/** Promises that can only be looked at on the way: what a browser says after an answer that was none of the server's. */
import type { DeviceDb } from '../../../src/store/device/db.ts';
import { contactState } from '../../../src/sync/client/status.ts';
import type { Answer, Fate, Request } from './network.ts';
import { settle } from './tasks.ts';
import type { World } from './world.ts';

interface Part {
  size?: number;
  checkpoint?: string | null;
  leaves?: unknown[];
  segments?: unknown[];
}

/** States that only the township itself may bring about. */
const ITS_WORD = ['wrong-township', 'update-needed'];

const read = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
};

/** Streams of which an old answer has a checkpoint of less than the request said is held, and no events. */
function older({ body }: Request, answer: Answer): string[] {
  const parts = (read(answer.bytes) as { streams?: Record<string, Part> } | null)?.streams ?? {};
  const { held } = read(body ?? new Uint8Array(0)) as { held: Record<string, number> };
  return Object.entries(parts)
    .filter(
      ([stream, part]) =>
        part.checkpoint &&
        part.leaves?.length === 0 &&
        part.segments?.length === 0 &&
        (part.size ?? 0) < (held[stream] ?? 0),
    )
    .map(([stream]) => stream);
}

/** Watches the world's browsers from now on. What they were given is judged when the world is still: call `judge` then. */
export function watch(world: World): { judge: () => Promise<void> } {
  let given: { browser: string; request: Request; fate: Fate; answer: Answer }[] = [];
  world.network.strange = (browser, request, fate, answer) => {
    given.push({ browser, request, fate, answer });
  };
  const judgeOne = async ({ browser, request, fate, answer }: (typeof given)[number], db: DeviceDb) => {
    if (request.path !== '/api/sync') return;
    const { state } = await contactState(db);
    if ((fate === 'portal' || fate === 'cut') && ITS_WORD.includes(state))
      world.broken.push(`${browser} took a page of somebody else for the township's word: ${state}`);
    if (fate !== 'replayed') return;
    const kept = new Set((await db.evidence.toArray()).map(({ stream }) => stream));
    const less = older(request, answer);
    if (less.length > 0 && state === 'connected' && !less.some((stream) => kept.has(stream)))
      world.broken.push(`${browser} was shown less of ${less[0]!.slice(33)}, and did not mind`);
  };
  return {
    judge: async () => {
      const now = given;
      given = [];
      for (const one of now) {
        const browser = world.browser(one.browser);
        if (browser.isOpen) await browser.look((device) => judgeOne(one, device.db));
      }
      await settle();
    },
  };
}
