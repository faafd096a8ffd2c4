/** `/inspect/rounds`: the rounds, the newest first. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import { ButtonLink, Empty, Mark, Screen, Splash } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { useInspected } from './inspection-data.ts';
import { InspectNav } from './nav.tsx';
import { personOf, type Viewer } from './viewer.ts';

export function RoundsScreen({ viewer, back }: { viewer: Viewer; back: string }) {
  const { t } = useTranslation('inspect');
  const when = useWhen();
  const township = useInspected([TOWNSHIP_UNIT])?.get(TOWNSHIP_UNIT);
  if (!township) return <Splash label={t('loading')} />;
  const { rounds, waiting } = township;
  return (
    <Screen title={t('rounds.title')} back={back}>
      <div className="stack inspect">
        <InspectNav viewer={viewer} />
        <p className="second">{t('rounds.lead')}</p>
        <ButtonLink kind="main" icon="plus" to="/inspect/rounds/new">
          {t('rounds.new')}
        </ButtonLink>
        {rounds.length === 0 && (
          <Empty icon="search" title={t('rounds.none')}>
            {t('rounds.noneText')}
          </Empty>
        )}
        <ul className="inspect-cards">
          {rounds.map((round) => (
            <li key={round.id}>
              <Link className="card inspect-card" to={`/inspect/rounds/${round.id}`}>
                <span>
                  <Mark tone={round.closed ? 'green' : 'amber'}>
                    {t(round.closed ? 'rounds.closed' : 'rounds.open')}
                  </Mark>{' '}
                  {waiting.has(round.id) && <Mark tone="amber">{t('onTheWay')}</Mark>}
                </span>
                <strong className="inspect-card-title">{round.title}</strong>
                <span className="second">
                  {t(round.draw ? 'rounds.byDraw' : 'rounds.byHand')} ·{' '}
                  {t('rounds.done', { done: Object.keys(round.checked).length, all: round.items.length })}
                </span>
                <span className="second">
                  {t('round.from', {
                    ...personOf(viewer.registry, round.author),
                    time: when.moment(round.acceptedAt),
                  })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </Screen>
  );
}
