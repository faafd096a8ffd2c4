/**
 * Which files may be uploaded: those that an accepted event names. What only office streams name (photos of something that
 * waits for review, or of a finding) is read by those who may read these streams; what a public event names, by anybody. Rows derived from the events, in the store,
 * under a name that no stream has.
 */
import type { Place } from '../../domain/registry/rights.ts';
import type { EventHeader } from '../../log/event.ts';
import type { TownshipId } from '../../log/stream.ts';
import type { LogStore, Row } from '../../store/log-store.ts';
import { knownRow } from './known-rows.ts';

/** Sizes that events gave for one hash. Only one can be true, so a false one must not keep the file out. */
const MAX_CLAIMS = 8;

export interface ExpectedFile {
  /** Bytes, as events claim: usually one. */
  sizes: number[];
  /** Units whose office or inspection stream names it, while no public event does. Left out: a public event names it. */
  offices?: string[];
}

/** The offices that a file belongs to after one more event names it; undefined: everybody's. */
function officesAfter(before: ExpectedFile | null, place: Place): string[] | undefined {
  const isInner = place.kind === 'office' || place.kind === 'inspection';
  if (!isInner || place.unit === null) return undefined;
  if (before && !before.offices) return undefined;
  return [...new Set([...(before?.offices ?? []), place.unit])];
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
  named: Place,
  known: readonly Row[],
): Promise<Row[]> {
  // What is sealed carries its files inside: nothing that an envelope names is ever fetched.
  if (named.kind === 'desk' || named.kind === 'box') return [];
  const rows: Row[] = [];
  for (const { hash, bytes } of files) {
    const waiting = knownRow([...known, ...rows], place(township), hash);
    const before = waiting ? (waiting.value as ExpectedFile) : await expectedFile(store, township, hash);
    const sizes = before?.sizes ?? [];
    const offices = officesAfter(before, named);
    const isNewSize = !sizes.includes(bytes) && sizes.length < MAX_CLAIMS;
    if (!isNewSize && before && String(offices) === String(before.offices)) continue;
    const value: ExpectedFile = {
      sizes: isNewSize ? [...sizes, bytes] : sizes,
      ...(offices && { offices }),
    };
    rows.push({ stream: place(township), key: hash, value });
  }
  return rows;
}
