/** Open data: a township's figures of a year, by month, quarter and year, as JSON and CSV; and the schemas of what is given out. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod/mini';
import { type OpenFigures, openFigures, openFiguresOf, openRows } from '../../domain/counting/open.ts';
import { reportFile } from '../../domain/report/schema.ts';
import type { LightNotice } from '../../domain/board/board.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { csvText } from '../../export/csv.ts';
import { publicStream } from '../../log/stream.ts';
import { refuse } from '../http/errors.ts';
import type { Site } from '../host.ts';
import { boardOf, everyEvent } from '../records/township-records.ts';
import { type RouteContext, siteOrRefuse } from './context.ts';

/** Seconds. */
const MAX_AGE = 600;
const FIRST_YEAR = 2008;
const FILE = /^(20\d\d)\.(json|csv)$/;

async function boardsOf({ township }: Site, units: string[]): Promise<Map<string, LightNotice[]>> {
  const { store, id } = township.context;
  const boards = new Map<string, LightNotice[]>();
  for (const unit of units) {
    const stream = publicStream(id, unit);
    const head = await store.head(stream);
    if (head) boards.set(unit, boardOf(await everyEvent(store, stream, head.size)));
  }
  return boards;
}

async function figuresOf(site: Site, year: number, today: LocalDate): Promise<OpenFigures> {
  const registry = await site.township.registry();
  const units = Object.keys(registry.units).sort();
  const boards = await boardsOf(site, units);
  return openFiguresOf({ township: site.township.id, registry, boards, year, today, units });
}

/** The figures of each year that was asked for, until the log grows or the day ends: reading every board is dear. */
class Kept {
  #name = '';
  readonly #years = new Map<number, Promise<OpenFigures>>();

  async of(site: Site, year: number, today: LocalDate): Promise<OpenFigures> {
    const heads = await site.township.context.store.heads();
    const name = `${site.township.id} ${today} ${heads.reduce((sum, { size }) => sum + size, 0)}`;
    if (name !== this.#name) this.#years.clear();
    this.#name = name;
    const made = this.#years.get(year) ?? figuresOf(site, year, today);
    this.#years.set(year, made);
    made.catch(() => this.#years.delete(year));
    return made;
  }
}

const send = (reply: FastifyReply, type: string, text: string): FastifyReply =>
  reply
    .header('cache-control', `public, max-age=${MAX_AGE}`)
    .header('access-control-allow-origin', '*')
    .type(`${type}; charset=utf-8`)
    .send(text);

/** One unit of a file; its total is its own. */
const only = (figures: OpenFigures, id: string): OpenFigures | null => {
  const unit = figures.units.find((one) => one.id === id);
  return unit ? { ...figures, units: [unit], total: unit.figures } : null;
};

interface Asked {
  Params: { unit?: string; file: string };
}

export function openFiguresRoutes(app: FastifyInstance, context: RouteContext): void {
  const kept = new Kept();
  for (const [name, schema] of Object.entries({ figures: openFigures, report: reportFile })) {
    const text = `${JSON.stringify(z.toJSONSchema(schema))}\n`;
    app.get(`/open/${name}/schema.json`, (_, reply) => send(reply, 'application/schema+json', text));
  }
  for (const path of ['/open/figures/:file', '/open/figures/:unit/:file'])
    app.get<Asked>(path, async ({ params: { unit, file } }, reply) => {
      const site = siteOrRefuse(context, reply);
      if (!site) return reply;
      const today = localDateOf(instantOf(context.now()));
      const [, year, type] = FILE.exec(file) ?? [];
      if (!year || Number(year) < FIRST_YEAR || year > today.slice(0, 4))
        return refuse(reply, 'not-found', 'no such thing');
      const all = await kept.of(site, Number(year), today);
      const figures = unit === undefined ? all : only(all, unit);
      if (!figures) return refuse(reply, 'not-found', 'no such thing');
      return type === 'csv'
        ? send(reply, 'text/csv', csvText(openRows(figures)))
        : send(reply, 'application/json', `${JSON.stringify(figures)}\n`);
    });
}
