/** Sizes in words. */
const KB = 1000;
const UNITS = ['B', 'KB', 'MB', 'GB'];

/** `3.2 MB`. */
export function bytesWords(bytes: number): string {
  const step = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(KB)));
  const value = bytes / KB ** step;
  return `${value < 10 && step > 0 ? value.toFixed(1) : Math.round(value)} ${UNITS[step]}`;
}
