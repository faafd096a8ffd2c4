/** What waits for review, for whom and how long; what I handed in; what was decided. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { memberOf } from '../../domain/registry/registry.ts';
import { InboxLinkLater } from '../talk/later.tsx';
import { Empty, Icon, Mark, Screen, Splash, type Tone } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { OpenPeriods } from './open-periods.tsx';
import { isWaiting, type Queued, type Reader, reviewerFor, useQueue } from './review-data.ts';

type Tab = 'todo' | 'mine' | 'done';
const TABS: Tab[] = ['todo', 'mine', 'done'];

const inTab: Record<Tab, (one: Queued) => boolean> = {
  todo: (one) => !one.mine && isWaiting(one),
  mine: (one) => one.mine,
  done: (one) => !one.mine && !isWaiting(one),
};

const TONES: Record<Queued['state'], Tone> = {
  waiting: 'amber',
  published: 'green',
  returned: 'red',
  'taken-back': 'plain',
};
const DECIDED = { approved: 'approved', returned: 'returning', 'taken-back': 'taking' } as const;

/** Where a submission stands, in a word. */
export function StateMark({ queued }: { queued: Pick<Queued, 'state' | 'decision'> }) {
  const { t } = useTranslation('review');
  const { state, decision } = queued;
  if (decision !== null && state === 'waiting')
    return <Mark tone="amber">{t(`state.${DECIDED[decision]}`)}</Mark>;
  return <Mark tone={TONES[state]}>{t(`state.${state}`)}</Mark>;
}

function Line({ queued, reader }: { queued: Queued; reader: Reader }) {
  const { t } = useTranslation('review');
  const when = useWhen();
  const { submission, unit, state } = queued;
  const author = memberOf(reader.registry, submission.author);
  const facts = [
    reader.units.length > 1 && reader.registry.units[unit]?.name,
    submission.entryName,
    author ? t('line.by', { name: author.name, post: author.post }) : t('line.byUnknown'),
    isWaiting(queued) && t(`line.who.${reviewerFor(reader.registry, submission.entry)}`),
    isWaiting(queued) && t('line.waits', { age: when.age(submission.acceptedAt) }),
    state !== 'waiting' && when.short(submission.acceptedAt),
  ];
  return (
    <li>
      <Link className="card review-line" to={`/review/${unit}/s/${submission.id}`}>
        <span className="review-text">
          <span className="review-name">{submission.title}</span>
          <span className="second">{facts.filter(Boolean).join(' · ')}</span>
        </span>
        <span className="review-marks">
          <StateMark queued={queued} />
          {submission.changes && <Mark tone="blue">{t('line.correction')}</Mark>}
          {submission.mends && <Mark tone="plain">{t('line.again')}</Mark>}
        </span>
        <Icon name="next" />
      </Link>
    </li>
  );
}

export function QueueScreen({ reader }: { reader: Reader }) {
  const { t } = useTranslation('review');
  const queue = useQueue(reader);
  const [chosen, setChosen] = useState<Tab | null>(null);
  if (queue === undefined) return <Splash label={t('loading')} />;
  const role = memberOf(reader.registry, reader.key)?.role;
  const reviews = role !== 'cadre';
  // The committee writes nothing.
  const tabs = role === 'supervisor' ? TABS.filter((one) => one !== 'mine') : TABS;
  const tab = chosen ?? (reviews ? 'todo' : 'mine');
  const shown = queue.filter(inTab[tab]);
  return (
    <Screen title={t('title')}>
      <div className="stack">
        <nav className="review-tabs" aria-label={t('tabs.label')}>
          {tabs.map((one) => (
            <button
              key={one}
              type="button"
              className="review-tab"
              aria-pressed={one === tab}
              onClick={() => setChosen(one)}
            >
              {t(`tabs.${one}`)} {queue.filter(inTab[one]).length}
            </button>
          ))}
        </nav>
        <InboxLinkLater />
        {shown.length === 0 ? (
          <Empty icon="check" title={t(`empty.${tab}`)}>
            {tab !== 'done' && t(`empty.${tab}Text`)}
          </Empty>
        ) : (
          <ul className="stack-tight">
            {shown.map((queued) => (
              <Line key={queued.submission.id} queued={queued} reader={reader} />
            ))}
          </ul>
        )}
        <OpenPeriods reader={reader} />
      </div>
    </Screen>
  );
}
