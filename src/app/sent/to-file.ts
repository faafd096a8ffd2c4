/** Hands a file to the person: by the share sheet where it takes files, else as a download. */

/** A title as a file's name: what file systems do not like becomes a dash. */
export const fileName = (title: string): string =>
  // Controls, marks of direction and the signs that systems forbid.
  // oxlint-disable-next-line no-control-regex
  title.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\\/:*?"<>|]+/g, '-').slice(0, 60);

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click; a minute is enough for the slowest.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Resolves when the file was handed over, or the person closed the share sheet. */
export async function handOver(blob: Blob, name: string): Promise<void> {
  const files = [new File([blob], name, { type: blob.type })];
  const shares = typeof navigator.canShare === 'function' && navigator.canShare({ files });
  if (!shares || matchMedia('(min-width: 900px)').matches) return download(blob, name);
  try {
    await navigator.share({ files, title: name });
  } catch (fault) {
    if ((fault as Error).name !== 'AbortError') download(blob, name);
  }
}
