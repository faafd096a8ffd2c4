/** Open data: a township's scores of a year, once its office has said that everybody may read them. */
import type { FastifyInstance } from 'fastify';
import { openScoresOf } from '../../domain/score/open.ts';
import { rulesOn } from '../../domain/score/rules.ts';
import { scoreUnits, scoreYear } from '../../domain/score/score.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { refuse } from '../http/errors.ts';
import { readTownship, recordsForScores } from '../records/township-records.ts';
import type { LogStore } from '../../store/log-store.ts';
import { siteOrRefuse, type RouteContext } from './context.ts';

/** Seconds. */
const MAX_AGE = 600;

/** A year's scores as a file. Null: there is no township. @param today the day on which it is made. */
export async function scoresFile(log: Pick<LogStore, 'heads' | 'read'>, year: number, today: LocalDate) {
  const records = await readTownship(log);
  if (!records) return null;
  const { registry, township } = records;
  const of = scoreYear(registry, `${year}-07-01` as LocalDate, today);
  const scores = scoreUnits(of, recordsForScores(records, today));
  return { file: openScoresOf(of, scores, township, Object.keys(registry.units)), registry };
}

export async function openRoutes(app: FastifyInstance, { host, now, ...rest }: RouteContext): Promise<void> {
  const context: RouteContext = { host, now, ...rest };
  /** The last answer, with all that it depends on: reading the whole log again is dear. */
  let kept: { name: string; text: string } | null = null;
  app.get<{ Params: { year: string } }>('/open/scores/:year', async (request, reply) => {
    const site = siteOrRefuse(context, reply);
    if (!site) return reply;
    const asked = /^(20\d\d)\.json$/.exec(request.params.year)?.[1];
    const today = localDateOf(instantOf(now()));
    const isOpen = rulesOn(await site.township.registry(), today).open === true;
    if (asked === undefined || !isOpen) return refuse(reply, 'not-found', 'no such thing');
    const { log } = host.storage;
    const size = (await log.heads()).reduce((sum, head) => sum + head.size, 0);
    const name = `${asked} ${today} ${size}`;
    if (kept?.name !== name) {
      const made = await scoresFile(log, Number(asked), today);
      kept = { name, text: `${JSON.stringify(made?.file ?? null)}\n` };
    }
    return reply
      .header('cache-control', `public, max-age=${MAX_AGE}`)
      .header('access-control-allow-origin', '*')
      .type('application/json; charset=utf-8')
      .send(kept.text);
  });
}
