/** Audits one stream: every event by itself, and all together against the signed head. Holds one portion at a time. */
import { openCheckpoint } from '../../log/checkpoint.ts';
import { checkSignature, eventId, type EventHeader, parseBody, parseHeader } from '../../log/event.ts';
import { toHex, utf8 } from '../../log/hex.ts';
import { parseLeaf } from '../../log/leaf.ts';
import { appendLeaf, EMPTY_FRONTIER, type Frontier, leafHash, rootOf } from '../../log/merkle.ts';
import { FOUNDING_STREAM } from '../../log/stream.ts';
import type { Finding, FindingCode } from './findings.ts';
import type { AuditSource, RawEntry } from './source.ts';

const PORTION = 256;

/** An event that is what it says. */
export interface AuditedEvent {
  id: string;
  number: number;
  acceptedAt: string;
  header: EventHeader;
  /** Null: erased. */
  content: Record<string, unknown> | null;
}

/** A head seen before: the stream must continue it. */
export interface SeenHead {
  size: number;
  root: string;
}

export interface StreamAudit {
  stream: string;
  /** Events that were read. */
  size: number;
  /** Root over them, hex. */
  root: string;
  /** How many of them are erased. */
  erased: number;
  findings: Finding[];
}

export interface StreamOptions {
  logKey: string;
  /** The head seen before; none when left out. */
  seen?: SeenHead;
  /** Heads that yearly closings name. */
  closed?: readonly SeenHead[];
  /** Ids of all events so far, of other streams too: none may come twice. */
  ids: Set<string>;
  /** Is told each event that is what it says; gives what else is wrong with it. */
  event?: (event: AuditedEvent) => Promise<Finding[]>;
  /** Is told how far it is. */
  progress?: (done: number, of: number) => void;
}

/** Header, signature and body of one event. */
async function checkEntry(
  stream: string,
  number: number,
  { leaf, body }: RawEntry,
): Promise<{ event: AuditedEvent } | { fault: FindingCode; field: Finding['field'] }> {
  const parsed = parseLeaf(leaf);
  if (!parsed) return { fault: 'bad-leaf', field: 'header' };
  const head = parseHeader(parsed.header);
  if (!head.ok) return { fault: 'bad-header', field: 'header' };
  const { header } = head;
  const isFounding = number === 0 && header.stream === FOUNDING_STREAM;
  if (header.stream !== stream && !isFounding) return { fault: 'wrong-stream', field: 'header' };
  if (!(await checkSignature({ header: parsed.header, sig: parsed.sig })))
    return { fault: 'bad-signature', field: 'signature' };
  const read = body === null ? null : parseBody(body, header);
  if (read && !read.ok) return { fault: 'foreign-body', field: 'body' };
  const id = eventId(parsed.header);
  const content = read?.ok ? read.content : null;
  return { event: { id, number, acceptedAt: parsed.acceptedAt, header, content } };
}

/** Collects what is wrong; the tree grows with each leaf, whatever the leaf is. */
class Reading {
  readonly #stream: string;
  readonly #options: StreamOptions;
  /** Roots that were to be found at these sizes. */
  readonly #wanted: Map<number, { root: string; code: FindingCode }[]>;
  frontier: Frontier = EMPTY_FRONTIER;
  erased = 0;
  readonly findings: Finding[] = [];
  /** Up to here, the log's own signed heads fit. */
  #good = 0;
  #bad = false;

  constructor(
    stream: string,
    options: StreamOptions,
    wanted: Map<number, { root: string; code: FindingCode }[]>,
  ) {
    this.#stream = stream;
    this.#options = options;
    this.#wanted = wanted;
  }

  get root(): string {
    return toHex(rootOf(this.frontier));
  }

  find(code: FindingCode, number?: number, field?: Finding['field'], to?: number): void {
    this.findings.push({
      code,
      stream: this.#stream,
      ...(number !== undefined && { number }),
      ...(to !== undefined && { to }),
      ...(field && { field }),
    });
  }

  async take(entry: RawEntry): Promise<void> {
    const number = this.frontier.size;
    this.frontier = appendLeaf(this.frontier, leafHash(utf8(entry.leaf)));
    if (entry.body === null) {
      this.erased += 1;
      this.find('withheld', number, 'body');
    }
    const checked = await checkEntry(this.#stream, number, entry);
    if ('fault' in checked) this.find(checked.fault, number, checked.field);
    else {
      const { ids, event } = this.#options;
      if (ids.has(checked.event.id)) this.find('doubled', number);
      ids.add(checked.event.id);
      if (event) this.findings.push(...(await event(checked.event)));
    }
    this.compare();
  }

  /** Compares the tree with what was signed at this size, if anything was. */
  compare(): void {
    const { size } = this.frontier;
    for (const { root, code } of this.#wanted.get(size) ?? []) {
      if (root === this.root) {
        if (code === 'wrong-root') this.#good = size;
        continue;
      }
      // After the first that does not fit, no later one can.
      if (code === 'wrong-root' && this.#bad) continue;
      if (code === 'wrong-root') this.#bad = true;
      this.find(code, this.#good, undefined, size);
    }
  }
}

async function wantedRoots(
  source: AuditSource,
  stream: string,
  head: SeenHead,
  { logKey, seen, closed = [] }: StreamOptions,
): Promise<{ wanted: Map<number, { root: string; code: FindingCode }[]>; badBorders: boolean }> {
  const wanted = new Map<number, { root: string; code: FindingCode }[]>();
  const want = (size: number, root: string, code: FindingCode): void =>
    void wanted.set(size, [...(wanted.get(size) ?? []), { root, code }]);
  let badBorders = false;
  for (const note of await source.borders(stream)) {
    const border = await openCheckpoint(note, stream, logKey);
    if (border) want(border.size, border.root, 'wrong-root');
    else badBorders = true;
  }
  want(head.size, head.root, 'wrong-root');
  if (seen && seen.size <= head.size) want(seen.size, seen.root, 'rewritten');
  for (const { size, root } of closed) want(size, root, 'closing-broken');
  return { wanted, badBorders };
}

/** Audits a stream from its first event to its head. Never throws on what it reads. */
export async function auditStream(
  source: AuditSource,
  stream: string,
  options: StreamOptions,
): Promise<StreamAudit> {
  const note = await source.checkpoint(stream);
  const head = note === null ? null : await openCheckpoint(note, stream, options.logKey);
  if (!head) {
    const code = note === null ? 'no-checkpoint' : 'bad-checkpoint';
    return { stream, size: 0, root: '', erased: 0, findings: [{ code, stream, field: 'head' }] };
  }
  const { wanted, badBorders } = await wantedRoots(source, stream, head, options);
  const reading = new Reading(stream, options, wanted);
  if (badBorders) reading.find('bad-checkpoint', undefined, 'head');
  const kept = await source.keptRoot(stream);
  if (kept !== null && kept !== head.root) reading.find('damaged-tree', undefined, 'head');
  reading.compare();
  for (let from = 0; from < head.size;) {
    const entries = await source.entries(stream, from, Math.min(head.size, from + PORTION));
    for (const entry of entries) await reading.take(entry);
    from += entries.length;
    options.progress?.(from, head.size);
    if (entries.length === 0) {
      reading.find('missing-entries', from, undefined, head.size);
      break;
    }
  }
  if ((await source.entries(stream, head.size, head.size + 1)).length > 0)
    reading.find('extra-entries', head.size);
  const { seen, closed = [] } = options;
  for (const { size } of closed)
    if (size > head.size) reading.find('closing-broken', head.size, 'head', size);
  if (seen && seen.size > head.size) reading.find('shortened', head.size, 'head', seen.size);
  const { root, erased, findings } = reading;
  return { stream, size: reading.frontier.size, root, erased, findings };
}
