/** Hands a file to the system: it lands among the downloads, and nothing of it is shown or run in the page. */
export function saveFile(blob: Blob, name: string): void {
  // A type that no browser shows, whatever is in it.
  const url = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to copy it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
