/** A month as weeks; what is due stands in the day's cell, and below it with all units. */
import { useTranslation } from 'react-i18next';
import { type CalendarDay } from '../../domain/due/month.ts';
import type { LocalDate } from '../../domain/time.ts';
import { useWhen } from '../ui/use-when.ts';
import { DEADLINE_WORDS, deadlineTone, useDeadlineName, useStand } from './day-list.tsx';

/** Matters named in a day's cell; the others are counted. */
const NAMED = 2;

export interface OfDay {
  day: CalendarDay;
  today: LocalDate;
}

function DayCell({ day, today }: OfDay) {
  const { t } = useTranslation('due');
  const when = useWhen();
  const stand = useStand(today);
  const number = Number(day.day.slice(8));
  const named = useDeadlineName();
  const lines = [
    ...day.deadlines.map((one) => ({
      key: one.key,
      name: named(one),
      tone: deadlineTone(one),
      text: t(`calendar.${DEADLINE_WORDS[one.state]}`),
    })),
    ...day.matters.map((matter) => ({ key: matter.key, name: matter.name, ...stand(matter, day.day) })),
  ];
  const state = [
    'calendar-day',
    day.isOwn ? '' : 'calendar-other',
    day.isWorkingDay ? '' : 'calendar-free',
    day.day === today ? 'calendar-today' : '',
  ].join(' ');
  const isLate = lines.some(({ tone }) => tone === 'red');
  return (
    <td className={state} aria-current={day.day === today ? 'date' : undefined}>
      <span className="calendar-number figures">{number}</span>
      {lines.length > 0 && (
        <a
          className={`calendar-count ${isLate ? 'calendar-count-red' : ''}`}
          href={`#day-${day.day}`}
          aria-label={t('calendar.count', {
            day: when.day(`${day.day}T12:00:00+08:00`),
            count: lines.length,
          })}
        >
          {lines.length}
        </a>
      )}
      <ul className="calendar-names" aria-hidden="true">
        {lines.slice(0, NAMED).map(({ key, name, tone, text }) => (
          <li key={key} className={`calendar-${tone}`}>
            {name} <strong>{text}</strong>
          </li>
        ))}
        {lines.length > NAMED && <li>{t('calendar.more', { n: lines.length - NAMED })}</li>}
      </ul>
    </td>
  );
}

export function Weeks({ weeks, today, name }: { weeks: CalendarDay[][]; today: LocalDate; name: string }) {
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
