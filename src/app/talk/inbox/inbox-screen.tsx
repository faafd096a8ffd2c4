/** What people said and asked: what waits, how long, and until when; what was answered; what is not shown. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ArrivedComment, DeskTalk } from '../../../sync/client/talk.ts';
import { isWaiting } from '../../../sync/client/talk-waiting.ts';
import { Empty, Icon, Mark, Message, Screen, Splash } from '../../ui/index.ts';
import { useWhen } from '../../ui/use-when.ts';
import { ClearCounts } from './clear-counts.tsx';
import { type Arrived, daysLeft, type DeskReader, useDesks } from './inbox-data.ts';

type Tab = 'todo' | 'done' | 'refused';
const TABS: Tab[] = ['todo', 'done', 'refused'];

const isRefused = ({ decision, onItsWay }: ArrivedComment): boolean =>
  onItsWay === 'refused' || (decision?.is === 'refused' && onItsWay === null);

const inTab: Record<Tab, (one: ArrivedComment) => boolean> = {
  todo: isWaiting,
  done: (one) => !isWaiting(one) && !isRefused(one),
  refused: isRefused,
};

/** Where a comment stands, in a word. */
export function CommentMark({ one }: { one: ArrivedComment }) {
  const { t } = useTranslation('talk');
  const { now } = useWhen();
  const { decision, onItsWay, envelope } = one;
  if (onItsWay) return <Mark tone="amber">{t(`inbox.onItsWay.${onItsWay}`)}</Mark>;
  if (decision?.is === 'answered') return <Mark tone="green">{t('inbox.answered')}</Mark>;
  if (decision)
    return <Mark tone="plain">{t('inbox.refusedFor', { reason: t(`reason.${decision.reason}`) })}</Mark>;
  if (!isWaiting(one)) return <Mark tone="green">{t('inbox.alone')}</Mark>;
  const left = daysLeft(envelope.acceptedAt, now);
  if (left < 0) return <Mark tone="red">{t('inbox.overdue', { n: -left })}</Mark>;
  return <Mark tone="amber">{left === 0 ? t('inbox.today') : t('inbox.left', { n: left })}</Mark>;
}

function Line({ one, reader }: { one: Arrived; reader: DeskReader }) {
  const { t } = useTranslation('talk');
  const when = useWhen();
  const { envelope, unit, about, text } = one;
  const facts = [
    reader.units.length > 1 && reader.registry.units[unit]?.name,
    about?.title ?? t('inbox.gone'),
    isWaiting(one)
      ? t('inbox.waits', { age: when.age(envelope.acceptedAt) })
      : when.short(envelope.acceptedAt),
  ];
  return (
    <li>
      <Link className="card talk-line" to={`/talk/${unit}/${envelope.id}`}>
        <span className="talk-line-text">
          <span className="talk-line-words">{text}</span>
          <span className="second">{facts.filter(Boolean).join(' · ')}</span>
        </span>
        <CommentMark one={one} />
        <Icon name="next" />
      </Link>
    </li>
  );
}

const byAge = (one: Arrived, other: Arrived): number =>
  one.envelope.acceptedAt < other.envelope.acceptedAt ? -1 : 1;

function inOrder(desks: Map<string, DeskTalk>, tab: Tab): Arrived[] {
  const all = [...desks].flatMap(([unit, { comments }]) => comments.map((one) => ({ ...one, unit })));
  const shown = all.filter(inTab[tab]).sort(byAge);
  // Who waits longest comes first; of what is decided, the latest.
  return tab === 'todo' ? shown : shown.reverse();
}

export function InboxScreen({ reader }: { reader: DeskReader }) {
  const { t } = useTranslation('talk');
  const desks = useDesks(reader.units);
  const [tab, setTab] = useState<Tab>('todo');
  if (desks === undefined) return <Splash label={t('inbox.loading')} />;
  const shown = inOrder(desks, tab);
  const sealed = [...desks.values()].reduce((sum, { closed }) => sum + closed, 0);
  return (
    <Screen title={t('inbox.title')}>
      <div className="stack">
        <nav className="talk-tabs" aria-label={t('inbox.tabs.label')}>
          {TABS.map((one) => (
            <button
              key={one}
              type="button"
              className="talk-tab"
              aria-pressed={one === tab}
              onClick={() => setTab(one)}
            >
              {t(`inbox.tabs.${one}`)} {inOrder(desks, one).length}
            </button>
          ))}
        </nav>
        {sealed > 0 && <Message tone="amber" title={t('inbox.sealed', { n: sealed })} />}
        {shown.length === 0 ? (
          <Empty icon="message" title={t(`inbox.empty.${tab}`)}>
            {t(`inbox.empty.${tab}Text`)}
          </Empty>
        ) : (
          <ul className="stack-tight">
            {shown.map((one) => (
              <Line key={one.envelope.id} one={one} reader={reader} />
            ))}
          </ul>
        )}
        {tab === 'todo' && <ClearCounts desks={desks} />}
      </div>
    </Screen>
  );
}
