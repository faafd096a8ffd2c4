/** `/inspect/findings/:unit/:id`: one finding with its whole course, and what the reader can do with it. */
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerDay, type Finding } from '../../domain/inspection/records.ts';
import { ButtonLink, Card, Empty, Mark, Screen, Splash } from '../ui/index.ts';
import { useBoards } from '../ui/use-board.ts';
import { useWhen } from '../ui/use-when.ts';
import { FindingActions } from './finding-actions.tsx';
import { FindingMark, useStanding } from './finding-mark.tsx';
import { useInspected } from './inspection-data.ts';
import { ShownPhotos } from './photos-taken.tsx';
import { personOf, unitName, type Viewer } from './viewer.ts';

interface Shown {
  viewer: Viewer;
  unit: string;
  finding: Finding;
}

/** What it is about, as a link where there is one. */
function About({ viewer, unit, finding: { about } }: Shown) {
  const { t } = useTranslation('inspect');
  const board = useBoards([unit])?.get(unit);
  if (about.kind === 'notice') {
    const notice = board?.find(({ id }) => id === about.id);
    return <Link to={`/b/${unit}/n/${about.id}`}>{notice?.title ?? about.id.slice(0, 8)}</Link>;
  }
  if (about.kind === 'entry')
    return <>{viewer.registry.catalogue.find(({ id }) => id === about.id)?.name ?? about.id}</>;
  if (about.kind === 'place') return <>{viewer.registry.places[about.id]?.name ?? about.id}</>;
  return <>{t('finding.wholeUnit')}</>;
}

function Facts(shown: Shown) {
  const { t } = useTranslation('inspect');
  const when = useWhen();
  const { finding, viewer } = shown;
  const day = (one: string): string => when.fullDay(`${one}T12:00:00+08:00`);
  const lines: [string, ReactNode][] = [
    [t('one.facts.about'), <About key="about" {...shown} />],
    [t('one.facts.on'), day(finding.on)],
    [t('one.facts.person'), finding.person],
    [t('one.facts.due'), day(answerDay(finding))],
  ];
  return (
    <dl className="finding-facts">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {finding.round && viewer.inspects && (
        <div>
          <dt>{t('one.facts.round')}</dt>
          <dd>
            <Link to={`/inspect/rounds/${finding.round}`}>{t('one.seeRound')}</Link>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Answers and re-checks in the order in which they came. */
function Course({ viewer, finding }: Shown) {
  const { t } = useTranslation('inspect');
  const when = useWhen();
  const name = (author: string): string => personOf(viewer.registry, author).name;
  const answers = finding.answers.map((one) => ({
    ...one,
    head: t('one.answered', { name: name(one.author), time: when.moment(one.acceptedAt) }),
  }));
  const rechecks = finding.rechecks.map((one) => ({
    ...one,
    photos: [],
    head: t(`one.rechecked.${one.done ? 'done' : 'open'}`, {
      name: name(one.author),
      time: when.moment(one.acceptedAt),
    }),
  }));
  const all = [...answers, ...rechecks].sort((one, other) => (one.acceptedAt < other.acceptedAt ? -1 : 1));
  const { dropped } = finding;
  return (
    <>
      {all.map(({ id, head, text, photos }) => (
        <Card key={id} className="stack-tight">
          <h2 className="finding-said">{head}</h2>
          <p className="inspect-text">{text}</p>
          <ShownPhotos photos={photos} />
        </Card>
      ))}
      {dropped && (
        <Card className="stack-tight">
          <h2 className="finding-said">
            {t('one.dropped', { name: name(dropped.author), time: when.moment(dropped.acceptedAt) })}
          </h2>
          <p className="inspect-text">{dropped.reason}</p>
        </Card>
      )}
    </>
  );
}

function Found({ isWaiting, ...shown }: Shown & { isWaiting: boolean }) {
  const { t } = useTranslation('inspect');
  const when = useWhen();
  const standing = useStanding();
  const { viewer, unit, finding } = shown;
  const { words, isLate } = standing(finding);
  return (
    <Screen title={t('finding.edit')} back="/inspect/findings">
      <div className="stack inspect">
        <Card className="stack-tight">
          <p>
            <FindingMark severity={finding.severity} />{' '}
            {isWaiting && <Mark tone="amber">{t('onTheWay')}</Mark>}
          </p>
          <h2 className="inspect-title serif">{finding.title}</h2>
          <p className="second">
            {unitName(viewer.registry, unit)} ·{' '}
            {t('one.from', {
              ...personOf(viewer.registry, finding.author),
              time: when.moment(finding.acceptedAt),
            })}
          </p>
          <p className="inspect-text">{finding.text}</p>
          <ShownPhotos photos={finding.photos} />
          <Facts {...shown} />
          {words && <p className={isLate ? 'inspect-late' : 'second'}>{words}</p>}
        </Card>
        <Course {...shown} />
        <FindingActions key={finding.answers.length + finding.rechecks.length} {...shown} />
      </div>
    </Screen>
  );
}

export function FindingScreen({ viewer, unit, id }: { viewer: Viewer; unit: string; id: string }) {
  const { t } = useTranslation('inspect');
  const inspected = useInspected(viewer.units.includes(unit) ? [unit] : []);
  if (!inspected) return <Splash label={t('loading')} />;
  const own = inspected.get(unit);
  const finding = own?.findings.find((one) => one.id === id);
  if (own && finding)
    return <Found viewer={viewer} unit={unit} finding={finding} isWaiting={own.waiting.has(id)} />;
  return (
    <Screen title={t('finding.edit')} back="/inspect/findings">
      <Empty
        icon="search"
        title={t('one.gone')}
        action={<ButtonLink to="/inspect/findings">{t('nav.findings')}</ButtonLink>}
      >
        {t('one.goneText')}
      </Empty>
    </Screen>
  );
}
