/** Open data: a township's scores of a year, once its office has said that everybody may read them. */
import type { FastifyInstance } from 'fastify';
import { openScoresOf } from '../../domain/score/open.ts';
import { rulesOn } from '../../domain/score/rules.ts';
import { scoreUnits, scoreYear } from '../../domain/score/score.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { refuse } from '../http/errors.ts';
import { readTownship, recordsForScores } from '../records/township-records.ts';
import type { LogStore } from '../../store/log-store.ts';
import { type RouteContext, siteOrRefuse } from './context.ts';
import { KeptYears, sendOpen } from './open-data.ts';

/** A year's scores as a file. Null: there is no township. @param today the day on which it is made. */
export async function scoresFile(log: Pick<LogStore, 'heads' | 'read'>, year: number, today: LocalDate) {
  const records = await readTownship(log);
  if (!records) return null;
  const { registry, township } = records;
  const of = scoreYear(registry, `${year}-07-01` as LocalDate, today);
  const scores = scoreUnits(of, recordsForScores(records, today));
  return { file: openScoresOf(of, scores, township, Object.keys(registry.units)), registry };
}

export function openRoutes(app: FastifyInstance, context: RouteContext): void {
  const kept = new KeptYears<string>();
  const { host, now } = context;
  app.get<{ Params: { year: string } }>('/open/scores/:year', async (request, reply) => {
    const site = siteOrRefuse(context, reply);
    if (!site) return reply;
    const year = Number(/^(20\d\d)\.json$/.exec(request.params.year)?.[1]);
    const today = localDateOf(instantOf(now()));
    const isOpen = rulesOn(await site.township.registry(), today).open === true;
    if (Number.isNaN(year) || !isOpen) return refuse(reply, 'not-found', 'no such thing');
    const text = await kept.of(site, year, today, async () => {
      const made = await scoresFile(host.storage.log, year, today);
      return `${JSON.stringify(made?.file ?? null)}\n`;
    });
    return sendOpen(reply, 'application/json', text);
  });
}
