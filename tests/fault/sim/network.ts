/**
 * The network between the browsers and the server: every request and every answer lies here until a step of the schedule
 * says what becomes of it. So they overtake one another, come twice, come late, come cut, or come from somebody else.
 */
import type { Random } from './random.ts';
import { as, type Owner } from './tasks.ts';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  bytes: Uint8Array;
}

export interface Request {
  method: string;
  /** With its query. */
  path: string;
  headers: Record<string, string>;
  body: Uint8Array | null;
}

/** A request on its way to the server, or its answer on its way back. */
export interface Parcel {
  request: Request;
  /** The browser that asked. */
  browser: string;
  /** Null: it has not reached the server. */
  answer: Answer | null;
  /** Ends the browser's call. False: nobody waits for it any longer. */
  end: (answer: Answer | null) => boolean;
}

/** What may become of a parcel. */
export const FATES = ['arrives', 'lost', 'doubled', 'cut', 'portal', 'replayed', 'foreign'] as const;
export type Fate = (typeof FATES)[number];

/** A page that asks to log in, as hotels and telephone companies send in the place of any answer. */
const LOGIN = new TextEncoder().encode('<!doctype html><title>请登录</title><form action="/login">');
const portal = (): Answer => ({ status: 200, headers: { 'content-type': 'text/html' }, bytes: LOGIN });
/** Old answers that a cache might send again, for each browser and path, and that it might mix up, for each method. */
const KEPT = 6;

/** The last answers of a kind, the newest last. */
class Kept {
  readonly #answers = new Map<string, Answer[]>();
  of = (kind: string): Answer[] => this.#answers.get(kind) ?? [];
  add(kind: string, answer: Answer): void {
    this.#answers.set(kind, [...this.of(kind), answer].slice(-KEPT));
  }
}

const bytesOf = (body: unknown): Uint8Array | null => {
  if (body === undefined || body === null) return null;
  return typeof body === 'string' ? new TextEncoder().encode(body) : (body as Uint8Array).slice();
};

const responseOf = ({ method }: Request, { status, headers, bytes }: Answer): Response => {
  const empty = method === 'HEAD' || status === 204 || status === 304;
  return new Response(empty ? null : (bytes as BodyInit), { status, headers });
};

const sameCall = ({ browser, request }: Parcel): string => `${browser} ${request.method} ${request.path}`;

export class Network {
  parcels: Parcel[] = [];
  /** Told of each answer that did not come from the server just now, when it has been given to a browser. */
  strange: (browser: string, request: Request, fate: Fate, answer: Answer) => void = () => {};
  /** Browsers without a network. */
  readonly off = new Set<string>();
  readonly #serve: (request: Request) => Promise<Answer | null>;
  readonly #old = new Kept();

  /** @param serve the server; null: it is down, or died while it worked. */
  constructor(serve: (request: Request) => Promise<Answer | null>) {
    this.#serve = serve;
  }

  /** The `fetch` of a browser. */
  fetchOf(browser: string, owner: Owner): typeof fetch {
    return (input, init) => {
      const url = new URL(input instanceof Request ? input.url : String(input));
      const request: Request = {
        method: init?.method ?? 'GET',
        path: url.pathname + url.search,
        headers: Object.fromEntries(new Headers(init?.headers)),
        body: bytesOf(init?.body),
      };
      // The live stream only wakes; a device without it asks by itself.
      if (this.off.has(browser) || url.pathname === '/api/live')
        return Promise.reject(new TypeError('no network'));
      return new Promise<Response>((resolve, reject) => {
        let over = false;
        const end = (answer: Answer | null): boolean => {
          if (over || !owner.alive) return false;
          over = true;
          as(owner, () =>
            answer ? resolve(responseOf(request, answer)) : reject(new TypeError('no network')),
          );
          return true;
        };
        this.parcels.push({ request, browser, answer: null, end });
        init?.signal?.addEventListener('abort', () => void end(null));
      });
    };
  }

  /** Moves a parcel on. Gives the fate that it really had: not every fate fits every parcel. */
  async move(parcel: Parcel, wish: Fate, random: Random): Promise<Fate> {
    this.parcels = this.parcels.filter((one) => one !== parcel);
    const fate = this.off.has(parcel.browser) ? 'lost' : wish;
    return parcel.answer ? this.#back(parcel, parcel.answer, fate, random) : this.#out(parcel, fate, random);
  }

  /** A cache or a proxy may answer without asking the server. */
  async #out(parcel: Parcel, wish: Fate, random: Random): Promise<Fate> {
    const strange = wish === 'cut' ? null : this.#strange(parcel, null, wish, random);
    if (strange) this.#give(parcel, wish, strange);
    if (wish === 'lost') parcel.end(null);
    if (strange || wish === 'lost') return wish;
    const isDoubled = wish === 'doubled';
    if (isDoubled) this.parcels.push({ ...parcel, end: () => false });
    const answer = await this.#serve(parcel.request);
    if (answer) this.parcels.push({ ...parcel, answer });
    else parcel.end(null);
    return isDoubled ? wish : 'arrives';
  }

  #back(parcel: Parcel, answer: Answer, wish: Fate, random: Random): Fate {
    const strange = this.#strange(parcel, answer, wish, random);
    this.#old.add(sameCall(parcel), answer);
    this.#old.add(parcel.request.method, answer);
    if (strange) this.#give(parcel, wish, strange);
    else if (wish === 'lost') parcel.end(null);
    else {
      parcel.end(answer);
      return 'arrives';
    }
    return wish;
  }

  /** What comes in the place of an answer; null: nothing special. */
  #strange(parcel: Parcel, answer: Answer | null, wish: Fate, random: Random): Answer | null {
    if (wish === 'portal') return portal();
    if (wish === 'cut' && answer)
      return { ...answer, bytes: answer.bytes.slice(0, random.below(answer.bytes.length + 1)) };
    if (wish !== 'replayed' && wish !== 'foreign') return null;
    const old = this.#old.of(wish === 'replayed' ? sameCall(parcel) : parcel.request.method);
    return old.length > 0 ? random.pick(old) : null;
  }

  #give(parcel: Parcel, fate: Fate, answer: Answer): void {
    if (parcel.end(answer)) this.strange(parcel.browser, parcel.request, fate, answer);
  }
}
