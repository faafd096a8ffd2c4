/** `/due/calendar`: what my units have due in a month, day by day. `/office/calendar`: the same over all units. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { LightNotice } from '../../domain/board/board.ts';
import {
  monthOf,
  nextPeriod,
  parsePeriod,
  type Period,
  previousPeriod,
} from '../../domain/calendar/periods.ts';
import { dueItems } from '../../domain/due/judge.ts';
import { type CalendarDay, countsOf, type DueMatter, monthWeeks } from '../../domain/due/month.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { postsFor } from '../../domain/registry/rights.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { ButtonLink, Empty, Mark, Screen, Splash, useIdentity, useRegistry } from '../ui/index.ts';
import { useBoards } from '../ui/use-board.ts';
import { useWhen } from '../ui/use-when.ts';
import './calendar.css';

/** Matters named in a day's cell; the others are counted. */
const NAMED = 2;

type Tone = 'green' | 'amber' | 'red' | 'plain';

/** How a matter stands, over all its units. */
function useStand(today: LocalDate): (matter: DueMatter, day: LocalDate) => { tone: Tone; text: string } {
  const { t } = useTranslation('due');
  return (matter, day) => {
    const { told, late, all } = countsOf(matter);
    if (all > 1) {
      const tone = late > 0 ? 'red' : told === all ? 'green' : day >= today ? 'amber' : 'plain';
      return { tone, text: t('calendar.told', { told, all }) };
    }
    if (late > 0) return { tone: 'red', text: t('calendar.missing') };
    if (told === all) {
      const isLate = matter.items[0]?.state === 'fulfilled-late';
      return { tone: isLate ? 'amber' : 'green', text: t(isLate ? 'calendar.late' : 'calendar.done') };
    }
    return { tone: 'amber', text: t('calendar.open') };
  };
}

interface OfDay {
  day: CalendarDay;
  today: LocalDate;
}

function DayCell({ day, today }: OfDay) {
  const { t } = useTranslation('due');
  const when = useWhen();
  const stand = useStand(today);
  const number = Number(day.day.slice(8));
  const { matters } = day;
  const state = [
    'calendar-day',
    day.isOwn ? '' : 'calendar-other',
    day.isWorkingDay ? '' : 'calendar-free',
    day.day === today ? 'calendar-today' : '',
  ].join(' ');
  const open = matters.some((matter) => stand(matter, day.day).tone === 'red');
  return (
    <td className={state} aria-current={day.day === today ? 'date' : undefined}>
      <span className="calendar-number figures">{number}</span>
      {matters.length > 0 && (
        <a
          className={`calendar-count ${open ? 'calendar-count-red' : ''}`}
          href={`#day-${day.day}`}
          aria-label={t('calendar.count', {
            day: when.day(`${day.day}T12:00:00+08:00`),
            count: matters.length,
          })}
        >
          {matters.length}
        </a>
      )}
      <ul className="calendar-names" aria-hidden="true">
        {matters.slice(0, NAMED).map((matter) => (
          <li key={matter.key} className={`calendar-${stand(matter, day.day).tone}`}>
            {matter.name} <strong>{stand(matter, day.day).text}</strong>
          </li>
        ))}
        {matters.length > NAMED && <li>{t('calendar.more', { n: matters.length - NAMED })}</li>}
      </ul>
    </td>
  );
}

function Weeks({ weeks, today, name }: { weeks: CalendarDay[][]; today: LocalDate; name: string }) {
  const { t } = useTranslation('due');
  const names = t('calendar.weekdays', { returnObjects: true });
  return (
    <table className="calendar" aria-label={name}>
      <thead>
        <tr>
          {names.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map((day) => (
              <DayCell key={day.day} day={day} today={today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The units of a matter, each with its notice where there is one. */
function Owing({ matter, registry }: { matter: DueMatter; registry: Registry }) {
  const { t } = useTranslation('due');
  return (
    <ul className="calendar-units">
      {matter.items.map(({ unit, state, notices, daysLate }) => {
        const name = registry.units[unit]?.name ?? unit;
        const said =
          state === 'overdue'
            ? t('calendar.missing')
            : state === 'open'
              ? t('calendar.open')
              : t(state === 'fulfilled' ? 'calendar.done' : 'calendar.lateBy', { count: daysLate });
        return (
          <li key={unit}>
            {notices[0] ? <Link to={`/b/${unit}/n/${notices[0]}`}>{name}</Link> : name}
            <span className={state === 'overdue' ? 'due-item-late' : 'second'}> {said}</span>
          </li>
        );
      })}
    </ul>
  );
}

function DayList({ day, today, registry }: OfDay & { registry: Registry }) {
  const { i18n } = useTranslation('due');
  const when = useWhen();
  const stand = useStand(today);
  return (
    <section id={`day-${day.day}`} className="calendar-list">
      <h2>{when.day(`${day.day}T12:00:00+08:00`)}</h2>
      <ul>
        {day.matters.map((matter) => {
          const { tone, text } = stand(matter, day.day);
          return (
            <li key={matter.key}>
              <strong>
                {matter.name} · {i18n.language === 'en' ? matter.period.id : matter.period.name}
              </strong>{' '}
              <Mark tone={tone}>{text}</Mark>
              <Owing matter={matter} registry={registry} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The weeks of a month with what is due in them. Undefined: being read. */
function useWeeks(
  registry: Registry,
  boards: Map<string, LightNotice[]> | undefined,
  id: string,
  today: LocalDate,
): CalendarDay[][] | undefined {
  return useMemo(() => {
    const month = parsePeriod(id);
    if (!boards || !month) return undefined;
    const { first, last } = month;
    return monthWeeks(
      month,
      [...dueItems(registry, boards, { window: { first, last }, today }).values()].flat(),
    );
  }, [registry, boards, id, today]);
}

/** @param at where this screen is. */
export function MonthView({ registry, units, at }: { registry: Registry; units: string[]; at: string }) {
  const { t, i18n } = useTranslation('due');
  const { now } = useWhen();
  const [search] = useSearchParams();
  const boards = useBoards(units);
  const today = localDateOf(instantOf(now));
  const asked = parsePeriod(search.get('month') ?? '');
  const month: Period = asked?.kind === 'month' ? asked : monthOf(today);
  const weeks = useWeeks(registry, boards, month.id, today);
  if (!weeks) return <Splash />;
  const name = i18n.language === 'en' ? month.id : month.name;
  const days = weeks.flat().filter(({ matters }) => matters.length > 0);
  return (
    <div className="stack calendar-view">
      <nav className="calendar-months" aria-label={t('calendar.months')}>
        <ButtonLink icon="back" to={`${at}?month=${previousPeriod(month).id}`}>
          {t('calendar.before')}
        </ButtonLink>
        <strong className="serif">{name}</strong>
        <ButtonLink to={`${at}?month=${nextPeriod(month).id}`}>{t('calendar.after')}</ButtonLink>
      </nav>
      <Weeks weeks={weeks} today={today} name={name} />
      {days.length === 0 && <p>{t('calendar.none')}</p>}
      {days.map((day) => (
        <DayList key={day.day} day={day} today={today} registry={registry} />
      ))}
      <p className="second">{t('calendar.note')}</p>
    </div>
  );
}

/** For who posts: his own units. */
export function CalendarScreen() {
  const { t } = useTranslation('due');
  const identity = useIdentity();
  const registry = useRegistry();
  const units = useMemo(
    () => (identity && registry ? postsFor(registry, identity.key) : []),
    [identity, registry],
  );
  if (identity === undefined || registry === undefined) return <Splash />;
  return (
    <Screen title={t('calendar.title')} back="/due">
      {registry && units.length > 0 ? (
        <MonthView registry={registry} units={units} at="/due/calendar" />
      ) : (
        <Empty icon="calendar" title={t('notMine.title')}>
          {t('notMine.text')}
        </Empty>
      )}
    </Screen>
  );
}
