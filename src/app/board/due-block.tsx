/** 'Due and not published': silence stands on the board, with who answers for it and how many days it lasts. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { useWhen } from '../ui/use-when.ts';
import { localDateOf } from '../../domain/time.ts';
import './due-block.css';
import { type Missing, NAMED_PERIODS, type Silence } from './silence.ts';

/** Items shown before 'all' is pressed. */
const FIRST = 3;

interface MissingWords {
  what: string;
  late: string;
  who: string;
}

/** The words for one item, the same for eye and ear. */
function useMissingWords(): (missing: Missing) => MissingWords {
  const { t, i18n } = useTranslation('board');
  return ({ entry, periods, daysLate, holder }) => {
    const names = periods
      .slice(0, NAMED_PERIODS)
      .map(({ id, name }) => (i18n.language === 'en' ? id : name))
      .join(t('comma'));
    const all = periods.length > NAMED_PERIODS ? t('due.periods', { names, count: periods.length }) : names;
    const who = holder
      ? t(holder.holds ? 'due.who' : 'due.whoInstead', { ...holder, wanted: entry.post })
      : t('due.nobody', { wanted: entry.post });
    return { what: entry.name, late: t('due.late', { periods: all, count: daysLate }), who };
  };
}

export function DueBlock({ silence }: { silence: Silence | null | undefined }) {
  const { t } = useTranslation('board');
  const when = useWhen();
  const wordsOf = useMissingWords();
  const [all, setAll] = useState(false);
  if (!silence || silence.missing.length === 0) return null;
  const { missing, asOf } = silence;
  const whole = all || missing.length <= FIRST + 1;
  const shown = whole ? missing : missing.slice(0, FIRST);
  const old = asOf < localDateOf(new Date(when.now).toISOString());
  return (
    <section className="card card-amber due-block" aria-label={t('due.label')}>
      <h2>{t('due.title', { count: missing.length })}</h2>
      <ul>
        {shown.map((one) => {
          const { what, late, who } = wordsOf(one);
          return (
            <li key={one.entry.id}>
              <strong>{what}</strong>
              <span>{late}</span>
              <span className="due-who">{who}</span>
            </li>
          );
        })}
      </ul>
      {!whole && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {t('due.all', { count: missing.length })}
        </Button>
      )}
      {old && <p className="due-as-of">{t('due.asOf', { day: when.fullDay(`${asOf}T12:00:00+08:00`) })}</p>}
    </section>
  );
}
