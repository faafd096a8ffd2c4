/** A publicity period day by day: which days count, which do not and why, and when it could be read nowhere. */
import { useTranslation } from 'react-i18next';
import type { Gap, PublicityDay } from '../../domain/publicity/publicity.ts';
import { time } from '../ui/time.ts';
import { useWhen } from '../ui/use-when.ts';

/** Shorter breaks are not worth a line, minutes. */
const SHORTEST = 10;
const MINUTE_MS = 60_000;

const minutesOf = ({ from, to }: Gap): number =>
  to === null ? Infinity : (Date.parse(to) - Date.parse(from)) / MINUTE_MS;

function GapLine({ gap: { from, to, why } }: { gap: Gap }) {
  const { t, i18n } = useTranslation('board');
  const clock = (moment: string): string => time(moment, i18n.language);
  const reason = why?.what === 'sheet' ? why.reason : '';
  const words =
    why?.what === 'tablet'
      ? t('publicity.why.tablet')
      : reason
        ? t('publicity.why.sheetBecause', { reason })
        : t('publicity.why.sheet');
  return (
    <span className="publicity-gap">
      {to === null
        ? t('publicity.gapOpen', { from: clock(from), why: words })
        : t('publicity.gap', { from: clock(from), to: clock(to), why: words })}
    </span>
  );
}

function Day({ day }: { day: PublicityDay }) {
  const { t } = useTranslation('board');
  const when = useWhen();
  const gaps = day.gaps.filter((gap) => minutesOf(gap) >= SHORTEST);
  const { reason } = day;
  const skipped =
    reason === 'working-day' || reason === 'make-up-day'
      ? ''
      : t(`publicity.skipped.${reason}`, { name: day.name });
  return (
    <li className={day.number === null ? 'publicity-skipped' : undefined}>
      <span className="publicity-day">{when.day(day.date)}</span>
      <span>{day.number === null ? skipped : t('publicity.number', { n: day.number })}</span>
      {gaps.map((gap) => (
        <GapLine key={gap.from} gap={gap} />
      ))}
    </li>
  );
}

export function PublicityDays({ days }: { days: PublicityDay[] }) {
  const { t } = useTranslation('board');
  return (
    <details className="publicity-details">
      <summary>{t('publicity.eachDay')}</summary>
      <ol className="publicity-days">
        {days.map((day) => (
          <Day key={day.date} day={day} />
        ))}
      </ol>
    </details>
  );
}

/** The gaps that cost something so far, in a sentence: how long it was up nowhere. Zero: nothing to say. */
export const minutesLost = (days: PublicityDay[]): number =>
  days.reduce((sum, { number, gaps, reason }) => {
    const isCounted = number !== null || reason === 'not-up';
    return isCounted
      ? sum + gaps.filter((gap) => minutesOf(gap) >= SHORTEST).reduce((all, gap) => all + minutesOf(gap), 0)
      : sum;
  }, 0);
