/** The clock of a request with its working: each day counted or skipped, with its name, and each paper that stops it. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { weekdayOf } from '../../domain/calendar/days.ts';
import { type Clock, type ClockDay, clockOf } from '../../domain/request/clock.ts';
import type { ClockInput } from '../../domain/request/clock-input.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { Mark, type Tone, useNow } from '../ui/index.ts';
import { day as shortDay, fullDay } from '../ui/time.ts';
import './clock.css';

/** From so many working days left on it is pressing. */
const PRESSING = 5;

/** Noon, so that no zone moves it. */
const noon = (date: LocalDate): string => `${date}T12:00:00+08:00`;

/** A day in words. */
export function useDay(): (date: LocalDate) => string {
  const { i18n } = useTranslation('ask');
  return (date) => fullDay(noon(date), i18n.language);
}

export const useToday = (): LocalDate => localDateOf(instantOf(useNow()));

export const clockTone = ({ left, stopped }: Clock, ended: boolean): Tone => {
  if (ended) return left < 0 ? 'red' : 'green';
  if (stopped) return 'blue';
  if (left < 0) return 'red';
  return left <= PRESSING ? 'amber' : 'green';
};

/** Where it stands, in a word: never by colour alone. */
export function ClockMark({ input, clock }: { input: ClockInput; clock: Clock }) {
  const { t } = useTranslation('ask');
  const { left, stopped } = clock;
  const tone = clockTone(clock, input.ended !== null);
  const late = { n: -left };
  if (input.ended) return <Mark tone={tone}>{left < 0 ? t('clock.endedLate', late) : t('clock.ended')}</Mark>;
  if (stopped) return <Mark tone={tone}>{t(`clock.stopped.${stopped.why}`)}</Mark>;
  if (left < 0) return <Mark tone={tone}>{t('clock.late', late)}</Mark>;
  return <Mark tone={tone}>{left === 0 ? t('clock.today') : t('clock.left', { n: left })}</Mark>;
}

function DayLine({ day, input, isToday }: { day: ClockDay; input: ClockInput; isToday: boolean }) {
  const { t, i18n } = useTranslation('ask');
  const pause = day.pause === null ? null : input.pauses[day.pause - 1];
  const what = {
    counted: () => t('day.counted', { n: day.number }),
    free: () => t('day.free'),
    paused: () => t(`day.paused.${pause?.why ?? 'agency'}`, { n: day.pause }),
    unclear: () => t('day.unclear'),
  }[day.state]();
  return (
    <li
      className={`clock-day clock-${day.state} clock-column-${weekdayOf(day.date)} ${isToday ? 'clock-today' : ''}`}
    >
      <span className="figures">{shortDay(noon(day.date), i18n.language)}</span>
      <span className="second">
        <span className={day.name.startsWith('星期') ? 'clock-weekday' : undefined}>{day.name}</span>
        {day.provisional && t('day.provisional')}
      </span>
      <strong className="clock-what">
        {what}
        {isToday && t('day.today')}
      </strong>
    </li>
  );
}

/** The facts in sentences. */
function Facts({ input, clock }: { input: ClockInput; clock: Clock }) {
  const { t } = useTranslation('ask');
  const day = useDay();
  const { unclear, pauses, extended, ended } = input;
  const { stopped, due, left, used, term } = clock;
  return (
    <ul className="stack-tight">
      <li>{t('clock.received', { day: day(input.received) })}</li>
      {unclear && <li>{t('clock.unclear', { day: day(unclear.on), until: day(unclear.until) })}</li>}
      {unclear?.completed && <li>{t('clock.completed', { day: day(unclear.completed) })}</li>}
      {pauses.map(({ why, from, to }, at) => (
        <li key={at}>
          {t(`clock.paper.${why}`, { n: at + 1, day: day(from) })}
          {to && t('clock.paperBack', { day: day(to) })}
        </li>
      ))}
      {extended && (
        <li>
          {t('clock.extended', { day: day(extended.on), n: extended.days, by: extended.by })}
          {clock.extendedLate && t('clock.extendedLate')}
        </li>
      )}
      {ended && <li>{t(`clock.end.${ended.how}`, { day: day(ended.on) })}</li>}
      {!ended && stopped && <li>{t('clock.standing', { day: day(stopped.since), used, term })}</li>}
      {!ended && due && <li>{t('clock.due', { day: day(due), used, term })}</li>}
      {!ended && due && left < 0 && <li>{t('clock.lateText')}</li>}
      {clock.provisional && <li className="second">{t('clock.provisional')}</li>}
    </ul>
  );
}

/** `open`: the days are shown at once. */
export function ClockWorking({ input, open = false }: { input: ClockInput; open?: boolean }) {
  const { t } = useTranslation('ask');
  const today = useToday();
  const clock = useMemo(() => clockOf(input, today), [input, today]);
  return (
    <div className="stack">
      <p className="clock-head">
        <ClockMark input={input} clock={clock} />
      </p>
      <Facts input={input} clock={clock} />
      <details open={open}>
        <summary className="clock-more">{t('clock.working')}</summary>
        <p className="second">{t('clock.rule')}</p>
        <div className="clock-week second" aria-hidden="true">
          {t('day.week', { returnObjects: true }).map((name) => (
            <span key={name}>{name}</span>
          ))}
        </div>
        <ol className="clock-days">
          {clock.days.map((one) => (
            <DayLine key={one.date} day={one} input={input} isToday={one.date === today} />
          ))}
        </ol>
      </details>
    </div>
  );
}
