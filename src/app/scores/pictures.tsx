/** The same figures for all units of a kind together; and each chart as a picture that leaves the office. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  openScoresOf,
  type OpenUnit,
  type Subject,
  subjectOf,
  together,
  UNIT_KINDS,
} from '../../domain/score/open.ts';
import type { ScoreYear, UnitScore } from '../../domain/score/score.ts';
import { type ChartWords, heatChart, rankingChart, trendChart } from '../../export/score-charts.ts';
import { fileName, handOver } from '../sent/to-file.ts';
import { Button } from '../ui/index.ts';
import { levelOf, shown } from './level.ts';

export interface Gathered {
  units: Subject[];
  /** Villages, institutions, the township's own office, and all of them. */
  groups: Subject[];
  all: Subject | null;
}

export function useGathered(of: ScoreYear | undefined, scores: UnitScore[]): Gathered | undefined {
  const { t } = useTranslation('scores');
  return useMemo(() => {
    if (!of) return undefined;
    const held = new Map(scores.map((one) => [one.unit, one]));
    const { units } = openScoresOf(of, held, '', [...held.keys()]);
    const group = (id: 'all' | OpenUnit['kind'], some: OpenUnit[]): Subject | null =>
      together(id, t(`group.${id}`), some);
    const all = group('all', units);
    const kinds = UNIT_KINDS.flatMap(
      (kind) =>
        group(
          kind,
          units.filter((one) => one.kind === kind),
        ) ?? [],
    );
    return { units: units.map(subjectOf), groups: [...kinds, ...(all ? [all] : [])], all };
  }, [of, scores, t]);
}

export type Picture = 'ranking' | 'heat' | 'trend';

/** Hands a chart over as a picture. */
export function PictureButton({ picture, gathered, title }: PictureProps) {
  const { t } = useTranslation('scores');
  const words: ChartWords = {
    title,
    months: Array.from({ length: 12 }, (_, at) => t('month', { n: at + 1 })),
    year: t('wholeYear'),
    levels: { good: t('bounds.good'), fair: t('bounds.fair'), poor: t('bounds.poor') },
  };
  const draw = (): string => {
    const { units, groups, all } = gathered;
    if (picture === 'ranking') return rankingChart(units, words);
    if (picture === 'heat') return heatChart([...units, ...groups], words);
    return all ? trendChart(all, words) : '';
  };
  const save = (): void =>
    void handOver(new Blob([draw()], { type: 'image/svg+xml' }), `${fileName(title)}.svg`);
  return (
    <Button
      kind="quiet"
      icon="save"
      className="scores-picture"
      onClick={save}
      aria-label={t('pictureOf', { title })}
    >
      {t('picture')}
    </Button>
  );
}
interface PictureProps {
  picture: Picture;
  gathered: Gathered;
  title: string;
}

/** Villages, institutions and the township beside one another, by the months. */
export function Groups({ groups }: Pick<Gathered, 'groups'>) {
  const { t } = useTranslation('scores');
  return (
    <div className="scores-wide">
      <table className="heat-table figures">
        <thead>
          <tr>
            <th scope="col">{t('ranking.unit')}</th>
            {Array.from({ length: 12 }, (_, month) => (
              <th key={month} scope="col">
                {t('month', { n: month + 1 })}
              </th>
            ))}
            <th scope="col">{t('wholeYear')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, name, months, year }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {[...months, year].map((total, at) => (
                <td key={at} className={`heat heat-${levelOf(total)}`}>
                  <span>{at === 12 ? shown(total) : total === null ? '—' : Math.round(total)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
