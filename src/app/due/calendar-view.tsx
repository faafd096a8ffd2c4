/** What units have due as a list, a month or a year; which of them stands in the address. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { addDays } from '../../domain/calendar/days.ts';
import {
  calendarYearOf,
  monthOf,
  nextPeriod,
  parsePeriod,
  type Period,
  previousPeriod,
} from '../../domain/calendar/periods.ts';
import { occasionsOf } from '../../domain/due/deadlines.ts';
import { agendaDays, monthWeeks, yearMonths } from '../../domain/due/month.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { Button, ButtonLink, Splash } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { DayList } from './day-list.tsx';
import { Weeks } from './month-view.tsx';
import { Occasions } from './occasions.tsx';
import { useAgenda } from './use-agenda.ts';
import { YearView } from './year-view.tsx';
import './calendar.css';

export interface Calendar {
  registry: Registry;
  units: string[];
  /** Where this screen is. */
  at: string;
}

interface Looked extends Calendar {
  today: LocalDate;
}

const VIEWS = ['list', 'month', 'year'] as const;

/** How far the list looks back for what is late, and ahead; days. */
const LIST = { back: 400, ahead: 92 };

function usePeriodName(): (period: Period) => string {
  const { i18n } = useTranslation('due');
  return ({ id, name }) => (i18n.language === 'en' ? id : name);
}

/** The period with ways to the one before and the one after. */
function Turn({ at, param, period }: { at: string; param: 'month' | 'year'; period: Period }) {
  const { t } = useTranslation('due');
  const nameOf = usePeriodName();
  const to = ({ id }: Period): string => `${at}?view=${param}&${param}=${id}`;
  return (
    <nav className="calendar-months" aria-label={t(`calendar.${param}s`)}>
      <ButtonLink icon="back" to={to(previousPeriod(period))}>
        {t(`calendar.${param}Before`)}
      </ButtonLink>
      <strong className="serif">{nameOf(period)}</strong>
      <ButtonLink to={to(nextPeriod(period))}>{t(`calendar.${param}After`)}</ButtonLink>
    </nav>
  );
}

function MonthLook({ registry, units, at, today, month }: Looked & { month: Period }) {
  const { t } = useTranslation('due');
  const nameOf = usePeriodName();
  const held = useAgenda(registry, units, month, today);
  const weeks = useMemo(() => held && monthWeeks(month, held.agenda), [held, month]);
  if (!weeks) return <Splash />;
  const days = weeks.flat().filter(({ matters, deadlines }) => matters.length + deadlines.length > 0);
  return (
    <>
      <Turn at={at} param="month" period={month} />
      <Weeks weeks={weeks} today={today} name={nameOf(month)} />
      {days.length === 0 && <p>{t('calendar.none')}</p>}
      {days.map((day) => (
        <DayList key={day.day} day={day} today={today} registry={registry} />
      ))}
      <p className="second">{t('calendar.note')}</p>
    </>
  );
}

/** What is late and what comes, without what is done; then what waits for an occasion. */
function ListLook({ registry, units, today }: Looked) {
  const { t } = useTranslation('due');
  const window = { first: addDays(today, -LIST.back), last: addDays(today, LIST.ahead) };
  const held = useAgenda(registry, units, window, today);
  const shown = useMemo(() => {
    if (!held) return undefined;
    const { agenda, boards } = held;
    const kinds = new Set(units.flatMap((unit) => registry.units[unit]?.kind ?? []));
    const days = agendaDays({
      items: agenda.items.filter(({ state }) => state === 'open' || state === 'overdue'),
      deadlines: agenda.deadlines.filter(({ state }) => state === 'open' || state === 'overdue'),
    });
    return { days, occasions: occasionsOf(registry.catalogue, kinds, boards, today) };
  }, [held, units, registry, today]);
  if (!shown) return <Splash />;
  const late = shown.days.filter(({ day }) => day < today);
  const coming = shown.days.filter(({ day }) => day >= today);
  return (
    <>
      {late.length > 0 && <h2 className="calendar-part">{t('list.late')}</h2>}
      {late.map((day) => (
        <DayList key={day.day} day={day} today={today} registry={registry} />
      ))}
      <h2 className="calendar-part">{t('list.coming')}</h2>
      {coming.length === 0 && <p>{t('list.none')}</p>}
      {coming.map((day) => (
        <DayList key={day.day} day={day} today={today} registry={registry} />
      ))}
      <Occasions occasions={shown.occasions} registry={registry} />
    </>
  );
}

function YearLook({ registry, units, at, today, year }: Looked & { year: Period }) {
  const held = useAgenda(registry, units, year, today);
  const months = useMemo(() => held && yearMonths(year, held.agenda), [held, year]);
  if (!months) return <Splash />;
  return (
    <>
      <Turn at={at} param="year" period={year} />
      <YearView months={months} units={units} registry={registry} at={at} today={today} />
    </>
  );
}

const asked = (search: URLSearchParams, kind: 'month' | 'year'): Period | null => {
  const period = parsePeriod(search.get(kind) ?? '');
  return period?.kind === kind ? period : null;
};

export function CalendarView(calendar: Calendar) {
  const { t } = useTranslation('due');
  const { now } = useWhen();
  const [search] = useSearchParams();
  const today = localDateOf(instantOf(now));
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'month';
  const month = useMemo(() => asked(search, 'month') ?? monthOf(today), [search, today]);
  const year = useMemo(() => asked(search, 'year') ?? calendarYearOf(today), [search, today]);
  return (
    <div className="stack calendar-view">
      <div className="calendar-ways">
        <nav className="calendar-kinds" aria-label={t('calendar.views')}>
          {VIEWS.map((one) => (
            <Link
              key={one}
              to={`${calendar.at}?view=${one}`}
              aria-current={one === view ? 'page' : undefined}
            >
              {t(`view.${one}`)}
            </Link>
          ))}
        </nav>
        <span className="calendar-print">
          <Button icon="print" onClick={() => window.print()}>
            {t('calendar.print')}
          </Button>
        </span>
      </div>
      {view === 'list' && <ListLook {...calendar} today={today} />}
      {view === 'month' && <MonthLook {...calendar} today={today} month={month} />}
      {view === 'year' && <YearLook {...calendar} today={today} year={year} />}
    </div>
  );
}
