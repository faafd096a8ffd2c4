/** How far a notice got, and what can be done and recorded next. */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { currentRevision } from '../../domain/notice/notice.ts';
import { trueOutings } from '../../domain/outing/outing.ts';
import { ButtonLink, Card, Message, Screen } from '../ui/index.ts';
import type { Shown } from './gate.tsx';
import { NoticeLadder } from './notice-ladder.tsx';
import { hanging } from './rungs.ts';
import { EndRecord } from './take-down.tsx';

function Do({ unit, own: { notice } }: Shown) {
  const { t } = useTranslation('outings');
  const at = `/b/${unit}/n/${notice.id}/out`;
  return (
    <section className="stack-tight" aria-labelledby="outing-do">
      <h2 id="outing-do">{t('do.title')}</h2>
      <ButtonLink icon="print" to={`/b/${unit}/n/${notice.id}/paper`}>
        {t('do.print')}
      </ButtonLink>
      <ButtonLink kind="main" icon="camera" to={`${at}/paper`}>
        {t('do.paper')}
      </ButtonLink>
      <ButtonLink icon="speaker" to={`${at}/broadcast`}>
        {t('do.broadcast')}
      </ButtonLink>
      <ButtonLink icon="phone" to={`${at}/message`}>
        {t('do.message')}
      </ButtonLink>
      <ButtonLink icon="people" to={`${at}/record`}>
        {t('do.record')}
      </ButtonLink>
    </section>
  );
}

/** Records that may be said to be wrong: folded away, because it is seldom needed. */
function Mistakes({ unit, own: { notice, waiting }, registry }: Shown) {
  const { t } = useTranslation('outings');
  const counted = trueOutings(notice.outings).filter(({ id }) => !waiting.has(id));
  if (counted.length === 0) return null;
  return (
    <details className="outing-mistakes">
      <summary>{t('mistake.open')}</summary>
      {counted.map((outing) => (
        <EndRecord key={outing.id} {...{ unit, registry, outing }} notice={notice.id} as="mistake" />
      ))}
    </details>
  );
}

export function OutScreen(shown: Shown) {
  const { unit, own, registry } = shown;
  const { t } = useTranslation('outings');
  const kept = (useLocation().state as { kept?: boolean } | null)?.kept === true;
  const { notice } = own;
  return (
    <Screen title={t('title')} back={`/b/${unit}/n/${notice.id}`}>
      <div className="stack">
        {kept && <Message tone="green" title={t('kept')} />}
        <p className="strong">{currentRevision(notice).content.title}</p>
        <Card>
          <h2 className="outing-head">{t('ladder')}</h2>
          <NoticeLadder {...shown} />
          {hanging(notice.outings).map((outing) => (
            <EndRecord key={outing.id} {...{ unit, registry, outing }} notice={notice.id} as="down" />
          ))}
          <Mistakes {...shown} />
        </Card>
        {!notice.withdrawal && <Do {...shown} />}
        <ButtonLink kind="quiet" to={`/b/${unit}/places`}>
          {t('do.places')}
        </ButtonLink>
      </div>
    </Screen>
  );
}
