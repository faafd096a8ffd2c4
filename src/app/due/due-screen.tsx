/** `/due`: what I have to publish this week, each with one tap to begin, and one to say that there is nothing. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { daysBetween } from '../../domain/calendar/days.ts';
import { type LocalDate, instantOf, localDateOf } from '../../domain/time.ts';
import { answerDay } from '../../domain/inspection/records.ts';
import type { Outcome, SaveFault } from '../../sync/client/device.ts';
import { Button, ButtonLink, Confirm, Empty, Mark, Message, Screen, Splash, useDevice } from '../ui/index.ts';
import { leaf } from '../ui/time.ts';
import { useBoards } from '../ui/use-board.ts';
import { useWhen } from '../ui/use-when.ts';
import type { MineItem } from './mine.ts';
import { RemindMe } from './remind-me.tsx';
import { officerOf, startDraft, tellNothing } from './start.ts';
import { type Mine, useMine } from './use-mine.ts';
import './due.css';

const noon = (day: LocalDate): string => `${day}T12:00:00+08:00`;

function Day({ day }: { day: LocalDate }) {
  const { i18n } = useTranslation('due');
  const { now } = useWhen();
  const parts = leaf(noon(day), now, i18n.language);
  return (
    <time className="leaf" dateTime={day}>
      <span className="leaf-day">{parts.day}</span>
      <span className="leaf-month">{parts.month}</span>
    </time>
  );
}

/** How an item stands, in words: late, today, days left. */
function useStanding(today: LocalDate): (item: MineItem) => string {
  const { t } = useTranslation('due');
  return ({ state, daysLate, due }) => {
    if (state === 'overdue') return t('late', { count: daysLate });
    const left = daysBetween(today, due);
    return left === 0 ? t('today') : t('left', { count: left });
  };
}

interface ItemProps {
  item: MineItem;
  /** The unit's name, where he posts for several. */
  unit: string;
  today: LocalDate;
  busy: boolean;
  onStart: () => void;
  onNothing: () => void;
}

function Item({ item, unit, today, busy, onStart, onNothing }: ItemProps) {
  const { t, i18n } = useTranslation('due');
  const standing = useStanding(today);
  const period = i18n.language === 'en' ? item.period.id : item.period.name;
  const late = item.state === 'overdue' && !item.waiting;
  return (
    <li className={`card due-item ${late ? 'card-red' : ''}`}>
      <div className="due-item-head">
        <Day day={item.due} />
        <div className="due-item-text">
          <h2>{item.entry.name}</h2>
          <p>{[unit, period].filter(Boolean).join(' · ')}</p>
          <p className={late ? 'due-item-late' : 'second'}>
            {standing(item)}
            {item.provisional && t('provisional')}
          </p>
          <p className="second">{t('officer', { officer: officerOf(item) || item.entry.post })}</p>
        </div>
      </div>
      {item.waiting ? (
        <p>
          <Mark tone="amber">{t('waiting')}</Mark>
        </p>
      ) : (
        <div className="due-item-actions">
          <Button kind="main" icon="write" busy={busy} onClick={onStart}>
            {t('start')}
          </Button>
          <Button disabled={busy} onClick={onNothing}>
            {t('nothing')}
          </Button>
        </div>
      )}
    </li>
  );
}

const keyOf = ({ unit, entry, period }: MineItem): string => `${unit}/${entry.id}/${period.id}`;

function MineList({ mine }: { mine: Mine }) {
  const { t, i18n } = useTranslation('due');
  const device = useDevice();
  const navigate = useNavigate();
  const { now } = useWhen();
  const boards = useBoards(mine.units);
  const [asked, setAsked] = useState<MineItem | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<SaveFault | null>(null);
  const today = localDateOf(instantOf(now));
  const nameOf = (unit: string): string => mine.registry.units[unit]?.name ?? unit;

  const run = async (item: MineItem, act: () => Promise<Outcome<{ id: string }, SaveFault>>, to: string) => {
    setBusy(keyOf(item));
    setFault(null);
    const outcome = await act();
    setBusy(null);
    setAsked(null);
    if (outcome.ok) void navigate(`${to}/${outcome.value.id}`);
    else setFault(outcome.code);
  };
  const start = (item: MineItem): void =>
    void run(item, () => startDraft(device, item, boards?.get(item.unit) ?? [], today), '/write');
  const nothing = (item: MineItem): void => void run(item, () => tellNothing(device, item), '/write/saved');
  const period = asked && (i18n.language === 'en' ? asked.period.id : asked.period.name);
  return (
    <div className="stack">
      {fault && (
        <Message tone="red" title={t('failed')}>
          {t(`fault.${fault}`)}
        </Message>
      )}
      <ul className="due-items">
        {mine.items.map((item) => (
          <Item
            key={keyOf(item)}
            item={item}
            unit={mine.units.length > 1 ? nameOf(item.unit) : ''}
            today={today}
            busy={busy === keyOf(item)}
            onStart={() => start(item)}
            onNothing={() => setAsked(item)}
          />
        ))}
      </ul>
      <p className="second">{t('note')}</p>
      <Confirm
        open={asked !== null}
        title={t('ask.title', { entry: asked?.entry.name, period })}
        confirm={t('ask.yes')}
        cancel={t('ask.no')}
        busy={busy !== null}
        onConfirm={() => asked && nothing(asked)}
        onCancel={() => setAsked(null)}
      >
        <p>
          {t('ask.text', { unit: asked ? nameOf(asked.unit) : '', officer: asked ? officerOf(asked) : '' })}
        </p>
      </Confirm>
    </div>
  );
}

/** Publicity periods that are over: whoever wrote the notice owes everybody the result. */
function Results({ mine: { results, registry, units } }: { mine: Mine }) {
  const { t } = useTranslation('due');
  const when = useWhen();
  if (results.length === 0) return null;
  return (
    <ul className="due-items due-results">
      {results.map(({ unit, notice, period }) => (
        <li className="card card-amber due-item" key={notice.id}>
          <h2>{notice.title}</h2>
          {units.length > 1 && <p>{registry.units[unit]?.name ?? unit}</p>}
          <p>{t('result.text', { day: when.fullDay(noon(period.lastDay!)) })}</p>
          <ButtonLink kind="main" icon="check" to={`/review/${unit}/n/${notice.id}`}>
            {t('result.open')}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

/** What an inspection found, and the unit has not answered yet. */
function Findings({ mine: { findings, registry, units }, today }: { mine: Mine; today: LocalDate }) {
  const { t } = useTranslation('due');
  const when = useWhen();
  if (findings.length === 0) return null;
  return (
    <ul className="due-items due-results">
      {findings.map(({ unit, finding }) => {
        const day = answerDay(finding);
        return (
          <li className="card card-amber due-item" key={finding.id}>
            <h2>{finding.title}</h2>
            {units.length > 1 && <p>{registry.units[unit]?.name ?? unit}</p>}
            <p className={day < today ? 'due-item-late' : undefined}>
              {t('finding.text', { day: when.fullDay(noon(day)) })}
            </p>
            <ButtonLink kind="main" icon="write" to={`/inspect/findings/${unit}/${finding.id}`}>
              {t('finding.open')}
            </ButtonLink>
          </li>
        );
      })}
    </ul>
  );
}

/** The month at a glance, and how the own unit stands. */
function Ways({ mine: { units } }: { mine: Mine }) {
  const { t } = useTranslation('due');
  return (
    <div className="due-ways">
      <ButtonLink icon="calendar" to="/due/calendar">
        {t('calendar.title')}
      </ButtonLink>
      {units[0] && (
        <ButtonLink icon="seal" to={`/scores/${units[0]}`}>
          {t('score')}
        </ButtonLink>
      )}
    </div>
  );
}

export function DueScreen() {
  const { t } = useTranslation('due');
  const mine = useMine();
  const today = localDateOf(instantOf(useWhen().now));
  if (mine === undefined) return <Splash />;
  return (
    <Screen title={t('title')}>
      {mine === null && (
        <Empty icon="calendar" title={t('notMine.title')}>
          {t('notMine.text')}
        </Empty>
      )}
      {mine !== null && <Ways mine={mine} />}
      {mine !== null && <Findings mine={mine} today={today} />}
      {mine !== null && <Results mine={mine} />}
      {mine !== null && mine.items.length + mine.results.length + mine.findings.length === 0 && (
        <Empty
          icon="check"
          title={t('none.title')}
          action={<ButtonLink to="/write?new">{t('none.write')}</ButtonLink>}
        >
          {t('none.text')}
        </Empty>
      )}
      {mine !== null && mine.items.length > 0 && <MineList mine={mine} />}
      {mine !== null && <RemindMe />}
    </Screen>
  );
}
