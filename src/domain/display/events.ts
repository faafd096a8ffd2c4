/**
 * What a tablet really showed: for each day, when it was on and how much of the board it held. Signed by the tablet, in
 * its unit's public stream: the proof that a notice was up, and the gaps when it was not.
 */
import * as z from 'zod/mini';

const time = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));

export const displayReported = z.strictObject({
  /** Day in Asia/Shanghai. */
  day: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  /** Spans in which the board was on the screen, in order: from, to, and events of the stream held all through it. */
  spans: z
    .array(z.strictObject({ from: time, to: time, held: z.int().check(z.minimum(0)) }))
    .check(z.minLength(1), z.maxLength(96)),
});

export const displayEvents = { 'display.reported': displayReported };
export type DisplayReported = z.infer<typeof displayReported>;
