/**
 * Pages for everybody, complete without JavaScript, at the addresses that codes on paper and the app use; feeds,
 * calendars, and what search engines ask for. Where the app is kept on the device, its worker answers before them.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Registry } from '../../domain/registry/registry.ts';
import { registryOf, publicStream } from '../../log/stream.ts';
import type { Site } from '../host.ts';
import { type Answer, answerOf, KeptAnswers } from '../public/kept-answers.ts';
import { appEntryOf, type PageContext } from '../public/page.ts';
import { PLAIN_CSS_HASH } from '../public/plain-css.ts';
import { PublicFeeds, type Text } from '../public/public-feeds.ts';
import { type Made, PublicPages } from '../public/public-pages.ts';
import { robots, sitemapIndex, XML } from '../public/sitemap.ts';
import { PublicBoards } from '../public/boards.ts';
import { languageOf, WORDS } from '../public/words.ts';
import type { AppFile } from '../web/app-files.ts';
import type { RouteContext } from './context.ts';
import { countVisit, unitOfPoster } from './visits.ts';

interface Asked {
  Params: { unit: string; notice: string };
  Querystring: Record<string, unknown>;
}

/** Seconds for which a browser or proxy may show a page again without asking. */
const MAX_AGE = 60;
/** Pages are made anew at least this often, ms: what is urgent ends by the clock. */
const MINUTE_MS = 60_000;

const HTML = 'text/html; charset=utf-8';
const BOARD = '/b/:unit';
const NOTICE = '/b/:unit/n/:notice';
const PLAIN = 'text/plain; charset=utf-8';
/** An answer that depends on every board. */
const ALL = '*';

const number = (value: unknown): number | null =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : null;

/** Host names and ports; a header that says anything else is not repeated on a page. */
const HOST = /^[a-z0-9.-]{1,253}(?::\d{1,5})?$|^\[[0-9a-f:.]{2,45}\](?::\d{1,5})?$/i;

export const originOfRequest = (request: FastifyRequest): string =>
  HOST.test(request.host) ? `${request.protocol}://${request.host}` : '';

const POLICY_STYLE = /style-src ([^;]*)/;

function send(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  void reply
    .header('cache-control', answer.status === 200 ? `public, max-age=${MAX_AGE}` : 'no-store')
    .header('vary', 'accept-language, accept-encoding')
    .header('etag', answer.etag);
  if (answer.type === HTML) {
    const policy = String(reply.getHeader('content-security-policy') ?? '');
    const own = policy.replace(
      POLICY_STYLE,
      (_, sources: string) => `style-src ${sources} ${PLAIN_CSS_HASH}`,
    );
    void reply.header('content-security-policy', own);
  }
  if (request.headers['if-none-match'] === answer.etag) return reply.code(304).send();
  return reply.code(answer.status).type(answer.type).send(answer.text);
}

interface Open {
  site: Site;
  pages: PublicPages;
  feeds: PublicFeeds;
}

/** The pages of the township that this process serves; made anew when it is founded. */
class Public {
  readonly #context: RouteContext;
  readonly #app: PageContext['app'];
  readonly kept = new KeptAnswers();
  #of: Open | null = null;

  constructor(context: RouteContext, files: Map<string, AppFile>) {
    this.#context = context;
    const index = files.get('/index.html')?.bytes.toString('utf8') ?? '';
    this.#app = files.has('/plain.js') ? appEntryOf(index) : null;
  }

  /** Null: no township yet. */
  get site(): Open | null {
    const { site } = this.#context.host;
    if (site && this.#of?.site !== site) {
      const pages = new PublicPages(new PublicBoards(site.township.context));
      this.#of = { site, pages, feeds: new PublicFeeds(pages, site.township.id) };
    }
    return this.#of;
  }

  pageContext(request: FastifyRequest): PageContext {
    const language = languageOf(request.headers['accept-language']);
    return {
      origin: originOfRequest(request),
      language,
      words: WORDS[language],
      now: this.#context.now(),
      app: this.#app,
    };
  }

  /** Everything that an answer depends on. `unit`: whose board it shows; ALL: every board's; null: the registry alone. */
  async nameOf(
    site: Site,
    request: FastifyRequest,
    unit: string | null,
    context: PageContext,
  ): Promise<string> {
    const { store, id } = site.township.context;
    const registry = (await store.head(registryOf(id)))?.size ?? 0;
    const board =
      unit === ALL
        ? (await store.heads()).reduce((sum, { size }) => sum + size, 0)
        : unit && ((await store.head(publicStream(id, unit)))?.size ?? 0);
    const minute = Math.floor(context.now / MINUTE_MS);
    return [request.url, context.origin, context.language, registry, board, minute].join(' ');
  }
}

type Make = (open: Open, registry: Registry, context: PageContext) => Promise<Made & { type?: string }>;

/** Without a township, or a page to show for it, the app answers: it leads to the setup. */
export function publicRoutes(app: FastifyInstance, context: RouteContext, files: Map<string, AppFile>): void {
  const all = new Public(context, files);

  const answer: Ask = async (request, reply, unit, make) => {
    const open = all.site;
    // A name with a dot is a file's, and no unit or notice has one.
    if (!open || unit?.includes('.')) {
      reply.callNotFound();
      return reply;
    }
    const page = all.pageContext(request);
    const name = await all.nameOf(open.site, request, unit, page);
    const made = await all.kept.get(name, async () => {
      const { status, text, type = HTML } = await make(open, await open.site.township.registry(), page);
      return answerOf(status, type, text);
    });
    return send(request, reply, made);
  };

  const township = (request: FastifyRequest, reply: FastifyReply) =>
    answer(request, reply, null, async ({ pages }, registry, page) => pages.township(registry, page));
  app.get('/', township);
  app.get('/units', township);

  app.get<Asked>(BOARD, (request, reply) =>
    answer(request, reply, request.params.unit, async ({ pages }, registry, page) =>
      pages.board(registry, request.params.unit, number(request.query['before']), page),
    ),
  );
  app.addHook('onResponse', async (request, reply) =>
    count(context, request as FastifyRequest<Asked>, reply),
  );

  app.get<Asked>(NOTICE, (request, reply) => {
    const { unit, notice } = request.params;
    const nth = number(request.query['page']) ?? 1;
    return answer(request, reply, unit, async ({ pages }, registry, page) =>
      pages.notice(registry, unit, notice, nth, page),
    );
  });
  feedRoutes(app, answer);
}

/** Opened is opened, also when the browser had the page already. */
async function count(
  context: RouteContext,
  request: FastifyRequest<Asked>,
  reply: FastifyReply,
): Promise<void> {
  const { url } = request.routeOptions;
  const { site } = context.host;
  if (!site || (url !== NOTICE && url !== BOARD)) return;
  if (reply.statusCode !== 200 && reply.statusCode !== 304) return;
  const { unit, notice } = request.params;
  // Who turns the pages of a long notice has opened it once.
  if (request.query['page'] !== undefined) return;
  if (url === NOTICE) countVisit(context, request, { unit, kind: 'notice', subject: notice });
  if (url === NOTICE || request.query['before'] !== undefined) return;
  countVisit(context, request, { unit, kind: 'board', subject: '' });
  const place = request.query['p'];
  if (typeof place !== 'string' || unitOfPoster(await site.township.registry(), place) !== unit) return;
  countVisit(context, request, { unit, kind: 'scan', subject: place });
}

type Ask = (
  request: FastifyRequest,
  reply: FastifyReply,
  unit: string | null,
  make: Make,
) => Promise<FastifyReply>;

/** What there is for other programs: feeds, calendars, sitemaps. */
function feedRoutes(app: FastifyInstance, ask: Ask): void {
  interface Feeds {
    Params: { unit: string; entry: string };
  }
  const found = (text: Text | null): Made & { type?: string } =>
    text ? { status: 200, ...text } : { status: 404, type: PLAIN, text: 'not found\n' };

  for (const form of ['atom', 'json'] as const) {
    app.get<Feeds>(`/b/:unit/feed.${form}`, (request, reply) =>
      ask(request, reply, request.params.unit, async ({ feeds }, registry, page) =>
        found(await feeds.ofBoard(registry, request.params.unit, '', form, page)),
      ),
    );
    app.get<Feeds>(`/b/:unit/e/:entry/feed.${form}`, (request, reply) => {
      const { unit, entry } = request.params;
      return ask(request, reply, unit, async ({ feeds }, registry, page) =>
        found(await feeds.ofBoard(registry, unit, entry, form, page)),
      );
    });
    app.get<Feeds>(`/e/:entry/feed.${form}`, (request, reply) =>
      ask(request, reply, ALL, async ({ feeds }, registry, page) =>
        found(await feeds.ofEntry(registry, request.params.entry, form, page)),
      ),
    );
    app.get(`/feed.${form}`, (request, reply) =>
      ask(request, reply, ALL, async ({ feeds }, registry, page) =>
        found(await feeds.ofEntry(registry, '', form, page)),
      ),
    );
  }
  app.get<Feeds>('/b/:unit/due.ics', (request, reply) =>
    ask(request, reply, request.params.unit, async ({ feeds }, registry, page) =>
      found(await feeds.calendar(registry, request.params.unit, page)),
    ),
  );
  app.get<Feeds>('/b/:unit/sitemap.xml', (request, reply) =>
    ask(request, reply, request.params.unit, async ({ feeds }, registry, page) =>
      found(await feeds.sitemap(registry, request.params.unit, page)),
    ),
  );
  app.get('/sitemap.xml', (request, reply) =>
    ask(request, reply, null, async (_, registry, { origin }) => ({
      status: 200,
      type: XML,
      text: sitemapIndex(origin, Object.keys(registry.units)),
    })),
  );
  app.get('/robots.txt', (request, reply) =>
    ask(request, reply, null, async (_, __, { origin }) => ({
      status: 200,
      type: PLAIN,
      text: robots(origin),
    })),
  );
}
