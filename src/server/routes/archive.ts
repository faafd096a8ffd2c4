/** The archive of a year for the office, as a zip that is made while it is read. */
import type { FastifyInstance } from 'fastify';
import { yearOf } from '../../domain/calendar/days.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { makeOpenBag, readYear, type YearLog } from '../archive/archive.ts';
import { endOf } from '../archive/log-at.ts';
import { ArchiveError } from '../archive/problems.ts';
import { ZipSink } from '../archive/sink.ts';
import { refuse } from '../http/errors.ts';
import { type RouteContext, siteOrRefuse } from './context.ts';
import { office } from './messages.ts';

const YEAR = /^20\d\d$/;

export function archiveRoutes(app: FastifyInstance, context: RouteContext): void {
  const { log } = context.host.options;
  /** One at a time: it reads the whole log. */
  let isBusy = false;

  async function send(
    records: Parameters<typeof makeOpenBag>[0],
    year: YearLog,
    zip: ZipSink,
  ): Promise<void> {
    try {
      await makeOpenBag(records, year, zip);
      zip.end();
    } catch (error) {
      log.warn({ err: error }, 'an archive broke off');
      zip.fail(error);
    } finally {
      isBusy = false;
    }
  }

  app.get<{ Params: { year: string } }>('/api/archive/:year', async (request, reply) => {
    const asking = await office(context, request, reply);
    const site = asking && siteOrRefuse(context, reply);
    if (!site) return reply;
    const { year } = request.params;
    const today = localDateOf(instantOf(context.now()));
    if (!YEAR.test(year) || Number(year) > yearOf(today))
      return refuse(reply, 'bad-request', 'not a year that has begun');
    if (isBusy) return refuse(reply, 'too-many-requests', 'another archive is being made');
    isBusy = true;
    const found = await readYear(site.records, { year: Number(year) }).catch((error: unknown) => {
      isBusy = false;
      if (error instanceof ArchiveError && error.problem === 'no-log') return null;
      throw error;
    });
    if (!found) return refuse(reply, 'not-found', 'nothing had been published by the end of that year');
    const zip = new ZipSink(`gongkailan-${year}`, new Date(endOf(Number(year))));
    void send({ ...site.records, script: context.yearScript }, found, zip);
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="gongkailan-${year}.zip"`)
      .send(zip.stream);
  });
}
