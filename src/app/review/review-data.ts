/** What the screens of review read: live, from the tables that sync fills. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { Reviewer } from '../../domain/catalogue/entry.ts';
import { memberOf, type Registry } from '../../domain/registry/registry.ts';
import { officesOf, reviewsFor } from '../../domain/registry/rights.ts';
import {
  type Objection,
  type Submission,
  submissionState,
  uniqueObjections,
} from '../../domain/review/queue.ts';
import type { Decision, SubmissionDetails } from '../../sync/client/review.ts';
import { publicationKey, type Publication } from '../../sync/client/record-fold.ts';
import { publicStream, type TownshipId } from '../../sync/client/streams.ts';
import { useDevice, useIdentity, useRegistry } from '../ui/index.ts';

/** Who looks at the queue: his key, and the units whose records he may read. */
export interface Reader {
  key: string;
  township: TownshipId;
  registry: Registry;
  units: string[];
}

/** Undefined while reading; null: these screens are not for this device. */
export function useReader(): Reader | null | undefined {
  const identity = useIdentity();
  const registry = useRegistry();
  if (identity === undefined || registry === undefined) return undefined;
  if (!identity || !registry || identity.kind === 'tablet') return null;
  const units = officesOf(registry, identity.key);
  if (units.length === 0) return null;
  return { key: identity.key, township: identity.township as TownshipId, registry, units };
}

export interface Queued {
  unit: string;
  submission: Submission;
  /** What published it; null: nothing so far. */
  published: Publication | null;
  /** Decided here and not sent yet. */
  decision: Decision | null;
  state: ReturnType<typeof submissionState>;
  /** Whoever looks may decide it. */
  forMe: boolean;
  mine: boolean;
}

/** Who decides a submission, as the catalogue says today. */
export const reviewerFor = (registry: Registry, entry: string): Reviewer =>
  registry.catalogue.find((one) => one.id === entry)?.review ?? 'none';

const isOwn = ({ registry, key }: Reader, author: string): boolean =>
  memberOf(registry, author)?.id === memberOf(registry, key)?.id;

/** Everything handed in that this person may see, newest first. Undefined while reading. */
export function useQueue(reader: Reader | null | undefined): Queued[] | undefined {
  const device = useDevice();
  return useLiveQuery(async () => {
    if (!reader) return [];
    // Read for the live query: a decision in the outbox changes the list.
    await device.db.outbox.where('phase').equals('waiting').count();
    const decided = await device.decisions();
    const lists = await Promise.all(reader.units.map((unit) => queueOf(unit)));
    return lists.flat().sort((a, b) => (a.submission.acceptedAt < b.submission.acceptedAt ? 1 : -1));

    async function queueOf(unit: string): Promise<Queued[]> {
      const records = await device.officeRecords(unit);
      const submissions = records.flatMap((one) => (one.what === 'submission' ? [one] : []));
      const stream = publicStream(reader!.township, unit);
      const rows = await device.db.rows.bulkGet(
        submissions.map(({ id }): [string, string] => [stream, publicationKey(id)]),
      );
      return submissions.map((submission, at) => {
        const published = (rows[at]?.value as Publication | undefined) ?? null;
        const mine = isOwn(reader!, submission.author);
        const { registry, key } = reader!;
        return {
          unit,
          submission,
          published,
          decision: decided.get(submission.id) ?? null,
          state: submissionState(submission, published !== null),
          mine,
          forMe: !mine && reviewsFor(registry, key, unit, submission.entry),
        };
      });
    }
  }, [device, reader?.key, reader?.registry]);
}

/** Whether somebody still has to decide it. */
export const isWaiting = ({ state, decision }: Queued): boolean => state === 'waiting' && decision === null;

/** How many wait for this person: what a badge says. */
export const countForMe = (queue: Queued[] | undefined): number =>
  (queue ?? []).filter((one) => one.forMe && isWaiting(one)).length;

/** A submission with its words. Undefined while reading; null: not here. */
export function useSubmission(unit: string, id: string): SubmissionDetails | null | undefined {
  const device = useDevice();
  return useLiveQuery(async () => {
    await device.db.rows.count(); // Read for the live query: the answer is in these rows.
    return device.submission(unit, id);
  }, [device, unit, id]);
}

/** The objections to a notice, oldest first. Undefined while reading. */
export function useObjections(unit: string, notice: string): Objection[] | undefined {
  const device = useDevice();
  return useLiveQuery(async () => {
    const records = await device.officeRecords(unit);
    const found = records.flatMap((one) => (one.what === 'objection' && one.notice === notice ? [one] : []));
    return uniqueObjections(found).reverse();
  }, [device, unit, notice]);
}
