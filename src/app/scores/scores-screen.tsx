/** `/office/scores`: all units beside one another, over the months; every number opens its records. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Registry } from '../../domain/registry/registry.ts';
import type { UnitScore } from '../../domain/score/score.ts';
import { rounded } from '../../domain/score/counts.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { csvOf, workbookOf } from '../figures/export.ts';
import { changed } from '../figures/choice.ts';
import { OfficePage } from '../office/frame.tsx';
import { unitsInOrder } from '../office/overview.ts';
import { fileName, handOver } from '../sent/to-file.ts';
import { Button, SelectField, Splash } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { Trend } from './charts.tsx';
import { type ScoreChoice, scoreChoice } from './choice.ts';
import { COLUMNS, scoreRows } from './export.ts';
import { shown } from './level.ts';
import { Objections } from './objections.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { Bursts, Heat, Ranking, type Shown } from './tables.tsx';
import { useHeldUnits, useScores } from './use-scores.ts';
import './scores.css';

/** Years before this one that can be chosen. */
const YEARS = 4;

function Controls({ choice, thisYear }: { choice: ScoreChoice; thisYear: number }) {
  const { t } = useTranslation('scores');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const years = Array.from({ length: YEARS + 1 }, (_, back) => String(thisYear - back));
  return (
    <div className="figures-controls scores-controls">
      <SelectField
        label={t('year')}
        value={String(choice.year)}
        options={years.map((year) => ({ value: year, label: t('yearOf', { year }) }))}
        onChange={(year) => void navigate(changed(search, { year }))}
      />
      <SelectField
        label={t('period')}
        value={choice.month === null ? '' : String(choice.month + 1)}
        options={[
          { value: '', label: t('wholeYear') },
          ...Array.from({ length: 12 }, (_, month) => ({
            value: String(month + 1),
            label: t('month', { n: month + 1 }),
          })),
        ]}
        onChange={(month) => void navigate(changed(search, { month: month === '' ? null : month }))}
      />
    </div>
  );
}

function Actions({ scores, choice, nameOf }: Shown) {
  const { t } = useTranslation('scores');
  const [failed, setFailed] = useState(false);
  const name = fileName(`${t('title')} ${choice.year}`);
  const words = t('columns', { returnObjects: true }) as Record<string, string>;
  const dictionary = [[t('column'), t('meaning')], ...COLUMNS.map((column) => [column, words[column] ?? ''])];
  const rows = () => scoreRows(scores, choice.year, nameOf);
  const xlsx = async (): Promise<void> => {
    setFailed(false);
    try {
      const sheets = [
        { name: t('title'), rows: rows() },
        { name: t('dictionary'), rows: dictionary },
      ];
      await handOver(await workbookOf(sheets), `${name}.xlsx`);
    } catch {
      // The writer of spreadsheets could not be loaded; the other file needs none.
      setFailed(true);
    }
  };
  return (
    <div className="figures-actions scores-actions">
      <Button icon="print" onClick={() => window.print()}>
        {t('print')}
      </Button>
      <Button icon="save" onClick={() => void handOver(csvOf(rows()), `${name}.csv`)}>
        .csv
      </Button>
      <Button icon="save" onClick={() => void xlsx()}>
        .xlsx
      </Button>
      <Button icon="info" onClick={() => void handOver(csvOf(dictionary), `${name} ${t('dictionary')}.csv`)}>
        {t('dictionary')}
      </Button>
      {failed && <p role="alert">{t('exportFailed')}</p>}
    </div>
  );
}

/** The mean of those that have something to judge. */
function average(scores: UnitScore[], month: number): number | null {
  const totals = scores.flatMap(({ months }) => months[month]?.total ?? []);
  return totals.length === 0 ? null : rounded(totals.reduce((sum, one) => sum + one, 0) / totals.length);
}

function Average({ scores }: Pick<Shown, 'scores'>) {
  const { t } = useTranslation('scores');
  const months = Array.from({ length: 12 }, (_, month) => t('month', { n: month + 1 }));
  const values = months.map((_, month) => average(scores, month));
  const said = values
    .flatMap((value, month) =>
      value === null ? [] : [t('trend.value', { month: months[month], score: shown(value) })],
    )
    .join(t('comma'));
  const name = t('trend.average');
  return (
    <Trend
      months={months}
      lines={[{ name, values, compared: false }]}
      label={t('trend.label', { name, values: said })}
    />
  );
}

function Panel({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="office-panel" aria-label={title}>
      <h2>{title}</h2>
      {children}
      {note && <p className="second scores-note">{note}</p>}
    </section>
  );
}

export function ScoresScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('scores');
  const { now } = useWhen();
  const [search] = useSearchParams();
  const today = localDateOf(instantOf(now));
  const choice = scoreChoice(search, today);
  const units = unitsInOrder(registry).map(({ id }) => id);
  const held = useHeldUnits(registry, units);
  const scored = useScores(registry, held, choice.within, today);
  if (!held || !scored) return <Splash label={t('loading')} />;
  const nameOf = (unit: string): string => registry.units[unit]?.name ?? unit;
  const scores = units.flatMap((unit) => scored.scores.get(unit) ?? []);
  const all: Shown = { scores, choice, nameOf };
  const span =
    choice.month === null
      ? t('yearOf', { year: choice.year })
      : t('monthOf', { year: choice.year, n: choice.month + 1 });
  return (
    <OfficePage title={t('title')} lead={t('lead')} aside={<Actions {...all} />}>
      <p className="figures-print-head serif">{`${registry.name} · ${t('title')} · ${span}`}</p>
      <Controls choice={choice} thisYear={Number(today.slice(0, 4))} />
      <Panel title={`${t('ranking.title')} · ${span}`} note={t('ranking.note')}>
        <Ranking {...all} />
      </Panel>
      <Panel title={t('heat.title')} note={t('heat.note')}>
        <Heat {...all} />
      </Panel>
      <Panel title={`${t('trend.title')} · ${t('trend.average')}`}>
        <Average scores={scores} />
      </Panel>
      <Panel title={t('burst.title')} note={t('burst.note')}>
        <Bursts held={held} units={units} year={scored.of.year} today={today} nameOf={nameOf} />
      </Panel>
      <Panel title={t('object.title')}>
        <Objections held={held} registry={registry} />
      </Panel>
      <RulesPanel registry={registry} today={today} />
    </OfficePage>
  );
}
