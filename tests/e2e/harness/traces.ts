/** What somebody would find who looks for words in everything that a device or a server keeps. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Words in the forms in which they may be lying about: as they are, in two encodings, escaped, and in base64. */
function formsOf(words: string): Buffer[] {
  const utf8 = Buffer.from(words, 'utf8');
  // In base64 a text looks different by where it begins; its middle is the same for each of the three places.
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replace(/=/g, '');
    return Buffer.from(text.slice(shift === 0 ? 0 : 4, -2));
  });
  const escaped = [...words].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  return [
    utf8,
    Buffer.from(words, 'utf16le'),
    Buffer.from(escaped),
    Buffer.from(encodeURIComponent(words)),
    ...base64,
  ];
}

export const holds = (bytes: Buffer | string, words: string): boolean => {
  const where = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  return formsOf(words).some((form) => where.includes(form));
};

/** The files of a folder, with all below, in which the words are. Files that go while one looks are passed over. */
export function filesWith(folder: string, words: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    try {
      return entry.isFile() && statSync(path).size > 0 && holds(readFileSync(path), words) ? [path] : [];
    } catch {
      return [];
    }
  });
}

/** Everything that a page can find in its own storage, its address, its title and its screen, as one text. */
export async function everythingIn(page: Page): Promise<string> {
  const kept = await page.evaluate(async () => {
    const parts: string[] = [location.href, document.title, JSON.stringify(history.state)];
    parts.push(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie);
    const blobs: Blob[] = [];
    // Bytes may be words in one of two encodings; as numbers nobody would find them.
    const words = (bytes: ArrayBuffer): string =>
      ['utf-8', 'utf-16le'].map((encoding) => new TextDecoder(encoding).decode(bytes)).join(' ');
    const text = (value: unknown): string =>
      JSON.stringify(value, (_key, part: unknown) => {
        if (part instanceof Blob) blobs.push(part);
        return part instanceof ArrayBuffer || ArrayBuffer.isView(part) ? words(part as ArrayBuffer) : part;
      }) ?? '';
    const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('storage')));
      });
    for (const { name } of await indexedDB.databases()) {
      const db = await done(indexedDB.open(name ?? ''));
      for (const store of db.objectStoreNames)
        parts.push(store, text(await done(db.transaction(store).objectStore(store).getAll())));
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        parts.push(request.url, (await answer?.text()) ?? '');
      }
    }
    for (const blob of blobs) parts.push(words(await blob.arrayBuffer()));
    return parts;
  });
  return [...kept, await page.content()].join('\n');
}
