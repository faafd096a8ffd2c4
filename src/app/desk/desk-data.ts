/** What the desk's screens read: requests with their course and clock, live. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { type Case, readCase } from '../../domain/request/case.ts';
import { type Clock, clockOf } from '../../domain/request/clock.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { HeldRequest } from '../../sync/client/cases.ts';
import { useToday } from '../ask/clock.tsx';
import { useDevice } from '../ui/index.ts';

export interface Shown extends HeldRequest {
  /** Null: nobody has taken it up. */
  held: Case | null;
  clock: Clock | null;
}

const shownOf = (one: HeldRequest, today: LocalDate): Shown => {
  const held = readCase(one.record);
  return { ...one, held, clock: held && clockOf(held.clock, today) };
};

/** Undefined while they are being opened. */
export function useRequests(): Shown[] | undefined {
  const device = useDevice();
  const today = useToday();
  const requests = useLiveQuery(async () => {
    // Read for the live query: a step in the outbox, or one that came, changes the list.
    await Promise.all([device.db.outbox.count(), device.db.heads.count()]);
    return device.requests();
  }, [device]);
  return useMemo(() => requests?.map((one) => shownOf(one, today)), [requests, today]);
}

/** Others under the same document who left another telephone or address: one of them may use another's name. */
export const otherContacts = (requests: readonly Shown[], { request, envelope }: Shown): Shown[] =>
  requests.filter(
    (other) =>
      other.envelope.id !== envelope.id &&
      other.request.document.number === request.document.number &&
      (other.request.phone !== request.phone || other.request.address !== request.address),
  );

/** The most pressing first: not taken up, then by days left; those that stand still after them. */
export function byUrgency(one: Shown, other: Shown): number {
  const rank = ({ clock, envelope }: Shown): [number, string] => [
    clock === null ? -1000 : clock.stopped ? 500 + clock.left : clock.left,
    envelope.acceptedAt,
  ];
  const [left, first] = rank(one);
  const [otherLeft, second] = rank(other);
  return left - otherLeft || (first < second ? -1 : 1);
}
