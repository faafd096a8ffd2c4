/**
 * Which files may be uploaded: those that an accepted public event names. Rows derived from the events, in the store,
 * under a name that no stream has.
 */
import type { EventHeader } from '../../log/event.ts';
import type { TownshipId } from '../../log/stream.ts';
import type { LogStore, Row } from '../../store/log-store.ts';

/** Sizes that events gave for one hash. Only one can be true, so a false one must not keep the file out. */
const MAX_CLAIMS = 8;

export interface ExpectedFile {
  /** Bytes, as events claim: usually one. */
  sizes: number[];
}

const place = (township: TownshipId): string => `${township}/files`;

export async function expectedFile(
  store: LogStore,
  township: TownshipId,
  hash: string,
): Promise<ExpectedFile | null> {
  return ((await store.row(place(township), hash)) as ExpectedFile | null | undefined) ?? null;
}

/** The rows that change when this event is taken in. `known`: rows already changed, not yet stored. */
export async function rowsForFiles(
  store: LogStore,
  township: TownshipId,
  { files }: EventHeader,
  known: readonly Row[],
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { hash, bytes } of files) {
    const waiting = [...known, ...rows].findLast((row) => row.key === hash && row.stream === place(township));
    const before = waiting ? (waiting.value as ExpectedFile) : await expectedFile(store, township, hash);
    const sizes = before?.sizes ?? [];
    if (sizes.includes(bytes) || sizes.length >= MAX_CLAIMS) continue;
    rows.push({ stream: place(township), key: hash, value: { sizes: [...sizes, bytes] } });
  }
  return rows;
}
