/**
 * Text messages: what phones and the office ask the server for. Every call is signed; see protocol.ts for how, and for errors.
 *
 * | call                                 | who                        | what                                              |
 * |--------------------------------------|----------------------------|---------------------------------------------------|
 * | GET  /api/messages/groups            | who posts for some unit    | groups that he may send to: names and counts      |
 * | GET  /api/messages/progress/<notice> | who posts for its unit     | how many were reached, for each order to send     |
 * | GET  /api/messages/status            | office                     | today's figures, the gateway, the last orders     |
 * | GET  /api/messages/receivers/<group> | office                     | names and masked numbers of one group             |
 * | POST /api/messages/groups            | office                     | one change of a group; again is harmless          |
 * | POST /api/messages/again             | office                     | an order's failed and unsure messages wait again  |
 * | GET, POST /api/messages/report/<secret> | the HTTP gateway        | delivery reports, in the gateway's own form       |
 *
 * **The order to send is an event** (`outing.made` with `groups`): it works offline, has its author's authority, and is acted
 * upon once. No number ever leaves the server: an answer has its first three and last four digits.
 */
import * as z from 'zod/mini';

const size = z.int().check(z.minimum(0));
const time = z.string().check(z.maxLength(40));
const hex64 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const unit = z.string().check(z.regex(/^[a-z0-9-]{1,24}$/));
export const groupId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));

/** Receivers in one call. */
export const MAX_RECEIVERS = 5_000;
/** Characters. */
export const MAX_GROUP_NAME = 40;
export const MAX_RECEIVER_NAME = 20;

const groupName = z.string().check(z.minLength(1), z.maxLength(MAX_GROUP_NAME));
const group = z.strictObject({
  id: groupId,
  /** Null: every unit may use it. */
  unit: z.nullable(unit),
  name: groupName,
  count: size,
});
export type MessageGroup = z.infer<typeof group>;

/** `off`: the server has no gateway; `dry`: nothing really leaves it. */
const mode = z.enum(['off', 'dry', 'on']);
export type MessageMode = z.infer<typeof mode>;

export const groupsResponse = z.strictObject({ mode, groups: z.array(group) });
export type GroupsResponse = z.infer<typeof groupsResponse>;

const counts = z.strictObject({
  waiting: size,
  sending: size,
  sent: size,
  delivered: size,
  failed: size,
  unsure: size,
  expired: size,
  dry: size,
});

const order = z.strictObject({
  /** Id of the event. */
  id: hex64,
  unit,
  notice: hex64,
  acceptedAt: time,
  segments: size,
  /** Why nothing was sent; null: it was queued. */
  problem: z.nullable(z.enum(['no-group', 'nobody', 'bad-text', 'too-old'])),
  /** Receivers who had this version of the notice already. */
  repeated: size,
  counts,
});
export type MessageOrder = z.infer<typeof order>;

export const progressResponse = z.strictObject({ mode, orders: z.array(order) });
export type ProgressResponse = z.infer<typeof progressResponse>;

export const GATEWAY_FAULTS = [
  'unreachable',
  'login-refused',
  'throttled',
  'odd-answer',
  'settings',
] as const;
export const statusResponse = z.strictObject({
  mode,
  kind: z.nullable(z.enum(['http', 'smpp'])),
  /** The gateway does not take anything at the moment; null: it does, as far as is known. */
  fault: z.nullable(z.strictObject({ code: z.enum(GATEWAY_FAULTS), at: time })),
  /** What changed since the day began in Shanghai, and all that waits. */
  today: counts,
  segments: z.strictObject({ used: size, limit: size }),
  /** The last ones. */
  orders: z.array(order),
});
export type StatusResponse = z.infer<typeof statusResponse>;

export const receiversResponse = z.strictObject({
  receivers: z.array(z.strictObject({ id: size, name: z.string(), number: z.string() })),
});
export type ReceiversResponse = z.infer<typeof receiversResponse>;

const receiver = z.strictObject({
  number: z.string().check(z.regex(/^1[3-9]\d{9}$/)),
  name: z.string().check(z.maxLength(MAX_RECEIVER_NAME)),
});

export const groupChange = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('set'), id: groupId, unit: z.nullable(unit), name: groupName }),
  z.strictObject({ do: z.literal('delete'), id: groupId }),
  z.strictObject({
    do: z.enum(['add', 'replace']),
    id: groupId,
    receivers: z.array(receiver).check(z.maxLength(MAX_RECEIVERS)),
  }),
  z.strictObject({
    do: z.literal('drop'),
    id: groupId,
    receivers: z.array(size).check(z.maxLength(MAX_RECEIVERS)),
  }),
]);
export type GroupChange = z.infer<typeof groupChange>;

export const againRequest = z.strictObject({ order: hex64 });
export const againResponse = z.strictObject({ waiting: size });
export const changedResponse = z.strictObject({ ok: z.literal(true) });
