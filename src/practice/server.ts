/**
 * The practice township's server: the real one's heart (server/township) over a database in this browser, instead of
 * behind a network. It answers in the words of the protocol, so that the device before it does just what it always does.
 */
import { mayRead } from '../domain/registry/rights.ts';
import type { Device } from '../domain/registry/registry.ts';
import { utf8 } from '../log/hex.ts';
import { type HashAt, leafHash, subtreeHashes } from '../log/merkle.ts';
import { checkRequest, parseAuthorization } from '../log/request-signature.ts';
import { parseStream } from '../log/stream.ts';
import { Budget, pullPart } from '../server/pull.ts';
import { envelopesUnder, type Trees, withReceipts } from '../server/township/envelopes.ts';
import { Township } from '../server/township/township.ts';
import type { TownshipContext } from '../server/township/plan.ts';
import type { BlobStore } from '../store/log-store.ts';
import { PROTOCOL_VERSION, syncRequest, type SyncResponse, type TownshipResponse } from '../sync/protocol.ts';
import { json, refusal } from './answers.ts';
import { PracticeUploads } from './uploads.ts';

/** A call as the device makes it. */
interface Asked {
  method: string;
  /** With its query. */
  path: string;
  headers: Headers;
  body: Uint8Array;
}

const bytesOf = (body: unknown): Uint8Array => {
  if (typeof body === 'string') return utf8(body);
  return body instanceof Uint8Array ? body : new Uint8Array(0);
};

/** Nobody practises until a segment is full; whoever does gets no more. */
const NO_SEGMENTS = { bodiesName: () => Promise.reject(new RangeError('practice: the log is full')) };

/** A practice log is short: its trees are hashed whole, each when it is asked for. */
const treesOf = ({ store }: TownshipContext): Trees => ({
  hashAt: (stream, size) => {
    let tree: Promise<HashAt> | null = null;
    const hashed = async (): Promise<HashAt> =>
      subtreeHashes((await store.read(stream, 0, size)).map(({ leaf }) => leafHash(utf8(leaf))));
    return async (level, index) => (await (tree ??= hashed()))(level, index);
  },
});

export class PracticeServer {
  readonly township: Township;
  readonly #uploads: PracticeUploads;
  readonly #trees: Trees;

  constructor(context: TownshipContext, blobs: BlobStore) {
    this.township = new Township(context, {
      grown: () => {},
      fault: (error) => {
        throw error;
      },
    });
    this.#trees = treesOf(context);
    this.#uploads = new PracticeUploads(context, blobs);
  }

  /** In place of the browser's own `fetch`, for whole addresses: nothing that is asked of it leaves the device. */
  readonly fetch: typeof fetch = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : String(input));
    return this.#answer({
      method: init?.method ?? 'GET',
      path: address.pathname + address.search,
      headers: new Headers(init?.headers),
      body: bytesOf(init?.body),
    });
  };

  async #answer(asked: Asked): Promise<Response> {
    const { path, method } = asked;
    if (path === '/api/township') return json(await this.#who());
    if (path === '/api/sync') return this.#sync(asked);
    if (path === '/api/envelopes') return this.#envelopes(asked);
    const file = /^\/(api\/)?files\/([0-9a-f]{64})(?:\?|$)/.exec(path);
    if (!file) return refusal('not-found');
    const hash = file[2]!;
    if (!file[1]) return this.#uploads.read(hash);
    if ((await this.#device(asked)) === null) return refusal('unauthorised');
    if (method === 'HEAD') return this.#uploads.state(hash);
    return this.#uploads.add(hash, Number(asked.headers.get('upload-offset')), asked.body);
  }

  async #who(): Promise<TownshipResponse> {
    const { id, context } = this.township;
    const { name } = await this.township.registry();
    return { v: PROTOCOL_VERSION, id, name, now: new Date(context.now()).toISOString() };
  }

  /** The key that signed the call; null: nobody's. */
  async #key({ headers, method, path, body }: Asked): Promise<string | null> {
    const auth = parseAuthorization(headers.get('authorization') ?? '');
    return auth && (await checkRequest(auth, { method, path, body })) ? auth.key : null;
  }

  async #device(asked: Asked): Promise<Device | null> {
    const key = await this.#key(asked);
    return key === null ? null : ((await this.township.registry()).devices[key] ?? null);
  }

  async #sync(asked: Asked): Promise<Response> {
    const parsed = syncRequest.safeParse(JSON.parse(new TextDecoder().decode(asked.body)));
    if (!parsed.success) return refusal('bad-request');
    const { held, events } = parsed.data;
    const { context } = this.township;
    const { store } = context;
    const results =
      events.length > 0 ? await withReceipts(store, this.#trees, await this.township.accept(events)) : [];
    const registry = await this.township.registry();
    const key = (await this.#device(asked))?.key ?? null;
    const streams: SyncResponse['streams'] = {};
    const budget = new Budget();
    for (const [stream, size] of Object.entries(held)) {
      const place = parseStream(stream);
      const open = place?.township === context.id && mayRead(registry, place, key);
      streams[stream] = open ? await pullPart(context, NO_SEGMENTS, stream, size, budget) : { denied: true };
    }
    const now = new Date(context.now()).toISOString();
    const answer: SyncResponse = {
      v: PROTOCOL_VERSION,
      township: context.id,
      now,
      results,
      streams,
      contacts: [],
    };
    return json(answer);
  }

  async #envelopes(asked: Asked): Promise<Response> {
    const key = await this.#key(asked);
    if (key === null) return refusal('unauthorised');
    const { store, id } = this.township.context;
    return json(await envelopesUnder(store, id, key));
  }
}
