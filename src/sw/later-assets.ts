/**
 * Assets that are not kept for everybody from the start (the reader of PDFs): kept once they have been asked for. Their
 * names change with their content, so what is kept is never stale.
 */
const CACHE = 'assets-later';
/** Enough for two versions of everything that comes later. */
const MOST = 100;

/** Whether an address is that of an asset of ours. */
export const isAsset = (url: URL, origin: string): boolean =>
  url.origin === origin && url.pathname.startsWith('/assets/');

async function keep(cache: Cache, request: Request, answer: Response): Promise<void> {
  await cache.put(request.url, answer);
  const kept = await cache.keys();
  for (const old of kept.slice(0, Math.max(0, kept.length - MOST))) await cache.delete(old);
}

/** The asset as it is kept, else from the network, and kept. */
export async function laterAsset(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const held = await cache.match(request.url);
  if (held) return held;
  const answer = await fetch(request);
  // A full storage must not keep anybody from reading.
  if (answer.status === 200) await keep(cache, request, answer.clone()).catch(() => undefined);
  return answer;
}
