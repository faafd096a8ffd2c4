/** One record that a scorecard counted: what it is, how it stands, and the way to it. */
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answerable, ScoreItem } from '../../domain/score/items.ts';
import { Mark, type Tone } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';

const noon = (day: string): string => `${day}T12:00:00+08:00`;

interface Told {
  title: string;
  note: string;
  mark: string;
  tone: Tone;
  /** The notice that it leads to; null: there is none. */
  notice: string | null;
}

/** What wanted an answer, in words: never those of a request. */
export function useAnswerTitle(): (answer: Answerable) => string {
  const { t } = useTranslation('scores');
  return ({ kind, title }) => t(title === '' ? `item.${kind}Alone` : `item.${kind}`, { text: title });
}

/** An item in words. */
export function useTold(): (item: ScoreItem) => Told {
  const { t, i18n } = useTranslation('scores');
  const when = useWhen();
  const titleOf = useAnswerTitle();
  const day = (one: string): string => when.fullDay(noon(one));
  return (item) => {
    if (item.what === 'due') {
      const { entry, period, state, daysLate, by, notices, due } = item.due;
      const name = i18n.language === 'en' ? period.id : period.name;
      const about = { title: `${entry.name} · ${name}`, notice: notices[0] ?? null };
      const note = t('item.due', { day: day(due) });
      if (state === 'overdue')
        return { ...about, note, mark: t('item.missing', { count: daysLate }), tone: 'red' };
      if (state === 'fulfilled-late')
        return { ...about, note, mark: t('item.late', { count: daysLate }), tone: 'amber' };
      return { ...about, note, mark: t(by === 'author' ? 'item.byAuthor' : 'item.inTime'), tone: 'green' };
    }
    if (item.what === 'notice') {
      const { notice, errors, upheld } = item;
      const marks = [errors > 0 && t('item.errors', { n: errors }), upheld && t('item.upheld')].filter(
        Boolean,
      );
      return {
        title: notice.title,
        note: t('item.published', { day: day(item.day) }),
        notice: notice.id,
        mark: marks.length > 0 ? marks.join(t('comma')) : t('item.right'),
        tone: marks.length > 0 ? 'amber' : 'green',
      };
    }
    const { answer, inTime } = item;
    return {
      title: titleOf(answer),
      note: t('item.due', { day: day(answer.due) }),
      notice: answer.notice,
      mark: t(inTime ? 'item.answered' : answer.answered === null ? 'item.unanswered' : 'item.answeredLate'),
      tone: inTime ? 'green' : 'amber',
    };
  };
}

export function ItemLine({ unit, item, children }: { unit: string; item: ScoreItem; children?: ReactNode }) {
  const { title, note, mark, tone, notice } = useTold()(item);
  return (
    <li className="score-item">
      <div className="score-item-text">
        {notice ? <Link to={`/b/${unit}/n/${notice}`}>{title}</Link> : <strong>{title}</strong>}
        <span className="second">{note}</span>
      </div>
      <Mark tone={tone}>{mark}</Mark>
      {children}
    </li>
  );
}
