/** What this device has checked of a notice, and how to take the notice along. */
import { useTranslation } from 'react-i18next';
import type { Registry } from '../../domain/registry/registry.ts';
import { fingerprint } from '../../domain/notice/fingerprint.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import type { NoticeDetails } from '../../sync/client/device.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Qr } from '../ui/qr.tsx';
import { Card, Mark, Message } from '../ui/surfaces.tsx';
import { useWhen } from '../ui/use-when.ts';
import { signerOf } from './people.ts';
import { ProofMore } from './proof-more.tsx';

export function Proof({
  unit,
  details,
  registry,
}: {
  unit: string;
  details: NoticeDetails;
  registry: Registry | null | undefined;
}) {
  const { t } = useTranslation('board');
  const when = useWhen();
  const { notice, proof } = details;
  if (proof === 'failed') {
    return (
      <Message tone="red" title={t('proof.failed')}>
        {t('proof.failedText')}
      </Message>
    );
  }
  const [first] = notice.revisions;
  const signer = signerOf(registry, currentRevision(notice).author);
  const changes = notice.revisions.length - 1;
  return (
    <Card className="proof">
      <Mark tone="green">
        <Icon name="seal" /> {t('proof.checked')}
      </Mark>
      <p>{signer ? t('proof.signedBy', signer) : t('proof.signedByUnknown')}</p>
      <dl className="proof-facts">
        <div>
          <dt>{t('facts.signed')}</dt>
          <dd>{when.moment(first.at)}</dd>
        </div>
        <div>
          <dt>{t('facts.taken')}</dt>
          <dd>{t('facts.takenAt', { at: when.moment(first.acceptedAt), n: details.number + 1 })}</dd>
        </div>
        <div>
          <dt>{t('facts.fingerprint')}</dt>
          <dd className="fingerprint">{fingerprint(currentRevision(notice).id)}</dd>
        </div>
      </dl>
      <p className="second">{t('proof.fingerprint')}</p>
      <p className="second">
        {changes === 0 ? t('proof.neverChanged') : t('proof.changed', { count: changes })}
      </p>
      <ProofMore unit={unit} details={details} registry={registry} />
    </Card>
  );
}

/** The notice's own address as a code: read on at home, on one's own phone. */
export function TakeHome({ unit, details }: { unit: string; details: NoticeDetails }) {
  const { t } = useTranslation('board');
  const address = `${window.location.origin}/b/${unit}/n/${details.notice.id}`;
  return (
    <Card className="take-home">
      <div className="take-home-words">
        <h2>{t('takeHome.title')}</h2>
        <p>{t('takeHome.text')}</p>
        <p className="second">{t('takeHome.number', { n: details.number + 1 })}</p>
        <ButtonLink kind="quiet" icon="print" to={`/b/${unit}/n/${details.notice.id}/paper`}>
          {t('print.notice')}
        </ButtonLink>
      </div>
      <Qr text={address} label={t('takeHome.label')} />
    </Card>
  );
}
