/** What is due on a day, with each unit that owes it, and how it stands. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Deadline } from '../../domain/due/deadlines.ts';
import { type CalendarDay, countsOf, type DueMatter } from '../../domain/due/month.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { LocalDate } from '../../domain/time.ts';
import { Mark } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';

export interface Listed {
  day: Pick<CalendarDay, 'day' | 'matters' | 'deadlines'>;
  today: LocalDate;
  registry: Registry;
}

type Tone = 'green' | 'amber' | 'red' | 'plain';

/** How a matter stands, over all its units. */
export function useStand(
  today: LocalDate,
): (matter: DueMatter, day: LocalDate) => { tone: Tone; text: string } {
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

export const DEADLINE_WORDS = {
  done: 'done',
  late: 'late',
  open: 'open',
  overdue: 'notDone',
} as const satisfies Record<Deadline['state'], string>;

export const deadlineTone = ({ state }: Pick<Deadline, 'state'>): Tone =>
  (({ done: 'green', late: 'amber', open: 'amber', overdue: 'red' }) as const)[state];

/** What a deadline is, in words; of a request nothing is said but that it is one. */
export function useDeadlineName(): (deadline: Deadline) => string {
  const { t } = useTranslation('due');
  return ({ kind, title }) => t(`deadline.${kind}`) + (title === '' ? '' : t('deadline.of', { title }));
}

function DeadlineLine({ deadline, registry }: { deadline: Deadline; registry: Registry }) {
  const { t } = useTranslation('due');
  const name = useDeadlineName()(deadline);
  const { unit, kind, notice, state } = deadline;
  const to =
    kind === 'request'
      ? '/desk'
      : kind === 'result'
        ? `/review/${unit}/n/${notice}`
        : `/b/${unit}/n/${notice}`;
  return (
    <li>
      {notice === null && kind !== 'request' ? (
        <strong>{name}</strong>
      ) : (
        <Link className="calendar-link" to={to}>
          {name}
        </Link>
      )}{' '}
      <Mark tone={deadlineTone(deadline)}>{t(`calendar.${DEADLINE_WORDS[state]}`)}</Mark>
      <p className="second">{registry.units[unit]?.name ?? unit}</p>
    </li>
  );
}

export function DayList({ day, today, registry }: Listed) {
  const { i18n } = useTranslation('due');
  const when = useWhen();
  const stand = useStand(today);
  return (
    <section id={`day-${day.day}`} className="calendar-list">
      <h2>{when.day(`${day.day}T12:00:00+08:00`)}</h2>
      <ul>
        {day.deadlines.map((one) => (
          <DeadlineLine key={one.key} deadline={one} registry={registry} />
        ))}
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
