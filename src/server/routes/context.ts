/** What every group of routes is given. */
import type { FastifyReply } from 'fastify';
import type { Host, Site } from '../host.ts';
import type { Setup } from '../setup.ts';
import { refuse } from '../http/errors.ts';

export interface RouteContext {
  host: Host;
  setup: Setup;
  /** Ms since 1970. */
  now: () => number;
  version: string;
  /** Of the pages in an archive (archive/year/script.ts); null: the app is not built. */
  yearScript: string | null;
}

/** The site, or null after the request has been refused because there is none. */
export function siteOrRefuse({ host }: RouteContext, reply: FastifyReply): Site | null {
  if (!host.site) void refuse(reply, 'not-set-up', 'this server has not been set up');
  return host.site;
}
