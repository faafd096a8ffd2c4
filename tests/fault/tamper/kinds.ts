/** All kinds of stored things, of one sample. */
import { fileKinds } from './file-kinds.ts';
import { folderKinds } from './folder-kinds.ts';
import type { Kind } from './kind.ts';
import { noteKinds } from './note-kinds.ts';
import { pullKinds } from './pull-kinds.ts';
import type { Sample } from './sample.ts';
import { webKinds } from './web-kinds.ts';

/** Each has things of its own; who runs them need not know which. */
export const allKinds = async (sample: Sample): Promise<Kind<never>[]> =>
  [
    ...pullKinds(sample),
    ...noteKinds(sample),
    ...fileKinds(sample),
    ...(await webKinds(sample)),
    ...(await folderKinds(sample)),
  ] as unknown as Kind<never>[];
