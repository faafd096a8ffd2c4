/** Text messages at a glance: whether they go out, today's figures, who gets them, and how far the last orders got. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Registry } from '../../domain/registry/registry.ts';
import type { Device } from '../../sync/client/device.ts';
import type { StatusResponse } from '../../sync/messages-protocol.ts';
import { OfficePage } from '../office/frame.tsx';
import { useMessageGroups } from '../outings/text-messages.ts';
import { Button, ButtonLink, Empty, Message } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { Orders } from './orders.tsx';
import { useAsked } from './use-asked.ts';

const ask = (device: Device) => device.messageStatus();
/** Ms. */
const ASK_EVERY_MS = 10_000;

function Standing({ status: { mode, kind, fault, segments, today } }: { status: StatusResponse }) {
  const { t } = useTranslation('messages');
  const when = useWhen();
  if (mode === 'off') {
    return (
      <Message tone="amber" title={t('mode.off')}>
        {t('mode.offText')}
      </Message>
    );
  }
  const isFull = segments.used >= segments.limit && today.waiting > 0;
  return (
    <>
      {mode === 'dry' && (
        <Message tone="amber" title={t('mode.dry')}>
          {t('mode.dryText')}
        </Message>
      )}
      {fault && (
        <Message tone="red" title={t('fault.title', { time: when.short(fault.at) })}>
          {t(`fault.${fault.code}`)}
        </Message>
      )}
      {mode === 'on' && !fault && kind && (
        <Message tone="green" title={`${t('mode.on')} · ${t(`mode.${kind}`)}`} />
      )}
      {isFull && <Message tone="amber" title={t('today.full')} />}
    </>
  );
}

const FIGURES = ['delivered', 'sent', 'waiting', 'failed', 'unsure'] as const;

function Today({ status: { today, segments } }: { status: StatusResponse }) {
  const { t } = useTranslation('messages');
  const shown = { ...today, waiting: today.waiting + today.sending };
  return (
    <section aria-labelledby="messages-today">
      <h2 id="messages-today">{t('today.title')}</h2>
      <div className="message-figures">
        {FIGURES.map((state) => (
          <div key={state} className="office-panel message-figure">
            <span className="message-number serif figures">{shown[state]}</span>
            <span>{t(`today.${state}`)}</span>
          </div>
        ))}
      </div>
      {segments.limit > 0 && <p className="second figures">{t('today.segments', segments)}</p>}
    </section>
  );
}

function Groups({ registry }: { registry: Registry }) {
  const { t } = useTranslation('messages');
  const groups = useMessageGroups()?.groups ?? [];
  return (
    <section className="office-panel">
      <h2>{t('groups.title')}</h2>
      {groups.length === 0 && <p>{t('groups.none')}</p>}
      {groups.length > 0 && (
        <table className="office-table">
          <thead>
            <tr>
              <th scope="col">{t('groups.name')}</th>
              <th scope="col">{t('groups.unit')}</th>
              <th scope="col" className="number">
                {t('groups.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ id, name, unit, count }) => (
              <tr key={id}>
                <td className="strong">
                  <Link className="message-link" to={`/office/messages/groups/${id}`}>
                    {name}
                  </Link>
                </td>
                <td data-label={t('groups.unit')}>
                  {unit === null ? t('groups.all') : (registry.units[unit]?.name ?? unit)}
                </td>
                <td data-label={t('groups.count')} className="number">
                  {count}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function MessagesScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('messages');
  const { asked, again } = useAsked(ask, ASK_EVERY_MS);
  return (
    <OfficePage
      title={t('title')}
      lead={t('lead')}
      aside={
        <>
          <ButtonLink icon="calendar" to="/office/messages/reminders">
            {t('remind.title')}
          </ButtonLink>{' '}
          <ButtonLink icon="plus" to="/office/messages/groups/new">
            {t('groups.add')}
          </ButtonLink>
        </>
      }
    >
      {asked.state === 'asking' && <p aria-live="polite">{t('loading')}</p>}
      {asked.state === 'failed' && (
        <Empty icon="phone" title={t('offline')} action={<Button onClick={again}>{t('again')}</Button>} />
      )}
      {asked.state === 'here' && (
        <div className="stack">
          <Standing status={asked.value} />
          {asked.value.mode !== 'off' && <Today status={asked.value} />}
          <Groups registry={registry} />
          <Orders status={asked.value} registry={registry} onChanged={again} />
        </div>
      )}
    </OfficePage>
  );
}
