/** Photos and files in an archive's pages. */
import { type Html, html } from '../public/html.ts';

/** What a notice names and the log does not hold. */
export interface Attached {
  /** Photos as `data:` addresses, by hash; one that is not there is said to lie elsewhere. */
  photos: ReadonlyMap<string, string>;
  /** Where the archive's attachments lie, ending in a slash, as seen from the page; null: not beside it. */
  files: string | null;
}

/** A file that is not in the page: with a link where it lies beside it, by its name in any case. */
export const elsewhere = (words: string, hash: string, name: string, { files }: Attached): Html =>
  html`<p class="second">
    ${files === null ? words : html`<a href="${files}${hash}" download="${name}">${words}</a>`}（data/files/${hash}）
  </p>`;

/** @param name what it shows, where nobody wrote it. */
export function figure(
  { hash, caption }: { hash: string; caption: string },
  name: string,
  attached: Attached,
): Html {
  const source = attached.photos.get(hash);
  if (source === undefined) return elsewhere(`照片不在这一页：${caption || name}`, hash, caption, attached);
  return html`<figure>
    <img src="${source}" alt="${caption || name}" />
    ${caption !== '' && html`<figcaption>${caption}</figcaption>`}
  </figure>`;
}
