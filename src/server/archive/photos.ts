/** Photos as they stand in pages: `data:` addresses, with the type that their first bytes say. */
import { currentRevision } from '../../domain/notice/notice.ts';
import type { BlobStore } from '../../store/log-store.ts';
import { imageType } from '../image-type.ts';
import type { ArchivedNotice } from './notices.ts';

/**
 * Photos of notices, in their order.
 * @param limit bytes in all: what is beyond lies in the archive's files alone.
 */
export async function photosOf(
  notices: ArchivedNotice[],
  blobs: Pick<BlobStore, 'get'>,
  limit = Number.POSITIVE_INFINITY,
): Promise<Map<string, string>> {
  const photos = new Map<string, string>();
  let left = limit;
  for (const { notice } of notices)
    for (const { hash } of notice.withdrawal ? [] : currentRevision(notice).content.photos) {
      const bytes = photos.has(hash) ? null : await blobs.get(hash);
      const type = bytes && imageType(bytes);
      if (!bytes || !type || bytes.length > left) continue;
      left -= bytes.length;
      photos.set(hash, `data:${type};base64,${Buffer.from(bytes).toString('base64')}`);
    }
  return photos;
}
