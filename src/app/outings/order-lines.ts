/** How far an order to send has come, in lines for people. Pure. */
import type { TFunction } from 'i18next';
import type { MessageMode, MessageOrder } from '../../sync/messages-protocol.ts';

/** Worth a line when there is any of it. */
const REST = ['waiting', 'sent', 'failed', 'unsure', 'expired', 'dry'] as const;

const totalOf = ({ counts }: MessageOrder): number => Object.values(counts).reduce((sum, n) => sum + n, 0);

/** @param order undefined: the township has said nothing of it yet. */
export function orderLines(
  order: MessageOrder | undefined,
  mode: MessageMode | undefined,
  t: TFunction<'outings'>,
): string[] {
  if (!order) return [t(mode === 'off' ? 'order.off' : 'order.queued')];
  if (order.problem) return [t(`order.problem.${order.problem}`)];
  const { counts, repeated } = order;
  const all = totalOf(order);
  const shown = { ...counts, waiting: counts.waiting + counts.sending };
  return [
    ...(all > 0 ? [t('order.reached', { n: counts.delivered, all })] : []),
    ...REST.filter((state) => shown[state] > 0).map((state) => t(`order.${state}`, { n: shown[state] })),
    ...(repeated > 0 ? [t('order.repeated', { n: repeated })] : []),
  ];
}

/** It really went out: nothing waits any more, and somebody was reached, or had it before. */
export const isOut = (order: MessageOrder | undefined): boolean =>
  order !== undefined &&
  order.problem === null &&
  order.counts.waiting + order.counts.sending === 0 &&
  order.counts.delivered + order.counts.sent + order.repeated > 0;
