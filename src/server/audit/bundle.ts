/**
 * Checks a hand-over bundle (log/bundle.ts) with nothing else at hand: runs of logs as any auditor would, by the registry that
 * comes along; each item as a tablet would that holds this registry and no other; each file by its name.
 */
import { parseContent } from '../../domain/event-types.ts';
import { isEnvelopeFor, mayBeCarried, maySeeAnybody } from '../../domain/registry/carried.ts';
import { EMPTY_REGISTRY, evolveRegistry, type Registry } from '../../domain/registry/registry.ts';
import { fromBase64 } from '../../log/base64.ts';
import type { Bundle, BundleItem, BundleRun } from '../../log/bundle.ts';
import { checkSignature, eventId, type EventHeader, parseBody, parseHeader } from '../../log/event.ts';
import { sha256Hex } from '../../log/hash.ts';
import { parseLeaf } from '../../log/leaf.ts';
import { isPublicKind, parseStream, registryOf, type TownshipId } from '../../log/stream.ts';
import { domainEvent } from '../township/registry-row.ts';
import { audit } from './audit.ts';
import type { Finding, FindingCode } from './findings.ts';
import type { AuditSource, RawEntry } from './source.ts';

export interface CheckedBundle {
  township: string;
  /** As its registry says; null: the registry did not come along, so nobody can say who may sign. */
  name: string | null;
  logs: number;
  events: number;
  items: number;
  files: number;
  findings: Finding[];
}

/** The runs as a source; a log that comes twice is refused before. */
class RunSource implements AuditSource {
  readonly #township: string;
  readonly #runs: Map<string, BundleRun>;

  constructor({ township, runs }: Bundle) {
    this.#township = township;
    this.#runs = new Map(runs.map((run) => [run.stream, run]));
  }

  async township(): Promise<string> {
    return this.#township;
  }

  async streams(): Promise<string[]> {
    return [...this.#runs.keys()];
  }

  async checkpoint(stream: string): Promise<string | null> {
    return this.#runs.get(stream)?.note ?? null;
  }

  /** A run that begins later, or whose bodies do not pair up, has no events that could be checked. */
  async entries(stream: string, from: number, to: number): Promise<RawEntry[]> {
    const run = this.#runs.get(stream);
    if (!run || run.from !== 0 || run.leaves.length !== run.bodies.length) return [];
    return run.leaves.slice(from, to).map((leaf, i) => ({ leaf, body: run.bodies[from + i]! }));
  }

  async borders(): Promise<string[]> {
    return [];
  }

  async keptRoot(): Promise<null> {
    return null;
  }

  async file(): Promise<null> {
    return null;
  }

  async close(): Promise<void> {}
}

/** Photos of what the township has already come from the township: a run without them is whole. */
const isOfRun = ({ code }: Finding): boolean => code !== 'missing-file';

async function checkRuns(bundle: Bundle): Promise<{ name: string; findings: Finding[]; registry: Registry }> {
  const found = await audit(new RunSource(bundle), { township: bundle.township });
  const findings = found.findings.filter(isOfRun);
  for (const { stream } of bundle.runs) {
    const place = parseStream(stream);
    if (place?.township !== bundle.township || !isPublicKind(place.kind))
      findings.push({ code: 'wrong-stream', stream });
    if (bundle.runs.filter((run) => run.stream === stream).length > 1)
      findings.push({ code: 'doubled', stream });
  }
  const run = bundle.runs.find(({ stream }) => stream === registryOf(bundle.township as TownshipId));
  // Only a registry in which nothing was found is folded.
  const entries = run && findings.length === 0 ? run.leaves : [];
  const registry = entries.reduce((so, leaf, i) => {
    const id = eventId(parseLeaf(leaf)!.header);
    return evolveRegistry(so, domainEvent({ id, leaf, body: run!.bodies[i]! }, i));
  }, EMPTY_REGISTRY);
  return { name: found.name, findings, registry };
}

const REFUSALS = {
  'unknown-author': 'unknown-author',
  revoked: 'revoked-author',
  'not-allowed': 'not-allowed',
} as const;

/** Attachments go along with an item only under what its header says of them. */
const hasForeignFile = ({ files }: BundleItem, header: EventHeader): boolean =>
  files.some(({ hash, bytes }) => !header.files.some((one) => one.hash === hash && one.bytes === bytes));

/**
 * One item, as a device checks it.
 * @param registry null: none came along.
 */
async function checkItem(
  { event, files }: BundleItem,
  township: string,
  registry: Registry | null,
): Promise<{ id: string; header: EventHeader } | FindingCode> {
  const parsed = parseHeader(event.header);
  if (!parsed.ok) return 'bad-header';
  const { header } = parsed;
  const place = parseStream(header.stream);
  if (place?.township !== township) return 'wrong-stream';
  if (!(await checkSignature(event))) return 'bad-signature';
  const body = event.body === null ? null : parseBody(event.body, header);
  if (!body?.ok || hasForeignFile({ event, files }, header))
    return body?.ok ? 'foreign-file' : 'foreign-body';
  const known = parseContent(header.type, body.content);
  if (known.status !== 'known') return 'unknown-content';
  if (!maySeeAnybody(place, header.type)) return 'not-allowed';
  const id = eventId(event.header);
  if (!registry || isEnvelopeFor(place, header.type)) return { id, header };
  const { type, author, at } = header;
  // Not accepted yet: by the author's own clock.
  const refusal = mayBeCarried(registry, place, {
    id,
    number: 0,
    type,
    author,
    at,
    acceptedAt: at,
    content: known.content,
  });
  return refusal ? REFUSALS[refusal] : { id, header };
}

async function checkItems(bundle: Bundle, registry: Registry | null): Promise<Finding[]> {
  const findings: Finding[] = [];
  const ids = new Set<string>();
  const named = new Map<string, string>();
  for (const [item, one] of bundle.items.entries()) {
    const checked = await checkItem(one, bundle.township, registry);
    const code = typeof checked === 'string' ? checked : ids.has(checked.id) ? 'doubled' : null;
    if (code) findings.push({ code, stream: parsedStream(one), item });
    if (typeof checked === 'string') continue;
    ids.add(checked.id);
    for (const { hash, type } of checked.header.files) named.set(hash, type);
  }
  return [...findings, ...checkFiles(bundle, named)];
}

const parsedStream = ({ event }: BundleItem): string => {
  const parsed = parseHeader(event.header);
  return parsed.ok ? parsed.header.stream : '';
};

function checkFiles({ files }: Bundle, named: Map<string, string>): Finding[] {
  const seen = new Set<string>();
  return files.flatMap(({ hash, type, data }, file): Finding[] => {
    const bytes = fromBase64(data);
    const isSame = bytes !== null && sha256Hex(bytes) === hash && named.get(hash) === type && !seen.has(hash);
    const code = seen.has(hash) ? 'doubled' : named.has(hash) ? 'foreign-file' : 'unnamed-file';
    seen.add(hash);
    return isSame ? [] : [{ code, stream: '', field: 'file', file }];
  });
}

/** Checks all that is in a bundle. What was left out of it nobody can see but by the heads. Never throws. */
export async function checkBundle(bundle: Bundle): Promise<CheckedBundle> {
  const runs = bundle.runs.length > 0 ? await checkRuns(bundle) : null;
  const isUsable = runs && runs.findings.length === 0;
  const findings = [
    ...(runs?.findings ?? []),
    ...(await checkItems(bundle, isUsable ? runs.registry : null)),
  ];
  return {
    township: bundle.township,
    name: runs?.name ?? null,
    logs: bundle.runs.length,
    events: bundle.runs.reduce((sum, { leaves }) => sum + leaves.length, 0),
    items: bundle.items.length,
    files: bundle.files.length,
    findings,
  };
}
