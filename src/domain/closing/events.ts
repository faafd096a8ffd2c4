/** The event that closes a year, in the registry. */
import * as z from 'zod/mini';

const LIMITS = { units: 2_000 } as const;

export const yearClosed = z.strictObject({
  year: z.int().check(z.minimum(2008), z.maximum(2200)),
  /** Items of the year that were due and had not been told. */
  missing: z.int().check(z.minimum(0), z.maximum(1_000_000)),
  /** The public logs as the office saw them: number of entries and Merkle root (RFC 6962), hex. */
  heads: z
    .array(
      z.strictObject({
        unit: z.string().check(z.regex(/^[a-z0-9-]{1,24}$/)),
        size: z.int().check(z.minimum(1)),
        root: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      }),
    )
    .check(z.maxLength(LIMITS.units)),
});

export const closingEvents = { 'year.closed': yearClosed };
export type YearClosed = z.infer<typeof yearClosed>;

/** A year that was closed, as the registry has it. The heads stay in the event: they would weigh on every phone. */
export interface Closing extends Pick<YearClosed, 'year' | 'missing'> {
  /** When the township took it in, ISO UTC: what was taken in after this moment came after the closing. */
  at: string;
  /** Key of the device that signed. */
  by: string;
  /** Place of the event in the registry, from 0. */
  number: number;
}
/** By the year. */
export type Closings = Record<string, Closing>;
