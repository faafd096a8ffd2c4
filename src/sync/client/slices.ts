/** Long work in slices, so that a screen stays live on a slow phone. */

/**
 * One slice, ms, by this device's own clock: items cost a slow phone many times what they cost a computer, and a frame is
 * 16. Results do not depend on it.
 */
const SLICE_MS = 6;

/** Maps in order, with a pause after each slice. */
export async function mapInSlices<Item, Result>(
  items: readonly Item[],
  pause: () => Promise<void>,
  map: (item: Item, index: number) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  let end = performance.now() + SLICE_MS;
  for (const [i, item] of items.entries()) {
    if (performance.now() >= end) {
      await pause();
      end = performance.now() + SLICE_MS;
    }
    results.push(map(item, i));
  }
  return results;
}

/**
 * Runs `work` on each item, several at once, and gives the results in the items' order: each time as many as are ready,
 * at least one. Stops starting new ones when the reader stops.
 */
export async function* inOrder<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result[]> {
  const running: { done: boolean; result: Promise<Result> }[] = [];
  let next = 0;
  const startMore = (): void => {
    while (next < items.length && running.length < atOnce) {
      const one = { done: false, result: work(items[next++]!) };
      const end = (): void => void (one.done = true);
      one.result.then(end, end); // Its error is thrown where it is read, or nobody reads it any more.
      running.push(one);
    }
  };
  startMore();
  while (running.length > 0) {
    const ready = [await running.shift()!.result];
    while (running[0]?.done) ready.push(await running.shift()!.result);
    startMore(); // The next ones come in while the reader works on these.
    yield ready;
  }
}
