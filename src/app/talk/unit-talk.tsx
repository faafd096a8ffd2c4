/** On a unit's board: how it stands with what people say: answered, refused with reasons, waiting, too late. */
import { useTranslation } from 'react-i18next';
import { refusedInAll } from '../../domain/talk/talk.ts';
import { signerOf } from '../board/people.ts';
import { Card, Mark, useRegistry } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { refusedByReason, TERM, useUnitTalk } from './talk-data.ts';
import './talk.css';

function Figure({ label, n, late = false }: { label: string; n: number; late?: boolean }) {
  const { t } = useTranslation('talk');
  const words = t('unit.pieces', { n });
  return (
    <div className="talk-figure">
      <dt>{label}</dt>
      <dd className="figures">{late && n > 0 ? <Mark tone="red">{words}</Mark> : words}</dd>
    </div>
  );
}

/** Draws nothing where nobody has said anything. */
export function UnitTalk({ unit }: { unit: string }) {
  const { t } = useTranslation('talk');
  const registry = useRegistry();
  const when = useWhen();
  const talk = useUnitTalk(unit);
  if (!talk) return null;
  const { answered, refused, counted } = talk;
  const by = counted && signerOf(registry, counted.author);
  return (
    <Card className="talk-unit">
      <h2>{t('title')}</h2>
      <p className="second">
        {t('unit.lead')} {t('unit.term', { n: TERM })}
      </p>
      <dl>
        <Figure label={t('unit.answered')} n={answered} />
        <Figure label={t('unit.refused')} n={refusedInAll(refused)} />
        {refusedByReason(refused).map(({ reason, n }) => (
          <div key={reason} className="talk-figure talk-figure-part">
            <dt>{t(`reason.${reason}`)}</dt>
            <dd className="figures">{t('unit.pieces', { n })}</dd>
          </div>
        ))}
        {counted && <Figure label={t('unit.waiting')} n={counted.waiting} />}
        {counted && <Figure label={t('unit.overdue')} n={counted.overdue} late />}
      </dl>
      <p className="second">
        {counted
          ? t('unit.counted', {
              who: by?.name ?? '',
              day: when.day(counted.acceptedAt),
              received: counted.received,
            })
          : t('unit.never')}
      </p>
    </Card>
  );
}
