/** Requests at the desk: what waits, with its clock in words; what is closed; what is asked so often that it should be published. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Registry } from '../../domain/registry/registry.ts';
import { oftenAsked } from '../../domain/request/often.ts';
import { ClockMark, useDay } from '../ask/clock.tsx';
import { OfficePage } from '../office/frame.tsx';
import { ButtonLink, Card, Empty, Mark, Splash } from '../ui/index.ts';
import { byUrgency, type Shown, useRequests } from './desk-data.ts';

type Tab = 'open' | 'closed';
const inTab: Record<Tab, (one: Shown) => boolean> = {
  open: ({ held }) => !held?.end,
  closed: ({ held }) => Boolean(held?.end),
};

function Line({ shown }: { shown: Shown }) {
  const { t } = useTranslation('desk');
  const day = useDay();
  const { envelope, request, held, clock, onItsWay } = shown;
  const facts = [
    t(`column.${request.applicant}`),
    held ? t('line.received', { day: day(held.clock.received) }) : null,
    held && clock?.due && !held.end ? t('line.due', { day: day(clock.due) }) : null,
  ];
  return (
    <li>
      <Link className="card desk-line" to={`/office/desk/${envelope.id}`}>
        <span className="desk-text">
          <span className="desk-name">{request.asked}</span>
          <span className="second">{[request.name, ...facts].filter(Boolean).join(' · ')}</span>
        </span>
        <span className="desk-marks">
          {held && clock ? (
            <ClockMark input={held.clock} clock={clock} />
          ) : (
            <Mark tone="red">{t('line.new')}</Mark>
          )}
          {held && held.conflicts.length > 0 && <Mark tone="amber">{t('line.conflict')}</Mark>}
          {onItsWay.length > 0 && <Mark tone="amber">{t('line.onItsWay')}</Mark>}
        </span>
      </Link>
    </li>
  );
}

function OftenAsked({ requests, registry }: { requests: Shown[]; registry: Registry }) {
  const { t } = useTranslation('desk');
  const often = useMemo(
    () =>
      oftenAsked(
        requests.map(({ envelope, request }) => ({ id: envelope.id, asked: request.asked })),
        registry.catalogue,
      ),
    [requests, registry],
  );
  return often.map(({ entry, requests: same }) => (
    <Card tone="amber" key={same[0]?.id} className="stack-tight">
      <p className="desk-name">
        {t('often.title', { n: same.length, what: entry?.name ?? same[0]?.asked ?? '' })}
      </p>
      <p>{t('often.text')}</p>
      <div>
        <ButtonLink icon="write" to="/write">
          {t('often.publish')}
        </ButtonLink>
      </div>
    </Card>
  ));
}

export function ListScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('desk');
  const requests = useRequests();
  const [tab, setTab] = useState<Tab>('open');
  if (!requests) return <Splash label={t('opening')} />;
  const shown = requests.filter(inTab[tab]).sort(byUrgency);
  return (
    <OfficePage
      title={t('title')}
      lead={t('lead')}
      aside={
        <>
          <ButtonLink icon="list" to="/office/desk/figures">
            {t('figures.title')}
          </ButtonLink>{' '}
          <ButtonLink icon="key" to="/office/desk/sheet">
            {t('sheet.title')}
          </ButtonLink>{' '}
          <ButtonLink kind="main" icon="plus" to="/ask">
            {t('enter')}
          </ButtonLink>
        </>
      }
    >
      <OftenAsked requests={requests} registry={registry} />
      <nav className="desk-tabs" aria-label={t('tabs.label')}>
        {(['open', 'closed'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="desk-tab"
            aria-pressed={one === tab}
            onClick={() => setTab(one)}
          >
            {t(`tabs.${one}`)} {requests.filter(inTab[one]).length}
          </button>
        ))}
      </nav>
      {shown.length === 0 ? (
        <Empty icon="check" title={t(`empty.${tab}`)}>
          {t('empty.text')}
        </Empty>
      ) : (
        <ul className="stack-tight">
          {shown.map((one) => (
            <Line key={one.envelope.id} shown={one} />
          ))}
        </ul>
      )}
    </OfficePage>
  );
}
