/** Photos as they stand in pages: `data:` addresses, with the type that their first bytes say. */
import { currentRevision } from '../../domain/notice/notice.ts';
import { trueOutings } from '../../domain/outing/outing.ts';
import type { BlobStore } from '../../store/log-store.ts';
import { imageType } from '../image-type.ts';
import type { ArchivedNotice } from './notices.ts';

/** Those of what is shown first, those that prove where it went out after; of what was withdrawn none. */
function hashesOf(notices: ArchivedNotice[]): string[] {
  const shown = notices.map(({ notice }) => notice).filter(({ withdrawal }) => withdrawal === null);
  return [
    ...shown.flatMap((notice) => currentRevision(notice).content.photos.map(({ hash }) => hash)),
    ...shown.flatMap(({ outings }) =>
      trueOutings(outings).flatMap(({ photo }) => (photo ? [photo.hash] : [])),
    ),
  ];
}

/**
 * Photos of notices.
 * @param limit bytes in all: what is beyond lies in the archive's files alone.
 */
export async function photosOf(
  notices: ArchivedNotice[],
  blobs: Pick<BlobStore, 'get'>,
  limit = Number.POSITIVE_INFINITY,
): Promise<Map<string, string>> {
  const photos = new Map<string, string>();
  let left = limit;
  for (const hash of new Set(hashesOf(notices))) {
    const bytes = await blobs.get(hash);
    const type = bytes && imageType(bytes);
    if (!bytes || !type || bytes.length > left) continue;
    left -= bytes.length;
    photos.set(hash, `data:${type};base64,${Buffer.from(bytes).toString('base64')}`);
  }
  return photos;
}
