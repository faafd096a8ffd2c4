/** Open data: a township's figures of a year, by month, quarter and year, as JSON and CSV; and the schemas of what is given out. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { type OpenFigures, openFigures, openFiguresOf, openRows } from '../../domain/counting/open.ts';
import { reportFile } from '../../domain/report/schema.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { csvText } from '../../export/csv.ts';
import { refuse } from '../http/errors.ts';
import type { Site } from '../host.ts';
import { readBoards } from '../records/township-records.ts';
import { type RouteContext, siteOrRefuse } from './context.ts';
import { KeptYears, sendOpen } from './open-data.ts';

const FIRST_YEAR = 2008;
const FILE = /^(20\d\d)\.(json|csv)$/;

async function figuresOf(site: Site, year: number, today: LocalDate): Promise<OpenFigures> {
  const { store, id: township } = site.township.context;
  const read = await readBoards(store);
  if (!read) throw new Error('open data: the registry is missing');
  const { registry, boards } = read;
  return openFiguresOf({
    township,
    registry,
    boards,
    year,
    today,
    units: Object.keys(registry.units).sort(),
  });
}

/** One unit of a file; its total is its own. */
const only = (figures: OpenFigures, id: string): OpenFigures | null => {
  const unit = figures.units.find((one) => one.id === id);
  return unit ? { ...figures, units: [unit], total: unit.figures } : null;
};

interface Asked {
  Params: { unit?: string; file: string };
}

export function openFiguresRoutes(app: FastifyInstance, context: RouteContext): void {
  const kept = new KeptYears<OpenFigures>();
  for (const [name, schema] of Object.entries({ figures: openFigures, report: reportFile })) {
    const text = `${JSON.stringify(z.toJSONSchema(schema))}\n`;
    app.get(`/open/${name}/schema.json`, (_, reply) => sendOpen(reply, 'application/schema+json', text));
  }
  for (const path of ['/open/figures/:file', '/open/figures/:unit/:file'])
    app.get<Asked>(path, async ({ params: { unit, file } }, reply) => {
      const site = siteOrRefuse(context, reply);
      if (!site) return reply;
      const today = localDateOf(instantOf(context.now()));
      const [, year, type] = FILE.exec(file) ?? [];
      if (!year || Number(year) < FIRST_YEAR || year > today.slice(0, 4))
        return refuse(reply, 'not-found', 'no such thing');
      const all = await kept.of(site, Number(year), today, () => figuresOf(site, Number(year), today));
      const figures = unit === undefined ? all : only(all, unit);
      if (!figures) return refuse(reply, 'not-found', 'no such thing');
      return type === 'csv'
        ? sendOpen(reply, 'text/csv', csvText(openRows(figures)))
        : sendOpen(reply, 'application/json', `${JSON.stringify(figures)}\n`);
    });
}
