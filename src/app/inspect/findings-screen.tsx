/** `/inspect/findings`: findings by how they stand; for a unit those about itself, which it answers. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerDay, type FindingState, findingState } from '../../domain/inspection/records.ts';
import { ButtonLink, Empty, Mark, Screen, Splash } from '../ui/index.ts';
import { FindingMark, useStanding } from './finding-mark.tsx';
import { findingPath, findingsOf, type UnitFinding, useInspected } from './inspection-data.ts';
import { InspectNav } from './nav.tsx';
import { unitName, type Viewer } from './viewer.ts';

const GROUPS: FindingState[] = ['open', 'answered', 'closed', 'dropped'];

export function FindingLines({ viewer, findings }: { viewer: Viewer; findings: UnitFinding[] }) {
  const { t } = useTranslation('inspect');
  const standing = useStanding();
  return (
    <ul className="inspect-cards">
      {findings.map(({ unit, finding, isWaiting }) => {
        const { words, isLate } = standing(finding);
        return (
          <li key={finding.id}>
            <Link className="card inspect-card" to={findingPath(unit, finding.id)}>
              <span>
                <FindingMark severity={finding.severity} />{' '}
                {isWaiting && <Mark tone="amber">{t('onTheWay')}</Mark>}
              </span>
              <strong className="inspect-card-title">{finding.title}</strong>
              <span className="second">
                {unitName(viewer.registry, unit)} · {finding.person}
              </span>
              {words && <span className={isLate ? 'inspect-late' : 'second'}>{words}</span>}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** The most pressing first where the unit is to answer, else the newest. */
function inOrder(all: UnitFinding[], state: FindingState): UnitFinding[] {
  const own = all.filter(({ finding }) => findingState(finding) === state);
  if (state !== 'open') return own;
  return own.sort((one, other) => (answerDay(one.finding) < answerDay(other.finding) ? -1 : 1));
}

export function FindingsScreen({ viewer, back }: { viewer: Viewer; back: string }) {
  const { t } = useTranslation('inspect');
  const inspected = useInspected(viewer.units);
  if (!inspected) return <Splash label={t('loading')} />;
  const all = findingsOf(inspected);
  return (
    <Screen title={t(viewer.inspects ? 'findings.title' : 'findings.unitTitle')} back={back}>
      <div className="stack inspect">
        <InspectNav viewer={viewer} />
        {viewer.inspects && (
          <ButtonLink kind="main" icon="plus" to="/inspect/findings/new">
            {t('findings.new')}
          </ButtonLink>
        )}
        {all.length === 0 && (
          <Empty icon="check" title={t('findings.none')}>
            {t('findings.noneText')}
          </Empty>
        )}
        {GROUPS.map((state) => {
          const findings = inOrder(all, state);
          if (findings.length === 0) return null;
          return (
            <section key={state} className="stack-tight">
              <h2>
                {t(`findings.group.${state}`)} <span className="figures">{findings.length}</span>
              </h2>
              <FindingLines viewer={viewer} findings={findings} />
            </section>
          );
        })}
      </div>
    </Screen>
  );
}
