/**
 * Text messages, as far as a device asks for them: which groups there are, how far orders to send have come, and the office's
 * calls. The order itself is an outing with groups (outings.ts). Names of groups and figures are kept in `meta`, so that they
 * are there without a network; telephone numbers are kept nowhere on a device.
 */
import type * as z from 'zod/mini';
import { getMeta, putMeta } from '../../store/device/meta.ts';
import {
  againResponse,
  changedResponse,
  type GroupChange,
  groupsResponse,
  type GroupsResponse,
  progressResponse,
  type ProgressResponse,
  receiversResponse,
  type ReceiversResponse,
  statusResponse,
  type StatusResponse,
} from '../messages-protocol.ts';
import type { Core } from './core.ts';
import type { Outcome } from './device.ts';
import type { Call, CallFault } from './http.ts';
import { done, failed } from './outcome.ts';
import { identityOf } from './status.ts';

/** Row of `meta`: what the township said last, and when (ISO UTC). */
export const MESSAGE_GROUPS = 'message-groups';
export type KeptGroups = GroupsResponse & { at: string };
/** Row of `meta` for one notice. */
export const progressKey = (notice: string): string => `message-progress/${notice}`;
export type KeptProgress = ProgressResponse & { at: string };

/** Groups are asked for again after this, ms. */
const STALE_MS = 3_600_000;

export interface MessageCommands {
  /** Asks which groups there are, and keeps them. Without a network, what is kept stays. */
  refreshMessageGroups(): Promise<void>;
  /** Asks how far the orders of a notice have come, and keeps it. */
  refreshMessageProgress(notice: string): Promise<void>;
  /** The office's calls; they work with a network only. */
  messageStatus(): Promise<Outcome<StatusResponse, CallFault>>;
  messageReceivers(group: string): Promise<Outcome<ReceiversResponse['receivers'], CallFault>>;
  changeMessageGroup(change: GroupChange): Promise<Outcome<void, CallFault>>;
  /** Failed and unsure messages of an order go out again. Gives how many. */
  sendMessagesAgain(order: string): Promise<Outcome<number, CallFault>>;
}

export const json = (value: unknown) => ({
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
});

async function refreshGroups(core: Core): Promise<void> {
  const { db, now } = core.ports;
  const call = { method: 'GET', path: '/api/messages/groups', fresh: true } as const;
  const answer = await asked(core, groupsResponse, call);
  if (answer.ok) await putMeta(db, MESSAGE_GROUPS, { ...answer.value, at: new Date(now()).toISOString() });
}

/** Asks for the groups when this device may have any, and has not asked for an hour. */
export async function keepGroupsFresh(core: Core): Promise<void> {
  const { db, now } = core.ports;
  const identity = await identityOf(db);
  if (!identity || identity.kind === 'tablet') return;
  const kept = await getMeta<KeptGroups>(db, MESSAGE_GROUPS);
  if (!kept || now() - Date.parse(kept.at) > STALE_MS) await refreshGroups(core);
}

/** The office's calls: an answer, or why there is none. */
export async function asked<Schema extends z.ZodMiniType>(
  core: Core,
  schema: Schema,
  call: Omit<Call, 'signer'>,
): Promise<Outcome<z.infer<Schema>, CallFault>> {
  const called = await core.http.json(schema, { ...call, signer: await core.signer() });
  return called.ok ? done(called.value) : failed(called.fault);
}

async function refreshProgress(core: Core, notice: string): Promise<void> {
  const { db, now } = core.ports;
  const path = `/api/messages/progress/${notice}`;
  const answer = await asked(core, progressResponse, { method: 'GET', path, fresh: true });
  if (answer.ok)
    await putMeta(db, progressKey(notice), { ...answer.value, at: new Date(now()).toISOString() });
}

export function messageCommands(core: Core): MessageCommands {
  return {
    // A storage that is full must not take away the screen that says so.
    refreshMessageGroups: () => refreshGroups(core).catch(() => undefined),
    refreshMessageProgress: (notice) => refreshProgress(core, notice).catch(() => undefined),
    messageStatus: () =>
      asked(core, statusResponse, { method: 'GET', path: '/api/messages/status', fresh: true }),
    messageReceivers: async (group) => {
      const path = `/api/messages/receivers/${group}`;
      const answer = await asked(core, receiversResponse, { method: 'GET', path, fresh: true });
      return answer.ok ? done(answer.value.receivers) : answer;
    },
    changeMessageGroup: async (change) => {
      const path = '/api/messages/groups';
      const answer = await asked(core, changedResponse, { method: 'POST', path, ...json(change) });
      if (!answer.ok) return answer;
      await refreshGroups(core).catch(() => undefined);
      return done(undefined);
    },
    sendMessagesAgain: async (order) => {
      const path = '/api/messages/again';
      const answer = await asked(core, againResponse, { method: 'POST', path, ...json({ order }) });
      return answer.ok ? done(answer.value.waiting) : answer;
    },
  };
}
