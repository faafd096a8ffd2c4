/** The last orders to send, and sending again to those who were not reached. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Registry } from '../../domain/registry/registry.ts';
import type { MessageOrder, StatusResponse } from '../../sync/messages-protocol.ts';
import { orderLines } from '../outings/order-lines.ts';
import { Button, Confirm, Message, useDevice } from '../ui/index.ts';
import { useBoards } from '../ui/use-board.ts';
import { useWhen } from '../ui/use-when.ts';
import { Problem } from './problem.tsx';

interface Props {
  status: StatusResponse;
  registry: Registry;
  onChanged: () => void;
}

const unreached = ({ counts }: MessageOrder): number => counts.failed + counts.unsure + counts.expired;

function Again({ order, onChanged }: { order: MessageOrder; onChanged: () => void }) {
  const { t } = useTranslation('messages');
  const device = useDevice();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [end, setEnd] = useState<{ n: number } | { code: string } | null>(null);
  const n = unreached(order);
  const send = async (): Promise<void> => {
    setBusy(true);
    const answer = await device.sendMessagesAgain(order.id);
    setBusy(false);
    setOpen(false);
    setEnd(answer.ok ? { n: answer.value } : { code: answer.code });
    onChanged();
  };
  return (
    <>
      {end && 'n' in end && <Message tone="green" title={t('orders.resendDone', { n: end.n })} />}
      {end && 'code' in end && <Problem code={end.code} />}
      {n > 0 && <Button onClick={() => setOpen(true)}>{t('orders.resend')}</Button>}
      <Confirm
        open={open}
        title={t('orders.resendTitle', { n })}
        confirm={t('orders.resend')}
        cancel={t('orders.cancel')}
        busy={busy}
        onConfirm={() => void send()}
        onCancel={() => setOpen(false)}
      >
        {order.counts.unsure > 0 && t('orders.resendText')}
      </Confirm>
    </>
  );
}

function OrderLine({
  order,
  title,
  status,
  registry,
  onChanged,
}: Props & { order: MessageOrder; title?: string | undefined }) {
  const { t } = useTranslation('messages');
  const { t: outing } = useTranslation('outings');
  const when = useWhen();
  return (
    <tr>
      <td className="figures">{when.short(order.acceptedAt)}</td>
      <td data-label={t('orders.notice')}>
        <Link className="message-link" to={`/b/${order.unit}/n/${order.notice}`}>
          {title ?? t('orders.open')}
        </Link>
        <span className="office-note">{registry.units[order.unit]?.name ?? order.unit}</span>
      </td>
      <td data-label={t('orders.state')}>
        {orderLines(order, status.mode, outing).map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className="second">{t('orders.segments', { n: order.segments })}</p>
        <Again order={order} onChanged={onChanged} />
      </td>
    </tr>
  );
}

export function Orders(props: Props) {
  const { t } = useTranslation('messages');
  const { orders } = props.status;
  const boards = useBoards([...new Set(orders.map(({ unit }) => unit))]);
  const titleOf = ({ unit, notice }: MessageOrder): string | undefined =>
    boards?.get(unit)?.find(({ id }) => id === notice)?.title;
  return (
    <section className="office-panel">
      <h2>{t('orders.title')}</h2>
      {orders.length === 0 && <p>{t('orders.none')}</p>}
      {orders.length > 0 && (
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t('orders.when')}</th>
              <th scope="col">{t('orders.notice')}</th>
              <th scope="col">{t('orders.state')}</th>
            </tr>
          </thead>
          <tbody>
            {orders.map((order) => (
              <OrderLine key={order.id} {...props} order={order} title={titleOf(order)} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
