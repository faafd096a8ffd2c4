/** The finder in a worker of its own: the page stays live while the index is read or built. */
import '../../sync/client/older-browsers.ts';
import type { Asked, Told } from '../../store/device/search/finder-protocol.ts';
import { answerOf, openFinder } from '../../store/device/search/open-finder.ts';

const page = self as unknown as { postMessage(told: Told): void };
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const tell = (told: Told): void => page.postMessage(told);

const finder = openFinder((standing) => tell({ type: 'standing', standing }));

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  answerOf(finder, data).then(
    (answer) => tell({ type: 'answer', id: data.id, answer }),
    () => tell({ type: 'failed', id: data.id }),
  );
});
