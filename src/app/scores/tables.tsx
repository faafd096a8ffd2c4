/** The tables of the office: ranking, heat, bursts. Each number is a way to its records. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Period } from '../../domain/calendar/periods.ts';
import { burstsOf, yearShare } from '../../domain/score/burst.ts';
import type { Card } from '../../domain/score/card.ts';
import { PARTS } from '../../domain/score/events.ts';
import type { UnitScore } from '../../domain/score/score.ts';
import type { LocalDate } from '../../domain/time.ts';
import { Mark } from '../ui/index.ts';
import { Bar } from './charts.tsx';
import { cardPath, type ScoreChoice } from './choice.ts';
import { levelOf, shown } from './level.ts';
import type { HeldUnit } from './use-scores.ts';

export interface Shown {
  scores: UnitScore[];
  choice: ScoreChoice;
  nameOf: (unit: string) => string;
}

export const cardFor = (score: UnitScore, { month }: ScoreChoice): Card =>
  month === null ? score.whole : (score.months[month] as Card);

/**
 * The best first; equal totals share a place. A unit that had nothing due has no place: what little it published says nothing
 * beside those who had to.
 */
export function ranked(
  scores: UnitScore[],
  choice: ScoreChoice,
): { score: UnitScore; place: number | null }[] {
  const total = (score: UnitScore): number => {
    const card = cardFor(score, choice);
    return card.parts.completeness.share > 0 || card.falsified.length > 0 ? (card.total ?? -1) : -1;
  };
  const sorted = [...scores].sort((a, b) => total(b) - total(a));
  return sorted.map((score) => ({
    score,
    place: total(score) < 0 ? null : 1 + sorted.filter((other) => total(other) > total(score)).length,
  }));
}

export function Ranking({ scores, choice, nameOf }: Shown) {
  const { t } = useTranslation('scores');
  return (
    <table className="office-table figures-table scores-ranking">
      <thead>
        <tr>
          <th scope="col" className="number">
            {t('ranking.rank')}
          </th>
          <th scope="col">{t('ranking.unit')}</th>
          <th scope="col" colSpan={2}>
            {t('ranking.total')}
          </th>
          {PARTS.map((part) => (
            <th key={part} scope="col" className="number">
              {t(`part.${part}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ranked(scores, choice).map(({ score, place }) => {
          const card = cardFor(score, choice);
          return (
            <tr key={score.unit}>
              <td className="number figures scores-place">{place ?? '—'}</td>
              <th scope="row">
                <Link to={cardPath(score.unit, choice)}>{nameOf(score.unit)}</Link>
              </th>
              <td className="number figures scores-total">
                <strong>{shown(card.total)}</strong>
              </td>
              <td className="scores-bar-cell">{card.total !== null && <Bar total={card.total} />}</td>
              {PARTS.map((part) => {
                const { good, bad } = card.parts[part];
                const all = good.length + bad.length;
                return (
                  <td key={part} data-label={t(`part.${part}`)} className="number figures">
                    {all === 0 ? (
                      '—'
                    ) : (
                      <Link
                        to={cardPath(score.unit, { ...choice, part })}
                        aria-label={t('ranking.open', {
                          unit: nameOf(score.unit),
                          part: t(`part.${part}`),
                          good: good.length,
                          all,
                        })}
                      >
                        {good.length}/{all}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, month) => month);

export function Heat({ scores, choice, nameOf }: Shown) {
  const { t } = useTranslation('scores');
  const cell = (score: UnitScore, month: number | null) => {
    const { total } = month === null ? score.whole : (score.months[month] as Card);
    const name = month === null ? t('wholeYear') : t('month', { n: month + 1 });
    const said = total === null ? t('noScore') : t('score', { n: total });
    return (
      <td key={month ?? 'year'} className={`heat heat-${levelOf(total)}`}>
        <Link
          to={cardPath(score.unit, { year: choice.year, month })}
          aria-label={t('heat.cell', { unit: nameOf(score.unit), month: name, score: said })}
        >
          {total === null ? '—' : Math.round(total)}
        </Link>
      </td>
    );
  };
  return (
    <div className="scores-wide">
      <table className="heat-table figures">
        <thead>
          <tr>
            <th scope="col">{t('ranking.unit')}</th>
            {MONTHS.map((month) => (
              <th key={month} scope="col" aria-current={choice.month === month ? 'true' : undefined}>
                {t('month', { n: month + 1 })}
              </th>
            ))}
            <th scope="col">{t('wholeYear')}</th>
          </tr>
        </thead>
        <tbody>
          {scores.map((score) => (
            <tr key={score.unit}>
              <th scope="row">{nameOf(score.unit)}</th>
              {MONTHS.map((month) => cell(score, month))}
              {cell(score, null)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const percent = (share: number): number => Math.round(share * 100);

export function Bursts({
  held,
  units,
  year,
  today,
  nameOf,
}: {
  held: ReadonlyMap<string, HeldUnit>;
  units: string[];
  year: Period;
  today: LocalDate;
  nameOf: (unit: string) => string;
}) {
  const { t } = useTranslation('scores');
  const rows = units.map((unit) => ({
    unit,
    quarters: burstsOf(held.get(unit)?.records.notices ?? [], year, today),
  }));
  const named = rows[0]?.quarters ?? [];
  return (
    <table className="office-table figures-table scores-bursts">
      <thead>
        <tr>
          <th scope="col">{t('ranking.unit')}</th>
          {named.map(({ quarter, over }, n) => (
            <th key={quarter.id} scope="col" className="number">
              {t('burst.quarter', { n: n + 1 })}
              {!over && <span className="second"> {t('burst.running')}</span>}
            </th>
          ))}
          <th scope="col" className="number">
            {t('burst.year')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ unit, quarters }) => {
          const whole = yearShare(quarters);
          return (
            <tr key={unit}>
              <th scope="row">{nameOf(unit)}</th>
              {quarters.map(({ quarter, all, last, share, isBurst }, n) => (
                <td key={quarter.id} className="number figures" data-label={t('burst.quarter', { n: n + 1 })}>
                  {share === null ? (
                    t('burst.none')
                  ) : (
                    <Link
                      to={`/office/figures?from=${quarter.first}&to=${quarter.last}&unit=${unit}&list=platform`}
                    >
                      {t('burst.share', { percent: percent(share) })}
                      <span className="second scores-of">
                        {' '}
                        {t('burst.of', { all: all.length, last: last.length })}
                      </span>
                    </Link>
                  )}
                  {isBurst && <Mark tone="amber">{t('burst.mark')}</Mark>}
                </td>
              ))}
              <td className="number figures" data-label={t('burst.year')}>
                {whole === null ? t('burst.none') : t('burst.share', { percent: percent(whole) })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
