/** A real server on a data folder of its own, with people who can sign, for the server's tests. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContentOf, EventType } from '../../../src/domain/event-types.ts';
import { ORDINARY, PLAIN } from '../../../src/domain/notice/events.ts';
import { enrolmentText, type Role } from '../../../src/domain/registry/events.ts';
import { shanghaiTime } from '../../../src/domain/time.ts';
import { eventId, type FileRef, makeEvent, type SignedEvent } from '../../../src/log/event.ts';
import { toHex, utf8 } from '../../../src/log/hex.ts';
import { signRequest } from '../../../src/log/request-signature.ts';
import { type Signer, softwareSigner } from '../../../src/log/signature.ts';
import { FOUNDING_STREAM, publicStream, registryOf, townshipIdOf } from '../../../src/log/stream.ts';
import { createServer, type GongkailanServer, type ServerOptions } from '../../../src/server/server.ts';
import { syncResponse, type SyncRequest, type SyncResponse } from '../../../src/sync/protocol.ts';

export const START = Date.parse('2026-11-24T02:00:00.000Z');

/** A clock that stands still until it is set. */
export class Clock {
  ms = START;
  readonly now = (): number => this.ms;
}

let salt = 0;
/** Not random: each call gives other bytes, the same in each run. */
export const bytesOf = (count: number): Uint8Array =>
  new Uint8Array(
    createHash('sha512')
      .update(`salt ${(salt += 1)}`)
      .digest(),
  ).subarray(0, count);

/** The key of a name: the same name, the same key. */
export const signerNamed = (name: string): Promise<Signer> =>
  softwareSigner(new Uint8Array(createHash('sha256').update(name).digest()));

export const unit = (id: string, kind: 'township' | 'village' | 'institution'): ContentOf<'unit.set'> => ({
  id,
  kind,
  name: `单位 ${id}`,
  leadingGroup: { leader: null, deputies: [], members: [] },
  office: '',
  phone: '',
});

export const member = (
  id: string,
  unitId: string,
  assigned: string[] = [],
  role: Role = 'cadre',
): ContentOf<'member.set'> => ({ id, name: id, post: '村文书', unit: unitId, role, assigned });

export const notice = (title: string, text = '正文'): ContentOf<'notice.published'> => ({
  ...PLAIN,
  ...ORDINARY,
  entry: { id: 'general-affairs', name: '其他村务' },
  title,
  officer: '李某',
  sections: [{ heading: '', text }],
  photos: [],
});

export interface Sent {
  status: number;
  headers: Headers;
  body: Buffer;
  /** The body as JSON; null when it is none. */
  json: Record<string, never> | null;
}

export interface CallOptions {
  body?: Uint8Array | string;
  headers?: Record<string, string>;
  signer?: Signer;
  /** The caller's clock. */
  at?: number;
}

/** A township on a running server. `stop` ends it; `restart` starts another on the same folder. */
export class TestServer {
  readonly clock = new Clock();
  readonly dataDir = mkdtempSync(join(tmpdir(), 'gongkailan-test-'));
  readonly options: Partial<ServerOptions>;
  server!: GongkailanServer;
  url = '';
  township = '' as ReturnType<typeof townshipIdOf>;
  logKey = '';
  recovery = '';
  office!: Signer;
  founding!: SignedEvent;

  constructor(options: Partial<ServerOptions> = {}) {
    this.options = options;
  }

  async start(): Promise<this> {
    this.server = await createServer({
      dataDir: this.dataDir,
      distDir: join(this.dataDir, 'dist'),
      now: this.clock.now,
      printSetupCode: false,
      ...this.options,
    });
    const { port } = await this.server.listen(Number(new URL(this.url || 'http://x').port), '127.0.0.1');
    this.url = `${this.options.tls ? 'https' : 'http'}://127.0.0.1:${port}`;
    return this;
  }

  /** Ends the server and starts another on the same folder and port. */
  async restart(): Promise<void> {
    await this.server.close();
    await this.start();
  }

  /** Ends the server and removes its folder. */
  async stop(): Promise<void> {
    await this.server.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** A township with the office, and villages v1 and v2. */
  async found(): Promise<this> {
    this.logKey = (await this.server.beginSetup()).logKey;
    this.office = await signerNamed('office');
    this.founding = await this.foundingEvent(this.office, this.logKey);
    this.township = townshipIdOf(eventId(this.founding.header));
    const units = await Promise.all(
      [unit('township', 'township'), unit('v1', 'village'), unit('v2', 'village')].map((one) =>
        this.sign(this.office, this.registry, 'unit.set', one),
      ),
    );
    const outcome = await this.server.found([this.founding, ...units]);
    if (!outcome.ok) throw new Error(`founding refused: ${JSON.stringify(outcome)}`);
    this.recovery = outcome.recovery;
    return this;
  }

  foundingEvent(signer: Signer, logKey: string): Promise<SignedEvent> {
    const founder = { name: '孙某', post: '党政办', device: '电脑' };
    const content = { name: '复兴乡', region: '白银市平川区', logKey, founder };
    return this.sign(signer, FOUNDING_STREAM, 'township.founded', content);
  }

  get registry(): string {
    return registryOf(this.township);
  }

  public(unitId: string): string {
    return publicStream(this.township, unitId);
  }

  sign(
    signer: Signer,
    stream: string,
    type: EventType | (string & {}),
    content: object,
    files: FileRef[] = [],
  ): Promise<SignedEvent> {
    const at = shanghaiTime(this.clock.ms);
    return makeEvent(
      signer,
      { stream, type, at, registry: 0, seen: 0, content: content as Record<string, unknown>, files },
      bytesOf,
    );
  }

  publish(signer: Signer, unitId: string, title: string, files: FileRef[] = []): Promise<SignedEvent> {
    return this.sign(signer, this.public(unitId), 'notice.published', notice(title), files);
  }

  /** Takes events in, and fails when one is refused. */
  async mustAccept(...events: SignedEvent[]): Promise<void> {
    const results = await this.server.accept(events);
    const refused = results.filter((result) => result.status === 'rejected');
    if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
  }

  /** An enrolment by a fresh invitation, not yet handed in. */
  async enrolment(
    name: string,
    device: 'phone' | 'tablet' | 'office',
    unitId: string,
    memberId: string | null,
  ): Promise<{ signer: Signer; invitation: SignedEvent; enrolment: SignedEvent; link: Signer }> {
    const signer = await signerNamed(name);
    const link = await signerNamed(`invitation of ${name} ${(salt += 1)}`);
    const expires = new Date(this.clock.ms + 86_400_000).toISOString();
    const made = { key: link.publicKey, device, unit: unitId, member: memberId, expires };
    const invitation = await this.sign(this.office, this.registry, 'invitation.made', made);
    const proof = toHex(await signer.sign(utf8(enrolmentText(this.township, link.publicKey))));
    const enrolled = { key: signer.publicKey, proof, name };
    const enrolment = await this.sign(link, this.registry, 'device.enrolled', enrolled);
    return { signer, invitation, enrolment, link };
  }

  /** An enrolled device. */
  async device(
    name: string,
    device: 'phone' | 'tablet' | 'office',
    unitId: string,
    who: ContentOf<'member.set'> | null,
  ): Promise<Signer> {
    if (who) await this.mustAccept(await this.sign(this.office, this.registry, 'member.set', who));
    const { signer, invitation, enrolment } = await this.enrolment(name, device, unitId, who?.id ?? null);
    await this.mustAccept(invitation, enrolment);
    return signer;
  }

  /** A call as it goes over the wire. */
  async call(method: string, path: string, options: CallOptions = {}): Promise<Sent> {
    const { signer, at = this.clock.ms } = options;
    const body = typeof options.body === 'string' ? utf8(options.body) : options.body;
    const headers: Record<string, string> = { ...options.headers };
    if (signer) {
      const signed = { method, path, body: body ?? new Uint8Array(0), at: new Date(at).toISOString() };
      headers.authorization = await signRequest(signer, signed);
    }
    const answer = await fetch(this.url + path, { method, headers, body: body as BodyInit | undefined });
    const bytes = Buffer.from(await answer.arrayBuffer());
    let json: Sent['json'] = null;
    try {
      json = JSON.parse(bytes.toString()) as Sent['json'];
    } catch {
      json = null;
    }
    return { status: answer.status, headers: answer.headers, body: bytes, json };
  }

  post(path: string, value: unknown, options: CallOptions = {}): Promise<Sent> {
    const headers = { 'content-type': 'application/json', ...options.headers };
    return this.call('POST', path, { ...options, headers, body: JSON.stringify(value) });
  }

  /** One sync, its answer checked against the protocol. */
  async sync(request: Partial<SyncRequest>, signer?: Signer): Promise<SyncResponse> {
    const answer = await this.post(
      '/api/sync',
      { v: 1, held: {}, events: [], report: null, ...request },
      { signer },
    );
    if (answer.status !== 200) throw new Error(`sync: ${answer.status} ${answer.body.toString()}`);
    return syncResponse.parse(answer.json);
  }
}

/** The code of an answer that is not 2xx. */
export const codeOf = (answer: Sent): string | undefined =>
  (answer.json as { error?: { code?: string } } | null)?.error?.code;
