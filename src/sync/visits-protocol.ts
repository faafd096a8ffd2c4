/**
 * How often public pages were opened: part of the protocol beside protocol.ts.
 *
 * | call                      | who                                   | what                                             |
 * |---------------------------|---------------------------------------|--------------------------------------------------|
 * | GET  /api/visits?unit=<id> | office; who posts for the unit        | daily totals of the last 92 days (`not-allowed`) |
 * | GET  /api/visits          | office                                | the same of all units                            |
 * | GET  /api/visits/months?year=<yyyy> | office                      | totals of the months of a year, of all units      |
 * | POST /api/visits          | anybody                               | a poster's code was scanned, and the app answered |
 */
import * as z from 'zod/mini';
import { unitId } from '../domain/registry/events.ts';

export const VISIT_DAYS = 92;

const kind = z.enum(['board', 'notice', 'scan']);
const count = z.int().check(z.minimum(1));

export const visitsResponse = z.strictObject({
  v: z.literal(1),
  visits: z.array(
    z.strictObject({
      day: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
      unit: unitId,
      kind,
      subject: z.string().check(z.maxLength(64)),
      count,
    }),
  ),
});
export type VisitsResponse = z.infer<typeof visitsResponse>;

/** Which notices were opened is left out: a year of that would be long, and the screen of all units shows sums alone. */
export const visitMonthsResponse = z.strictObject({
  v: z.literal(1),
  months: z.array(
    z.strictObject({ month: z.string().check(z.regex(/^\d{4}-\d\d$/)), unit: unitId, kind, count }),
  ),
});
export type VisitMonthsResponse = z.infer<typeof visitMonthsResponse>;

export const visitYear = z.string().check(z.regex(/^20\d\d$/));

export const scanRequest = z.strictObject({ place: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)) });
