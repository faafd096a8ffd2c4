/** `/office/scores`: all units beside one another, over the months; every number opens its records. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Registry } from '../../domain/registry/registry.ts';
import type { Subject } from '../../domain/score/open.ts';
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
import { Groups, PictureButton, useGathered } from './pictures.tsx';
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
  const recent = Array.from({ length: YEARS + 1 }, (_, back) => String(thisYear - back));
  // A year that was asked for by its address is among them too.
  const years = [...new Set([...recent, String(choice.year)])];
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

/** All units together, month by month. */
function Whole({ all }: { all: Subject }) {
  const { t } = useTranslation('scores');
  const months = all.months.map((_, month) => t('month', { n: month + 1 }));
  const said = all.months
    .flatMap((value, month) =>
      value === null ? [] : [t('trend.value', { month: months[month], score: shown(value) })],
    )
    .join(t('comma'));
  return (
    <Trend
      months={months}
      lines={[{ name: all.name, values: all.months, compared: false }]}
      label={t('trend.label', { name: all.name, values: said })}
    />
  );
}

/** What is printed while this screen is open lies across: twelve months need the width. */
function usePrintedAcross(): void {
  useEffect(() => {
    document.documentElement.dataset['sheet'] = 'across';
    return () => void delete document.documentElement.dataset['sheet'];
  }, []);
}

interface PanelProps {
  title: string;
  note?: string;
  /** A way to take it along as a picture. */
  picture?: ReactNode;
  /** False: what is printed does without. */
  isPrinted?: boolean;
  children: ReactNode;
}

function Panel({ title, note, picture, isPrinted = true, children }: PanelProps) {
  return (
    <section
      className={`office-panel ${isPrinted ? 'scores-sheet' : 'scores-screen-only'}`}
      aria-label={title}
    >
      <div className="scores-panel-head">
        <h2>{title}</h2>
        {picture}
      </div>
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
  const scores = useMemo(
    () => unitsInOrder(registry).flatMap(({ id }) => scored?.scores.get(id) ?? []),
    [registry, scored],
  );
  usePrintedAcross();
  const gathered = useGathered(scored?.of, scores);
  if (!held || !scored || !gathered) return <Splash label={t('loading')} />;
  const nameOf = (unit: string): string => registry.units[unit]?.name ?? unit;
  const named = (chart: 'ranking' | 'heat' | 'trend'): string =>
    `${registry.name} · ${t(`${chart}.title`)} · ${t('yearOf', { year: choice.year })}`;
  const all: Shown = { scores, choice, nameOf };
  const span =
    choice.month === null
      ? t('yearOf', { year: choice.year })
      : t('monthOf', { year: choice.year, n: choice.month + 1 });
  return (
    <OfficePage title={t('title')} lead={t('lead')} aside={<Actions {...all} />}>
      <p className="figures-print-head serif">{`${registry.name} · ${t('title')} · ${span}`}</p>
      <Controls choice={choice} thisYear={Number(today.slice(0, 4))} />
      <Panel
        title={`${t('ranking.title')} · ${span}`}
        note={t('ranking.note')}
        picture={
          choice.month === null && (
            <PictureButton picture="ranking" gathered={gathered} title={named('ranking')} />
          )
        }
      >
        <Ranking {...all} />
      </Panel>
      <Panel
        title={t('heat.title')}
        note={t('heat.note')}
        picture={<PictureButton picture="heat" gathered={gathered} title={named('heat')} />}
      >
        <Heat {...all} />
      </Panel>
      <Panel title={t('group.title')} note={t('group.note')}>
        <Groups groups={gathered.groups} />
      </Panel>
      {gathered.all && (
        <Panel
          title={`${t('trend.title')} · ${t('trend.average')}`}
          picture={<PictureButton picture="trend" gathered={gathered} title={named('trend')} />}
        >
          <Whole all={gathered.all} />
        </Panel>
      )}
      <Panel title={t('burst.title')} note={t('burst.note')}>
        <Bursts held={held} units={units} year={scored.of.year} today={today} nameOf={nameOf} />
      </Panel>
      <Panel title={t('object.title')} isPrinted={false}>
        <Objections held={held} registry={registry} />
      </Panel>
      <RulesPanel registry={registry} today={today} />
    </OfficePage>
  );
}
