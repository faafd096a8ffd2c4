/** Requests that ask much the same: what is asked for more than twice should rather be published (条例 art. 44). */
export interface Asked {
  id: string;
  asked: string;
}

export interface Often {
  /** The catalogue's entry whose name they say; null: they only share their words. */
  entry: { id: string; name: string } | null;
  /** At least `OFTEN`, in order of coming. */
  requests: Asked[];
}

/** From how many on it is suggested. */
export const OFTEN = 3;
/** Part of their pairs of characters that two texts share to be called the same. */
const ALIKE = 0.5;

function pairs(text: string): Set<string> {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)));
}

function alike(one: Set<string>, other: Set<string>): boolean {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  const all = one.size + other.size - shared;
  return all > 0 && shared / all >= ALIKE;
}

/** @param entries of the catalogue in force. */
export function oftenAsked(requests: Asked[], entries: { id: string; name: string }[]): Often[] {
  const byEntry = entries.flatMap((entry): Often[] => {
    const own = requests.filter(({ asked }) => asked.includes(entry.name));
    return own.length >= OFTEN ? [{ entry, requests: own }] : [];
  });
  const named = new Set(byEntry.flatMap((often) => often.requests.map(({ id }) => id)));
  const groups: { words: Set<string>; requests: Asked[] }[] = [];
  for (const one of requests.filter(({ id }) => !named.has(id))) {
    const words = pairs(one.asked);
    const group = groups.find((known) => alike(known.words, words));
    if (group) group.requests.push(one);
    else groups.push({ words, requests: [one] });
  }
  const shared = groups.filter((group) => group.requests.length >= OFTEN);
  return [...byEntry, ...shared.map((group) => ({ entry: null, requests: group.requests }))];
}
