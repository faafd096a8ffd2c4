/** Makes the years' pages on the server. */
import { isPublicKind } from '../../../log/stream.ts';
import type { Registry } from '../../../domain/registry/registry.ts';
import type { BlobStore } from '../../../store/log-store.ts';
import type { StreamAt } from '../log-at.ts';
import { noticesOf } from '../notices.ts';
import { photosOf } from '../photos.ts';
import { streamText } from '../stream-text.ts';
import { yearHtml } from './year-page.ts';

/** Bytes of photos in one page: it must open on an old phone. */
const MAX_PHOTO_BYTES = 16_000_000;

export interface YearsWanted {
  year: number;
  blobs: Pick<BlobStore, 'get'>;
  /** The built script. */
  script: string;
  /** Where the archive's attachments lie as seen from the page; null: the page goes alone. */
  files: string | null;
}

/** A page for each unit that has a public log. */
export async function* yearPages(
  streams: StreamAt[],
  registry: Registry,
  { year, blobs, script, files }: YearsWanted,
): AsyncGenerator<{ unit: string; html: string }> {
  const open = streams.filter(({ parts }) => isPublicKind(parts.kind));
  for (const own of open) {
    const { unit, kind } = own.parts;
    if (kind !== 'public' || unit === null) continue;
    const photos = await photosOf(noticesOf([own], registry, year), blobs, MAX_PHOTO_BYTES);
    const both = open.filter((one) => one === own || one.parts.kind === 'registry');
    const texts = both.map(({ stream, entries, checkpoint }) => streamText(stream, entries, checkpoint));
    const html = yearHtml({ year, streams: texts, photos, files, script });
    if (html !== null) yield { unit, html };
  }
}
