/** How far a notice got: onto the phone, to the township, onto the tablet, onto walls, by every other form. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { currentRevision } from '../../domain/notice/notice.ts';
import { publicStream, type TownshipId } from '../../sync/client/streams.ts';
import { inWords } from '../sent/ladder-words.ts';
import { useSurroundings } from '../sent/outbox-ladder.tsx';
import { heldSteps, type Step as OutboxStep, stepsOf } from '../sent/standing.ts';
import { Ladder, type Step, useDevice, useIdentity } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import type { Shown } from './gate.tsx';
import { entryOf } from './notice-data.ts';
import { rungInWords } from './rung-words.tsx';
import { rungsOf } from './rungs.ts';
import { useMessageProgress } from './text-messages.ts';

/** Steps of what the notice says now: from the outbox where it was made here, else from the log. */
function useFirstSteps({ unit, own: { notice } }: Shown): OutboxStep[] {
  const { db } = useDevice();
  const township = useIdentity()?.township ?? '';
  const { around } = useSurroundings();
  const revision = currentRevision(notice);
  const row = useLiveQuery(() => db.outbox.where('id').equals(revision.id).first(), [db, revision.id]);
  if (row) return stepsOf(row, around);
  const stream = publicStream(township as TownshipId, unit);
  return heldSteps({ stream, number: revision.number, acceptedAt: revision.acceptedAt }, around);
}

export function NoticeLadder(shown: Shown) {
  const { own, registry } = shown;
  const { t } = useTranslation('outings');
  const when = useWhen();
  const first = useFirstSteps(shown);
  const { words } = useSurroundings();
  const wanted = entryOf(registry, own.notice)?.forms ?? [];
  const sends = own.notice.outings.some(({ groups }) => groups !== undefined);
  const progress = useMessageProgress(own.notice.id, sends);
  const orders = progress && {
    mode: progress.mode,
    byId: new Map(progress.orders.map((order) => [order.id, order])),
  };
  const rungs = rungsOf(own.notice.outings, wanted, own.waiting);
  const steps: Step[] = [
    ...first.map((step) => inWords(step, words)),
    ...rungs.map((rung) => rungInWords(rung, { t, when, registry, ...(orders ? { orders } : {}) })),
  ];
  return <Ladder steps={steps} />;
}
