/**
 * A proxy on loopback that stands between one browser and the server, and is a bad network on demand.
 * Faults are real: sockets are destroyed, bytes are missing, answers are somebody else's.
 */
import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Which requests a fault is for: the beginning of the path, query included. Every request when left out. */
interface Scope {
  path?: string;
  /** Only requests whose body holds this text: others of the same path may come at any moment. */
  sends?: string;
}

export type Fault =
  /** No network: open connections are destroyed, new ones too. */
  | { kind: 'cut' }
  /** The server gets the request and answers; the answer never arrives. For the next `times` requests. */
  | ({ kind: 'drop-answer'; times: number } & Scope)
  /** The body of an answer ends after `bytes`, and the connection with it. For the next `times` requests. */
  | ({ kind: 'truncate'; bytes: number; times: number } & Scope)
  /** A login page for everything, as 200 or by a redirect. */
  | { kind: 'portal'; answer: 'page' | 'redirect' }
  /** A thin line: every request waits, every body drips. */
  | { kind: 'slow'; delayMs: number; bytesPerSecond: number }
  /** The first answer is kept and given again to all that follow. */
  | ({ kind: 'stale' } & Scope)
  /** Event streams are opened and stay silent. */
  | { kind: 'silent-live' }
  /** Another text in place of the server's. */
  | ({ kind: 'rewrite'; edit: (body: string) => string } & Scope);

/** One request as it went through: what the tests count. */
export interface Exchange {
  method: string;
  path: string;
  /** Null while nothing was answered to the browser, or for ever. */
  status: number | null;
  /** The server answered, and a fault took its answer away. */
  lost: boolean;
  /** Bytes of the bodies as they travelled. */
  sent: number;
  received: number;
}

export interface Proxy {
  /** `http://localhost:<port>`: secure enough for a service worker. */
  readonly origin: string;
  readonly port: number;
  /** Everything that went through so far. */
  readonly exchanges: Exchange[];
  /** The network is like this from now on. No faults: it works. */
  set(...faults: Fault[]): void;
  /** Hears every word that passes from now on, requests and answers, as text. */
  tap(heard: (text: string) => void): void;
  /** Where requests go: a server that was started again on another port. */
  target(port: number): void;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
}

const LOGIN_PAGE =
  '<!doctype html><html><head><title>登录 · Free Wi-Fi</title></head><body><h1>请先登录</h1></body></html>';

const LIVE = '/api/live';
/** How often a thin line lets bytes through, ms. */
const DRIP_MS = 50;

const inScope = (fault: Scope, path: string, body?: Buffer): boolean =>
  path.startsWith(fault.path ?? '/') && (!fault.sends || body?.includes(fault.sends) === true);

const withoutHop = (headers: IncomingMessage['headers']): Record<string, string | string[]> => {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !/^(connection|keep-alive|transfer-encoding)$/.test(name)) kept[name] = value;
  }
  return kept;
};

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function portal(response: ServerResponse, answer: 'page' | 'redirect'): number {
  if (answer === 'redirect') {
    response.writeHead(302, { location: '/login-of-the-network?' }).end();
    return 302;
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(LOGIN_PAGE);
  return 200;
}

class FaultProxy implements Proxy {
  readonly exchanges: Exchange[] = [];
  readonly #server: Server;
  readonly #agent = new Agent({ keepAlive: false });
  readonly #sockets = new Set<Duplex>();
  readonly #kept = new Map<string, Answer>();
  #faults: Fault[] = [];
  #heard: ((text: string) => void) | null = null;
  #target: number;
  #port = 0;

  constructor(target: number) {
    this.#target = target;
    this.#server = createServer((incoming, response) => void this.#handle(incoming, response));
    this.#server.keepAliveTimeout = 60_000;
    this.#server.on('connection', (socket: Socket) => {
      if (this.#has('cut')) return void socket.resetAndDestroy();
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  get port(): number {
    return this.#port;
  }

  get origin(): string {
    return `http://localhost:${this.#port}`;
  }

  set(...faults: Fault[]): void {
    this.#faults = faults.map((fault) => ({ ...fault }));
    this.#kept.clear();
    // Open event streams began under the old network: let them feel the new one.
    if (faults.length > 0) for (const socket of this.#sockets) socket.destroy();
  }

  target(port: number): void {
    this.#target = port;
  }

  tap(heard: (text: string) => void): void {
    this.#heard = heard;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #has<Kind extends Fault['kind']>(
    kind: Kind,
    path?: string,
    body?: Buffer,
  ): Extract<Fault, { kind: Kind }> | undefined {
    return this.#faults.find(
      (fault): fault is Extract<Fault, { kind: Kind }> =>
        fault.kind === kind && (path === undefined || inScope(fault as Scope, path, body)),
    );
  }

  /** The same, for a fault that happens a number of times: one of them is used up. */
  #once<Kind extends 'drop-answer' | 'truncate'>(
    kind: Kind,
    path: string,
    body: Buffer,
  ): Extract<Fault, { kind: Kind }> | undefined {
    const fault = this.#has(kind, path, body);
    const left: { times: number } | undefined = fault as Extract<Fault, { times: number }> | undefined;
    if (!left || left.times <= 0) return undefined;
    left.times -= 1;
    return fault;
  }

  async #handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = incoming.url ?? '/';
    const exchange: Exchange = {
      method: incoming.method ?? 'GET',
      path,
      status: null,
      lost: false,
      sent: 0,
      received: 0,
    };
    this.exchanges.push(exchange);
    const login = this.#has('portal');
    if (login) {
      exchange.status = portal(response, login.answer);
      return;
    }
    try {
      await (path.startsWith(LIVE)
        ? this.#live(incoming, response, exchange)
        : this.#exchange(incoming, response, exchange));
    } catch {
      // The browser or the server went away: what a broken line looks like from the other side.
      response.destroy();
    }
  }

  async #exchange(incoming: IncomingMessage, response: ServerResponse, exchange: Exchange): Promise<void> {
    const { path } = exchange;
    const slow = this.#has('slow');
    if (slow) await pause(slow.delayMs);
    const body = await bodyOf(incoming);
    exchange.sent = body.length;
    this.#heard?.(`${exchange.method} ${path} ${JSON.stringify(incoming.headers)} ${body.toString()}`);
    if (slow) await pause((body.length / slow.bytesPerSecond) * 1000);
    const answer = this.#kept.get(path) ?? this.#rewritten(path, await this.#ask(incoming, body));
    if (this.#has('stale', path)) this.#kept.set(path, answer);
    if (this.#has('cut') || this.#once('drop-answer', path, body)) {
      exchange.lost = true;
      return void response.destroy();
    }
    this.#heard?.(`${answer.status} ${JSON.stringify(answer.headers)} ${answer.body.toString()}`);
    const cut = this.#once('truncate', path, body);
    const bytes = cut ? answer.body.subarray(0, cut.bytes) : answer.body;
    exchange.status = answer.status;
    exchange.received = bytes.length;
    // An answer without a body (HEAD, 304) keeps the length that it speaks of.
    const length = answer.body.length > 0 ? { 'content-length': String(answer.body.length) } : {};
    response.writeHead(answer.status, { ...answer.headers, ...length });
    await this.#write(response, bytes, slow?.bytesPerSecond ?? Infinity);
    if (!cut) return void response.end();
    // Let the bytes out before the line breaks.
    await new Promise<void>((resolve) => response.write('', () => resolve()));
    response.destroy();
  }

  async #write(response: ServerResponse, bytes: Buffer, bytesPerSecond: number): Promise<void> {
    const step = Math.max(1, Math.floor((bytesPerSecond * DRIP_MS) / 1000));
    if (bytes.length <= step) return void response.write(bytes);
    for (let at = 0; at < bytes.length && !response.destroyed; at += step) {
      response.write(bytes.subarray(at, at + step));
      await pause(DRIP_MS);
    }
  }

  #rewritten(path: string, answer: Answer): Answer {
    const fault = this.#has('rewrite', path);
    return fault ? { ...answer, body: Buffer.from(fault.edit(answer.body.toString())) } : answer;
  }

  #open(incoming: IncomingMessage) {
    const headers = { ...incoming.headers };
    // Who listens must understand.
    if (this.#heard) delete headers['accept-encoding'];
    if (this.#has('rewrite', incoming.url ?? '/')) {
      delete headers['accept-encoding'];
      delete headers['if-none-match'];
    }
    return request({
      host: '127.0.0.1',
      port: this.#target,
      agent: this.#agent,
      method: incoming.method ?? 'GET',
      path: incoming.url ?? '/',
      headers: { ...headers, connection: 'close' },
    });
  }

  /** Sends the request on and takes in the whole answer. */
  #ask(incoming: IncomingMessage, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const outgoing = this.#open(incoming);
      outgoing.on('error', reject);
      outgoing.on('response', (answer) => {
        const headers = withoutHop(answer.headers);
        bodyOf(answer).then(
          (bytes) => resolve({ status: answer.statusCode ?? 502, headers, body: bytes }),
          reject,
        );
      });
      outgoing.end(body);
    });
  }

  /** An event stream: passed on as it comes, or open and silent. */
  #live(incoming: IncomingMessage, response: ServerResponse, exchange: Exchange): Promise<void> {
    return new Promise((resolve, reject) => {
      const silent = this.#has('silent-live') !== undefined;
      const outgoing = this.#open(incoming);
      outgoing.on('error', reject);
      outgoing.on('response', (answer) => {
        exchange.status = answer.statusCode ?? 502;
        response.writeHead(exchange.status, withoutHop(answer.headers));
        response.flushHeaders();
        answer.on('error', reject);
        answer.on('close', () => {
          response.destroy();
          resolve();
        });
        answer.on('data', (part: Buffer) => {
          if (silent) return;
          exchange.received += part.length;
          response.write(part);
        });
      });
      response.on('close', () => outgoing.destroy());
      outgoing.end();
    });
  }
}

/** The time that a thin line takes: part of the fault, never a wait for something to happen. */
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts a proxy in front of the server that listens on `target` on this machine. */
export const startProxy = (target: number): Promise<Proxy> => new FaultProxy(target).listen();
