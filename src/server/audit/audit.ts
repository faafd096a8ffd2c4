/**
 * Audits a township's logs: first the registry, whose founding event gives the township's id and the log key; then every
 * other stream, with the authors that the registry knows. Nothing that the source says is believed.
 */
import { yearClosed } from '../../domain/closing/events.ts';
import { unitHandedOver } from '../../domain/registry/events.ts';
import type { ContentOf } from '../../domain/event-types.ts';
import { foundedBy } from '../../log/proof.ts';
import { sha256Hex } from '../../log/hash.ts';
import { parseStream, publicStream, registryOf, type TownshipId } from '../../log/stream.ts';
import { type AuditedEvent, auditStream, type SeenHead, type StreamAudit } from './audit-stream.ts';
import type { Finding } from './findings.ts';
import type { AuditSource } from './source.ts';

export interface Audit {
  /** Null: there is no log. */
  township: string | null;
  name: string;
  logKey: string;
  streams: StreamAudit[];
  /** Events, files and findings in all. */
  events: number;
  files: number;
  erased: number;
  findings: Finding[];
}

export interface AuditOptions {
  /** The township that it must be; any when left out. */
  township?: string;
  /** The head seen before, by stream. */
  seen?: Record<string, SeenHead>;
  progress?: (stream: string, done: number, of: number) => void;
}

/** Who may have signed, as the registry's own events say. */
class Authors {
  readonly #known = new Map<string, { revokedAt: string | null }>();
  /** Keys of invitations and devices, by the person to whom they were given. */
  readonly #keysOf = new Map<string, string[]>();
  readonly #invited = new Map<string, string>();
  readonly units = new Set<string>();
  /** Heads of public logs that yearly closings name, by unit. */
  readonly closed = new Map<string, SeenHead[]>();

  /** Reads one event of the registry. */
  learn({ header, content, acceptedAt }: AuditedEvent): void {
    if (!content) return;
    if (header.type === 'township.founded') this.#add(header.author);
    if (header.type === 'invitation.made') {
      const { key, member } = content as ContentOf<'invitation.made'>;
      this.#add(key);
      if (member) this.#invited.set(key, member);
    }
    if (header.type === 'device.enrolled') {
      const { key } = content as ContentOf<'device.enrolled'>;
      this.#add(key);
      const member = this.#invited.get(header.author);
      if (member) this.#keysOf.set(member, [...(this.#keysOf.get(member) ?? []), key]);
    }
    if (header.type === 'unit.handed-over') this.#handOver(content, acceptedAt);
    if (header.type === 'unit.set') this.units.add((content as ContentOf<'unit.set'>).id);
    if (header.type === 'year.closed') this.#close(content);
    if (header.type === 'device.revoked') {
      const device = this.#known.get((content as ContentOf<'device.revoked'>).key);
      if (device) device.revokedAt ??= acceptedAt;
    }
  }

  check(stream: string, { header, number, acceptedAt }: AuditedEvent): Finding[] {
    // Residents hand sealed envelopes in under the key of their receipt code.
    const kind = parseStream(stream)?.kind;
    if (kind === 'desk' || kind === 'box') return [];
    const author = this.#known.get(header.author);
    if (!author) return [{ code: 'unknown-author', stream, number, field: 'header' }];
    const revoked = author.revokedAt !== null && author.revokedAt < acceptedAt;
    return revoked ? [{ code: 'revoked-author', stream, number, field: 'header' }] : [];
  }

  /** What those who left had is closed with them. */
  #handOver(content: Record<string, unknown>, acceptedAt: string): void {
    const handed = unitHandedOver.safeParse(content);
    for (const member of handed.success ? handed.data.leave : [])
      for (const key of this.#keysOf.get(member) ?? []) {
        const device = this.#known.get(key);
        if (device) device.revokedAt ??= acceptedAt;
      }
  }

  #close(content: Record<string, unknown>): void {
    const closed = yearClosed.safeParse(content);
    for (const { unit, size, root } of closed.success ? closed.data.heads : [])
      this.closed.set(unit, [...(this.closed.get(unit) ?? []), { size, root }]);
  }

  #add(key: string): void {
    if (!this.#known.has(key)) this.#known.set(key, { revokedAt: null });
  }
}

class Files {
  readonly #source: AuditSource;
  readonly #found = new Map<string, Finding['code'] | null>();

  constructor(source: AuditSource) {
    this.#source = source;
  }

  get count(): number {
    return this.#found.size;
  }

  /** Each file is read once, however many events name it. An erased event's files may be gone. */
  async check(stream: string, { header, number, content }: AuditedEvent): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const { hash } of content === null ? [] : header.files) {
      if (!this.#found.has(hash)) this.#found.set(hash, await this.#read(hash));
      const code = this.#found.get(hash);
      if (code) findings.push({ code, stream, number, field: 'file' });
    }
    return findings;
  }

  async #read(hash: string): Promise<Finding['code'] | null> {
    const bytes = await this.#source.file(hash);
    if (!bytes) return 'missing-file';
    return sha256Hex(bytes) === hash ? null : 'foreign-file';
  }
}

const nothing = (finding: Finding, township: string | null = null): Audit => ({
  township,
  name: '',
  logKey: '',
  streams: [],
  events: 0,
  files: 0,
  erased: 0,
  findings: [finding],
});

/** Audits all that the source has. Never throws on what it reads; what cannot be read at all is the source's to throw. */
export async function audit(source: AuditSource, options: AuditOptions = {}): Promise<Audit> {
  const township = await source.township();
  if (township === null) return nothing({ code: 'no-township', stream: '' });
  const registry = registryOf(township as TownshipId);
  const [founding] = await source.entries(registry, 0, 1);
  const founded = founding ? await foundedBy(founding) : null;
  const wrong = founded?.township !== township || (options.township ?? township) !== township;
  if (!founded || wrong)
    return nothing({ code: 'wrong-township', stream: registry, number: 0, field: 'header' }, township);

  const authors = new Authors();
  const files = new Files(source);
  const ids = new Set<string>();
  const one = (stream: string): Promise<StreamAudit> => {
    const place = parseStream(stream);
    return auditStream(source, stream, {
      logKey: founded.logKey,
      seen: options.seen?.[stream],
      closed: place?.kind === 'public' ? authors.closed.get(place.unit ?? '') : undefined,
      ids,
      event: async (event) => {
        if (stream === registry) authors.learn(event);
        return [...authors.check(stream, event), ...(await files.check(stream, event))];
      },
      progress: (done, of) => options.progress?.(stream, done, of),
    });
  };

  const streams = [await one(registry)];
  const ofUnits = [...authors.units].map((unit) => publicStream(township as TownshipId, unit));
  // A stream that was seen before must be there, whatever the source says.
  const all = new Set([...(await source.streams(ofUnits)), ...Object.keys(options.seen ?? {})]);
  for (const stream of [...all].sort()) if (stream !== registry) streams.push(await one(stream));
  return {
    ...founded,
    streams,
    events: streams.reduce((sum, { size }) => sum + size, 0),
    files: files.count,
    erased: streams.reduce((sum, { erased }) => sum + erased, 0),
    findings: streams.flatMap(({ findings }) => findings),
  };
}
