/**
 * Reminders by text message: what the office sets, and what each may refuse. Every call is signed; see protocol.ts.
 *
 * | call                        | who                     | what                                                         |
 * |-----------------------------|-------------------------|--------------------------------------------------------------|
 * | GET  /api/reminders         | office                  | the settings; who has a number (masked) and wants reminders  |
 * | POST /api/reminders         | office                  | one change; again is harmless                                |
 * | GET  /api/reminders/mine    | who posts for some unit | whether he is reminded                                       |
 * | POST /api/reminders/mine    | who posts for some unit | whether he wants to be                                       |
 *
 * No number ever leaves the server: an answer has its first three and last four digits.
 */
import * as z from 'zod/mini';

const days = z.int().check(z.minimum(1), z.maximum(30));
const member = z.string().check(z.minLength(1), z.maxLength(64));

export const reminderRules = z.strictObject({ on: z.boolean(), before: days, after: days });

export const remindersResponse = z.strictObject({
  /** Whether text messages leave the server. */
  mode: z.enum(['off', 'dry', 'on']),
  rules: reminderRules,
  people: z.array(z.strictObject({ member, number: z.string(), off: z.boolean() })),
  /** Reminders queued since the day began. */
  today: z.int(),
});
export type RemindersResponse = z.infer<typeof remindersResponse>;

export const reminderChange = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('rules'), rules: reminderRules }),
  z.strictObject({
    do: z.literal('number'),
    member,
    /** Null: taken away. */
    number: z.nullable(z.string().check(z.regex(/^1[3-9]\d{9}$/))),
  }),
  z.strictObject({ do: z.literal('off'), member, off: z.boolean() }),
]);
export type ReminderChange = z.infer<typeof reminderChange>;

/** Null: the office has no number of him, or messages do not go out. */
export const myReminders = z.strictObject({ wanted: z.nullable(z.boolean()) });
export type MyReminders = z.infer<typeof myReminders>;
export const myReminderWish = z.strictObject({ wanted: z.boolean() });
