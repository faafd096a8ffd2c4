/**
 * Where one item of the outbox stands, step by step; each step is proved by itself. Pure: counted from the item's row,
 * the state of contact and what the township heard of the tablets.
 */
import type { Registry } from '../../domain/registry/registry.ts';
import type { ContactState } from '../../sync/client/device.ts';
import type { OutboxRow } from '../../store/device/db.ts';
import type { Contact } from '../../sync/protocol.ts';

/** A send without an answer is called 'not sent' after this long, ms. */
export const NO_ANSWER_MS = 60_000;
/** What has arrived whole folds into one line after this long, ms. */
export const FOLD_MS = 24 * 3_600_000;

export type Step =
  | { step: 'kept'; state: 'done'; at: string }
  /** `way`: what the item is waiting for. `since`: ISO UTC. */
  | {
      step: 'network';
      state: 'done' | 'now' | 'todo';
      way: 'gone' | 'sending' | 'no-network' | 'in-line' | 'not-sent' | 'refused';
      since: string;
      reason: string | null;
    }
  /** `number`: for people, from 1. */
  | { step: 'taken-in'; state: 'done' | 'todo'; number: number | null; at: string | null }
  | {
      step: 'photos';
      state: 'done' | 'now' | 'todo';
      arrived: number;
      all: number;
      /** Per cent of all bytes. */
      percent: number;
      at: string | null;
      /** Why they do not go on; null: they do. */
      reason: string | null;
    }
  /** `unit` has a tablet; `at`: when a tablet last said that it holds the item. */
  | { step: 'tablet'; state: 'done' | 'now' | 'todo'; unit: string; at: string | null; tablets: number };

export interface Surroundings {
  registry: Registry | null;
  contact: ContactState | null;
  contacts: Contact[];
  /** ISO UTC. */
  now: string;
}

const ago = (since: string, now: string): number => Date.parse(now) - Date.parse(since);

/** `<township>/<unit>/public` → unit; null for a stream without a unit. */
export const unitOfStream = (stream: string): string | null => {
  const parts = stream.split('/');
  return parts.length === 3 ? (parts[1] ?? null) : null;
};

function networkStep(row: OutboxRow, { contact, now }: Surroundings): Step {
  const step = 'network';
  if (row.phase === 'received' || row.phase === 'complete') {
    return {
      step,
      state: 'done',
      way: 'gone',
      since: row.receipt?.acceptedAt ?? row.savedAt,
      reason: null,
    };
  }
  if (row.phase === 'refused') {
    const { at, code } = row.problem ?? { at: row.savedAt, code: 'internal' };
    return { step, state: 'now', way: 'refused', since: at, reason: code };
  }
  const sending = contact?.sending?.ids.includes(row.id) ? contact.sending : null;
  if (sending && ago(sending.since, now) < NO_ANSWER_MS) {
    return { step, state: 'now', way: 'sending', since: sending.since, reason: null };
  }
  if (sending) return { step, state: 'now', way: 'not-sent', since: sending.since, reason: 'no-answer' };
  const blocked = contact && !['connected', 'checking', 'no-network'].includes(contact.state);
  if (blocked) return { step, state: 'now', way: 'not-sent', since: row.savedAt, reason: contact.state };
  const plain = row.problem === null || row.problem.code === 'no-network';
  if (!plain && row.problem) {
    return { step, state: 'now', way: 'not-sent', since: row.problem.at, reason: row.problem.code };
  }
  const way = contact?.state === 'connected' ? 'in-line' : 'no-network';
  return { step, state: 'now', way, since: row.savedAt, reason: null };
}

function photoStep(row: OutboxRow): Step[] {
  if (row.files.length === 0) return [];
  const all = row.files.length;
  const arrived = row.files.filter(({ receipt }) => receipt !== null).length;
  const bytes = row.files.reduce((sum, file) => sum + file.bytes, 0);
  const sent = row.files.reduce((sum, file) => sum + (file.receipt ? file.bytes : file.sent), 0);
  const whole = arrived === all;
  const running = row.phase === 'received';
  return [
    {
      step: 'photos',
      state: whole ? 'done' : running ? 'now' : 'todo',
      arrived,
      all,
      percent: bytes === 0 ? 0 : Math.floor((100 * sent) / bytes),
      at: whole ? row.completedAt : null,
      reason: running && row.problem ? row.problem.code : null,
    },
  ];
}

/** What of an item says whether a tablet has it. */
type Standing = Pick<OutboxRow, 'stream' | 'type'> & { receipt: { number: number } | null };

function tabletStep(row: Standing, { registry, contacts }: Surroundings): Step[] {
  const unit = unitOfStream(row.stream);
  if (!unit || !row.type.startsWith('notice.')) return [];
  const tablets = Object.values(registry?.devices ?? {}).filter(
    (device) => device.kind === 'tablet' && device.unit === unit && !device.revoked,
  );
  const receipt = row.receipt;
  const holding = receipt
    ? contacts.filter(
        ({ key, held }) =>
          tablets.some((tablet) => tablet.key === key) && (held[row.stream] ?? 0) > receipt.number,
      )
    : [];
  const at = holding.map((one) => one.at).sort()[0] ?? null;
  return [
    {
      step: 'tablet',
      state: at ? 'done' : receipt && tablets.length > 0 ? 'now' : 'todo',
      unit,
      at,
      tablets: tablets.length,
    },
  ];
}

/** The ladder of one item, from the first step to the last. */
export function stepsOf(row: OutboxRow, around: Surroundings): Step[] {
  return [
    { step: 'kept', state: 'done', at: row.savedAt },
    networkStep(row, around),
    {
      step: 'taken-in',
      state: row.receipt ? 'done' : 'todo',
      number: row.receipt ? row.receipt.number + 1 : null,
      at: row.receipt?.acceptedAt ?? null,
    },
    ...photoStep(row),
    ...tabletStep(row, around),
  ];
}

/** The steps that the log itself proves, for a notice that was made on another device. */
export function heldSteps(
  { stream, number, acceptedAt }: { stream: string; number: number; acceptedAt: string },
  around: Surroundings,
): Step[] {
  return [
    { step: 'taken-in', state: 'done', number: number + 1, at: acceptedAt },
    ...tabletStep({ stream, type: 'notice.published', receipt: { number } }, around),
  ];
}

/** Whether an item has been taken in whole for so long that one line is enough. */
export const isFolded = (row: OutboxRow, now: string): boolean =>
  row.phase === 'complete' && ago(row.completedAt ?? row.receipt?.acceptedAt ?? row.savedAt, now) > FOLD_MS;

/** Items that are still in this device alone: no verified receipt. */
export const isUnsent = (row: Pick<OutboxRow, 'phase'>): boolean =>
  row.phase === 'waiting' || row.phase === 'refused';
