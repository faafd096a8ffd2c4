/**
 * How often public pages were opened: part of the protocol beside protocol.ts.
 *
 * | call                      | who                                   | what                                             |
 * |---------------------------|---------------------------------------|--------------------------------------------------|
 * | GET  /api/visits?unit=<id> | office; who posts for the unit        | daily totals of the last 92 days (`not-allowed`) |
 * | GET  /api/visits          | office                                | the same of all units                            |
 * | POST /api/visits          | anybody                               | a poster's code was scanned, and the app answered |
 */
import * as z from 'zod/mini';
import { unitId } from '../domain/registry/events.ts';

export const VISIT_DAYS = 92;

export const visitsResponse = z.strictObject({
  v: z.literal(1),
  visits: z.array(
    z.strictObject({
      day: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
      unit: unitId,
      kind: z.enum(['board', 'notice', 'scan']),
      subject: z.string().check(z.maxLength(64)),
      count: z.int().check(z.minimum(1)),
    }),
  ),
});
export type VisitsResponse = z.infer<typeof visitsResponse>;

export const scanRequest = z.strictObject({ place: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)) });
